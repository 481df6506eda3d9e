"""``clearlane risk season``: how well inspections are chosen in the trade of the imaginary country, of which the truth is known."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import stages
from clearlane.cli.risk_evaluate import Budget, Seed, show
from clearlane.cli.risk_train import STAGES
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.office.season_measures import SeasonMeasures
from clearlane.office.season_protocol import season_evaluated
from clearlane.office.wiring import profile_named

_LAW = "xa"
_SEASON = Text(en="Weeks of trade", vi="Tuần giao thương")

Weeks = Annotated[
    int,
    typer.Option(
        "--weeks",
        min=1,
        max=520,
        help=helped("How many weeks; the last quarter is measured.", "Số tuần; một phần tư cuối được dùng để đo."),
    ),
]
Firms = Annotated[int, typer.Option("--firms", min=1, max=100_000, help=helped("How many firms trade.", "Số doanh nghiệp giao thương."))]


def season(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    seed: Seed = 1,
    weeks: Weeks = 16,
    firms: Firms = 300,
    budget: Budget = 0.05,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Evaluate the choice of inspections on a season of the imaginary country; nothing is recorded."""
    if settled(profile=profile, store=store, language=language).profile != _LAW:
        raise Unavailable(Text(en="The simulator trades in Arcadia (xa) only.", vi="Trình mô phỏng chỉ tạo giao thương tại Arcadia (xa)."))
    with stages(shown=not json) as done:
        made = season_evaluated(
            profile_named(_LAW), seed, weeks, firms, budget, lambda what, n, whole: done(said(STAGES.get(what, _SEASON)), n, whole)
        )
    if json:
        out_json(made)
        return
    show({name: one.measures for name, one in made.items()})
    out("")
    _show_kinds(made["ranked"])


def _show_kinds(one: SeasonMeasures) -> None:
    """Say what was found of each kind, the largest loss first."""
    heading = (
        one_of("kind", "loại"),
        one_of("declarations", "tờ khai"),
        one_of("found", "phát hiện"),
        one_of("lost", "thất thu"),
        one_of("found of it", "trong đó phát hiện"),
    )
    largest = sorted(one.kinds.items(), key=lambda pair: -pair[1].lost)
    rows = [(kind, str(of.declarations), f"{of.found:.3f}", f"{of.lost:.0f}", f"{of.revenue:.3f}") for kind, of in largest]
    out_columns([heading, *rows], right=(1, 2, 3, 4))
