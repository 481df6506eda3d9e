"""What is wrong with a duty text, in words, with an example that is right."""

from __future__ import annotations

from clearlane.model.duty_text import DIALECTS, DutyTextFault
from clearlane.model.text import Text

LONGEST = 4_000
"""No duty is longer, in characters."""

EXAMPLES = {
    "taric": "9.60 % + 95.30 EUR / 100 kg MAX 15.00 %",
    "us": "4.4¢/kg + 6%",
    "vn": "10% + 5.000 USD/chiếc",
}


def _fault(dialect: str, place: int, en: str, vi: str, example: str = "") -> DutyTextFault:
    shown = example or EXAMPLES[dialect]
    return DutyTextFault(place + 1, Text(en=en, vi=vi), Text(en=f"Write for example: {shown}", vi=f"Ví dụ cách viết: {shown}"))


def no_dialect(name: str) -> DutyTextFault:
    """There is no such dialect."""
    known = ", ".join(DIALECTS)
    return _fault("taric", 0, f"There is no manner of writing called {name}; there are {known}.", f"Không có cách viết {name}; có {known}.")


def too_long() -> DutyTextFault:
    """The text is too long to be a duty."""
    return _fault("taric", LONGEST, "The text is too long to be a duty.", "Văn bản quá dài so với một mức thuế.")


def nothing(dialect: str) -> DutyTextFault:
    """Nothing is written."""
    return _fault(dialect, 0, "Nothing is written here.", "Chưa ghi nội dung.")


def amount_required(dialect: str, place: int) -> DutyTextFault:
    """An operator stands without a rate after it."""
    return _fault(dialect, place, "An amount is required here.", "Cần ghi mức thuế tại đây.")


def not_understood(dialect: str, place: int, found: str) -> DutyTextFault:
    """Something stands where a rate or the end is expected."""
    shown = found.strip()[:20]
    return _fault(dialect, place, f"This is not understood: “{shown}”.", f"Không hiểu nội dung: “{shown}”.")


def joiner_required(dialect: str, place: int) -> DutyTextFault:
    """Two rates stand side by side."""
    return _fault(dialect, place, "Rates are joined by +, -, MIN or MAX.", "Các mức thuế phải nối bằng +, -, MIN hoặc MAX.")


def percent_or_amount(dialect: str, place: int) -> DutyTextFault:
    """A bare figure is neither a percentage nor an amount."""
    return _fault(
        dialect,
        place,
        "It is not said whether this figure is a percentage or an amount of a currency.",
        "Chưa rõ con số này là phần trăm hay số tiền.",
    )


def figure(dialect: str, place: int, written: str) -> DutyTextFault:
    """A figure cannot be read as one."""
    shown = written[:30]
    return _fault(dialect, place, f"This is not a figure: “{shown}”.", f"Đây không phải là số: “{shown}”.")


def two_readings(place: int, written: str) -> DutyTextFault:
    """A Vietnamese figure may be read in two ways."""
    whole = written.replace(",", "")
    return _fault(
        "vn",
        place,
        f"{written} may be read as {whole} or as a decimal fraction.",
        f"{written} có thể đọc là {whole} hoặc là số thập phân.",
        f"{whole[:-3]}.{whole[-3:]} USD/chiếc",
    )


def unit(dialect: str, place: int, written: str) -> DutyTextFault:
    """A unit is not known."""
    shown = written.strip()[:40]
    return _fault(dialect, place, f"No unit is known as “{shown}”.", f"Không có đơn vị tính “{shown}”.")


def twice(place: int) -> DutyTextFault:
    """More parts of a kind stand in a row than an integrated tariff can hold."""
    return _fault(
        "taric",
        place,
        "This duty expression is used more than once, or after one that must follow it.",
        "Thành phần biểu thức thuế này bị lặp lại hoặc sai thứ tự.",
    )


def season(place: int, written: str) -> DutyTextFault:
    """A season cannot be read."""
    shown = written[:40]
    return _fault("taric", place, f"This is no season: “{shown}”.", f"Đây không phải là mùa vụ: “{shown}”.", "4.0% (12 JAN - 13 MAR)")


def condition(place: int, written: str) -> DutyTextFault:
    """A condition cannot be read."""
    shown = written.strip()[:40]
    return _fault(
        "taric",
        place,
        f"This condition is not understood: “{shown}”.",
        f"Không hiểu điều kiện: “{shown}”.",
        "Cond: A cert: D-018 (01):0.000 %; A (01):28.200 %",
    )


def which(place: int) -> DutyTextFault:
    """Two rates are joined by “or” and it is not said which counts."""
    return _fault(
        "vn",
        place,
        "It is not said whether the higher or the lower of the two holds.",
        "Chưa nêu lấy theo mức cao hơn hay mức thấp hơn.",
        "200% hoặc 10.000 USD/chiếc, lấy theo mức thấp hơn",
    )
