"""A tariff as it is being read: its parts, and the row each came from so that a fault can name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clearlane.model.measure import Area, Measure, MeasureType
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent, TariffHeader
from clearlane.model.text import Text


@dataclass
class Draft:
    """What has been read so far.

    Attributes:
      header: What the tariff is; None while unknown.
      lines: Lines of nomenclature.
      line_rows: The row of each.
      line_file: The file they came from.
      measures: Measures.
      measure_rows: The row of each.
      measure_file: The file they came from.
      code_column: The name of the column with the goods code.
      types: Kinds of measure.
      areas: Groups of countries and schemes.
      certificates: Document codes.
      footnotes: Footnotes.
      additional_codes: Additional codes.
      told: Certificates whose absence is already told, where they stand.
      rows: Rows read, headers left out.
    """

    header: TariffHeader | None = None
    lines: list[TariffLine] = field(default_factory=list)
    line_rows: list[int] = field(default_factory=list)
    line_file: str = ""
    measures: list[Measure] = field(default_factory=list)
    measure_rows: list[int] = field(default_factory=list)
    measure_file: str = ""
    code_column: str = "code"
    types: list[MeasureType] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    certificates: dict[str, Text] = field(default_factory=dict)
    footnotes: dict[str, Text] = field(default_factory=dict)
    additional_codes: dict[str, Text] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    rows: int = 0

    def keep_line(self, row: int, line: TariffLine) -> None:
        """Keep a line and remember its row."""
        self.lines.append(line)
        self.line_rows.append(row)

    def keep_measure(self, row: int, measure: Measure) -> None:
        """Keep a measure and remember its row."""
        self.measures.append(measure)
        self.measure_rows.append(row)

    def content(self, header: TariffHeader) -> TariffContent:
        """Return what was read as a tariff."""
        return TariffContent(
            header=header,
            lines=tuple(self.lines),
            measures=tuple(self.measures),
            types=tuple(self.types),
            areas=tuple(self.areas),
            certificates=_sorted(self.certificates),
            footnotes=_sorted(self.footnotes),
            additional_codes=_sorted(self.additional_codes),
        )


def _sorted(texts: Mapping[str, Text]) -> dict[str, Text]:
    return dict(sorted(texts.items()))
