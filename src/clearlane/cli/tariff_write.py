"""``clearlane tariff write``: a tariff as tables, to begin a changed one with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, tell

Folder = Annotated[
    str, typer.Argument(metavar="FOLDER", help=helped("A new folder for the tables.", "Thư mục mới để ghi các bảng."), show_default=False)
]
Version = Annotated[
    str,
    typer.Option(
        "--version",
        metavar="VERSION",
        help=helped("Which tariff; the one in force unless said.", "Biểu thuế nào; mặc định là biểu đang áp dụng."),
        show_default=False,
    ),
]
Columns = Annotated[bool, typer.Option("--parquet", help=helped("Write Parquet instead of CSV.", "Ghi dạng Parquet thay cho CSV."))]


def write(
    folder: Folder, version: Version = "", parquet: Columns = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Write a tariff as tables in our own form, which load back to the very same tariff."""
    found = settled(profile=profile, store=store, language=language)
    with in_words(), office_of(found) as office:
        written = office.tariff.write(Path(folder), version, as_parquet=parquet)
        tell(one_of(f"{len(written)} tables were written into {folder}.", f"Đã ghi {len(written)} bảng vào {folder}."))
