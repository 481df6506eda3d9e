"""``clearlane show``: where a declaration stands, how it reads, how it changed, what was told of it."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.answers import duty_of, duty_words, finding_lines, notice_of, remark, standing_words
from clearlane.cli.converting import write
from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import As, Language, Profile, Reference, Role, Sandbox, Store
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.model.case import Case
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.explanation import told
from clearlane.office.forms import Change, Form, changes, notification, written
from clearlane.office.office import Office

Generation = Annotated[
    int,
    typer.Option(
        "--generation", min=0, help=helped("Which generation, from 1; 0 for the latest.", "Bản khai thứ mấy, từ 1; 0 là bản mới nhất.")
    ),
]
Xml = Annotated[bool, typer.Option("--xml", help=helped("The declaration in XML.", "Tờ khai dạng XML."))]
Json = Annotated[bool, typer.Option("--json", help=helped("The declaration in JSON.", "Tờ khai dạng JSON."))]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff", help=helped("What the generation changed in the one before it.", "Những gì bản khai này thay đổi so với bản trước.")
    ),
]
Notices = Annotated[bool, typer.Option("--notices", help=helped("What the trader was told.", "Những gì đã thông báo cho người khai."))]
Res = Annotated[bool, typer.Option("--res", help=helped("The notices as a WCO RES message.", "Các thông báo dạng thông điệp WCO RES."))]


def show(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    reference: Reference,
    generation: Generation = 0,
    xml: Xml = False,
    json: Json = False,
    diff: Diff = False,
    notices: Notices = False,
    res: Res = False,
    role: As = Role.trader,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
    sandbox: Sandbox = None,
) -> None:
    """Show a declaration by its number, its reference or the number another system gave it."""
    found = settled(profile=profile, store=store, language=language, sandbox=sandbox)
    with office_of(found) as office:
        case = office.case(reference)
        if generation > case.generation:
            raise NotFound(_no_generation(case, generation), number=case.number)
        if xml or json:
            form: Form = "xml" if xml else "json"
            write(written(office.declaration(case, generation), form))
        elif diff:
            _show_changes(office, case, generation or case.generation)
        elif notices or res:
            _show_notices(office, case, res=res)
        else:
            _show_case(office, case, officer=role is Role.officer)


def _no_generation(case: Case, which: int) -> Text:
    return Text(
        en=f"Declaration {case.number} has no generation {which}; the latest is {case.generation}.",
        vi=f"Tờ khai {case.number} không có bản khai thứ {which}; bản mới nhất là {case.generation}.",
    )


def _show_case(office: Office, case: Case, *, officer: bool) -> None:
    seen = case if officer else told(case)
    kind = office.profile.kind(case.type_code)
    out(f"{case.number} ({case.reference})")
    rows = [
        (one_of("kind", "loại hình"), f"{case.type_code} {said(kind.text) if kind else ''}".strip()),
        (one_of("declarant", "người khai"), case.declarant),
        (one_of("state", "trạng thái"), standing_words(seen.state, seen.lane, office.profile)),
        (one_of("lodged", "tiếp nhận"), f"{case.lodged_at:%Y-%m-%d %H:%M:%S} UTC"),
        (one_of("changed", "thay đổi"), f"{case.changed_at:%Y-%m-%d %H:%M:%S} UTC"),
        (one_of("generation", "bản khai"), str(case.generation)),
        (one_of("number elsewhere", "số ở hệ thống khác"), case.outside_number),
        (one_of("practice", "thực hành"), one_of("yes", "có") if case.sandbox else ""),
        (one_of("duty", "tiền thuế"), _owed(seen)),
        (one_of("next", "tiếp theo"), notice_of(seen, office.profile, officer=officer) or ""),
    ]
    for name, value in rows:
        if value:
            out(f"  {name}: {value}")
    for finding in office.findings(case.number):
        for line, style in finding_lines(remark(finding)):
            out(line, style)


def _owed(case: Case) -> str:
    """Say what is owed, beside a row's name that already says of what it speaks."""
    words = " ".join(duty_words(duty_of(case), [said(reason) for reason in case.unpriced]))
    return words.removeprefix(one_of("duty ", "tiền thuế "))


def _show_changes(office: Office, case: Case, which: int) -> None:
    if which < 2:
        words = Text(
            en=f"Declaration {case.number} stands as it was first lodged; there is nothing to compare.",
            vi=f"Tờ khai {case.number} vẫn như khi nộp lần đầu; không có gì để so sánh.",
        )
        raise NotFound(words, number=case.number)
    before, after = office.declaration(case, which - 1), office.declaration(case, which)
    for change in changes(before, after):
        out(_change(change))


def _change(change: Change) -> str:
    if change.kind == "added":
        return f"+ {change.path}: {change.after}"
    if change.kind == "removed":
        return f"- {change.path}: {change.before}"
    return f"~ {change.path}: {change.before} → {change.after}"


def _show_notices(office: Office, case: Case, *, res: bool) -> None:
    told_so_far = office.notices(case.number)
    if not told_so_far:
        words = Text(en=f"Nothing was told of {case.number} yet.", vi=f"Chưa có thông báo nào về tờ khai {case.number}.")
        raise NotFound(words, number=case.number)
    if res:
        write(notification(told_so_far, office.profile))
        return
    for notice in told_so_far:
        out(f"{notice.issued_at:%Y-%m-%d %H:%M:%S} UTC  {said(notice.name)}", "bold")
        out(f"  {said(notice.words)}")
