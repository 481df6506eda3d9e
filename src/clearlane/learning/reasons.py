"""Why goods were scored as they were: at most five lines from the record, in English and Vietnamese.

First what the profiles found, with the values; then how the price compares with like goods; then the trader's history; then what moved
the model most. No score is without a reason, and no reason is a bar or a figure of a model: such figures make officers surer, not righter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from clearlane.learning.saying import amount, named, value_said
from clearlane.model.risk_field import Catalogue, Row, Value
from clearlane.model.risk_model import Contribution
from clearlane.model.text import Text

MOST_LINES = 5
MOST_CONDITIONS = 2
MOST_FIELDS = 3
NOTHING = Text(
    en="Nothing in this item stands out; it has the usual likelihood of goods in this trade.",
    vi="Mặt hàng không có điểm khác biệt; khả năng sai lệch ở mức thông thường của loại hình này.",
)


class Line(NamedTuple):
    """One reason.

    Attributes:
      about: What it speaks of: a profile's condition, the price beside like goods, the importer's history, or what moved the model.
      words: The line.
    """

    about: Literal["profile", "price", "history", "model", "nothing"]
    words: Text


def reasons(
    catalogue: Catalogue, row: Row, conditions: Sequence[Text] = (), contributions: Sequence[Contribution] = ()
) -> tuple[Text, ...]:
    """Return the words of one to five lines; the arguments are those of ``lines``."""
    return tuple(line.words for line in lines(catalogue, row, conditions, contributions))


def lines(
    catalogue: Catalogue,
    row: Row,
    conditions: Sequence[Text] = (),
    contributions: Sequence[Contribution] = (),
    currency: str = "currency",
) -> tuple[Line, ...]:
    """Return one to five lines, with what each speaks of.

    Args:
      catalogue: The fields.
      row: The goods item's values, as they were known when it was scored.
      conditions: What each profile that hit asked for, with the values, in words; the strongest first.
      contributions: What moved the model's log-odds most.
      currency: The currency of prices.
    """
    known = {name: row[catalogue.place(name)] for name in catalogue.names}
    met = [Line("profile", words) for words in conditions]
    price, history = _price(catalogue, known, currency), _history(known)
    found = met[:MOST_CONDITIONS]
    found += [Line("price", price)] if price else []
    found += [Line("history", history)] if history else []
    found += [Line("model", words) for words in _moved(catalogue, contributions)]
    found += met[MOST_CONDITIONS:]
    return tuple(found[:MOST_LINES]) or (Line("nothing", NOTHING),)


def _price(catalogue: Catalogue, known: dict[str, Value], currency: str) -> Text | None:
    """Return how the price compares with like goods; None where there are none to compare with."""
    price, low, middle, high, count = (
        _number(known.get(name)) for name in ("unit_price", "ref.price_p10", "ref.price_median", "ref.price_p90", "ref.count")
    )
    if price is None or low is None or middle is None or high is None or not count:
        return None
    where = _where(price, low, high)
    said = {language: [amount(one, language) for one in (price, count, low, middle, high)] for language in ("en", "vi")}
    en, vi = said["en"], said["vi"]
    return Text(
        en=f"Unit price {en[0]} {currency}, {where.en} of {en[1]} like goods: a tenth lie below {en[2]}, half below {en[3]}, "
        f"a tenth above {en[4]}.",
        vi=f"Đơn giá {vi[0]} {currency}, {where.vi} của {vi[1]} mặt hàng tương tự: 10 % thấp hơn {vi[2]}, một nửa thấp hơn {vi[3]}, "
        f"10 % cao hơn {vi[4]}.",
    )


def _where(price: float, low: float, high: float) -> Text:
    if price < low:
        return Text(en="below the lowest tenth", vi="dưới nhóm 10 % thấp nhất")
    if price > high:
        return Text(en="above the highest tenth", vi="trên nhóm 10 % cao nhất")
    return Text(en="within the usual range", vi="trong khoảng thông thường")


def _history(known: dict[str, Value]) -> Text | None:
    """Return what the record says of the importer; None where it says nothing."""
    if known.get("importer.first_time") is True:
        return Text(en="The importer declares here for the first time.", vi="Người nhập khẩu khai báo lần đầu tiên tại đây.")
    declared, looked, found = (_number(known.get(f"importer.{name}")) for name in ("count_90d", "results_365d", "found_365d"))
    if declared is None and looked is None:
        return None
    en, vi = [], []
    if declared is not None:
        en.append(f"{amount(declared, 'en')} goods items declared in 90 days")
        vi.append(f"{amount(declared, 'vi')} mặt hàng đã khai trong 90 ngày")
    if looked:
        en.append(f"{amount(looked, 'en')} inspection results in a year, {amount(found or 0.0, 'en')} with a finding")
        vi.append(f"{amount(looked, 'vi')} kết quả kiểm tra trong một năm, {amount(found or 0.0, 'vi')} kết quả có phát hiện")
    elif looked is not None:
        en.append("no inspection result in a year")
        vi.append("không có kết quả kiểm tra trong một năm")
    return Text(en=f"The importer's record: {'; '.join(en)}.", vi=f"Lịch sử của người nhập khẩu: {'; '.join(vi)}.")


def _moved(catalogue: Catalogue, contributions: Sequence[Contribution]) -> Iterator[Text]:
    """Yield what spoke for a finding, and what against it, in the words of the catalogue."""
    up = [one for one in contributions if one.added > 0][:MOST_FIELDS]
    down = [one for one in contributions if one.added < 0][:MOST_FIELDS]
    if up:
        yield Text(
            en=f"Goods like these were found wrong more often: {_listed(catalogue, up, 'en')}.",
            vi=f"Hàng hóa tương tự thường bị phát hiện sai lệch hơn: {_listed(catalogue, up, 'vi')}.",
        )
    if down:
        yield Text(
            en=f"What speaks for the goods: {_listed(catalogue, down, 'en')}.",
            vi=f"Yếu tố làm giảm rủi ro: {_listed(catalogue, down, 'vi')}.",
        )


def _listed(catalogue: Catalogue, parts: Iterable[Contribution], language: str) -> str:
    return "; ".join(f"{named(catalogue, one.field, language)} {value_said(one.value, language)}" for one in parts)


def _number(value: Value) -> float | None:
    return value if isinstance(value, float | int) and not isinstance(value, bool) else None
