"""``clearlane person``: the first administrators of an office, made at its machine."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, plain, tell
from clearlane.model.person import Person
from clearlane.model.text import Text
from clearlane.office.settings import Misconfigured

Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help=helped("The person's number.", "Số hiệu của người dùng."), show_default=False)
]
Named = Annotated[
    str, typer.Option("--name", metavar="NAME", help=helped("The person's name.", "Họ tên của người dùng."), show_default=False)
]
Admin = Annotated[bool, typer.Option("--admin", help=helped("Make an administrator of accounts.", "Tạo quản trị viên tài khoản."))]


def new(
    number: Number, name: Named = "", admin: Admin = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Register an administrator, and write the one-time words with which he sets his password, once, on standard output."""
    found = settled(profile=profile, store=store, language=language)
    if not admin:
        raise Misconfigured(
            Text(
                en="At the machine itself only administrators are made: --admin. They register everybody else in the pages.",
                vi="Tại máy chủ chỉ tạo được quản trị viên: --admin. Quản trị viên đăng ký những người khác trên trang web.",
            )
        )
    with office_of(found) as office:
        words = office.people.make_administrator(Person(number, name))
    out(words)
    tell(
        one_of(
            f"With these one-time words {plain(number)} sets a password at /sign-in/first, within 72 hours. They are not shown again.",
            f"Trong 72 giờ, {plain(number)} dùng cụm từ này để đặt mật khẩu tại /sign-in/first. Cụm từ không hiển thị lại.",
        )
    )


def renew(number: Number, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Give a person one-time words anew, where no administrator can; password, second factor and sessions he had are void."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        words = office.people.accounts.invite(number, by="machine")
    out(words)


def list_all(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List everyone with the roles of today, a line each: number, state, roles with their offices."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        day = office.clock().date()
        for one in office.people.rights.everyone():
            roles = " ".join(grant.role + (f"@{','.join(grant.offices)}" if grant.offices else "") for grant in one.on(day))
            out(plain(f"{one.person:12} {'closed' if one.locked else 'open':6} {roles}".rstrip()))
