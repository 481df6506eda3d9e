"""``clearlane risk profile``: write a risk profile, check one, look at those kept, and at the fields they can ask of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By, Code
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, out_columns, out_json, said_by
from clearlane.model.refusals import Unavailable
from clearlane.model.risk_profile import ProfileVersion
from clearlane.model.text import Text
from clearlane.office.risk_nouns import Fault, catalogue, faults_of
from clearlane.office.risk_saying import title_of
from clearlane.office.risk_words import told

STATES = {
    "draft": Text(en="draft", vi="dự thảo"),
    "shadow": Text(en="in shadow", vi="chạy ngầm"),
    "live": Text(en="in force", vi="đang áp dụng"),
    "snoozed": Text(en="resting", vi="tạm nghỉ"),
    "stopped": Text(en="stopped", vi="bị dừng"),
    "retired": Text(en="withdrawn", vi="đã thu hồi"),
}
"""Where a version stands, in an officer's words."""
File = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=helped("The profile's text, in UTF-8.", "Tệp văn bản của hồ sơ, mã UTF-8."), show_default=False),
]
Which = Annotated[
    int,
    typer.Option(
        "--version", min=0, metavar="N", help=helped("The version; the latest.", "Phiên bản; mặc định mới nhất."), show_default=False
    ),
]
Words = Annotated[bool, typer.Option("--words", help=helped("In plain words.", "Bằng lời văn."))]
Old = Annotated[int, typer.Argument(metavar="OLD", min=1, help=helped("A version.", "Một phiên bản."), show_default=False)]
New = Annotated[int, typer.Argument(metavar="NEW", min=1, help=helped("Another.", "Phiên bản khác."), show_default=False)]
Like = Annotated[str, typer.Argument(metavar="[WORD]", help=helped("Only fields that hold it.", "Chỉ các trường chứa từ này."))]


def write(file: File, by: By = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Keep a new version of a profile; it is not in force yet. Exit 1 with its faults."""
    found = settled(profile=profile, store=store, language=language)
    text, author = text_of(file), said_by(by)
    with office_of(found) as office:
        _stop_at(faults_of(office, text), json=json)
        made = office.risk.profiles.write(text, by=author)
    if json:
        out_json(made)
        return
    out(
        one_of(
            f"{made.code} version {made.version} is kept, not in force yet. Another person approves it: "
            f"clearlane risk profile approve {made.code} {made.version} --by …",
            f"Đã lưu {made.code} phiên bản {made.version}, chưa áp dụng. Người khác phê duyệt: "
            f"clearlane risk profile approve {made.code} {made.version} --by …",
        )
    )


def check(file: File, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Say everything that stands against a text; exit 0 where nothing does, 1 otherwise."""
    found = settled(profile=profile, store=store, language=language)
    text = text_of(file)
    with office_of(found) as office:
        _stop_at(faults_of(office, text), json=json)
    if not json:
        out(one_of("In order. Nothing was kept: this was a check.", "Hợp lệ. Chỉ kiểm tra, chưa lưu gì."))


def names(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List every version of every profile, the latest of each first."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every = office.risk.profiles.versions()
        titles = {(one.code, one.version): title_of(office.risk.profiles.tree(one.code, one.version)) for one in every}
    if json:
        for one in every:
            out_json(one)
    elif every:
        out_columns([_heading(), *(_row(one, said(titles[one.code, one.version])) for one in every)], right=(1,))
    else:
        tell(one_of("No risk profile is kept.", "Chưa có hồ sơ rủi ro nào."))


def show(
    code: Code,
    version: Which = 0,
    words: Words = False,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Show the text of a version as written, or in plain words."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        stands, text = office.risk.profiles.version(code, version), office.risk.profiles.text(code, version)
        lines = told(office.risk.profiles.tree(code, version))
    if json:
        out_json({"stands": stands, "text": text, "words": lines})
        return
    tell(f"{stands.code} {one_of('version', 'phiên bản')} {stands.version}: {_standing(stands)}")
    if words:
        for line in lines:
            out(said(line))
    else:
        out(text.rstrip("\n"))


def diff(
    code: Code, old: Old, new: New, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Say in plain words what changed between two versions; exit 0 where nothing did, 1 otherwise."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        changes = office.risk.profiles.differences(code, old, new)
    if json:
        out_json(changes)
    for change in () if json else changes:
        out(said(change))
    if not changes:
        tell(one_of("Nothing differs.", "Không có khác biệt."))
    raise typer.Exit(1 if changes else 0)


def fields(like: Like = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the fields a profile can ask of; exit 1 where none holds the word."""
    settled(profile=profile, store=store, language=language)
    word = like.casefold()
    some = [one for one in catalogue() if word in f"{one.name} {one.words.en} {one.words.vi}".casefold()]
    if json:
        for one in some:
            out_json(one)
    elif some:
        out_columns([(one.name, one.kind, one.unit or "-", said(one.words)) for one in some])
    raise typer.Exit(0 if some else 1)


def text_of(file: Path) -> str:
    """Return the text of a profile in a file.

    Raises:
      Unavailable: It cannot be read, or is not UTF-8.
    """
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Unavailable(
            Text(en=f"The file {file.name} cannot be read as UTF-8 text.", vi=f"Không đọc được tệp {file.name} dưới dạng văn bản UTF-8.")
        ) from None


def _stop_at(faults: tuple[Fault, ...], *, json: bool) -> None:
    """Tell what stands against a text, and end with 1 where something does."""
    if json and faults:
        out_json({"faults": faults})
    for one in () if json else faults:
        where = one_of(f"Line {one.line}, column {one.column}: ", f"Dòng {one.line}, cột {one.column}: ") if one.line else ""
        out(where + said(one.words) + (f" {said(one.suggestion)}" if one.suggestion else ""))
    if faults:
        tell(one_of(f"Points to put right: {len(faults)}. Nothing was kept.", f"Số điểm cần sửa: {len(faults)}. Chưa lưu gì."))
        raise typer.Exit(1)


def _heading() -> tuple[str, ...]:
    return (
        one_of("profile", "hồ sơ"),
        one_of("version", "phiên bản"),
        one_of("stands", "tình trạng"),
        one_of("written by", "người soạn"),
        one_of("approved by", "người duyệt"),
        one_of("title", "tên"),
    )


def _row(one: ProfileVersion, title: str) -> tuple[str, ...]:
    return one.code, str(one.version), _standing(one), one.written_by, one.approved_by or "-", title


def _standing(one: ProfileVersion) -> str:
    until = one_of(f" until {one.until}", f" đến {one.until}") if one.until else ""
    return said(STATES[one.state]) + until
