"""``clearlane practice``: give someone simulated cases, list them, and show how well they were decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from clearlane.cli.desk import in_words, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, plain, tell
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.office.exchange_rates import law_of
from clearlane.office.practice import Practice, PracticeCase, practice_office
from clearlane.office.practice_place import place
from clearlane.office.practice_scoring import Score
from clearlane.office.settings import Settings


class Kind(StrEnum):
    """What is practised."""

    documents = "documents"
    inspection = "inspection"
    value = "value"
    classification = "classification"
    origin = "origin"
    signature = "signature"


Person = Annotated[
    str, typer.Argument(metavar="PERSON", help=helped("The person's number.", "Số hiệu của người thực hành."), show_default=False)
]
Apart = Annotated[
    str | None,
    typer.Option(
        "--practice",
        metavar="URL",
        help=helped("The store of practice; the setting practice by default.", "Kho thực hành; mặc định theo thiết lập practice."),
        show_default=False,
    ),
]
Kinds = Annotated[Kind, typer.Option("--kind", help=helped("What is practised.", "Nội dung thực hành."))]
Cases = Annotated[int, typer.Option("--cases", min=1, max=50, help=helped("How many cases.", "Số hồ sơ."))]


def start(
    person: Person,
    kind: Kinds = Kind.documents,
    cases: Cases = 10,
    practice: Apart = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Give a person a set of simulated cases; it waits under ``/practice`` until he signs in."""
    found = settled(profile=profile, store=store, language=language, practice=practice)
    with _practice(found) as here:
        for given in here.begin(person, kind.value, cases):
            out(plain(given.number))


def list_all(
    person: Person,
    json: Json = False,
    practice: Apart = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """List a person's cases, with what came of those decided."""
    found = settled(profile=profile, store=store, language=language, practice=practice)
    with _practice(found) as here:
        known = here.cases(person)
    if json:
        for case in known:
            out_json(case)
    elif known:
        out_columns([(case.opened.number, case.opened.kind, _came(case)) for case in known])
    else:
        tell(one_of("No cases yet.", "Chưa có hồ sơ."))


def record(
    person: Person,
    json: Json = False,
    practice: Apart = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Show how well a person decides: accuracy, slips, minutes, and whether he is as often right as he is sure."""
    found = settled(profile=profile, store=store, language=language, practice=practice)
    with _practice(found) as here:
        known = here.record(person)
    if json:
        out_json(known)
    elif known is None:
        tell(one_of("No case is decided yet.", "Chưa có hồ sơ nào được quyết định."))
    else:
        _shown(known)


def _shown(known: Score) -> None:
    low, high = (f"{100 * end:.0f} %" for end in known.within)
    of = f"{known.right}/{known.count}"
    out(one_of(f"right: {known.right} of {known.count} (95 %: {low} to {high})", f"đúng: {of} (95 %: {low} đến {high})"))
    out(one_of(f"missed: {known.missed}, false: {known.false}", f"bỏ sót: {known.missed}, ghi nhận sai: {known.false}"))
    out(one_of(f"minutes: {known.minutes:.1f}", f"phút: {known.minutes:.1f}"))
    for band in known.bands:
        sure, so = f"{100 * band.said:.0f} %", f"{100 * band.right:.0f} %"
        out(one_of(f"{sure} sure: right in {so} of {band.count}", f"chắc chắn {sure}: đúng {so} trong {band.count}"))


def _came(case: PracticeCase) -> str:
    if case.outcome is None:
        return one_of("open", "đang mở")
    return one_of("right", "đúng") if case.outcome.answer.right else one_of("wrong", "sai")


@contextmanager
def _practice(found: Settings) -> Iterator[Practice]:
    with in_words(), practice_office(law_of(found), place(found)) as office:
        yield Practice(office)
