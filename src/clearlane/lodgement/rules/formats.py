"""Rules of format: what the value of an attribute may look like. Codes CL-2xx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clearlane.lodgement.rules import positions
from clearlane.lodgement.rules.form import Fault, Form, form
from clearlane.lodgement.rules.rule import Rule
from clearlane.lodgement.rules.walk import CURRENCY, UNIT, Notice
from clearlane.model.findings import Finding
from clearlane.model.text import Text
from clearlane.model.values import Amount, DateTime, Quantity

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]"
_MASS = f"{_ITEM}/Commodity/GoodsMeasure/GrossMassMeasure"
_CHARGE = f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount"

EMPTY = Rule(
    "CL-201",
    "warning",
    Text(en="Nothing empty", vi="Không để trống"),
    Text(en="An element that is there holds a value.", vi="Phần tử đã khai thì phải có giá trị."),
    {"GoodsShipment/TradeTerms/LocationName": "Saltmarrow"},
    {"GoodsShipment/TradeTerms/LocationName": ""},
)
LONG = Rule(
    "CL-202",
    "blocking",
    Text(en="Not too long", vi="Không quá dài"),
    Text(en="A text has no more characters than its WCO format allows.", vi="Độ dài văn bản không vượt quá định dạng WCO."),
    {"FunctionalReferenceID": "A-2026-118"},
    {"FunctionalReferenceID": "A-2026-118-" + "0" * 25},
)
LETTERS = Rule(
    "CL-203",
    "blocking",
    Text(en="Codes of letters", vi="Mã gồm chữ cái"),
    Text(
        en="A code whose format is letters has exactly as many capital letters as the format says.",
        vi="Mã theo định dạng chữ cái phải gồm đúng số chữ cái in hoa mà định dạng quy định.",
    ),
    {"GoodsShipment/ExportCountry/ID": "XN"},
    {"GoodsShipment/ExportCountry/ID": "Xn1"},
)
DIGITS = Rule(
    "CL-204",
    "blocking",
    Text(en="Codes of digits", vi="Mã gồm chữ số"),
    Text(
        en="A code whose format is digits has digits only, and no more than the format allows.",
        vi="Mã theo định dạng số chỉ gồm chữ số và không vượt quá độ dài cho phép.",
    ),
    {"BorderTransportMeans/ModeCode": "1"},
    {"BorderTransportMeans/ModeCode": "sea"},
)
NUMBER = Rule(
    "CL-205",
    "blocking",
    Text(en="Figures are numbers", vi="Trị số phải là số"),
    Text(
        en="An amount, a quantity or a sequence number is a decimal number with a point, without separators of thousands.",
        vi="Số tiền, số lượng, số thứ tự phải là số thập phân dùng dấu chấm, không có dấu phân cách hàng nghìn.",
    ),
    {_MASS: "1250.5"},
    {_MASS: "1.250,5"},
)
NEGATIVE = Rule(
    "CL-206",
    "blocking",
    Text(en="Not below zero", vi="Không âm"),
    Text(
        en="Quantities, masses, sequence numbers and prices are not below zero.",
        vi="Số lượng, trọng lượng, số thứ tự và trị giá không được âm.",
    ),
    {_MASS: "1250.5"},
    {_MASS: "-1250.5"},
)
DECIMALS = Rule(
    "CL-207",
    "blocking",
    Text(en="Not too many decimals", vi="Không quá nhiều chữ số thập phân"),
    Text(
        en="A number has no more decimal places than its WCO format allows; zeros at the end do not count.",
        vi="Số không có nhiều chữ số thập phân hơn định dạng WCO cho phép; không tính số 0 ở cuối.",
    ),
    {f"{_ITEM}/StatisticalValueAmount": "9600.5000 ARD"},
    {f"{_ITEM}/StatisticalValueAmount": "9600.5001 ARD"},
)
TOO_MANY_DIGITS = Rule(
    "CL-208",
    "blocking",
    Text(en="Not too many digits", vi="Không quá nhiều chữ số"),
    Text(en="A number has no more digits than its WCO format allows.", vi="Số không có nhiều chữ số hơn định dạng WCO cho phép."),
    {f"{_ITEM}/StatisticalValueAmount": "9600 ARD"},
    {f"{_ITEM}/StatisticalValueAmount": "12345678901234567 ARD"},
)
CURRENCY_MISSING = Rule(
    "CL-209",
    "blocking",
    Text(en="Amounts with currency", vi="Số tiền kèm loại tiền"),
    Text(en="Every amount names its currency.", vi="Mọi số tiền đều phải ghi loại tiền."),
    {f"{_ITEM}/StatisticalValueAmount": "9600.00 ARD"},
    {f"{_ITEM}/StatisticalValueAmount": "9600.00"},
)
CURRENCY_FORM = Rule(
    "CL-210",
    "blocking",
    Text(en="Currencies by their code", vi="Loại tiền theo mã"),
    Text(en="A currency is named by the three letters of ISO 4217.", vi="Loại tiền ghi bằng ba chữ cái theo ISO 4217."),
    {f"{_ITEM}/StatisticalValueAmount": "9600.00 ARD"},
    {f"{_ITEM}/StatisticalValueAmount": "9600.00 US$"},
)
UNIT_FORM = Rule(
    "CL-211",
    "warning",
    Text(en="Units by their code", vi="Đơn vị tính theo mã"),
    Text(
        en="A unit is named by the two or three letters or digits of UNECE Recommendation 20.",
        vi="Đơn vị tính ghi bằng hai hoặc ba ký tự theo Khuyến nghị 20 của UNECE.",
    ),
    {_MASS: "1250.5 KGM"},
    {_MASS: "1250.5 kilograms"},
)
DATE = Rule(
    "CL-212",
    "blocking",
    Text(en="Dates are dates", vi="Ngày phải đúng định dạng"),
    Text(
        en="A date is written as its format code says: 102 for CCYYMMDD, 304 for CCYYMMDDHHMMSS and the zone.",
        vi="Ngày ghi theo mã định dạng: 102 là CCYYMMDD, 304 là CCYYMMDDHHMMSS và múi giờ.",
    ),
    {"AcceptanceDateTime": "20260504 102"},
    {"AcceptanceDateTime": "20260231 102"},
)
RULES = (EMPTY, LONG, LETTERS, DIGITS, NUMBER, NEGATIVE, DECIMALS, TOO_MANY_DIGITS, CURRENCY_MISSING, CURRENCY_FORM, UNIT_FORM, DATE)

_OF_FAULT: dict[Fault, Rule] = {
    "empty": EMPTY,
    "long": LONG,
    "letters": LETTERS,
    "digits": DIGITS,
    "no number": NUMBER,
    "negative": NEGATIVE,
    "decimals": DECIMALS,
    "many digits": TOO_MANY_DIGITS,
}


def explain(notice: Notice, examples: Mapping[str, str]) -> Iterator[Finding]:
    """Return what is to be said about the value at one place; nothing where it is unusual but in order.

    Args:
      notice: The place and what was seen there.
      examples: Values in order, by plain path, for the remedies.
    """
    place, value = notice.place, notice.value
    if place is None:
        return
    if isinstance(value, DateTime):
        if value.moment is None:
            yield _no_date(notice, value)
        return
    known, figure = form(place), value if isinstance(value, str) else value.value
    fault = known.fault(figure)
    if fault is not None:
        example = examples.get("/".join((*notice.here.names, place.name)), known.example)
        yield _faulty(notice, known, figure, fault, example)
    if notice.kind == positions.AMOUNT:
        yield from _currency(notice, value)
    elif notice.kind == positions.QUANTITY:
        yield from _unit(notice, value)


def _faulty(notice: Notice, known: Form, figure: str, fault: Fault, example: str) -> Finding:
    en, vi = _words(known, figure, fault)
    remedy_en, remedy_vi = _REMEDIES[fault]
    return _OF_FAULT[fault].at(
        notice.path,
        Text(en=f"{notice.label} {en}.", vi=f"{notice.label} {vi}."),
        Text(en=remedy_en.format(example), vi=remedy_vi.format(example)),
    )


_REMEDIES: dict[Fault, tuple[str, str]] = {
    "empty": ("Give a value, such as {}, or leave the element out.", "Khai giá trị, ví dụ {}, hoặc bỏ phần tử."),
    "long": ("Shorten it, such as {}.", "Rút ngắn lại, ví dụ {}."),
    "letters": ("Give the code in capital letters, such as {}.", "Khai mã bằng chữ cái in hoa, ví dụ {}."),
    "digits": ("Give the code in digits, such as {}.", "Khai mã bằng chữ số, ví dụ {}."),
    "no number": ("Give a number, such as {}.", "Khai một số, ví dụ {}."),
    "negative": ("Give a number from zero up, such as {}.", "Khai số không âm, ví dụ {}."),
    "decimals": ("Round it, such as {}.", "Làm tròn số, ví dụ {}."),
    "many digits": ("Give a smaller number, such as {}.", "Khai số có ít chữ số hơn, ví dụ {}."),
}


def _words(known: Form, figure: str, fault: Fault) -> tuple[str, str]:
    shown, most, decimals = repr(figure[:20]), known.most, known.decimals
    size = f"{most}" if most == known.least else f"{known.least} to {most}"
    signs = size.replace(" to ", "–")
    plural = "" if size == "1" else "s"
    return {
        "empty": ("is empty", "bị để trống"),
        "long": (f"has {len(figure)} characters; {most} are allowed", f"có {len(figure)} ký tự; chỉ cho phép {most}"),
        "letters": (f"is {shown}, not {size} capital letter{plural}", f"là {shown}, không phải {signs} chữ cái in hoa"),
        "digits": (f"is {shown}, not {size} digit{plural}", f"là {shown}, không phải {signs} chữ số"),
        "no number": (f"is {shown}, which is no number", f"là {shown}, không phải là số"),
        "negative": (f"is {shown}, below zero", f"là {shown}, nhỏ hơn 0"),
        "decimals": (f"is {shown}; {decimals} decimals are allowed", f"là {shown}; chỉ cho phép {decimals} chữ số thập phân"),
        "many digits": (f"has too many digits; {most} are allowed", f"có quá nhiều chữ số; chỉ cho phép {most}"),
    }[fault]


def _currency(notice: Notice, value: Amount) -> Iterator[Finding]:
    if not value.currency_id:
        yield CURRENCY_MISSING.at(
            notice.path,
            Text(en=f"{notice.label} names no currency.", vi=f"{notice.label} không ghi loại tiền."),
            Text(en='Name it, such as currencyID="USD".', vi='Ghi loại tiền, ví dụ currencyID="USD".'),
        )
    elif CURRENCY.fullmatch(value.currency_id) is None:
        yield CURRENCY_FORM.at(
            notice.path,
            Text(
                en=f"{value.currency_id[:20]!r} is no currency code of three letters.",
                vi=f"{value.currency_id[:20]!r} không phải mã tiền tệ gồm ba chữ cái.",
            ),
            Text(en='Give the code of ISO 4217, such as currencyID="USD".', vi='Khai mã theo ISO 4217, ví dụ currencyID="USD".'),
        )


def _unit(notice: Notice, value: Quantity) -> Iterator[Finding]:
    if value.unit_code is not None and UNIT.fullmatch(value.unit_code) is None:
        yield UNIT_FORM.at(
            notice.path,
            Text(
                en=f"The unit {value.unit_code[:20]!r} of {notice.label} is no unit code.",
                vi=f"Đơn vị {value.unit_code[:20]!r} của {notice.label} không phải mã đơn vị tính.",
            ),
            Text(en='Give the code, such as unitCode="KGM" for kilograms.', vi='Khai mã, ví dụ unitCode="KGM" cho ki-lô-gam.'),
        )


def _no_date(notice: Notice, value: DateTime) -> Finding:
    known = value.format_code in ("102", "304")
    shown = value.value[:20] if known else (value.format_code or "")[:20]
    en = (
        f"{notice.label} is {shown!r}, which is no date of format {value.format_code}."
        if known
        else f"{notice.label} has no known date format."
    )
    vi = (
        f"{notice.label} là {shown!r}, không phải ngày theo định dạng {value.format_code}."
        if known
        else f"{notice.label} không có mã định dạng ngày hợp lệ."
    )
    return DATE.at(
        notice.path,
        Text(en=en, vi=vi),
        Text(
            en='Give the day, such as 20260504 with formatCode="102", or 20260504093000Z with 304.',
            vi='Khai ngày, ví dụ 20260504 với formatCode="102", hoặc 20260504093000Z với 304.',
        ),
    )
