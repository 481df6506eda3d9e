"""``clearlane witness``: how partners come and go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.witness import Name
from clearlane.model.text import Text
from clearlane.office import partners
from clearlane.office.ledger_signing import signer_of
from clearlane.office.witness_node import book_of, renewed, witness_of

Address = Annotated[
    str,
    typer.Argument(metavar="ADDRESS", help=helped("Where partners ask this witness.", "Địa chỉ để đối tác hỏi."), show_default=False),
]
Log = Annotated[
    bool, typer.Option("--log/--no-log", help=helped("Whether this node keeps a log of its own.", "Nút này có sổ riêng hay không."))
]
File = Annotated[
    Path, typer.Argument(metavar="FILE", help=helped("The partner's invitation.", "Giấy mời của đối tác."), show_default=False)
]
Fingerprint = Annotated[
    str | None,
    typer.Option(
        "--fingerprint",
        metavar="SIGNS",
        help=helped("The fingerprint as the partner read it to you.", "Mã đối chiếu do đối tác đọc cho bạn."),
        show_default=False,
    ),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help=helped("Write it to a file.", "Ghi vào tệp."), show_default=False)]
Partner = Annotated[
    str,
    typer.Argument(metavar="NAME", help=helped("The partner's log or witness.", "Sổ hoặc bên chứng kiến của đối tác."), show_default=False),
]


def invite(
    address: Address, log: Log = True, name: Name = None, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Write the invitation a partner is sent, and say its fingerprint."""
    found = settled(profile=profile, store=store, language=language)
    with witness_of(found, name) as witness:
        if log:
            with office_of(found) as office:
                text = partners.invitation(address, witness.signer, signer_of(found, office.profile, office.store))
        else:
            text = partners.invitation(address, witness.signer)
    out(text.rstrip("\n"))
    tell(one_of("Send this to your partner, and read them by telephone:", "Gửi văn bản này cho đối tác và đọc qua điện thoại:"))
    tell(partners.opened(text).fingerprint)


def accept(file: File, fingerprint: Fingerprint = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """See a partner's log and ask its witness, from now on; exit 1 where the fingerprint is still to be compared."""
    found = settled(profile=profile, store=store, language=language)
    with in_words(), book_of(found) as book:
        text = file.read_bytes()
        if known := partners.followed(book, text):
            tell(one_of(f"{known} is known by its new key.", f"Từ nay {known} được nhận biết bằng khóa mới."))
            return
        held = partners.opened(text)
        names = one_of("log", "sổ"), one_of("witness", "bên chứng kiến"), one_of("address", "địa chỉ")
        for name, line in zip(names, (held.log, held.witness, held.address), strict=True):
            out(f"{name}: {line or '-'}")
        if fingerprint is None:
            tell(
                one_of(
                    "Have your partner read the fingerprint of their invitation to you, and give it with --fingerprint.",
                    "Đề nghị đối tác đọc mã đối chiếu của giấy mời, rồi nhập bằng --fingerprint.",
                )
            )
            raise typer.Exit(1)
        partners.accept(book, held, fingerprint)
    tell(one_of("From now on both see this partner.", "Từ nay hai bên chứng kiến cho nhau."))


def part(name: Partner, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Neither see a partner's log nor ask its witness any more; what was seen stays."""
    found = settled(profile=profile, store=store, language=language)
    with book_of(found) as book:
        partners.part(book, name)


def need(
    least: Annotated[int, typer.Argument(metavar="NUMBER", help=helped("How many witnesses.", "Số bên chứng kiến."), show_default=False)],
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Set how many witnesses a checkpoint needs."""
    found = settled(profile=profile, store=store, language=language)
    with book_of(found) as book:
        partners.ask_for(book, least)


def renew(out_file: Out = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Renew the witness's key, and write the note by which the old key hands over to the new one."""
    found = settled(profile=profile, store=store, language=language)
    with in_words():
        note = renewed(found)
        if out_file is None:
            out(note.rstrip("\n"))
        else:
            out_file.write_text(note, encoding="utf-8")
    tell(
        one_of(
            "Send this note to partners, who give it to `clearlane witness accept`, and start `witness serve` anew.",
            "Gửi văn bản này cho đối tác để họ nhập bằng `clearlane witness accept`, rồi khởi động lại `witness serve`.",
        )
    )


COMMANDS = (
    ("invite", invite, Text(en="Write an invitation to a partner.", vi="Viết giấy mời đối tác.")),
    ("accept", accept, Text(en="Accept a partner's invitation.", vi="Chấp nhận giấy mời của đối tác.")),
    ("renew", renew, Text(en="Renew the key of the witness.", vi="Thay khóa của bên chứng kiến.")),
    ("need", need, Text(en="Set how many witnesses are needed.", vi="Đặt số bên chứng kiến cần có.")),
    ("part", part, Text(en="Part from a partner; what was seen stays.", vi="Chia tay đối tác; dữ liệu đã thấy được giữ lại.")),
)
