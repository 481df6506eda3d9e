"""``clearlane risk profile control``: a value-control file becomes risk profiles, to be approved by a second person."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By
from clearlane.cli.speech import helped, one_of, out
from clearlane.cli.tariff_options import Json, out_json, said_by
from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane.office.risk_control_values import control_profiles, read_control


class To(StrEnum):
    """The lane of what lies outside."""

    red = "red"
    yellow = "yellow"
    blue = "blue"


File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help=helped("CSV: hs, unit, low, high, and origin where wanted.", "CSV: hs, unit, low, high, có thể thêm origin."),
        show_default=False,
    ),
]
Code = Annotated[str, typer.Option("--code", metavar="CODE", help=helped("The code of the profile.", "Mã hồ sơ."))]
Lane = Annotated[To, typer.Option("--lane", help=helped("The lane of what lies outside.", "Luồng của hàng ngoài khoảng giá."))]


def control(  # noqa: PLR0913, PLR0917 - each is an option
    file: File,
    code: Code = "VC",
    lane: Lane = To.yellow,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Keep a value-control file as risk profiles; they are not in force yet."""
    found = settled(profile=profile, store=store, language=language)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Unavailable(Text(en=f"{file} cannot be read.", vi=f"Không đọc được {file}.")) from error
    author, values = said_by(by), read_control(data)
    with office_of(found) as office:
        made = [office.risk.profiles.write(text, by=author) for text in control_profiles(values, code, lane.value)]
    if json:
        out_json(made)
        return
    for one in made:
        out(
            one_of(
                f"{one.code} version {one.version} is kept, not in force yet.", f"Đã lưu {one.code} phiên bản {one.version}, chưa áp dụng."
            )
        )
