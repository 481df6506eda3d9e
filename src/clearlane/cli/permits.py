"""``clearlane permit``: permits of other agencies, given, withdrawn, and shown with what is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.payment_options import By, amount_of
from clearlane.cli.speech import helped, one_of, out
from clearlane.cli.tariff_options import Json, out_columns, out_json, said_by
from clearlane.model.permit import Permit, PermitAccount
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

Number = Annotated[str, typer.Argument(metavar="NUMBER", help=helped("The permit's number.", "Số giấy phép."), show_default=False)]
Kind = Annotated[
    str, typer.Option("--kind", metavar="CODE", help=helped("Its kind, such as L100.", "Loại, ví dụ L100."), show_default=False)
]
Holder = Annotated[str, typer.Option("--holder", metavar="TRADER", help=helped("Who may use it.", "Người được cấp."), show_default=False)]
Goods = Annotated[
    str,
    typer.Option(
        "--goods",
        metavar="CODES",
        help=helped("Beginnings of commodity codes, such as 3602,3603.", "Phần đầu mã số hàng hóa, ví dụ 3602,3603."),
        show_default=False,
    ),
]
Origins = Annotated[
    str,
    typer.Option("--origins", metavar="COUNTRIES", help=helped("Only of these origins.", "Chỉ các xuất xứ này."), show_default=False),
]
Since = Annotated[
    datetime,
    typer.Option("--since", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The first day.", "Ngày đầu tiên."), show_default=False),
]
Until = Annotated[
    datetime,
    typer.Option("--until", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The last day.", "Ngày cuối cùng."), show_default=False),
]
Quantity = Annotated[
    str,
    typer.Option(
        "--quantity",
        metavar="QUANTITY",
        help=helped("How much, with its unit, such as '100 TNE'.", "Số lượng kèm đơn vị, ví dụ '100 TNE'."),
        show_default=False,
    ),
]
Value = Annotated[
    str,
    typer.Option(
        "--value", metavar="AMOUNT", help=helped("What customs value it is for at most.", "Trị giá hải quan tối đa."), show_default=False
    ),
]
Whose = Annotated[
    str, typer.Option("--holder", metavar="TRADER", help=helped("Only this holder's.", "Chỉ của người này."), show_default=False)
]


def give(  # noqa: PLR0913, PLR0917 - each is an option
    number: Number,
    kind: Kind,
    holder: Holder,
    goods: Goods,
    since: Since,
    until: Until,
    quantity: Quantity = "",
    value: Value = "",
    origins: Origins = "",
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Register a permit that an agency gave."""
    found = settled(profile=profile, store=store, language=language)
    bound, unit = _measured(quantity)
    days, worth = (since.date(), until.date()), amount_of(value) if value else None
    permit = Permit(number, kind, holder, _parts(goods), *days, unit, bound, worth, _parts(origins))
    with office_of(found) as office:
        _told(office.permits.give(permit, by=said_by(by)), json=json)


def withdraw(
    number: Number, by: By = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Withdraw a permit; what was drawn from it stays drawn."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        _told(office.permits.withdraw(number, by=said_by(by)), json=json)


def show(number: Number, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Show a permit with what is left, and what each declaration draws."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        known = office.permits.find(number)
    _told(known, json=json)
    if json:
        return
    for declaration, many in sorted(known.drawn.items()):
        out(f"  {declaration}  {_plain(sum((one.quantity for one in many), Decimal(0)))} {known.permit.unit}".rstrip())


def list_all(holder: Whose = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List permits with what is left."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        known = office.permits.every(holder)
    if json:
        out_json(known)
        return
    out_columns([(one.permit.number, one.permit.kind, one.permit.holder, f"{one.permit.until}", _left(one)) for one in known])


def _told(known: PermitAccount, *, json: bool) -> None:
    if json:
        out_json(known)
    else:
        out(f"{known.permit.number}  {known.permit.kind}  {known.permit.holder}  {known.permit.since}/{known.permit.until}  {_left(known)}")


def _left(known: PermitAccount) -> str:
    if known.withdrawn:
        return one_of("withdrawn", "đã thu hồi")
    quantity, value = known.left()
    bounds = [(quantity, known.permit.quantity, known.permit.unit), (value, known.permit.value, "")]
    said = [f"{_plain(left)}/{_plain(whole)} {unit}".rstrip() for left, whole, unit in bounds if left is not None and whole is not None]
    return one_of("left: ", "còn: ") + (", ".join(said) or one_of("no bound", "không giới hạn"))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _parts(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.split(",") if one.strip())


def _measured(written: str) -> tuple[Decimal | None, str]:
    if not written.strip():
        return None, ""
    figure, _, unit = written.strip().partition(" ")
    if not unit.strip():
        raise Unreadable(Text(en="A quantity has a unit, such as '100 TNE'.", vi="Số lượng phải có đơn vị, ví dụ '100 TNE'."))
    return amount_of(figure), unit.strip()


COMMANDS: tuple[tuple[str, Callable[..., None], Text], ...] = (
    ("give", give, Text(en="Register a permit an agency gave.", vi="Ghi nhận giấy phép do cơ quan khác cấp.")),
    ("withdraw", withdraw, Text(en="Withdraw a permit.", vi="Thu hồi giấy phép.")),
    ("show", show, Text(en="Show a permit with what is left.", vi="Xem giấy phép và phần còn lại.")),
    ("list", list_all, Text(en="List permits.", vi="Liệt kê giấy phép.")),
)
