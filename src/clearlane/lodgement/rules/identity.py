"""Rules on what a declaration is, whose it is, and under which procedures. Codes CL-321 to CL-335."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.lodgement.rules.rule import Rule
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"

TWO_PROCEDURES = Rule(
    "CL-321",
    "blocking",
    Text(en="One procedure for an item", vi="Mỗi dòng hàng một chế độ"),
    Text(
        en="Only one GovernmentProcedure of an item names the previous procedure; the others are additional codes.",
        vi="Mỗi dòng hàng chỉ một GovernmentProcedure có mã chế độ trước; các mã khác là mã bổ sung.",
    ),
    {f"{_ITEM}[1]/GovernmentProcedure[2]/CurrentCode": "000"},
    {f"{_ITEM}[1]/GovernmentProcedure[2]/CurrentCode": "40", f"{_ITEM}[1]/GovernmentProcedure[2]/PreviousCode": "00"},
)
PREVIOUS = Rule(
    "CL-322",
    "blocking",
    Text(en="The previous procedure is named", vi="Có khai chế độ trước"),
    Text(
        en="One GovernmentProcedure of an item names the procedure asked for and the one before it.",
        vi="Một GovernmentProcedure của dòng hàng khai chế độ đề nghị và chế độ trước đó.",
    ),
    {f"{_ITEM}[1]/GovernmentProcedure[1]/PreviousCode": "00"},
    {f"{_ITEM}[1]/GovernmentProcedure[1]/PreviousCode": None},
)
TYPE = Rule(
    "CL-331",
    "blocking",
    Text(en="A known kind of declaration", vi="Loại tờ khai hợp lệ"),
    Text(en="TypeCode is a kind of declaration known in this country.", vi="TypeCode là loại tờ khai có trong pháp luật nước này."),
    {"TypeCode": "IMA"},
    {"TypeCode": "ZZZ"},
)
FUNCTION = Rule(
    "CL-332",
    "blocking",
    Text(en="A known function", vi="Chức năng hợp lệ"),
    Text(
        en="FunctionCode is 9 for a declaration, and 13 for a request to change or cancel one or to present its goods.",
        vi="FunctionCode là 9 đối với tờ khai, 13 đối với yêu cầu sửa, hủy tờ khai hoặc xuất trình hàng hóa.",
    ),
    {"FunctionCode": "9"},
    {"FunctionCode": "5"},
)
REFERENCE = Rule(
    "CL-333",
    "blocking",
    Text(en="A reference is given", vi="Có số tham chiếu"),
    Text(
        en="Every message carries its sender's own reference.",
        vi="Mọi thông điệp đều mang số tham chiếu của người gửi.",
    ),
    {"FunctionalReferenceID": "A-2026-118"},
    {"FunctionalReferenceID": None},
)
DECLARANT = Rule(
    "CL-334",
    "blocking",
    Text(en="A declarant is named", vi="Có người khai hải quan"),
    Text(
        en="The declarant is named, by number or at least by name.",
        vi="Người khai hải quan được khai bằng mã số, hoặc ít nhất bằng tên.",
    ),
    {"Declarant/ID": "XA1234567897"},
    {"Declarant": None},
)
NO_ITEMS = Rule(
    "CL-335",
    "blocking",
    Text(en="There are goods", vi="Có hàng hóa"),
    Text(en="A declaration has at least one goods item.", vi="Tờ khai có ít nhất một dòng hàng."),
    {f"{_ITEM}[2]/Commodity/Description": "Black tea in chests"},
    {_ITEM: None},
)
RULES = (TWO_PROCEDURES, PREVIOUS, TYPE, FUNCTION, REFERENCE, DECLARANT, NO_ITEMS)


def check_identity(declaration: Declaration, profile: Profile) -> Iterator[Finding]:
    """Return what is out of order with kind, function, reference, declarant and procedures."""
    if declaration.function_code not in ("9", None):
        yield function_is("9", declaration.function_code or "")
    yield from check_reference(declaration)
    if profile.kind(declaration.type_code or "") is None:
        yield _unknown_type(declaration.type_code or "", profile)
    declarant = declaration.declarant
    if declarant is None or not (declarant.id or declarant.name):
        yield DECLARANT.at(
            "Declarant/ID",
            Text(en="No declarant is named.", vi="Chưa khai người khai hải quan."),
            Text(
                en="Give the declarant's number as registered, such as XA1234567897.",
                vi="Khai mã số đã đăng ký của người khai hải quan, ví dụ XA1234567897.",
            ),
        )
    if not declaration.item:
        yield NO_ITEMS.at(
            f"{_ITEM}[1]",
            Text(en="There is no goods item.", vi="Chưa khai dòng hàng nào."),
            Text(
                en="Give at least one item, such as item 1: 1250.5 kg of coffee.",
                vi="Khai ít nhất một dòng hàng, ví dụ dòng 1: 1250.5 kg cà phê.",
            ),
        )
    yield from _procedures(declaration)


def check_reference(declaration: Declaration) -> Iterator[Finding]:
    """Return that the sender's reference is missing, where it is."""
    if not declaration.functional_reference_id:
        yield REFERENCE.at(
            "FunctionalReferenceID",
            Text(en="The message carries no reference of yours.", vi="Thông điệp không có số tham chiếu của người gửi."),
            Text(en="Give one that you use once only, such as A-2026-118.", vi="Khai số tham chiếu chỉ dùng một lần, ví dụ A-2026-118."),
        )


