"""``clearlane risk world``: write an invented country's declarations, with what is really so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_evaluate import Seed
from clearlane.cli.speech import helped, one_of, tell
from clearlane.model.refusals import Unavailable, Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_benchmark import WorldPlan, write_world

File = Annotated[Path, typer.Argument(metavar="FILE", help=helped("The CSV file to write.", "Tệp CSV cần ghi."), show_default=False)]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help=helped("Another parameter of the country, such as prevalence=0.01.", "Tham số khác của quốc gia, ví dụ prevalence=0.01."),
        show_default=False,
    ),
]


def world(
    file: File,
    seed: Seed = 1,
    setting: Set = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Write a world as CSV."""
    settled(profile=profile, store=store, language=language)
    plan = _plan(setting or [])
    try:
        count = write_world(file, seed, plan)
    except OSError as error:
        raise Unavailable(Text(en=f"The file {file.name} cannot be written.", vi=f"Không ghi được tệp {file.name}.")) from error
    tell(one_of(f"{count} declarations of an invented country", f"{count} tờ khai của một quốc gia giả định"))


def _plan(settings: list[str]) -> WorldPlan:
    """Return the plan with some parameters set.

    Raises:
      Unreadable: A parameter is unknown, or its value is of another kind.
    """
    given: dict[str, object] = {}
    for setting in settings:
        name, _, value = setting.partition("=")
        given[name] = value.split(",") if "," in value else value
    try:
        return msgspec.convert(given, type=_Strict, strict=False)
    except msgspec.ValidationError as error:
        raise Unreadable(Text(en=f"No such parameter: {error}.", vi=f"Tham số không hợp lệ: {error}.")) from error


class _Strict(WorldPlan, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan that takes no unknown parameter."""
