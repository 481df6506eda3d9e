"""What the codes of a tariff mean, and a measure with the words that belong to its codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec.structs import replace

from clearlane.model.dated import ALWAYS
from clearlane.model.measure import ALL_ORIGINS, Area, Condition, Season
from clearlane.model.profile import Profile
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.text import Text


class Named(msgspec.Struct, frozen=True):
    """A code and what it means, as far as that is known."""

    code: str
    text: Text | None


class Row(msgspec.Struct, frozen=True):
    """One measure, with the words that belong to its codes.

    Attributes:
      name: What it is.
      duty: What is charged, as the tariff says it; empty for none.
      origin: The origin it is for; None for every origin.
      excluded: Origins left out.
      agreement: The agreement behind it.
      proofs: Documents any of which proves the origin.
      conditions: What it depends on.
      additional: The additional code it is for; None for none.
      footnotes: What is said beside it.
      season: The part of the year it is confined to.
      since: First day; None where it always held.
      until: Last day; None while in force.
      order_number: The quota it draws on.
      reference: The law.
      code: The code of the line it stands on; empty for the law itself.
      id: The identifier of the measure; empty where a tax of the law has a plain rate.
    """

    name: Text
    duty: str
    origin: Named | None = None
    excluded: tuple[Named, ...] = ()
    agreement: str = ""
    proofs: tuple[Named, ...] = ()
    conditions: tuple[tuple[Condition, tuple[Named, ...]], ...] = ()
    additional: Named | None = None
    footnotes: tuple[Named, ...] = ()
    season: Season | None = None
    since: date | None = None
    until: date | None = None
    order_number: str = ""
    reference: str = ""
    code: str = ""
    id: str = ""


def together(rows: Iterable[Row]) -> list[tuple[Row, tuple[Named, ...]]]:
    """Return measures that differ in their origin alone as one, with all their origins.

    A programme that is called by its symbol is no agreement of its own here, so that the programmes of one rate stand together.
    """
    found: dict[bytes, tuple[Row, list[Named]]] = {}
    for row in rows:
        own = row.origin is not None and row.agreement == row.origin.code
        alike = replace(row, origin=None, id="", agreement="" if own else row.agreement)
        origins = found.setdefault(msgspec.json.encode((alike, row.origin is None)), (row, []))[1]
        origins.extend([row.origin] if row.origin else [])
    return [(row, tuple(origins)) for row, origins in found.values()]


class Names:
    """What codes of the tariff mean: areas, documents, footnotes, additional codes.

    Args:
      law: The law, whose code lists name countries and documents.
      tariff: The tariff.
    """

    def __init__(self, law: Profile, tariff: Tariff) -> None:
        self._law, self._tariff = law, tariff

    def area(self, code: str) -> Named:
        """Return a country or group of countries."""
        known = self._tariff.areas.get(code)
        return Named(code, self._programme(known) if known else self._listed("countries", code))

    def _programme(self, area: Area) -> Text:
        """Return what an area is called: a programme as the law calls the claim to it, where the tariff has no more than its symbol."""
        claimed = (one.text for one in self._law.claims.values() if one.areas == (area.code,) and area.agreement == area.code)
        return next(claimed, area.text)

    def note(self, code: str) -> Named:
        """Return a footnote."""
        return Named(code, self._tariff.content.footnotes.get(code))

    def document(self, code: str) -> Named:
        """Return a kind of document."""
        return Named(code, self._tariff.content.certificates.get(code) or self._listed("documents", code))

    def additional(self, code: str) -> Named:
        """Return an additional code, such as a producer's."""
        return Named(code, self._tariff.content.additional_codes.get(code) or self._listed("additional codes", code))

    def _listed(self, name: str, code: str) -> Text | None:
        codes = self._law.code_lists.get(name)
        return codes.text(code) if codes else None

    def row(self, one: Borne, name: Text | None = None) -> Row:
        """Return a measure with the words that belong to its codes."""
        found, tariff = one.measure, self._tariff
        kind, area = tariff.types.get(found.type), tariff.areas.get(found.area)
        return Row(
            name or (kind.text if kind else Text(en=found.type, vi=found.type)),
            found.duty.text if found.duty else "",
            None if found.area in ("", ALL_ORIGINS) else self.area(found.area),
            tuple(map(self.area, found.excluded)),
            area.agreement if area else "",
            tuple(map(self.document, area.proofs)) if area else (),
            tuple((condition, tuple(map(self.document, condition.certificates))) for condition in found.conditions),
            self.additional(found.additional_code) if found.additional_code else None,
            tuple(map(self.note, found.footnotes)),
            found.season,
            found.since if found.since > ALWAYS else None,
            found.until,
            found.order_number,
            found.reference,
            one.line.code if one.line else "",
            found.id,
        )
