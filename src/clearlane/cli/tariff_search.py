"""``clearlane tariff search``: find a goods code by words, or by its beginning."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.speech import language as spoken
from clearlane.cli.tariff_options import Json, On, Which, out_json

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS", help=helped("Words, or the beginning of a code.", "Từ khóa, hoặc phần đầu của mã số."), show_default=False
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help=helped("At most so many.", "Số lượng tối đa."))]


def search(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    words: Words,
    on: On = None,
    version: Which = "",
    limit: Limit = 20,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Find codes by words in any language of the tariff; exit 0 where some are found, 1 otherwise."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        hits = office.tariff.search(" ".join(words), on.date() if on else None, version, limit)
        none_there = not hits and office.tariff.tariff(version) is None
    for hit in hits:
        if json:
            out_json({"code": hit.line.code, "texts": hit.line.texts, "path": [line.code for line in hit.path]})
        else:
            for line in _lines([line.text(spoken()) for line in hit.path], hit.line.code):
                out(line)
    if none_there:
        tell(one_of("No tariff is loaded to search in: clearlane tariff load.", "Chưa nạp biểu thuế nào để tìm: clearlane tariff load."))
    elif not hits:
        tell(one_of("Nothing is found. Try other words, or fewer.", "Không tìm thấy. Hãy thử từ khác hoặc ít từ hơn."))
    raise typer.Exit(0 if hits else 1)


def _lines(path: list[str], code: str) -> list[str]:
    *above, own = path
    return [f"{code}  {own}", *([f"{' ' * len(code)}  {' › '.join(above)}"] if above else [])]
