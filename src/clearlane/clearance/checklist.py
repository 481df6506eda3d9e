"""What an inspector is to look at, from the reasons why goods are inspected: in plain words, without any criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clearlane.model.risk_profile import Inspection
from clearlane.model.text import Text

MOST_ITEMS = 10
"""So many goods items have steps of their own; the others share one."""
SEALS = Text(
    en="Seals: compare each number with those declared; photograph any that is broken.",
    vi="Niêm phong: đối chiếu từng số niêm phong với khai báo; chụp ảnh niêm phong bị hỏng.",
)
REST = Text(
    en="Other items: count the packages, open some of them.", vi="Các mặt hàng còn lại: đếm số kiện, mở kiểm tra ngẫu nhiên một số kiện."
)
_EACH = (
    Text(en="count packages and pieces", vi="đếm số kiện, số chiếc"),
    Text(en="weigh, or compute the weight from the packages", vi="cân hàng, hoặc tính trọng lượng theo kiện"),
    Text(
        en="open packages and compare the goods with what is declared",
        vi="mở kiện, đối chiếu hàng hóa với tên hàng và mã số hàng hóa đã khai",
    ),
    Text(en="look for marks of origin on goods and packages", vi="kiểm tra nhãn mác, dấu hiệu xuất xứ trên hàng và bao bì"),
)
_BY_REASON: dict[Inspection, Text] = {
    "sample": Text(en="draw a sample and seal it", vi="lấy mẫu và niêm phong mẫu"),
    "value": Text(
        en="note make, model and quality, on which the value rests", vi="ghi nhãn hiệu, model, chất lượng làm cơ sở xác định trị giá"
    ),
    "scan": Text(en="compare the goods with the scanned image", vi="đối chiếu hàng hóa với ảnh soi chiếu"),
    "documents": Text(en="compare marks and numbers with the papers", vi="đối chiếu ký mã hiệu với chứng từ"),
}


def checklist(items: int, looks: Mapping[int, Sequence[Inspection]]) -> tuple[Text, ...]:
    """Return the steps of an inspection.

    Args:
      items: How many goods items are declared.
      looks: What the reasons ask to be looked at, by goods item; under 0 what holds for every item.

    >>> [step.en for step in checklist(2, {2: ("sample",)})][1:3]
    ['Item 2: count packages and pieces.', 'Item 2: weigh, or compute the weight from the packages.']
    """
    named = sorted(item for item in looks if 0 < item <= items) or list(range(1, items + 1))
    own = named[:MOST_ITEMS]
    steps = [SEALS, *(step for item in own for step in _of(item, (*looks.get(item, ()), *looks.get(0, ()))))]
    return (*steps, REST) if len(own) < items else tuple(steps)


def _of(item: int, asked: Sequence[Inspection]) -> Iterator[Text]:
    further = [_BY_REASON[one] for one in dict.fromkeys(asked) if one in _BY_REASON]
    for step in (*_EACH, *further):
        yield Text(en=f"Item {item}: {step.en}.", vi=f"Dòng hàng {item}: {step.vi}.")
