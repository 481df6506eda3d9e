"""``clearlane risk korea``: the Korean synthetic declarations, scored so that no answer can be looked up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_evaluate import Seed
from clearlane.cli.speech import helped, one_of, out
from clearlane.cli.tariff_options import Json, out_json
from clearlane.office.risk_benchmark import korea as ranked

Folder = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", help=helped("Where the published files lie.", "Thư mục chứa các tệp đã công bố."), show_default=False),
]


def korea(
    folder: Folder,
    seed: Seed = 1,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Rank the Korean synthetic declarations; nothing is recorded."""
    settled(profile=profile, store=store, language=language)
    made = ranked(folder, seed)
    if json:
        out_json(made)
        return
    out(
        one_of(
            f"AUC {made.auc:.3f}, precision among the first 5 % {made.precision:.3f}; wrong at large {made.base:.3f}",
            f"AUC {made.auc:.3f}, độ chính xác trong 5 % đầu {made.precision:.3f}; tỷ lệ vi phạm chung {made.base:.3f}",
        )
    )
    out(
        one_of(
            f"{made.declarations} declarations of {made.tuples} six-tuples, none of which is both learned from and tested on",
            f"{made.declarations} tờ khai thuộc {made.tuples} bộ sáu giá trị; không bộ nào vừa dùng để học vừa dùng để thử",
        )
    )
