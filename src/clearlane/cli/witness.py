"""``clearlane witness``: partners' logs seen and cosigned, and one's own seen by them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.serving import Host, Port, listening, run
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import out_columns
from clearlane.model.text import Text
from clearlane.model.witnessing import Answered
from clearlane.office.partners import files_of, needed, taken_along
from clearlane.office.witness_node import book_of, witness_of
from clearlane.office.witness_sending import send
from clearlane.office.witnessing import gather as ask_all
from clearlane.office.witnessing import seen_by

Name = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="NAME",
        help=helped("The witness's name, given once and for good.", "Tên bên chứng kiến, đặt một lần và giữ mãi."),
        show_default=False,
    ),
]
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help=helped("Where the files are written.", "Thư mục ghi tệp."), show_default=False)
]


def serve(
    host: Host = None,
    port: Port = None,
    name: Name = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Cosign partners' checkpoints until stopped."""
    from clearlane.api.witness import witness_app  # noqa: PLC0415 - only commands that serve need it

    found = settled(profile=profile, store=store, language=language, host=host, port=port)
    with listening(found.host, found.port) as listener, in_words(), witness_of(found, name) as witness:
        run(witness_app(witness), listener)


def gather(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Ask partners to cosign the latest checkpoint; exit 1 where fewer do than are needed."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office, book_of(found) as book:
        answers, wanted = ask_all(office.store, book, send), needed(book)
    shown(answers)
    if sum(1 for one in answers if one.at) < wanted:
        raise typer.Exit(1)


def shown(answers: list[Answered]) -> None:
    """Say what came of asking witnesses, a line each."""
    for one in answers:
        moment = datetime.fromtimestamp(one.at, UTC)
        words = (
            said(one.why) if one.why else one_of(f"cosigned at {moment:%Y-%m-%d %H:%M:%S} UTC", f"đã ký lúc {moment:%d/%m/%Y %H:%M:%S} UTC")
        )
        tell(f"{one.name}: {words}")


def compare(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Compare with partners what each was shown; exit 1 where two checkpoints contradict each other."""
    found = settled(profile=profile, store=store, language=language)
    with witness_of(found) as witness:
        evidence = []
        for asked in witness.book.asked():
            notes, why = seen_by(asked, send)
            evidence += witness.compare(notes)
            if why:
                tell(said(why))
    for one in evidence:
        out(one_of(f"{one.origin} showed two histories.", f"{one.origin} đã cho xem hai lịch sử khác nhau."))
    if evidence:
        raise typer.Exit(1)
    tell(one_of("Nothing contradicts what was seen here.", "Không có gì mâu thuẫn với những gì đã thấy ở đây."))


def evidence(
    folder: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FOLDER", help=helped("Write the checkpoints to files.", "Ghi các điểm kiểm tra ra tệp."), show_default=False
        ),
    ] = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """List evidence against keepers of logs; write it as files that anyone can check."""
    found = settled(profile=profile, store=store, language=language)
    with book_of(found) as book:
        kept = book.evidence()
    for place, one in enumerate(kept, 1):
        moment = datetime.fromtimestamp(one.at, UTC)
        split = one_of("signed two roots for one size", "đã ký hai mã gốc cho cùng một số bản ghi")
        words = split if one.kind == "split" else one_of("did not show that its log only grew", "không chứng minh được sổ chỉ thêm vào")
        out(f"{place}  {moment:%Y-%m-%d %H:%M:%S} UTC  {one.origin}: {words}")
        if folder:
            _files(folder, files_of(one, place))
    if not kept:
        tell(one_of("There is no evidence against anyone.", "Không có chứng cứ về bên nào."))


def export(folder: Folder, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write all that this node saw to files: keys, checkpoints, evidence."""
    found = settled(profile=profile, store=store, language=language)
    with book_of(found) as book:
        _files(folder, taken_along(book))


def _files(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    with in_words():
        for path, body in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(body, encoding="utf-8")


def partners(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List partners: logs seen here with the last size, witnesses asked."""
    found = settled(profile=profile, store=store, language=language)
    with book_of(found) as book:
        rows = [
            (origin, str(seen.size if (seen := book.seen(origin)) else 0), one_of("seen here", "được thấy ở đây"))
            for origin in book.origins()
        ]
        rows += [(one.vkey.partition("+")[0], str(one.size), one.address) for one in book.asked()]
    out_columns([(one_of("partner", "đối tác"), one_of("records", "bản ghi"), one_of("where", "nơi")), *rows], right=(1,))


COMMANDS = (
    ("serve", serve, Text(en="Cosign partners' checkpoints.", vi="Ký chứng kiến cho đối tác.")),
    ("gather", gather, Text(en="Ask partners to cosign. Exit 1: too few did.", vi="Đề nghị đối tác ký chứng kiến. Mã thoát 1: chưa đủ.")),
    ("list", partners, Text(en="List partners.", vi="Liệt kê đối tác.")),
    ("compare", compare, Text(en="Compare with partners. Exit 1: a contradiction.", vi="Đối chiếu với đối tác. Mã thoát 1: có mâu thuẫn.")),
    ("evidence", evidence, Text(en="List evidence, write it to files.", vi="Liệt kê chứng cứ, ghi ra tệp.")),
    ("export", export, Text(en="Take along all that was seen.", vi="Mang theo mọi điều đã thấy.")),
)
