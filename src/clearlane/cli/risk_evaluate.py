"""``clearlane risk evaluate``: how well declarations are chosen, on a file that says what was really so."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.text import Text
from clearlane.office.risk_benchmark import Measures, compared, evaluated

_WORDS = {
    "ranked": Text(en="this system", vi="hệ thống này"),
    "layer": Text(en="this system", vi="hệ thống này"),
    "probability": Text(en="probability alone", vi="chỉ xác suất"),
    "power": Text(en="probability x loss^0.5", vi="xác suất x tổn thất^0,5"),
    "rules": Text(en="hand rules", vi="quy tắc thủ công"),
    "history": Text(en="importer history", vi="lịch sử người nhập khẩu"),
    "random": Text(en="random", vi="ngẫu nhiên"),
}


_PRINTED = ("precision", "recall", "revenue", "ring", "auc")


class How(StrEnum):
    """What is known: every result of the past, or those of inspected declarations."""

    full = "full"
    selective = "selective"


World = Annotated[
    Path,
    typer.Option(
        "--world",
        metavar="FILE",
        help=helped(
            "Declarations with the truth: CSV, also compressed, or Parquet.", "Tờ khai kèm kết quả thật: CSV (có thể nén) hoặc Parquet."
        ),
        show_default=False,
    ),
]
Known = Annotated[
    How,
    typer.Option(
        "--protocol",
        help=helped("Which results are known: all, or of inspected goods.", "Kết quả nào được biết: tất cả, hay chỉ lô đã kiểm tra."),
    ),
]
Budget = Annotated[
    float,
    typer.Option(
        "--budget",
        min=0.001,
        max=0.5,
        help=helped("The share of each week that is inspected.", "Tỷ lệ tờ khai được kiểm tra mỗi tuần."),
    ),
]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help=helped("The seed of all chance.", "Hạt giống của mọi ngẫu nhiên."))]
Beside = Annotated[
    bool,
    typer.Option("--beside", help=helped("Also what it must beat, on the same seed.", "Kèm các phương pháp đối chứng, cùng hạt giống.")),
]


def evaluate(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    world: World,
    protocol: Known = How.selective,
    budget: Budget = 0.05,
    seed: Seed = 1,
    beside: Beside = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Evaluate the choice of inspections on a file; nothing is recorded."""
    settled(profile=profile, store=store, language=language)
    with progress(one_of("Evaluating", "Đang đánh giá"), None, shown=not json) as done:
        made = (
            compared(world, protocol.value, budget, seed)
            if beside
            else {"layer": evaluated(world, protocol.value, budget, seed, report=done)}
        )
    if json:
        out_json(made if beside else {name: getattr(made["layer"], name) for name in _PRINTED})
    else:
        _show(made)


def _show(made: dict[str, Measures]) -> None:
    heading = (
        "",
        one_of("precision", "độ chính xác"),
        one_of("recall", "tỷ lệ phát hiện"),
        one_of("revenue", "số thu"),
        one_of("ring", "đường dây"),
        "AUC",
    )
    rows = [
        (
            said(_WORDS[name]),
            *map(_share, (one.precision, one.recall, one.revenue)),
            _share(one.ring) if one.ring_size else "–",
            _share(one.auc),
        )
        for name, one in made.items()
    ]
    out_columns([heading, *rows], right=(1, 2, 3, 4, 5))
    first = next(iter(made.values()))
    kinds = ", ".join(f"{kind} {_share(share)}" for kind, share in first.kinds.items())
    out(one_of(f"Found by kind: {kinds}", f"Phát hiện theo loại: {kinds}"))


def _share(share: float) -> str:
    return f"{share:.3f}"
