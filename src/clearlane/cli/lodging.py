"""``clearlane lodge``: hand in messages, and say what became of each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from clearlane.cli.answers import Answer, answered, as_json, lines
from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import As, Language, Profile, Role, Sandbox, Store
from clearlane.cli.progress import progress
from clearlane.cli.sources import Source, bytes_of, listed, taken
from clearlane.cli.speech import errors, helped, one_of, out, plain, said, tell
from clearlane.model.case import STATES
from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.office import GROUP, Office
from clearlane.office.settings import LARGEST, Misconfigured

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…|DIR|-",
        help=helped(
            "Messages; of a folder all its *.xml and *.json; - for standard input.",
            "Các thông điệp; với thư mục là mọi tệp *.xml và *.json; - là đầu vào chuẩn.",
        ),
        show_default=False,
    ),
]
Json = Annotated[
    bool,
    typer.Option(
        "--json",
        help=helped("Answer in JSON Lines, one object for each message.", "Trả lời bằng JSON Lines, mỗi thông điệp một đối tượng."),
    ),
]
Outside = Annotated[
    str,
    typer.Option(
        "--outside-number",
        metavar="NUMBER",
        help=helped("The number another system gave the declaration.", "Số mà hệ thống khác đã cấp cho tờ khai."),
        show_default=False,
    ),
]
Signature = Annotated[
    Path | None,
    typer.Option(
        "--signature",
        metavar="FILE",
        help=helped("The declarant's signature (CMS or JWS) where it is apart.", "Chữ ký số của người khai (CMS hoặc JWS) nếu để riêng."),
        show_default=False,
    ),
]


def lodge(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    places: Places,
    json: Json = False,
    role: As = Role.trader,
    outside_number: Outside = "",
    signature: Signature = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
    sandbox: Sandbox = None,
) -> None:
    """Hand in messages and answer each; exit 0 all accepted, 1 some rejected, 2 some unreadable or refused."""
    found = settled(profile=profile, store=store, language=language, sandbox=sandbox)
    named = listed(places)
    if (signature or outside_number) and len(named) != 1:
        raise Misconfigured(
            Text(
                en="A signature or a number from outside goes with one message; hand that one in alone.",
                vi="Chữ ký số hoặc số từ hệ thống khác chỉ đi kèm một thông điệp; hãy nộp riêng thông điệp đó.",
            )
        )
    beside = bytes_of(str(signature), LARGEST) if signature else None
    counts: Counter[str] = Counter()
    watched = not (json and sys.stdout.isatty()) and len(named) > 1
    with office_of(found) as office, progress(one_of("Lodging", "Đang nộp"), len(named), shown=watched) as done:
        for source, outcome in outcomes(office, taken(named, found.max_bytes, beside, outside_number)):
            answer = answered(source.name, outcome, office.profile, officer=role is Role.officer)
            counts[_outcome(answer)] += 1
            _show(answer, office, json=json)
            done(counts.total())
    _summary(counts)
    raise typer.Exit(_exit_code(counts))


def outcomes(office: Office, sources: Iterable[Source]) -> Iterator[tuple[Source, Receipt | Refusal]]:
    """Lodge messages in groups that share a commit, and yield each with its outcome, in order."""
    waiting = iter(sources)
    while group := list(islice(waiting, GROUP)):
        receipts = iter(office.lodge_group([one.content for one in group if isinstance(one.content, Lodgement)]))
        for source in group:
            yield source, next(receipts) if isinstance(source.content, Lodgement) else source.content


def _show(answer: Answer, office: Office, *, json: bool) -> None:
    if not json:
        for line, style in lines(answer, office.profile):
            out(line, style)
        return
    sys.stdout.write(as_json(answer) + "\n")
    sys.stdout.flush()
    if answer.refusal is not None:
        tell(f"{answer.file}: {answer.refusal['message']}")


def _outcome(answer: Answer) -> str:
    """Return what a message is counted under."""
    if answer.refusal is not None:
        return f"refused: {answer.refusal['kind']}"
    if not answer.taken:
        return "rejected"
    return answer.state or ""


def _exit_code(counts: Counter[str]) -> int:
    if any(outcome.startswith("refused") for outcome in counts):
        return 2
    return 1 if counts["rejected"] else 0


_KINDS = {
    "unreadable": Text(en="unreadable", vi="không đọc được"),
    "conflict": Text(en="the reference is taken", vi="trùng số tham chiếu"),
    "not-found": Text(en="no such declaration", vi="không có tờ khai"),
    "not-allowed": Text(en="not permitted", vi="không được phép"),
    "closed": Text(en="too late", vi="đã quá thời điểm"),
}


def _summary(counts: Counter[str]) -> None:
    """Write the table of counts on standard error."""
    table = Table(show_header=True, show_footer=True)
    table.add_column(one_of("Outcome", "Kết quả"), footer=one_of("Messages", "Thông điệp"))
    table.add_column(one_of("Count", "Số lượng"), footer=str(counts.total()), justify="right")
    for outcome, count in sorted(counts.items()):
        kind = outcome.partition(": ")[2]
        words = (
            f"{one_of('refused', 'không tiếp nhận')}: {said(_KINDS[kind])}"
            if kind in _KINDS
            else said(STATES[outcome])
            if outcome in STATES
            else outcome
        )
        table.add_row(plain(words), str(count))
    errors().print(table)
