"""What a price says in words: what is missing, and what was done beside the figures."""

from __future__ import annotations

from collections.abc import Mapping

from clearlane.model.duty import Element, Measurement
from clearlane.model.measuring import in_words
from clearlane.model.text import Text

FLOOR = Text(en="A duty is not less than nothing.", vi="Số thuế không thể nhỏ hơn không.")
CUT = Text(
    en="The figure has no end in decimals and is cut after 28 figures, since no rounding was asked for.",
    vi="Số thập phân vô hạn được cắt sau 28 chữ số vì không yêu cầu làm tròn.",
)


def missing_quantity(wanted: Measurement) -> Text:
    """Name a quantity that is missing."""
    en, vi = in_words(wanted)
    return Text(en=f"the quantity as {en}", vi=f"số lượng tính theo {vi}")


def missing_value(key: str) -> Text:
    """Name a value that is missing, such as the retail price."""
    unit, _, qualifier = key.partition(":")
    en, vi = in_words(Measurement(unit, qualifier))
    return Text(en=f"the {en}", vi=vi)


def missing_rate(currency: str, account: str) -> Text:
    """Name a rate of exchange that is missing."""
    return Text(en=f"the rate of exchange from {currency} to {account}", vi=f"tỷ giá từ {currency} sang {account}")


def missing_element(element: Element) -> Text:
    """Name what must be known to find an element."""
    return element.missing


def waiting(missing: Mapping[str, Text]) -> Text:
    """Say what an amount waits for."""
    en = "; ".join(f"{text.en} ({name})" for name, text in missing.items())
    vi = "; ".join(f"{text.vi} ({name})" for name, text in missing.items())
    return Text(en=f"To compute it, this is missing: {en}.", vi=f"Để tính được còn thiếu: {vi}.")
