"""``clearlane risk train``, ``measure`` and ``refresh``: learn from what was found, and measure it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import stages
from clearlane.cli.risk_backtest import Data
from clearlane.cli.risk_models import Model, show_burdens, show_card, show_measured
from clearlane.cli.risk_options import By, figure, percent, period
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, Since, Until, out_json, said_by
from clearlane.model.text import Text
from clearlane.office.risk_files import read_goods
from clearlane.office.risk_nouns import Evaluation
from clearlane.office.risk_training import Cause as Why

STAGES = {
    "reading": Text(en="Reading", vi="Đang đọc"),
    "calibration": Text(en="Calibrating", vi="Đang hiệu chuẩn"),
    "finding": Text(en="Learning what is found", vi="Đang học sai phạm"),
    "revenue": Text(en="Learning what is at stake", vi="Đang học số thu"),
    "category": Text(en="Learning kinds", vi="Đang học loại sai phạm"),
}


class Cause(StrEnum):
    """Why a model is trained."""

    asked = "asked"
    scheduled = "scheduled"
    drift = "drift"


Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help=helped("The seed of all chance.", "Hạt giống của mọi ngẫu nhiên."))]
Work = Annotated[
    str,
    typer.Option(
        "--work",
        metavar="PLACE",
        help=helped("Where: local:, local:2 or dask://host:port.", "Nơi tính toán: local:, local:2 hoặc dask://máy:cổng."),
    ),
]
Because = Annotated[Cause, typer.Option("--cause", help=helped("Why.", "Lý do."))]
IfDue = Annotated[
    int,
    typer.Option(
        "--if-due",
        min=0,
        metavar="DAYS",
        help=helped("Only where the last is so old, or something drifted.", "Chỉ khi mô hình đã cũ như vậy hoặc có trôi dữ liệu."),
        show_default=False,
    ),
]


def train(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    since: Since = None,
    until: Until = None,
    data: Data = None,
    seed: Seed = 1,
    work: Work = "local:",
    cause: Because = Cause.asked,
    if_due: IfDue = 0,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Train a model and keep it with its card; it scores nothing until another person promotes it."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    why: Why = cause.value
    with office_of(found) as office, _bar(shown=not json) as report:
        training = office.risk.training
        if if_due:
            due = training.due(office.clock(), if_due)
            if due is None:
                tell(one_of("No model is due.", "Chưa đến hạn huấn luyện lại."))
                return
            why = due
        if data is None:
            times = period(office.profile, since, until, office.clock())
            made = training.train(*times, by=officer, seed=seed, cause=why, work=work, report=report)
        else:
            goods, became = read_goods(data)
            made = training.train_on(goods, became, by=officer, seed=seed, cause=why, work=work, report=report)
        card = office.risk.models.card(made.kept.version)
    if json:
        out_json({"stands": made, "card": card})
        return
    show_card(card)
    name = made.kept.version
    out(
        one_of(
            f"Kept as {name}; it scores nothing yet. Another person promotes it: clearlane risk promote {name} --by …",
            f"Đã lưu với tên {name}, chưa chấm điểm. Người khác phê duyệt: clearlane risk promote {name} --by …",
        )
    )


def measure(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    version: Model,
    since: Since = None,
    until: Until = None,
    data: Data = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Measure a model on recorded goods of a period, each with what was known just before it."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        if data is None:
            made = office.risk.training.evaluate(version, *period(office.profile, since, until, office.clock(), days=90))
        else:
            made = office.risk.training.evaluate_on(version, *read_goods(data))
    if json:
        out_json(made)
    else:
        _show(made)


def refresh(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Let the model in force score with the results known by now; to be done daily. Its trees stay as they were approved."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made = office.risk.training.refresh()
    if json:
        out_json(made)
    else:
        out(
            one_of(
                f"{made.version} scores with what is known of {figure(made.rows)} goods items.",
                f"{made.version} chấm điểm với dữ liệu đã biết của {figure(made.rows)} mặt hàng.",
            )
        )


def _show(made: Evaluation) -> None:
    days = f"{made.days[0]} – {made.days[1]}" if made.days else "-"
    out(
        one_of(
            f"{made.version} on {figure(made.rows)} goods items, {days}; {figure(made.labelled)} inspected, only those count",
            f"{made.version} trên {figure(made.rows)} mặt hàng, {days}; {figure(made.labelled)} đã kiểm tra, chỉ tính số này",
        )
    )
    show_measured({made.version: made.measured} | made.references)
    show_burdens(made.burdens)
    for told, share in made.calibration:
        tell(one_of(f"said {percent(told)}, found {percent(share)}", f"dự báo {percent(told)}, thực tế {percent(share)}"))


@contextmanager
def _bar(*, shown: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Show how far training is, one bar for each part of it."""
    with stages(shown=shown) as done:
        yield lambda what, now, whole: done(said(STAGES[what]) if what in STAGES else what, now, whole if what != "reading" else None)
