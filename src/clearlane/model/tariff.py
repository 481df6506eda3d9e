"""A country's tariff: nomenclature, measures and what they refer to, as of any day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.measure import ALL_ORIGINS, Area, Measure, MeasureType
from clearlane.model.nomenclature import PRODUCT_LINE, Nomenclature, TariffLine
from clearlane.model.text import Text


class TariffHeader(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a tariff is.

    Attributes:
      country: ISO 3166 code of the country.
      edition: Its name among the editions of that country's tariff, such as ``2025-04``.
      title: Its name.
      hs: The version of the Harmonized System, such as ``2022``.
      currency: The currency of its amounts where they name none.
      source: Where it was taken from, and its licence.
      since: The first day it describes.
      languages: Languages of its texts.
      caveats: What the tariff leaves open, said wherever it is used, such as measures not modelled.
    """

    country: str
    edition: str
    title: str
    hs: str = "2022"
    currency: str = ""
    source: str = ""
    since: date = ALWAYS
    languages: tuple[str, ...] = ("en",)
    caveats: tuple[Text, ...] = ()


class TariffContent(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything a tariff holds, as it is written down and kept."""

    header: TariffHeader
    lines: tuple[TariffLine, ...] = ()
    measures: tuple[Measure, ...] = ()
    types: tuple[MeasureType, ...] = ()
    areas: tuple[Area, ...] = ()
    certificates: Mapping[str, Text] = {}
    footnotes: Mapping[str, Text] = {}
    additional_codes: Mapping[str, Text] = {}


class Borne(msgspec.Struct, frozen=True, gc=False):
    """A measure that goods of a code bear, and the line it stands on.

    Attributes:
      measure: The measure.
      line: The line, the goods' own or one above it; None for a standing measure of the profile.
      distance: How many lines above the goods' own it stands; 0 for the goods' own.
    """

    measure: Measure
    line: TariffLine | None
    distance: int


class Tariff:
    """A tariff that can be asked.

    Args:
      content: What it holds.
      version: The name under which the office keeps it; empty for the one a profile ships.
    """

    def __init__(self, content: TariffContent, version: str = "") -> None:
        self.content = content
        self.version = version
        self.header = content.header
        self.nomenclature = Nomenclature(content.lines)
        self.types: Mapping[str, MeasureType] = {one.code: one for one in content.types}
        self.areas: Mapping[str, Area] = {one.code: one for one in content.areas}
        self._standing: dict[str, list[Measure]] = {}
        for measure in content.measures:
            self._standing.setdefault(measure.code, []).append(measure)

    def line(self, code: str, on: date) -> TariffLine | None:
        """Return the line of a code on a day, or of its longest beginning that has one."""
        return self.nomenclature.on(on).nearest(code)

    def borne(self, code: str, on: date) -> tuple[Borne, ...]:
        """Return every measure goods of a code bear on a day, nearest line first: their own and those of the lines above."""
        tree = self.nomenclature.on(on)
        line = tree.nearest(code)
        if line is None:
            return ()
        return tuple(
            Borne(measure, above, distance)
            for distance, above in enumerate(reversed(tree.path(line)))
            if above.code and above.suffix == PRODUCT_LINE
            for measure in self._standing.get(above.code, ())
            if measure.since <= on
            and (measure.season is None or measure.season.holds(on))
            and (measure.until is None or on <= measure.until)
        )

    def on_line(self, line: TariffLine, on: date) -> tuple[Measure, ...]:
        """Return the measures that stand on a line itself."""
        return tuple(one for one in self._standing.get(line.code, ()) if line.code and one.holds(on))

    def standing(self, code: str) -> tuple[Measure, ...]:
        """Return every measure that stands on just this code, whatever the day."""
        return tuple(self._standing.get(code, ()))

    def covers(self, measure: Measure, origin: str) -> bool:
        """Say whether a measure concerns goods of an origin (ISO 3166)."""
        if self._within(origin, measure.excluded):
            return False
        return measure.area in ("", ALL_ORIGINS, origin) or self._within(origin, (measure.area,))

    def _within(self, origin: str, areas: Iterable[str]) -> bool:
        return any(area == origin or (area in self.areas and origin in self.areas[area].members) for area in areas)
