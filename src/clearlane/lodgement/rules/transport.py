"""Rules on containers. Codes CL-311 to CL-315."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from clearlane.lodgement.rules.rule import Rule
from clearlane.model.check_digit import check_digit
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.shipment import GoodsShipment
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_CONSIGNMENT = "GoodsShipment/Consignment"
_LISTED = f"{_CONSIGNMENT}/TransportEquipment"

CONTAINER_MISSING = Rule(
    "CL-311",
    "warning",
    Text(en="Containers are named", vi="Có khai số công-te-nơ"),
    Text(
        en="Where ContainerCode is 1, at least one container number is given.",
        vi="Khi ContainerCode là 1 thì phải khai ít nhất một số công-te-nơ.",
    ),
    {f"{_LISTED}[1]/ID": "CSQU3054383"},
    {f"{_LISTED}[1]/ID": None},
)
CONTAINER_CODE = Rule(
    "CL-312",
    "blocking",
    Text(en="Containers are indicated", vi="Có khai mã công-te-nơ"),
    Text(
        en="Where container numbers are given, ContainerCode is 1.",
        vi="Khi đã khai số công-te-nơ thì ContainerCode phải là 1.",
    ),
    {f"{_CONSIGNMENT}/ContainerCode": "1"},
    {f"{_CONSIGNMENT}/ContainerCode": "0"},
)
CHECK_DIGIT = Rule(
    "CL-313",
    "warning",
    Text(en="Container numbers check", vi="Số công-te-nơ đúng số kiểm tra"),
    Text(
        en="The last digit of a container number is its check digit by ISO 6346.",
        vi="Chữ số cuối của số công-te-nơ là số kiểm tra theo ISO 6346.",
    ),
    {f"{_LISTED}[1]/ID": "CSQU3054383"},
    {f"{_LISTED}[1]/ID": "CSQU3054384"},
)
NOT_LISTED = Rule(
    "CL-314",
    "warning",
    Text(en="An item's container is listed", vi="Công-te-nơ của dòng hàng có trong danh sách"),
    Text(
        en="A container named by an item is among those listed for the consignment, where any are listed.",
        vi="Công-te-nơ nêu ở dòng hàng phải nằm trong danh sách công-te-nơ của lô hàng, nếu có danh sách.",
    ),
    {f"{_ITEM}[1]/Commodity/TransportEquipment[1]/ID": "CSQU3054383", f"{_ITEM}[1]/Commodity/TransportEquipment[1]/SequenceNumeric": "1"},
    {f"{_ITEM}[1]/Commodity/TransportEquipment[1]/ID": "CRXU6547890", f"{_ITEM}[1]/Commodity/TransportEquipment[1]/SequenceNumeric": "1"},
)
LISTED_TWICE = Rule(
    "CL-315",
    "warning",
    Text(en="A container is listed once", vi="Mỗi công-te-nơ chỉ khai một lần"),
    Text(en="No container number is listed twice.", vi="Không khai trùng số công-te-nơ."),
    {f"{_LISTED}[2]/SequenceNumeric": "2", f"{_LISTED}[2]/ID": "MSKU9070323"},
    {f"{_LISTED}[2]/SequenceNumeric": "2", f"{_LISTED}[2]/ID": "CSQU3054383"},
)
RULES = (CONTAINER_MISSING, CONTAINER_CODE, CHECK_DIGIT, NOT_LISTED, LISTED_TWICE)


@lru_cache(maxsize=65536)
def check_digit_holds(number: str) -> bool:
    """Return whether a container number ends in its check digit (ISO 6346); True where it is not of that form.

    >>> check_digit_holds("CSQU3054383"), check_digit_holds("CSQU3054384"), check_digit_holds("A 17")
    (True, False, True)
    """
    letters, digits = number[:4], number[4:]
    if (
        len(number) != 11
        or not (letters.isascii() and letters.isalpha() and letters.isupper())
        or not (digits.isascii() and digits.isdigit())
    ):
        return True
    return check_digit(number[:10]) == number[10]


def check_transport(declaration: Declaration) -> Iterator[Finding]:
    """Return what is out of order with containers."""
    shipment = declaration.goods_shipment
    consignment = shipment.consignment if shipment else None
    if shipment is None:
        return
    listed = [(f"{_LISTED}[{n}]/ID", e.id) for n, e in enumerate(consignment.transport_equipment, 1) if e.id] if consignment else []
    of_items = list(_of_items(shipment))
    seen: set[str] = set()
    for path, number in listed:
        if number in seen:
            yield _twice(path, number)
        elif not check_digit_holds(number):
            yield _wrong_digit(path, number)
        seen.add(number)
    for path, number in of_items:
        if seen and number not in seen:
            yield _not_listed(path, number, listed[0][1])
        elif not seen and not check_digit_holds(number):
            yield _wrong_digit(path, number)
    code = consignment.container_code if consignment else None
    if code == "1" and not (listed or of_items):
        yield _none_named()
    if code not in {"1", ""} and (listed or of_items):
        yield _not_indicated()


def _of_items(shipment: GoodsShipment) -> Iterator[tuple[str, str]]:
    for count, item in enumerate(shipment.government_agency_goods_item, 1):
        if item.commodity is not None:
            for n, equipment in enumerate(item.commodity.transport_equipment, 1):
                if equipment.id:
                    yield f"{_ITEM}[{count}]/Commodity/TransportEquipment[{n}]/ID", equipment.id


def _twice(path: str, number: str) -> Finding:
    return LISTED_TWICE.at(
        path,
        Text(en=f"The container {number[:17]} is listed twice.", vi=f"Công-te-nơ {number[:17]} khai trùng."),
        Text(
            en="List it once, or give the other container's number, such as MSKU9070323.",
            vi="Khai một lần, hoặc khai số công-te-nơ khác, ví dụ MSKU9070323.",
        ),
    )


def _wrong_digit(path: str, number: str) -> Finding:
    right = number[:10] + check_digit(number[:10])
    return CHECK_DIGIT.at(
        path,
        Text(
            en=f"The check digit of the container {number[:17]} does not fit.", vi=f"Số kiểm tra của công-te-nơ {number[:17]} không khớp."
        ),
        Text(
            en=f"Compare it with the number on the container; with these first ten signs it would be {right}.",
            vi=f"Đối chiếu với số trên công-te-nơ; với mười ký tự đầu này thì số đúng là {right}.",
        ),
    )


def _not_listed(path: str, number: str, example: str) -> Finding:
    return NOT_LISTED.at(
        path,
        Text(
            en=f"The container {number[:17]} is not among those of the consignment.",
            vi=f"Công-te-nơ {number[:17]} không có trong danh sách của lô hàng.",
        ),
        Text(
            en=f"Name a listed one, such as {example[:17]}, or list it too.",
            vi=f"Khai công-te-nơ có trong danh sách, ví dụ {example[:17]}, hoặc bổ sung vào danh sách.",
        ),
    )


def _none_named() -> Finding:
    return CONTAINER_MISSING.at(
        f"{_LISTED}[1]/ID",
        Text(en="Containers are indicated, but none is named.", vi="Đã khai hàng đóng công-te-nơ nhưng chưa khai số công-te-nơ."),
        Text(
            en="Give the number, such as CSQU3054383, or ContainerCode 0.",
            vi="Khai số công-te-nơ, ví dụ CSQU3054383, hoặc ContainerCode 0.",
        ),
    )


def _not_indicated() -> Finding:
    return CONTAINER_CODE.at(
        f"{_CONSIGNMENT}/ContainerCode",
        Text(en="A container is named, but ContainerCode is not 1.", vi="Đã khai số công-te-nơ nhưng ContainerCode không phải 1."),
        Text(en="Give ContainerCode 1, or take the container out.", vi="Khai ContainerCode là 1, hoặc bỏ số công-te-nơ."),
    )