def function_is(right: str, given: str) -> Finding:
    """Return that a function code is not the one this kind of message needs."""
    return FUNCTION.at(
        "FunctionCode",
        Text(
            en=f"FunctionCode is {given[:20]!r}; this message needs {right}.",
            vi=f"FunctionCode là {given[:20]!r}; thông điệp này cần {right}.",
        ),
        Text(
            en=f"Give {right}: 9 for a declaration, 13 for a request about one.",
            vi=f"Khai {right}: 9 là tờ khai, 13 là yêu cầu liên quan đến tờ khai.",
        ),
    )


def _unknown_type(given: str, profile: Profile) -> Finding:
    example = next(iter(profile.kinds), "IMA")
    words = (
        Text(en=f"The kind of declaration {given[:20]!r} is not known here.", vi=f"Không có loại tờ khai {given[:20]!r}.")
        if given
        else Text(en="The kind of declaration is missing.", vi="Thiếu loại tờ khai.")
    )
    return TYPE.at(
        "TypeCode", words, Text(en=f"Give a kind known here, such as {example}.", vi=f"Khai loại tờ khai hợp lệ, ví dụ {example}.")
    )


def _procedures(declaration: Declaration) -> Iterator[Finding]:
    for count, item in enumerate(declaration.item, 1):
        named = [n for n, procedure in enumerate(item.government_procedure, 1) if procedure.previous_code is not None]
        if len(named) == 1:
            continue
        path = f"{_ITEM}[{count}]/GovernmentProcedure[{named[1] if named else 1}]/PreviousCode"
        if named:
            yield TWO_PROCEDURES.at(
                path,
                Text(en="The item names a second procedure.", vi="Dòng hàng khai thêm một chế độ thứ hai."),
                Text(
                    en="Give one pair, such as 40 and 00, and additional codes without PreviousCode.",
                    vi="Khai một cặp mã, ví dụ 40 và 00; các mã bổ sung không có PreviousCode.",
                ),
            )
        else:
            yield PREVIOUS.at(
                path,
                Text(en="The previous procedure is missing.", vi="Thiếu mã chế độ trước."),
                Text(en="Give it, such as CurrentCode 40 with PreviousCode 00.", vi="Khai mã, ví dụ CurrentCode 40 và PreviousCode 00."),
            )
