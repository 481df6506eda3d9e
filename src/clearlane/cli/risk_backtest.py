"""``clearlane risk backtest``: what profiles would have done with trade that is over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.risk_backtest_shown import show_all, show_one
from clearlane.cli.risk_options import By, period
from clearlane.cli.risk_profile import text_of
from clearlane.cli.speech import helped, one_of, tell
from clearlane.cli.tariff_options import Json, Since, Until, out_json, said_by
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_trying import Asked, tried

What = Annotated[
    str,
    typer.Argument(
        metavar="CODE|FILE",
        help=helped("A profile kept, or a file with one's text.", "Hồ sơ đã lưu, hoặc tệp văn bản của hồ sơ."),
    ),
]
Which = Annotated[
    int,
    typer.Option(
        "--version", min=0, metavar="N", help=helped("The version; the latest.", "Phiên bản; mặc định mới nhất."), show_default=False
    ),
]
All = Annotated[bool, typer.Option("--all", help=helped("Every profile in force.", "Mọi hồ sơ đang áp dụng."))]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FILE",
        help=helped("Goods of a CSV or Parquet file, not those recorded.", "Dùng tệp CSV hoặc Parquet thay cho dữ liệu đã ghi."),
        show_default=False,
    ),
]


def backtest(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    what: What = "",
    version: Which = 0,
    all_: All = False,
    since: Since = None,
    until: Until = None,
    data: Data = None,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Try a profile among those in force, or all of them; the report of a version kept is kept too, for its approval."""
    found = settled(profile=profile, store=store, language=language)
    if bool(what) == all_:
        raise Unreadable(Text(en="Name a profile or its file, or say --all.", vi="Hãy nêu một hồ sơ hoặc tệp của nó, hoặc dùng --all."))
    of_file = Path(what) if what and Path(what).is_file() else None
    asked = Asked(text_of(of_file) if of_file else "", "" if of_file or all_ else what, version, data)
    kept = bool(asked.code) and data is None
    officer = said_by(by) if kept else ""
    with office_of(found) as office, progress(one_of("Trying", "Đang thử"), None, shown=not json) as done:
        times = period(office.profile, since, until, office.clock())
        law = office.profile
        if kept:
            digest, made = office.risk.trials.backtest(what, version, *times, by=officer, report=done)
        else:
            together = tried(office, asked, *times, report=done)
    if kept:
        if json:
            out_json({"digest": digest, "report": made})
            return
        show_one(made, law)
        tell(one_of(f"Kept as {digest}", f"Đã lưu với mã {digest}"))
    elif json:
        out_json(together)
    else:
        show_all(together, law)
