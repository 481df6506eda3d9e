"""``clearlane tariff activate``, ``rollback`` and ``tasks``: put a tariff in force, take it back, and what must then be looked at again."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import By, Json, Version, Which, moment, out_columns, out_json, said_by
from clearlane.model.edition import Reassessment

From = Annotated[
    datetime | None,
    typer.Option(
        "--since",
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
        metavar="DAY",
        help=helped(
            "The day or moment from which it holds, in the law's time zone; at once unless said.",
            "Ngày hoặc thời điểm bắt đầu áp dụng, theo múi giờ của pháp luật; mặc định ngay lập tức.",
        ),
        show_default=False,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help=helped("The ground.", "Lý do."), show_default=False)]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help=helped("At most so many.", "Số lượng tối đa."))]


def activate(
    version: Version,
    by: By = "",
    since: From = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Put a loaded tariff in force; whoever loaded it is refused."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made = office.tariff.activate(version, by=said_by(by), since=since)
        when = moment(made.since or made.loaded_at, office.profile)
    if json:
        out_json(made)
        return
    if made.state == "scheduled":
        out(one_of(f"{version} goes live at {when}.", f"{version} sẽ được áp dụng từ {when}."))
    else:
        out(one_of(f"{version} is in force since {when}.", f"{version} được áp dụng từ {when}."))


def rollback(
    by: By = "",
    why: Why = "",
    version: Which = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Withdraw the tariff in force, restore the former from now on, and list what must be looked at again."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with (
        office_of(found) as office,
        progress(one_of("Computing anew", "Đang tính lại"), None, shown=not json) as done,
    ):
        withdrawn, due = office.tariff.roll_back(by=officer, why=why, report=done, version=version)
        restored = office.tariff.in_force()
    if json:
        out_json({"withdrawn": withdrawn, "restored": restored, "reassessments": due})
        return
    now = restored.version if restored else one_of("the profile's own law", "quy định gốc của hồ sơ quốc gia")
    out(one_of(f"{withdrawn.version} is withdrawn. In force: {now}.", f"Đã thu hồi {withdrawn.version}. Đang áp dụng: {now}."))
    _tasks(due)


def tasks(limit: Limit = 50, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the declarations whose duty must be looked at again, latest first."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        due = office.tariff.reassessments(limit)
    if json:
        for task in due:
            out_json(task)
    else:
        _tasks(due)


def _tasks(due: list[Reassessment]) -> None:
    if due:
        heading = (
            one_of("declaration", "tờ khai"),
            one_of("assessed under", "tính theo"),
            one_of("was", "đã tính"),
            one_of("would be", "tính lại"),
            one_of("difference", "chênh lệch"),
            "",
        )
        rows = [(t.number, t.withdrawn, _sum(t.was), _sum(t.would_be), _sum(t.difference, sign="+"), t.currency) for t in due]
        out_columns([heading, *rows], right=(2, 3, 4))
    tell(_summed(due))


def _summed(due: list[Reassessment]) -> str:
    known = [task.difference for task in due if task.difference is not None]
    total, open_ = f"{sum(known, Decimal(0)):+f}", len(due) - len(known)
    return one_of(
        f"Declarations to look at again: {len(due)}. Their differences come to {total}{f', {open_} of them not known' if open_ else ''}. "
        "What was assessed stands.",
        f"Tờ khai cần xem lại: {len(due)}. Tổng chênh lệch {total}{f', trong đó {open_} tờ khai chưa rõ' if open_ else ''}. "
        "Số thuế đã tính được giữ nguyên.",
    )


def _sum(amount: Decimal | None, sign: str = "") -> str:
    return one_of("not known", "chưa rõ") if amount is None else format(amount, f"{sign}f")
