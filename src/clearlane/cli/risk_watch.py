"""``clearlane risk watch``, ``references`` and ``recheck``: what an office does daily or weekly, and is alarmed by."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import figure
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.profile import Profile as Law
from clearlane.model.risk_facts import RiskTask
from clearlane.model.risk_model import Drift
from clearlane.model.text import Text
from clearlane.office.risk_nouns import Difference

_TASKS = {
    "input-drift": Text(en="inputs drift", vi="trôi đầu vào"),
    "score-drift": Text(en="scores drift", vi="trôi điểm số"),
    "hit-drift": Text(en="results drift", vi="trôi kết quả"),
    "profile-stopped": Text(en="profile stopped", vi="hồ sơ bị dừng"),
    "list-expired": Text(en="list ran out", vi="danh sách hết hạn"),
}
_MOST = 15
On = Annotated[
    datetime | None,
    typer.Option(
        "--on",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help=helped("The day rechecked; yesterday.", "Ngày kiểm tra lại; mặc định hôm qua."),
        show_default=False,
    ),
]
Sample = Annotated[int, typer.Option("--sample", min=0, metavar="N", help=helped("Declarations computed anew.", "Số tờ khai tính lại."))]


def watch(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Watch for drift, for profiles that hit too often and for lists that ran out; exit 1 where a new task is raised."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        tasks = office.risk.watching.all()
        drifts = office.risk.watching.drift()
        retire = office.risk.trials.retirement()
    if json:
        proposed = [{"profile": code, "why": why} for code, why in retire]
        out_json({"tasks": tasks, "drift": [_plain(one) for one in drifts], "retire": proposed})
    else:
        _show(tasks, drifts, retire)
    raise typer.Exit(1 if tasks else 0)


def _plain(one: Drift) -> dict[str, object]:
    return {"kind": one.kind, "about": one.about, "measured": one.measured, "bound": one.bound, "alarm": one.alarm}


def _show(tasks: tuple[RiskTask, ...], drifts: tuple[Drift, ...], retire: list[tuple[str, Text]]) -> None:
    if tasks:
        out(one_of("New tasks", "Công việc mới"))
        rows = [(said(_TASKS[one.kind]), one.about, figure(one.measured, 2), _over(one.bound), _worst(one)) for one in tasks[:_MOST]]
        out_columns(rows, indent="  ")
        if (more := len(tasks) - _MOST) > 0:
            out(one_of(f"  and {more} more; --json has them all", f"  và {more} việc nữa; xem đủ bằng --json"))
    if drifts:
        out(one_of("Drift, alarms first", "Mức trôi, cảnh báo trước"))
        rows = [("!" if one.alarm else "", one.kind, one.about, figure(one.measured, 3), _over(one.bound)) for one in drifts[:_MOST]]
        out_columns(rows, right=(3,), indent="  ")
    if retire:
        out(one_of("Proposed for retirement; a person decides", "Đề xuất thu hồi; do người có thẩm quyền quyết định"))
        out_columns([(code, said(why)) for code, why in retire], indent="  ")
    if not tasks:
        tell(one_of("No new task.", "Không có công việc mới."))


def _worst(task: RiskTask) -> str:
    """Return what drifted most, with its figures, and how many more."""
    named = ", ".join(f"{about} {figure(measured, 2)}" for about, measured in task.worst)
    more = task.count - len(task.worst)
    return named + one_of(f" and {more} more", f" và {more} yếu tố nữa") if more > 0 else named


def _over(bound: float) -> str:
    return one_of(f"bound {figure(bound, 2)}", f"ngưỡng {figure(bound, 2)}")


def references(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Keep what like goods cost and weigh, for this week; what is kept for a week stands."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made = office.risk.training.references()
    if json:
        out_json(made)
    else:
        out(
            one_of(
                f"References of the week from {made.week}: {figure(made.groups)} groups of like goods.",
                f"Dữ liệu tham chiếu tuần từ {made.week}: {figure(made.groups)} nhóm hàng tương tự.",
            )
        )


def recheck(
    on: On = None, sample: Sample = 200, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Decide a day's live decisions again from the record; any difference is an incident, and ends with 1."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        since, until = _day(office.profile, on, office.clock())
        wrong = [*office.risk.rechecking.replay(since, until)]
        chosen = office.risk.rechecking.sample(since, until, sample) if sample else []
        wrong += office.risk.rechecking.recheck(chosen)
    if json:
        for one in wrong:
            out_json(one)
    elif wrong:
        out_columns([_heading(), *map(_row, wrong)], right=(1,))
    day = since.date()
    if wrong:
        tell(
            one_of(
                f"{len(wrong)} differences from what was decided on {day}. This is an incident: tell those who run the system.",
                f"Có {len(wrong)} khác biệt so với quyết định ngày {day}. Đây là sự cố: hãy báo đơn vị vận hành hệ thống.",
            )
        )
    else:
        tell(
            one_of(
                f"What was decided on {day} is found again; {len(chosen)} declarations were computed anew.",
                f"Kết quả ngày {day} khớp hoàn toàn; đã tính lại {len(chosen)} tờ khai.",
            )
        )
    raise typer.Exit(1 if wrong else 0)


def _day(law: Law, on: datetime | None, now: datetime) -> tuple[datetime, datetime]:
    day = on.date() if on is not None else law.day(now) - timedelta(days=1)
    since = datetime.combine(day, time(), ZoneInfo(law.time_zone))
    return since, since + timedelta(days=1) - timedelta(microseconds=1)


def _heading() -> tuple[str, ...]:
    return (
        one_of("declaration", "tờ khai"),
        one_of("item", "mặt hàng"),
        one_of("what", "nội dung"),
        one_of("logged", "đã ghi"),
        one_of("found", "tính lại"),
    )


def _row(one: Difference) -> tuple[str, ...]:
    return one.number, str(one.item), one.what, str(one.logged), str(one.found)
