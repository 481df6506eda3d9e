"""``clearlane risk result``: record what an inspection found."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By, Number
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, out_json, said_by
from clearlane.model.control_facts import CountersignatureAsked
from clearlane.model.inspection import CATEGORIES, ItemResult
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text


class Found(StrEnum):
    """What was wrong."""

    value = "value"
    classification = "classification"
    origin = "origin"
    quantity = "quantity"
    prohibited = "prohibited"
    formality = "formality"


class How(StrEnum):
    """How closely it was looked at."""

    documents = "documents"
    scan = "scan"
    physical = "physical"
    post_clearance = "post-clearance"


class Intent(StrEnum):
    """What a decision on intent says."""

    yes = "yes"
    no = "no"


Item = Annotated[
    int, typer.Option("--item", min=0, metavar="N", help=helped("The goods item; 0 for the whole.", "Mặt hàng; 0 là cả tờ khai."))
]
Wrong = Annotated[Found | None, typer.Option("--found", help=helped("What was wrong.", "Nội dung sai phạm."), show_default=False)]
Conform = Annotated[bool, typer.Option("--conform", help=helped("All was as declared.", "Đúng như khai báo."))]
Revenue = Annotated[
    str,
    typer.Option("--revenue", metavar="AMOUNT", help=helped("Duty and tax found missing.", "Số thuế phát hiện thiếu."), show_default=False),
]
Intensity = Annotated[How, typer.Option("--intensity", help=helped("How closely.", "Hình thức kiểm tra."), show_default=False)]
Meant = Annotated[
    Intent | None,
    typer.Option("--intent", help=helped("A decision on intent, once taken.", "Kết luận về hành vi cố ý, nếu đã có."), show_default=False),
]


def result(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    number: Number,
    intensity: Intensity,
    item: Item = 0,
    found: Wrong = None,
    conform: Conform = False,
    revenue: Revenue = "0",
    intent: Meant = None,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Record the result of an inspection: what was wrong, or that all was as declared."""
    setup = settled(profile=profile, store=store, language=language)
    if (found is None) != conform:
        raise Unreadable(Text(en="Say what was found, or --conform.", vi="Hãy nêu nội dung sai phạm, hoặc dùng --conform."))
    made = ItemResult(item, conform, found.value if found else None, _amount(revenue), None if intent is None else intent is Intent.yes)
    officer = said_by(by)
    with office_of(setup) as office:
        name = office.case(number).number
        waits = isinstance(office.risk.results.record(name, intensity.value, [made], by=officer).fact, CountersignatureAsked)
        law = office.profile
    if json:
        out_json({"number": name, "intensity": intensity.value, "result": made, "waits": waits})
        return
    what = said(CATEGORIES[found.value]) if found else one_of("as declared", "đúng khai báo")
    where = one_of(f"item {item}", f"mặt hàng {item}") if item else one_of("the whole", "cả tờ khai")
    amount = f", {made.revenue} {law.currency}" if made.revenue else ""
    out(one_of(f"Recorded for {name}, {where}: {what}{amount}.", f"Đã ghi cho {name}, {where}: {what}{amount}."))
    if waits:
        out(one_of("It stands once a second officer signs it.", "Kết quả có hiệu lực khi công chức thứ hai ký."))


def _amount(written: str) -> Decimal:
    try:
        amount = Decimal(written)
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0:
        raise Unreadable(Text(en="The amount is a number from 0 up, such as 120.50.", vi="Số tiền là số từ 0 trở lên, ví dụ 120.50."))
    return amount
