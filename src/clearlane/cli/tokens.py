"""``clearlane token``: what callers of the interface for programs show to be let in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, settled
from clearlane.cli.options import Holder, Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.model.text import Text
from clearlane.office.access import new_token
from clearlane.office.settings import Misconfigured
from clearlane.office.tokens import keep_token

Whose = Annotated[
    Holder, typer.Option("--role", help=helped("What its holder is here as.", "Vai trò của người giữ mã."), show_default=False)
]
Party = Annotated[
    str,
    typer.Option(
        "--party",
        metavar="NUMBER",
        help=helped(
            "The holder's identification or staff number; traders, and those whose acts are one person's, need one.",
            "Mã số hoặc số hiệu công chức của người giữ; bắt buộc với người khai và những người mà mỗi thao tác gắn với một người cụ thể.",
        ),
        show_default=False,
    ),
]
ActsFor = Annotated[
    list[str] | None,
    typer.Option(
        "--acts-for",
        metavar="NUMBER",
        help=helped(
            "A declarant the holder may act for as agent; may be repeated.", "Người khai mà người giữ được làm đại lý; có thể lặp lại."
        ),
        show_default=False,
    ),
]


def new(
    role: Whose, party: Party = "", acts_for: ActsFor = None, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Make a token, keep its digest, and write the token itself, once, on standard output."""
    found = settled(profile=profile, store=store, language=language)
    try:
        given, kept = new_token(role.value, party, acts_for or ())
    except ValueError:
        words = Text(
            en="A token of this role needs its holder's identification or staff number: --party.",
            vi="Mã truy cập với vai trò này cần có mã số hoặc số hiệu công chức của người giữ: --party.",
        )
        raise Misconfigured(words) from None
    with in_words():
        keep_token(Path(found.tokens), kept)
    out(given)
    tell(
        one_of(
            f"Its digest is kept in {found.tokens}. It is not shown again.",
            f"Mã băm được lưu trong {found.tokens}. Mã không được hiển thị lại.",
        )
    )
