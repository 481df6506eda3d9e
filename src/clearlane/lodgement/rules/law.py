"""A country's rules from its profile, compiled once: what must be there, and which codes are in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

import msgspec

from clearlane.lodgement.json_form import read_json
from clearlane.lodgement.notice_words import day_en
from clearlane.lodgement.rules.example import baseline, values_of
from clearlane.lodgement.rules.ways import Test, Way, compile_way, required_place
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding, Severity
from clearlane.model.group import Group
from clearlane.model.pointing import nearest
from clearlane.model.profile import CodeRule, Obligation, Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_MOST_BOOKS = 128
_MOST_PROFILES = 16


class Duty(msgspec.Struct, frozen=True):
    """An obligation with its way and the test whether it is met."""

    law: Obligation
    way: Way
    present: Test

    def missing(self, above: str) -> Finding:
        """Return that what it demands is not there."""
        return _finding(self.law.rule, self.law.severity, f"{above}{self.way.first()}", self.law.message, self.law.remedy)


class Listing(msgspec.Struct, frozen=True):
    """A code rule with its way to the class that holds the code, and the test whether all codes there are in force.

    Attributes:
      law: The rule.
      way: The way to the class.
      names: The elements in it whose values make up one code.
      known: Whether the code in a class is in force, or not all there.
      sound: Whether every code at the end of the way is.
      words: What follows the code in the message.
      remedy: What to do.
    """

    law: CodeRule
    way: Way
    names: tuple[str, ...]
    known: Test
    sound: Test
    words: Text
    remedy: Text

    def unknown(self, group: Group, above: str) -> Iterator[Finding]:
        """Return each code that is not in force."""
        for path, holder in self.way.each(group):
            if not self.known(holder):
                code = "".join(getattr(holder, required_place(name, self.way.last).field) for name in self.names)
                yield self._say(f"{above}{path}/{self.names[0]}" if path else f"{above}{self.names[0]}", code)

    def _say(self, path: str, code: str) -> Finding:
        message = Text(en=f"{code[:20]!r} {self.words.en}", vi=f"{code[:20]!r} {self.words.vi}")
        return _finding(self.law.rule, self.law.severity, path, message, self.remedy)


class Book(msgspec.Struct, frozen=True):
    """What one profile demands of one kind of declaration on one day; rules about items apart."""

    duties: tuple[Duty, ...]
    item_duties: tuple[Duty, ...]
    listings: tuple[Listing, ...]
    item_listings: tuple[Listing, ...]

    def missing(self, declaration: Declaration) -> Iterator[Finding]:
        """Return each obligation that is not met."""
        items = declaration.item
        for duty in self.duties:
            if not duty.present(declaration) and (not duty.law.procedures or any(_under(item, duty.law) for item in items)):
                yield duty.missing("")
        for count, item in enumerate(items, 1):
            for duty in self.item_duties:
                if not duty.present(item) and (not duty.law.procedures or _under(item, duty.law)):
                    yield duty.missing(f"{_ITEM}[{count}]/")

    def unknown(self, declaration: Declaration) -> Iterator[Finding]:
        """Return each code that is not in force."""
        for listing in self.listings:
            if not listing.sound(declaration):
                yield from listing.unknown(declaration, "")
        for count, item in enumerate(declaration.item, 1):
            for listing in self.item_listings:
                if not listing.sound(item):
                    yield from listing.unknown(item, f"{_ITEM}[{count}]/")


class Law:
    """The rules of one profile, compiled by kind of declaration and day as they are asked for."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._books: dict[tuple[str, date], Book] = {}
        self._valid: dict[tuple[str, date], frozenset[str]] = {}

    @cached_property
    def examples(self) -> dict[str, str]:
        """Values in order by plain path, from the declarations that the profile gives as examples."""
        found: dict[str, str] = {}
        for example in self.profile.examples.values():
            found = values_of(read_json(example).declaration) | found
        return values_of(baseline()) | found

    def book(self, type_code: str, on: date) -> Book:
        """Return what holds for a kind of declaration on a day."""
        known = type_code if type_code in self.profile.kinds else ""
        book = self._books.get((known, on))
        if book is None:
            if len(self._books) >= _MOST_BOOKS:
                self._books.clear()
                self._valid.clear()
            book = self._books[known, on] = self._open(known, on)
        return book

    def _open(self, type_code: str, on: date) -> Book:
        duties = [law for law in self.profile.obligations if self._holds(law, type_code, on)]
        codes = [law for law in self.profile.code_rules if not law.types or type_code in law.types]
        return Book(
            tuple(_duty(law, law.path, Declaration) for law in duties if not _of_item(law.path)),
            tuple(_duty(law, _within(law.path), GovernmentAgencyGoodsItem) for law in duties if _of_item(law.path)),
            tuple(self._listing(law, law.path, Declaration, on) for law in codes if not _of_item(law.path)),
            tuple(self._listing(law, _within(law.path), GovernmentAgencyGoodsItem, on) for law in codes if _of_item(law.path)),
        )

    def _holds(self, law: Obligation, type_code: str, on: date) -> bool:
        kind = self.profile.kind(type_code)
        in_force = law.since <= on and (law.until is None or on <= law.until)
        of_kind = not law.types or type_code in law.types
        return in_force and of_kind and (not law.directions or (kind is not None and kind.direction in law.directions))

    def _listing(self, law: CodeRule, path: str, group: type[Group], on: date) -> Listing:
        above, _, last = path.rpartition("/")
        way, names = compile_way(above, group), tuple(last.split("+"))
        known = _test(tuple(required_place(name, way.last).field for name in names), self._in_force(law.codes, on))
        codes = self.profile.code_lists[law.codes]
        return Listing(law, way, names, known, way.all(known), _words(codes.name, on), _remedy(codes.example(on)))

    def _in_force(self, name: str, on: date) -> frozenset[str]:
        valid = self._valid.get((name, on))
        if valid is None:
            codes = self.profile.code_lists[name]
            valid = self._valid[name, on] = frozenset(code for code in codes.codes if codes.holds(code, on))
        return valid


