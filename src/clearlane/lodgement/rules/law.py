"""A country's rules from its profile, compiled once: what must be there, and which codes are in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any

import msgspec

from clearlane.lodgement.rules.rule import nearest
from clearlane.model.dated import CodeList
from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.group import Group
from clearlane.model.profile import CodeRule, Obligation, Profile
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.structure import Place, places
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"
_MOST_DAYS = 64
_MOST_PROFILES = 16

Reader = Callable[[Any], Any]


class Way(msgspec.Struct, frozen=True):
    """A path of a profile's rule, compiled.

    Attributes:
      path: The path below ``/Declaration``, or below the item.
      reader: Fetches what stands there, up to the first class that can be repeated; fails where the way ends early.
      below: The way on from each occurrence of that class; None where nothing is repeated.
      names: The names up to there.
    """

    path: str
    reader: Reader
    below: Way | None
    names: str

    def present(self, group: Group) -> bool:
        """Return whether anything stands at the end of the way."""
        try:
            found = self.reader(group)
        except AttributeError:
            return False
        if self.below is None:
            return found is not None and found not in ("", ())
        below = self.below
        return any(below.present(one) for one in found)

    def each(self, group: Group) -> Iterator[tuple[str, Any]]:
        """Return every class or value at the end of the way with its path."""
        try:
            found = self.reader(group)
        except AttributeError:
            return
        if self.below is None:
            if found is not None:
                yield self.names, found
            return
        for count, one in enumerate(found, 1):
            for path, value in self.below.each(one):
                here = f"{self.names}[{count}]"
                yield f"{here}/{path}" if path else here, value

    def first(self) -> str:
        """The path with ``[1]`` for each class that can be repeated: where to put what is missing."""
        if self.below is None:
            return self.names
        rest = self.below.first()
        return f"{self.names}[1]/{rest}" if rest else f"{self.names}[1]"


def compile_way(path: str, group: type[Group]) -> Way:
    """Return a path compiled for a class.

    Raises:
      LookupError: The WCO Data Model has no such place.
    """
    fields: list[str] = []
    names: list[str] = []
    parts = path.split("/") if path else []
    for number, name in enumerate(parts):
        place = _place(group, name, path)
        fields.append(place.field)
        names.append(name)
        if place.shape == "groups" and place.group is not None:
            return Way(path, attrgetter(".".join(fields)), compile_way("/".join(parts[number + 1 :]), place.group), "/".join(names))
        if place.shape in ("amount", "quantity", "moment"):
            fields.append("value")
        group = place.group or Group
    return Way(path, attrgetter(".".join(fields)) if fields else _itself, None, "/".join(names))


def _itself(group: Group) -> Group:
    return group


def _place(group: type[Group], name: str, path: str) -> Place:
    found = next((place for place in places(group) if place.name == name), None)
    if found is None:
        raise LookupError(f"The WCO Data Model has no place {path!r}: {name!r} is not known there.")
    return found


class Duty(msgspec.Struct, frozen=True):
    """An obligation with its way."""

    law: Obligation
    way: Way

    def missing(self, path: str) -> Finding:
        """Return that what it demands is not there."""
        return _finding(self.law.rule, self.law.severity, f"{path}{self.way.first()}", self.law.message, self.law.remedy)


class Listing(msgspec.Struct, frozen=True):
    """A code rule with its way, the fields joined to one code, and the codes in force on one day."""

    law: CodeRule
    way: Way
    names: tuple[str, ...]
    reader: Callable[[Any], tuple[Any, ...]]
    codes: CodeList
    valid: frozenset[str]
    on: date

    def unknown(self, group: Group, above: str) -> Iterator[Finding]:
        """Return each code that is not in force."""
        for path, holder in self.way.each(group):
            parts = self.reader(holder)
            if all(parts) and (code := "".join(parts)) not in self.valid:
                yield self._say(f"{above}{path}/{self.names[0]}" if path else f"{above}{self.names[0]}", code)

    def _say(self, path: str, code: str) -> Finding:
        name, example, day = self.codes.name, self.codes.example(self.on), f"{self.on:%d.%m.%Y}"
        message = Text(
            en=f"{code[:20]!r} is not in force on {self.on.isoformat()} in the list of {name.en}.",
            vi=f"{code[:20]!r} không có hiệu lực ngày {day} trong danh mục {name.vi}.",
        )
        remedy = Text(en=f"Give a code in force, such as {example}.", vi=f"Khai mã còn hiệu lực, ví dụ {example}.")
        return _finding(self.law.rule, self.law.severity, path, message, remedy)


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
            if not duty.way.present(declaration) and (not duty.law.procedures or any(_under(item, duty.law) for item in items)):
                yield duty.missing("")
        for count, item in enumerate(items, 1):
            for duty in self.item_duties:
                if not duty.way.present(item) and (not duty.law.procedures or _under(item, duty.law)):
                    yield duty.missing(f"{_ITEM}[{count}]/")

    def unknown(self, declaration: Declaration) -> Iterator[Finding]:
        """Return each code that is not in force."""
        for listing in self.listings:
            yield from listing.unknown(declaration, "")
        for count, item in enumerate(declaration.item, 1):
            for listing in self.item_listings:
                yield from listing.unknown(item, f"{_ITEM}[{count}]/")


class Law:
    """The rules of one profile, compiled by kind of declaration and day as they are asked for."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._books: dict[tuple[str, date], Book] = {}
        self._valid: dict[tuple[str, date], frozenset[str]] = {}

    def book(self, type_code: str, on: date) -> Book:
        """Return what holds for a kind of declaration on a day."""
        known = type_code if type_code in self.profile.kinds else ""
        book = self._books.get((known, on))
        if book is None:
            if len(self._books) >= _MOST_DAYS * max(1, len(self.profile.kinds)):
                self._books.clear()
                self._valid.clear()
            book = self._books[known, on] = self._open(known, on)
        return book

    def _open(self, type_code: str, on: date) -> Book:
        kind = self.profile.kind(type_code)
        duties = [
            law
            for law in self.profile.obligations
            if law.since <= on
            and (law.until is None or on <= law.until)
            and (not law.types or type_code in law.types)
            and (not law.directions or (kind is not None and kind.direction in law.directions))
        ]
        codes = [law for law in self.profile.code_rules if not law.types or type_code in law.types]
        return Book(
            tuple(Duty(law, compile_way(law.path, Declaration)) for law in duties if not _of_item(law.path)),
            tuple(Duty(law, compile_way(_within(law.path), GovernmentAgencyGoodsItem)) for law in duties if _of_item(law.path)),
            tuple(self._listing(law, law.path, Declaration, on) for law in codes if not _of_item(law.path)),
            tuple(self._listing(law, _within(law.path), GovernmentAgencyGoodsItem, on) for law in codes if _of_item(law.path)),
        )

    def _listing(self, law: CodeRule, path: str, group: type[Group], on: date) -> Listing:
        above, _, last = path.rpartition("/")
        way, names = compile_way(above, group), tuple(last.split("+"))
        fields = tuple(_place(_class_at(above, group), name, path).field for name in names)
        return Listing(law, way, names, _tuple_of(fields), self.profile.code_lists[law.codes], self._in_force(law.codes, on), on)

    def _in_force(self, name: str, on: date) -> frozenset[str]:
        valid = self._valid.get((name, on))
        if valid is None:
            codes = self.profile.code_lists[name]
            valid = self._valid[name, on] = frozenset(code for code in codes.codes if codes.holds(code, on))
        return valid


def _class_at(path: str, group: type[Group]) -> type[Group]:
    for name in path.split("/") if path else ():
        group = _place(group, name, path).group or Group
    return group


def _tuple_of(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    read = attrgetter(*fields)
    return read if len(fields) > 1 else lambda group: (read(group),)


def _of_item(path: str) -> bool:
    return path.startswith(f"{_ITEM}/")


def _within(path: str) -> str:
    return path.removeprefix(f"{_ITEM}/")


def _under(item: GovernmentAgencyGoodsItem, law: Obligation) -> bool:
    return item.procedure_code.startswith(law.procedures)


def _finding(rule: str, severity: Any, path: str, message: Text, remedy: Text) -> Finding:
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
