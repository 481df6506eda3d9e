"""``clearlane tariff diff``: what differs between two tariffs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, out_json
from clearlane.model.edition import TariffChange
from clearlane.model.text import Text

Old = Annotated[
    str,
    typer.Argument(metavar="OLD", help=helped("The one tariff, such as XA-2026-1.", "Biểu thứ nhất, ví dụ XA-2026-1."), show_default=False),
]
New = Annotated[str, typer.Argument(metavar="NEW", help=helped("The other.", "Biểu thứ hai."), show_default=False)]
_KINDS = {
    ("added", "line"): Text(en="new line", vi="thêm mã"),
    ("removed", "line"): Text(en="line gone", vi="bỏ mã"),
    ("changed", "line"): Text(en="line changed", vi="sửa mã"),
    ("added", "measure"): Text(en="new measure", vi="thêm biện pháp"),
    ("removed", "measure"): Text(en="measure gone", vi="bỏ biện pháp"),
    ("changed", "measure"): Text(en="measure changed", vi="sửa biện pháp"),
}


def diff(old: Old, new: New, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Say what differs between two tariffs, in order of code; exit 0 where nothing does, 1 otherwise."""
    found = settled(profile=profile, store=store, language=language)
    counts: Counter[tuple[str, str]] = Counter()
    with office_of(found) as office:
        for change in office.tariff.differences(old, new):
            counts[change.kind, change.what] += 1
            if json:
                out_json(change)
            else:
                for line in _lines(change):
                    out(line)
    for which, count in sorted(counts.items()):
        tell(f"{count} × {said(_KINDS[which])}")
    if not counts:
        tell(one_of("Nothing differs.", "Không có khác biệt."))
    raise typer.Exit(1 if counts else 0)


def _lines(change: TariffChange) -> Iterator[str]:
    about = " ".join(part for part in (change.type, change.area, change.field) if part)
    yield f"{change.code or '-'}  {said(_KINDS[change.kind, change.what])}{f': {about}' if about else ''}"
    if change.before:
        yield f"  - {change.before}"
    if change.after:
        yield f"  + {change.after}"
