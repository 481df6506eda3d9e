"""``clearlane certificate``: issue, show, verify and withdraw certificates; hand out the list of status and the keys."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.payment_options import By, Why
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import out_columns, said_by
from clearlane.model.certificate import CertificateKind
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.certificate_checks import seen
from clearlane.office.certificate_paper import code as coded
from clearlane.office.certificate_paper import paper
from clearlane.office.certificate_pins import pins_in
from clearlane.office.certificate_signing import certifier
from clearlane.office.certificate_snapshot import look

_KINDS = get_args(CertificateKind)
Kind = Annotated[
    str, typer.Argument(metavar="|".join(_KINDS), help=helped("What it certifies.", "Nội dung chứng nhận."), show_default=False)
]
Subject = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=helped("What it says, as JSON; - for standard input.", "Nội dung dạng JSON; - là đầu vào chuẩn.")),
]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help=helped("The certificate's number.", "Số chứng chỉ."), show_default=False)]
File = Annotated[Path | None, typer.Argument(metavar="FILE", help=helped("The certificate.", "Chứng chỉ."), show_default=False)]
Code = Annotated[
    str,
    typer.Option(
        "--code", metavar="CODE", help=helped("What the code on its paper says.", "Nội dung mã QR trên giấy."), show_default=False
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        "--until", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The last day it holds.", "Ngày hết hiệu lực."), show_default=False
    ),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help=helped("Write it to a file.", "Ghi vào tệp."), show_default=False)]
Which = Annotated[int, typer.Option("--list", metavar="NUMBER", min=1, help=helped("Which list, from 1.", "Danh sách số mấy, từ 1."))]
Paper = Annotated[Path, typer.Option("--out", metavar="FILE", help=helped("Write it to a file.", "Ghi vào tệp."), show_default=False)]
Pinned = Annotated[
    list[Path] | None,
    typer.Option("--did", metavar="FILE", help=helped("A pinned DID document.", "Tài liệu DID đã ghim."), show_default=False),
]
Lists = Annotated[
    list[Path] | None,
    typer.Option(
        "--status", metavar="FILE", help=helped("A snapshot of a status list.", "Bản chụp danh sách trạng thái."), show_default=False
    ),
]
Days = Annotated[
    int, typer.Option("--days", metavar="NUMBER", min=0, help=helped("How old a snapshot may be.", "Số ngày tối đa của bản chụp."))
]


def issue(  # noqa: PLR0913, PLR0917 - each is an option
    kind: Kind,
    subject: Subject,
    until: Until = None,
    by: By = "",
    out_file: Out = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Issue a certificate, and write it."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        if kind not in _KINDS:
            names = ", ".join(_KINDS)
            raise Unreadable(Text(en=f"There are certificates of {names}.", vi=f"Có các loại chứng chỉ: {names}."))
        last = until.replace(hour=23, minute=59, second=59, tzinfo=UTC) if until else None
        made = office.certificates.issue(kind, _subject(subject), signer=certifier(found, office), by=said_by(by), until=last)  # type: ignore[arg-type]
    _write(made.document, out_file)
    tell(one_of(f"Issued as {made.number}.", f"Đã cấp với số {made.number}."))


def show(number: Number, out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write a certificate as it was signed."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        found = office.certificates.find(number)
    if found.document is None:
        tell(one_of("What it said was erased.", "Nội dung đã bị xóa."))
        raise typer.Exit(1)
    _write(found.document, out_file)


def code(number: Number, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write what the code on a certificate's paper says."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        office.certificates.keys = partial(certifier, found, office)
        out(coded(office, number))


def print_(number: Number, out_file: Paper, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write a certificate as PDF with its code, in the language spoken."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        office.certificates.keys = partial(certifier, found, office)
        made = paper(office, number, found.language)
    with in_words():
        out_file.write_bytes(made)


def names(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the certificates issued."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        every = office.certificates.every()
    if not every:
        tell(one_of("None was issued yet.", "Chưa cấp chứng chỉ nào."))
        return
    head = (one_of("number", "số"), one_of("issued", "cấp lúc"), one_of("by", "bởi"), one_of("withdrawn", "thu hồi"))
    rows = [
        (one.number, f"{one.issued_at:%Y-%m-%d %H:%M}", one.by, f"{one.withdrawn_at:%Y-%m-%d %H:%M}" if one.withdrawn_at else "-")
        for one in every
    ]
    out_columns([head, *rows])


def withdraw(number: Number, by: By = "", why: Why = "", profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Withdraw a certificate; hand out the list of status afterwards."""
    with office_of(settled(profile=profile, store=store, language=language)) as office:
        office.certificates.withdraw(number, by=said_by(by), why=why)
    tell(one_of(f"{number} is withdrawn; the next list of status says so.", f"Đã thu hồi {number}; danh sách trạng thái tiếp theo sẽ nêu."))


def status(which: Which = 1, out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write the signed list of what was withdrawn, as of now."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        _write(office.certificates.status(certifier(found, office), which), out_file)


def did(out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write the document with the issuer's keys, to be published and pinned."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        _write(office.certificates.did(certifier(found, office)), out_file)


def verify(  # noqa: PLR0913, PLR0917 - each is an option
    file: File = None,
    code: Code = "",
    pinned: Pinned = None,
    lists: Lists = None,
    days: Days = 7,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Check a certificate by pinned keys and snapshots at hand; exit 1 where it does not hold, or nobody can say."""
    found, shown = settled(profile=profile, store=store, language=language), code.encode() or _read(file or Path("-"))
    dids, held = ([_read(one) for one in given or ()] for given in (pinned, lists))
    with office_of(found) as office:
        office.certificates.keys, office.certificates.pins = partial(certifier, found, office), partial(pins_in, found.certificate_pins)
        said = seen(shown, dids, held, office.clock(), days) if dids or held else look(office, shown, days)
    out(one_of(said.words.en, said.words.vi))
    if not said.holds:
        raise typer.Exit(1)


def _subject(file: Path) -> dict[str, Any]:
    found: Any
    try:
        found = json.loads(_read(file))
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Unreadable(Text(en="What a certificate says is a JSON object.", vi="Nội dung chứng chỉ phải là đối tượng JSON."))
    return found


def _read(file: Path) -> bytes:
    with in_words():
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()


def _write(document: Any, file: Path | None) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if file is None:
        out(text)
    else:
        with in_words():
            file.write_text(text + "\n", encoding="utf-8")


COMMANDS = (
    ("issue", issue, Text(en="Issue a certificate.", vi="Cấp chứng chỉ.")),
    ("show", show, Text(en="Write a certificate as it was signed.", vi="In chứng chỉ đã ký.")),
    ("print", print_, Text(en="Write a certificate as PDF with its code.", vi="In chứng chỉ ra PDF kèm mã QR.")),
    ("code", code, Text(en="Write what the code on its paper says.", vi="In nội dung mã QR trên giấy.")),
    ("list", names, Text(en="List the certificates issued.", vi="Liệt kê chứng chỉ đã cấp.")),
    ("withdraw", withdraw, Text(en="Withdraw a certificate.", vi="Thu hồi chứng chỉ.")),
    ("status", status, Text(en="Write the list of what was withdrawn.", vi="In danh sách thu hồi.")),
    ("did", did, Text(en="Write the issuer's keys.", vi="In khóa của bên cấp.")),
    ("verify", verify, Text(en="Check a certificate. Exit 1: it does not hold.", vi="Kiểm tra chứng chỉ. Mã thoát 1: không đúng.")),
)
