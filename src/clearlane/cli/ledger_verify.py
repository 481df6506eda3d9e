"""``clearlane verify``: whether a store is as it was signed for, byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.risk_options import figure
from clearlane.cli.speech import helped, one_of, out, plain, said
from clearlane.cli.tariff_options import Json, out_json
from clearlane.model.ledger import LedgerVerdict
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.ledger_keys import demand_keys
from clearlane.office.ledger_verify import LedgerVerifying
from clearlane.office.wiring import reading_from

Key = Annotated[
    list[str] | None,
    typer.Option(
        "--key",
        metavar="NAME+HASH+BASE64",
        help=helped("The log's public key, as it was published.", "Khóa công khai của sổ, như đã công bố."),
        show_default=False,
    ),
]
Kept = Annotated[
    list[Path] | None,
    typer.Option(
        "--checkpoint",
        metavar="FILE",
        help=helped("A checkpoint kept elsewhere, which the store must hold.", "Điểm kiểm tra lưu ở nơi khác mà kho phải khớp."),
        show_default=False,
    ),
]
FactsOnly = Annotated[
    bool, typer.Option("--facts-only", help=helped("Leave out the documents beside the log.", "Bỏ qua chứng từ lưu bên cạnh sổ."))
]


def verify(
    key: Key = None,
    kept: Kept = None,
    facts_only: FactsOnly = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Go through the whole store, and name every record that is not as it was signed for; exit 1 where one is, or nothing was signed."""
    found = settled(profile=profile, store=store, language=language)
    with in_words(), reading_from(found.store) as reading:
        demand_keys(key or ())
        outside = [_kept_in(path) for path in kept or ()]
        last = max((one.size for one in [reading.checkpoint()] if one), default=None)
        with progress(one_of("Verifying", "Đang xác minh"), last) as done:
            verdict = LedgerVerifying(reading, key or (), outside, done).verdict(documents=not facts_only)
    if json:
        out_json(verdict)
    else:
        _show(verdict, given=bool(key))
    if not verdict.holds:
        raise typer.Exit(1)


def _kept_in(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise NotFound(Text(en=f"The file {path} cannot be read: {why}.", vi=f"Không đọc được tệp {path}: {why}.")) from None


def _show(verdict: LedgerVerdict, *, given: bool) -> None:
    for fault in verdict.faults:
        out(plain(said(fault.words)))
    if not verdict.holds:
        number = figure(len(verdict.faults))
        out(one_of(f"Not as it was signed for: {number} remarks.", f"Không đúng như đã ký: {number} nhận xét."))
        return
    moment = datetime.fromtimestamp(verdict.until, UTC)
    out(
        one_of(
            f"{figure(verdict.covered)} records are as they were signed for, until {moment:%Y-%m-%d %H:%M:%S} UTC; "
            f"{figure(verdict.checkpoints)} checkpoints hold.",
            f"{figure(verdict.covered)} bản ghi đúng như đã ký, đến {moment:%d/%m/%Y %H:%M:%S} UTC; "
            f"{figure(verdict.checkpoints)} điểm kiểm tra đúng.",
        )
    )
    if rest := verdict.facts - verdict.covered:
        out(one_of(f"{figure(rest)} later records are not signed for yet.", f"{figure(rest)} bản ghi sau đó chưa được ký."))
    if verdict.documents:
        out(
            one_of(
                f"{figure(verdict.documents)} documents are as they were kept.", f"{figure(verdict.documents)} chứng từ đúng như khi lưu."
            )
        )
    if not given:
        keys = ", ".join(verdict.keys)
        out(
            one_of(
                f"By the key kept in the store; compare it with the published one: {keys}",
                f"Theo khóa lưu trong kho; hãy so với khóa đã công bố: {keys}",
            )
        )
