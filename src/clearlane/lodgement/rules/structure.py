"""Rules of structure: what may stand where, and how often. Codes CL-1xx."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.lodgement.rules import positions
from clearlane.lodgement.rules.positions import ATTRIBUTES
from clearlane.lodgement.rules.rule import Rule
from clearlane.lodgement.rules.walk import Notice
from clearlane.model.findings import Finding
from clearlane.model.group import RawElement
from clearlane.model.structure import Place
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"

UNKNOWN = Rule(
    "CL-101",
    "blocking",
    Text(en="Known elements only", vi="Chỉ dùng phần tử đã biết"),
    Text(
        en="Every element is one that the WCO Data Model has at its place.",
        vi="Mọi phần tử đều có trong Mô hình dữ liệu WCO tại vị trí đó.",
    ),
    {f"{_ITEM}[1]/Origin[1]/CountryCode": "XN"},
    {f"{_ITEM}[1]/Origin[1]/_unplaced": {"elements": [{"name": "Colour", "text": "red"}]}},
)
REPEATED = Rule(
    "CL-102",
    "blocking",
    Text(en="Single elements once", vi="Phần tử đơn chỉ xuất hiện một lần"),
    Text(
        en="An element that may stand once at its place is not repeated there.",
        vi="Phần tử chỉ được xuất hiện một lần tại vị trí đó thì không được lặp lại.",
    ),
    {"TypeCode": "IMA"},
    {"_unplaced": {"elements": [{"name": "TypeCode", "text": "IMD"}]}},
)
SHAPE = Rule(
    "CL-103",
    "blocking",
    Text(en="Values where values belong", vi="Giá trị đặt đúng chỗ"),
    Text(
        en="An element that holds a value holds no other elements; a date holds one DateTimeString.",
        vi="Phần tử chứa giá trị thì không chứa phần tử khác; phần tử ngày chứa đúng một DateTimeString.",
    ),
    {"AcceptanceDateTime": "20260504 102"},
    {"_unplaced": {"elements": [{"name": "AcceptanceDateTime", "text": "20260504"}]}},
)
STRAY = Rule(
    "CL-104",
    "warning",
    Text(en="No text between elements", vi="Không có chữ giữa các phần tử"),
    Text(
        en="A class holds elements only; text between them belongs to no element and has no effect.",
        vi="Một lớp chỉ chứa các phần tử; chữ nằm giữa chúng không thuộc phần tử nào và không có giá trị.",
    ),
    {"GoodsShipment/TradeTerms/LocationName": "Saltmarrow"},
    {"GoodsShipment/_unplaced": {"text": "Saltmarrow"}},
)
ATTRIBUTE = Rule(
    "CL-105",
    "blocking",
    Text(en="Known attributes only", vi="Chỉ dùng thuộc tính đã biết"),
    Text(
        en="Attributes are those of UN/CEFACT, such as listID, and those of XML Schema.",
        vi="Thuộc tính phải thuộc UN/CEFACT, ví dụ listID, hoặc thuộc XML Schema.",
    ),
    {"_unplaced": {"on": {"TypeCode": {"listID": "D013"}}}},
    {"_unplaced": {"on": {"TypeCode": {"colour": "red"}}}},
)
ELSEWHERE = Rule(
    "CL-106",
    "blocking",
    Text(en="Elements at their place", vi="Phần tử đặt đúng vị trí"),
    Text(
        en="An element of the WCO Data Model stands only where the schema has it.",
        vi="Phần tử của Mô hình dữ liệu WCO chỉ đứng ở nơi lược đồ quy định.",
    ),
    {"GoodsShipment/Consignment/ContainerCode": "1"},
    {"Consignment/ContainerCode": "1"},
)
TOO_MANY = Rule(
    "CL-107",
    "blocking",
    Text(en="No more than allowed", vi="Không vượt số lần cho phép"),
    Text(
        en="A class stands no more often than the schema allows: items 999 times.",
        vi="Một lớp không xuất hiện nhiều hơn mức lược đồ cho phép: dòng hàng tối đa 999.",
    ),
    {"Consignment/ConsignmentItem[1]/SequenceNumeric": "1"},
    {f"Consignment/ConsignmentItem[{n}]/SequenceNumeric": str(n) for n in range(1, 1001)},
)
REQUIRED = Rule(
    "CL-108",
    "blocking",
    Text(en="What the schema demands", vi="Dữ liệu lược đồ bắt buộc"),
    Text(
        en="The function code and every sequence number that the schema demands are there.",
        vi="Phải có mã chức năng và mọi số thứ tự mà lược đồ bắt buộc.",
    ),
    {f"{_ITEM}[1]/Packaging[1]/SequenceNumeric": "1"},
    {f"{_ITEM}[1]/Packaging[1]/SequenceNumeric": None},
)
NAMESPACE = Rule(
    "CL-109",
    "warning",
    Text(en="Namespaces given", vi="Có khai không gian tên"),
    Text(
        en="The elements are in the namespaces of the WCO Data Model; where they are in none, they are read all the same.",
        vi="Các phần tử thuộc không gian tên của Mô hình dữ liệu WCO; nếu thiếu, thông điệp vẫn được đọc.",
    ),
    {"TypeCode": "IMA"},
    {"xmlns": None},
)
MOST_FINDINGS = 5000
FLOOD = Rule(
    "CL-110",
    "blocking",
    Text(en="Not too many faults to list", vi="Không quá nhiều lỗi"),
    Text(
        en="A message has no more faults of one family than can be listed, which is 5,000; what is beyond is not looked at.",
        vi="Thông điệp không có quá 5.000 lỗi cùng nhóm; phần vượt quá không được xem xét.",
    ),
    {"AdditionalInformation[1]/StatementCode": "00100"},
    {f"AdditionalInformation[{n}]/StatementCode": "" for n in range(1, MOST_FINDINGS + 2)},
)
RULES = (UNKNOWN, REPEATED, SHAPE, STRAY, ATTRIBUTE, ELSEWHERE, TOO_MANY, REQUIRED, NAMESPACE, FLOOD)


def explain(notice: Notice) -> Iterator[Finding]:
    """Return what is to be said about the structure at one place."""
    if notice.kind == positions.UNPLACED:
        yield from _unplaced(notice)
    elif notice.kind == positions.GROUPS:
        name = notice.here.names[-1]
        yield TOO_MANY.at(
            notice.path,
            Text(en=f"{name} stands here {notice.value} times.", vi=f"{name} xuất hiện {notice.value} lần ở đây."),
            Text(
                en=f"Give it at most {notice.at[-1] - 1} times, and the rest in another declaration.",
                vi=f"Chỉ khai tối đa {notice.at[-1] - 1} lần, phần còn lại khai ở tờ khai khác.",
            ),
        )
    elif notice.place is not None and notice.value is None:
        yield _missing(notice)
    elif notice.place is not None:
        yield _elsewhere(notice)


def namespace_supplied() -> Finding:
    """Return the warning that a message came without namespaces."""
    return NAMESPACE.at(
        "",
        Text(en="The message names no namespace; it was read as WCO DEC.", vi="Thông điệp không khai không gian tên; đã đọc theo WCO DEC."),
        Text(
            en='Name it, such as xmlns="urn:wco:datamodel:WCO:DEC-DMS:2".',
            vi='Hãy khai không gian tên, ví dụ xmlns="urn:wco:datamodel:WCO:DEC-DMS:2".',
        ),
    )


def flooded() -> Finding:
    """Return that there are more faults than are listed."""
    return FLOOD.at(
        "",
        Text(en=f"There are more than {MOST_FINDINGS} faults; not all are listed.", vi=f"Có hơn {MOST_FINDINGS} lỗi; không liệt kê hết."),
        Text(
            en="Mend those listed, or lodge in parts, such as 500 items in each declaration.",
            vi="Sửa các lỗi đã liệt kê, hoặc chia nhỏ, ví dụ 500 dòng hàng mỗi tờ khai.",
        ),
    )


def _missing(notice: Notice) -> Finding:
    name, example = notice.label, "9" if not notice.here.names else "1"
    return REQUIRED.at(
        notice.path,
        Text(en=f"{name} is missing.", vi=f"Thiếu {name}."),
        Text(en=f"Give {name}, such as {example}.", vi=f"Khai {name}, ví dụ {example}."),
    )


def _elsewhere(notice: Notice) -> Finding:
    name = notice.label
    return ELSEWHERE.at(
        notice.path,
        Text(en=f"{name} is not used at this place.", vi=f"{name} không được dùng ở vị trí này."),
        Text(
            en=f"Leave {name} out here; give it where the schema has it, such as the goods shipment or the item.",
            vi=f"Bỏ {name} ở đây; khai tại nơi lược đồ quy định, ví dụ ở lô hàng hoặc dòng hàng.",
        ),
    )


def _unplaced(notice: Notice) -> Iterator[Finding]:
    left, path = notice.value, notice.path
    yield from _attributes(path, left.attributes)
    for name, attributes in left.on.items():
        yield from _attributes(f"{path}/{name}" if path else name, attributes)
    if left.text:
        yield STRAY.at(
            path,
            Text(en="There is text between the elements here.", vi="Có chữ nằm giữa các phần tử ở đây."),
            Text(
                en="Take it out, or put it into an element, such as AdditionalInformation/StatementDescription.",
                vi="Bỏ đi, hoặc đưa vào một phần tử, ví dụ AdditionalInformation/StatementDescription.",
            ),
        )
    known = {place.name: place for place in notice.here.places}
    times: dict[str, int] = {}
    for one in left.elements:
        times[one.name] = times.get(one.name, 0) + 1
        yield _element(notice, one, known.get(_local(one.name)), times[one.name])


def _element(notice: Notice, one: RawElement, place: Place | None, time: int) -> Finding:
    name = _local(one.name)
    path = f"{notice.path}/{name}" if notice.path else name
    if place is None or place.shape == "groups":
        return UNKNOWN.at(
            path,
            Text(en=f"The element {name[:40]} is not known at this place.", vi=f"Không có phần tử {name[:40]} ở vị trí này."),
            Text(
                en=f"Leave it out, or use an element known here, such as {notice.here.places[0].name}.",
                vi=f"Bỏ đi, hoặc dùng phần tử có ở đây, ví dụ {notice.here.places[0].name}.",
            ),
        )
    if getattr(notice.group, place.field) is not None:
        return REPEATED.at(
            f"{path}[{time + 1}]",
            Text(en=f"{name} is repeated; only one is read.", vi=f"{name} bị lặp lại; chỉ đọc một phần tử."),
            Text(en=f"Give it once, such as <{name}>…</{name}>.", vi=f"Chỉ khai một lần, ví dụ <{name}>…</{name}>."),
        )
    example = '<DateTimeString formatCode="102">20260504</DateTimeString>' if place.shape == "moment" else "<TypeCode>IMA</TypeCode>"
    return SHAPE.at(
        path,
        Text(en=f"{name} is not of the expected shape.", vi=f"{name} không đúng cấu trúc."),
        Text(en=f"Give a plain value, such as {example}.", vi=f"Khai giá trị đơn giản, ví dụ {example}."),
    )


def _attributes(path: str, attributes: dict[str, str]) -> Iterator[Finding]:
    for name in attributes:
        if name not in ATTRIBUTES:
            shown = _local(name)[:40]
            yield ATTRIBUTE.at(
                path,
                Text(en=f"The attribute {shown} is not known here.", vi=f"Không có thuộc tính {shown} ở đây."),
                Text(
                    en="Leave it out, or use a known one, such as listID, currencyID for amounts or unitCode for quantities.",
                    vi="Bỏ đi, hoặc dùng thuộc tính đã biết, ví dụ listID, currencyID cho số tiền hoặc unitCode cho số lượng.",
                ),
            )


def _local(name: str) -> str:
    return name.rpartition("}")[2]
