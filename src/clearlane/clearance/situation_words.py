"""What the parts of a situation are called, within a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from clearlane.model.control_facts import Check
from clearlane.model.situation import Goods
from clearlane.model.text import Text

GOODS: dict[Goods, Text] = {
    "expected": Text(en="not here yet", vi="chưa đến"),
    "arrived": Text(en="here and not released", vi="đã đến, chưa được thông quan"),
    "stored": Text(en="in the owner's storage", vi="đang được bảo quản tại kho của chủ hàng"),
    "released": Text(en="released and still here", vi="đã thông quan, còn trong khu vực giám sát"),
    "left": Text(en="gone from the supervised area", vi="đã ra khỏi khu vực giám sát"),
    "detained": Text(en="detained", vi="bị tạm giữ"),
    "seized": Text(en="seized", vi="bị tịch thu"),
    "abandoned": Text(en="abandoned to the State", vi="được chủ hàng từ bỏ"),
    "re-exported": Text(en="re-exported", vi="đã tái xuất"),
    "destroyed": Text(en="destroyed", vi="đã tiêu hủy"),
    "refused": Text(en="refused release", vi="bị từ chối thông quan"),
}
CHECKS: dict[Check, Text] = {
    "documents": Text(en="the check of documents", vi="kiểm tra hồ sơ"),
    "goods": Text(en="the examination of goods", vi="kiểm tra thực tế hàng hóa"),
}


def listed(words: Iterable[Text]) -> Text:
    """Return several words as one enumeration."""
    every = tuple(words)
    return Text(en=", ".join(one.en for one in every), vi=", ".join(one.vi for one in every))
