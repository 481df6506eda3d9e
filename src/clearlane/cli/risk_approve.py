"""``clearlane risk profile approve``, ``shadow``, ``snooze`` and ``retire``: where a version stands from now on."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.risk_backtest_shown import show_one
from clearlane.cli.risk_options import By, Code, Why, Yes, period
from clearlane.cli.risk_profile import STATES
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, Since, Until, out_json, said_by
from clearlane.model.risk_profile import ProfileVersion

Version = Annotated[int, typer.Argument(metavar="VERSION", min=1, help=helped("The version.", "Phiên bản."), show_default=False)]
Kept = Annotated[
    str,
    typer.Option(
        "--backtest",
        metavar="DIGEST",
        help=helped("A back-test kept before; else one is made now.", "Báo cáo thử đã lưu; nếu không, thử ngay bây giờ."),
        show_default=False,
    ),
]
Expected = Annotated[
    float | None,
    typer.Option(
        "--forecast",
        min=0,
        metavar="HITS",
        help=helped("Hits a day to expect; the back-test's.", "Số lần trúng dự kiến mỗi ngày; mặc định theo kết quả thử."),
        show_default=False,
    ),
]
Rest = Annotated[
    datetime,
    typer.Option(
        "--until",
        formats=["%Y-%m-%d"],
        metavar="DAY",
        help=helped("The last day of rest, at most 180 days from now.", "Ngày nghỉ cuối cùng, tối đa 180 ngày kể từ nay."),
        show_default=False,
    ),
]


def approve(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    code: Code,
    version: Version,
    by: By = "",
    backtest: Kept = "",
    since: Since = None,
    until: Until = None,
    forecast: Expected = None,
    why: Why = "",
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Put a version in force on the ground of its back-test, as another person than its author."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        trials = office.risk.trials
        office.risk.profiles.approver(code, version, by=officer)
        if backtest:
            digest, tried = backtest, trials.report(backtest)
        else:
            first, last = period(office.profile, since, until, office.clock())
            with progress(one_of("Trying", "Đang thử"), None, shown=not json) as done:
                digest, tried = trials.backtest(code, version, first, last, by=officer, report=done)
        if not json:
            show_one(tried, office.profile)
        if not yes:
            question = one_of(f"Put {code} version {version} in force?", f"Áp dụng {code} phiên bản {version}?")
            typer.confirm(question, abort=True, err=True)
        made = office.risk.profiles.approve(code, version, by=officer, backtest=digest, forecast=forecast, why=why)
    _answer(made, json=json)


def shadow(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    code: Code,
    version: Version,
    by: By = "",
    why: Why = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Count what a version would hit, without taking anything."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.profiles.shadow(code, version, by=officer, why=why)
    _answer(made, json=json)


def snooze(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    code: Code,
    version: Version,
    until: Rest,
    by: By = "",
    why: Why = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Let a version rest until a day, that day included."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.profiles.snooze(code, version, until.date(), by=officer, why=why)
    _answer(made, json=json)


def retire(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    code: Code,
    version: Version,
    by: By = "",
    why: Why = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Withdraw a version."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.profiles.retire(code, version, by=officer, why=why)
    _answer(made, json=json)


def _answer(made: ProfileVersion, *, json: bool) -> None:
    if json:
        out_json(made)
        return
    until = one_of(f" until {made.until}", f" đến {made.until}") if made.until else ""
    out(f"{made.code} {one_of('version', 'phiên bản')} {made.version}: {said(STATES[made.state])}{until}")