def _duty(law: Obligation, path: str, group: type[Group]) -> Duty:
    way = compile_way(path, group)
    return Duty(law, way, way.any())


def _words(name: Text, on: date) -> Text:
    return Text(
        en=f"is not in force on {day_en(on)} in the list of {name.en}.",
        vi=f"không có hiệu lực ngày {on:%d/%m/%Y} trong danh mục {name.vi}.",
    )


def _remedy(example: str) -> Text:
    return Text(en=f"Give a code in force, such as {example}.", vi=f"Khai mã còn hiệu lực, ví dụ {example}.")


def _test(fields: tuple[str, ...], valid: frozenset[str]) -> Test:
    if len(fields) == 1:
        read_one: Callable[[Any], str | None] = attrgetter(*fields)
        return lambda holder: not (code := read_one(holder)) or code in valid
    read: Callable[[Any], tuple[str | None, ...]] = attrgetter(*fields)
    return lambda holder: not all(parts := read(holder)) or "".join(filter(None, parts)) in valid


def _of_item(path: str) -> bool:
    return path.startswith(f"{_ITEM}/")


def _within(path: str) -> str:
    return path.removeprefix(f"{_ITEM}/")


def _under(item: GovernmentAgencyGoodsItem, law: Obligation) -> bool:
    return item.procedure_code.startswith(law.procedures)


def _finding(rule: str, severity: Severity, path: str, message: Text, remedy: Text) -> Finding:
    return Finding(rule, severity, nearest(path), f"/Declaration/{path}", message, remedy)


_laws: dict[int, Law] = {}


def law_of(profile: Profile) -> Law:
    """Return a profile's rules, compiled once."""
    law = _laws.get(id(profile))
    if law is None or law.profile is not profile:
        if len(_laws) >= _MOST_PROFILES:
            _laws.clear()
        law = _laws[id(profile)] = Law(profile)
    return law
