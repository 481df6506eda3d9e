"""Rules of format: what the value of an attribute may look like. Codes CL-2xx."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.lodgement.rules import positions
from clearlane.lodgement.rules.example import example_of
from clearlane.lodgement.rules.form import Fault, Form, form
from clearlane.lodgement.rules.rule import Rule
from clearlane.lodgement.rules.walk import CURRENCY, UNIT, Notice
from clearlane.model.findings import Finding
from clearlane.model.structure import Place
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


def explain(notice: Notice) -> Iterator[Finding]:
    """Return what is to be said about the value at one place; nothing where it is unusual but in order."""
    place, value = notice.place, notice.value
    if place is None:
        return
    if isinstance(value, DateTime):
        if value.moment is None:
            yield _no_date(notice.path, place, value)
        return
    figure = value if isinstance(value, str) else value.value
    known = form(place)
    fault = known.fault(figure)
    if fault is not None:
        yield _faulty(notice.path, place, known, figure, fault)
    if notice.kind == positions.AMOUNT:
        yield from _currency(notice.path, place, value)
    elif notice.kind == positions.QUANTITY:
        yield from _unit(notice.path, place, value)


def _faulty(path: str, place: Place, known: Form, figure: str, fault: Fault) -> Finding:
    en, vi = _words(known, figure, fault)
    example = example_of(path) or known.example
    return _OF_FAULT[fault].at(
        path,
        Text(en=f"{place.name} {en}.", vi=f"{place.name} {vi}."),
        Text(en=f"{_REMEDIES[fault][0]}, such as {example}.", vi=f"{_REMEDIES[fault][1]}, ví dụ {example}."),
    )


_REMEDIES: dict[Fault, tuple[str, str]] = {
    "empty": ("Give a value or leave the element out", "Khai giá trị hoặc bỏ phần tử"),
    "long": ("Shorten it", "Rút ngắn lại"),
    "letters": ("Give the code in capital letters", "Khai mã bằng chữ cái in hoa"),
    "digits": ("Give the code in digits", "Khai mã bằng chữ số"),
    "no number": ("Give a number", "Khai một số"),
    "negative": ("Give a number from zero up", "Khai số không âm"),
    "decimals": ("Round it", "Làm tròn số"),
    "many digits": ("Give a smaller number", "Khai số có ít chữ số hơn"),
}


def _words(known: Form, figure: str, fault: Fault) -> tuple[str, str]:
    shown = repr(figure[:20])
    most, least, decimals = known.most, known.least, known.decimals
    size = f"{most}" if most == least else f"{least}–{most}"
    return {
        "empty": ("is empty", "bị để trống"),
        "long": (f"has {len(figure)} characters; {most} are allowed", f"có {len(figure)} ký tự; chỉ cho phép {most}"),
        "letters": (f"is {shown}, not {size} capital letters", f"là {shown}, không phải {size} chữ cái in hoa"),
        "digits": (f"is {shown}, not {size} digits", f"là {shown}, không phải {size} chữ số"),
        "no number": (f"is {shown}, which is no number", f"là {shown}, không phải là số"),
        "negative": (f"is {shown}, below zero", f"là {shown}, nhỏ hơn 0"),
        "decimals": (f"is {shown}; {decimals} decimals are allowed", f"là {shown}; chỉ cho phép {decimals} chữ số thập phân"),
        "many digits": (f"has too many digits; {most} are allowed", f"có quá nhiều chữ số; chỉ cho phép {most}"),
    }[fault]


def _currency(path: str, place: Place, value: Amount) -> Iterator[Finding]:
    if not value.currency_id:
        yield CURRENCY_MISSING.at(
            path,
            Text(en=f"{place.name} names no currency.", vi=f"{place.name} không ghi loại tiền."),
            Text(en='Name it, such as currencyID="USD".', vi='Ghi loại tiền, ví dụ currencyID="USD".'),
        )
    elif CURRENCY.fullmatch(value.currency_id) is None:
        yield CURRENCY_FORM.at(
            path,
            Text(
                en=f"{value.currency_id[:20]!r} is no currency code of three letters.",
                vi=f"{value.currency_id[:20]!r} không phải mã tiền tệ gồm ba chữ cái.",
            ),
            Text(en='Give the code of ISO 4217, such as currencyID="USD".', vi='Khai mã theo ISO 4217, ví dụ currencyID="USD".'),
        )


def _unit(path: str, place: Place, value: Quantity) -> Iterator[Finding]:
    if value.unit_code is not None and UNIT.fullmatch(value.unit_code) is None:
        yield UNIT_FORM.at(
            path,
            Text(
                en=f"The unit {value.unit_code[:20]!r} of {place.name} is no unit code.",
                vi=f"Đơn vị {value.unit_code[:20]!r} của {place.name} không phải mã đơn vị tính.",
            ),
            Text(en='Give the code, such as unitCode="KGM" for kilograms.', vi='Khai mã, ví dụ unitCode="KGM" cho ki-lô-gam.'),
        )


def _no_date(path: str, place: Place, value: DateTime) -> Finding:
    known = value.format_code in ("102", "304")
    shown = value.value[:20] if known else (value.format_code or "")[:20]
    en = (
        f"{place.name} is {shown!r}, which is no date of format {value.format_code}."
        if known
        else f"{place.name} has no known date format."
    )
    vi = (
        f"{place.name} là {shown!r}, không phải ngày theo định dạng {value.format_code}."
        if known
        else f"{place.name} không có mã định dạng ngày hợp lệ."
    )
    return DATE.at(
        path,
        Text(en=en, vi=vi),
        Text(
            en='Give the day, such as 20260504 with formatCode="102", or 20260504093000Z with 304.',
            vi='Khai ngày, ví dụ 20260504 với formatCode="102", hoặc 20260504093000Z với 304.',
        ),
    )
