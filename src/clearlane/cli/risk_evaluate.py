"""``clearlane risk evaluate``: how well declarations are chosen, on a file that says what was really so."""

from __future__ import annotations

from collections.abc import Mapping
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
from clearlane.office.risk_benchmark import Measures, Recovery, compared, evaluated

_WORDS = {
    "ranked": Text(en="this system", vi="hệ thống này"),
    "layer": Text(en="this system", vi="hệ thống này"),
    "probability": Text(en="probability alone", vi="chỉ xác suất"),
    "expected": Text(en="probability x loss", vi="xác suất x tổn thất"),
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
        if beside:
            made, scheme = compared(world, protocol.value, budget, seed), None
        else:
            one, scheme = evaluated(world, protocol.value, budget, seed, report=done)
            made = {"layer": one}
    if json:
        out_json(made if beside else {name: getattr(made["layer"], name) for name in _PRINTED})
        return
    show(made)
    _show_kinds(made)
    if scheme:
        _show_scheme(scheme)


def show(made: Mapping[str, Measures]) -> None:
    """Show how each method did, a row for each."""
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


def _show_kinds(made: Mapping[str, Measures]) -> None:
    first = next(iter(made.values()))
    kinds = ", ".join(f"{kind} {_share(share)}" for kind, share in first.kinds.items())
    out(one_of(f"Found by kind: {kinds}", f"Phát hiện theo loại: {kinds}"))


def _show_scheme(scheme: Recovery) -> None:
    """Say how soon a new scheme was found."""
    never = one_of("never", "không có")
    alarm = never if scheme.alarm is None else str(scheme.alarm)
    weeks = never if scheme.recovered is None else str(scheme.recovered)
    out(
        one_of(
            f"A new scheme began in week {scheme.began}; alarm in week: {alarm}; found as well as all was before, after weeks: {weeks}",
            f"Thủ đoạn mới bắt đầu ở tuần {scheme.began}; cảnh báo ở tuần: {alarm}; phát hiện tốt như trước sau số tuần: {weeks}",
        )
    )
    spans = "  ".join(_share(share) for share in scheme.spans)
    out(one_of(f"Share of it found, every four weeks: {spans}", f"Tỷ lệ phát hiện, mỗi bốn tuần: {spans}"))


def _share(share: float) -> str:
    return f"{share:.3f}"
