"""``clearlane document``: put a document to a declaration, list what it has, get one back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.payment_options import Number
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.refusals import NotFound, Unreadable
from clearlane.model.text import Text
from clearlane.office.documents import LARGEST, Supplied

File = Annotated[Path, typer.Argument(metavar="FILE", help=helped("The document.", "Tệp chứng từ."), show_default=False)]
For = Annotated[
    str, typer.Option("--for", metavar="CODE", help=helped("The code of what it answers, such as N935.", "Mã chứng từ, ví dụ N935."))
]
Item = Annotated[
    int, typer.Option("--item", min=0, metavar="N", help=helped("The goods item; 0 for the declaration.", "Dòng hàng; 0 là tờ khai."))
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        envvar="CLEARLANE_BY",
        metavar="STAFF-NUMBER",
        help=helped("The officer who supplies it; none for the trader.", "Số hiệu công chức nộp; để trống nếu là người khai."),
        show_default=False,
    ),
]
Digest = Annotated[
    str,
    typer.Argument(metavar="DIGEST", help=helped("Its SHA-256, or how it begins.", "Mã SHA-256 hoặc phần đầu."), show_default=False),
]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help=helped("Where to write it.", "Tệp kết quả."), show_default=False)]


def put(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    number: Number,
    file: File,
    code: For = "",
    item: Item = 0,
    by: By = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Put a document to a declaration; the same one for the same thing is taken once."""
    found = settled(profile=profile, store=store, language=language)
    data = _read(file)
    with office_of(found) as office:
        made = office.documents.supply(office.case(number).number, data, code, item, by=by)
    if json:
        out_json(_plain(made))
    else:
        out(
            one_of(
                f"Taken: {made.document.media_type}, {made.document.digest}", f"Đã nhận: {made.document.media_type}, {made.document.digest}"
            )
        )


def list_all(number: Number, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the documents of a declaration, in the order they came."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every = office.documents.of(office.case(number).number)
    if json:
        out_json([_plain(one) for one in every])
    elif every:
        out_columns([_row(one) for one in every], right=(2,))
    else:
        tell(one_of("No document has been supplied.", "Chưa có chứng từ nào được nộp."))


def get(number: Number, digest: Digest, to: To = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write a document of a declaration to a file."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        case = office.case(number)
        named = [one.document.digest for one in office.documents.of(case.number) if one.document.digest.startswith(digest)]
        if len(set(named)) != 1:
            raise NotFound(Text(en="No one document is named so.", vi="Không có đúng một chứng từ như vậy."), number=case.number)
        one, data = office.documents.read(case.number, named[0])
    into = to or Path(Path(f"{case.number}-{one.document.digest[:12]}.{one.name.rpartition('.')[2]}").name)
    into.write_bytes(data)
    out(str(into))


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise _unreadable(file)
        return file.read_bytes()
    except OSError:
        raise _unreadable(file) from None


def _unreadable(file: Path) -> Unreadable:
    return Unreadable(
        Text(en=f"{file.name} cannot be read, or is larger than 50 MB.", vi=f"{file.name} không đọc được hoặc lớn hơn 50 MB.")
    )


def _plain(one: Supplied) -> dict[str, object]:
    known = one.document
    by = "customs" if known.by else "trader"
    return {"digest": known.digest, "type": known.media_type, "size": known.size, "code": known.subject, "item": known.item, "by": by}


def _row(one: Supplied) -> tuple[str, ...]:
    known = one.document
    by = one_of("customs", "hải quan") if known.by else one_of("trader", "người khai")
    return (known.digest[:12], known.media_type, f"{known.size:,}", known.subject or "-", str(known.item), by, f"{one.at:%Y-%m-%d %H:%M}")
