"""Files of a million lines assessed by the law of the office, to the same cent as one declaration after the other.

desk = office.tariff.bulk()
found = desk.read(Path("lines.csv"))
if found.lines is not None:
    summary = desk.assess(found.lines, Path("duties.csv"))
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import numpy as np

from clearlane.assessment.columnar import assess_lines, plan_for
from clearlane.assessment.columnar_lines import Coded, Figures, Lines
from clearlane.assessment.columnar_reasons import reasons_of
from clearlane.model.bulk import BulkSummary
from clearlane.model.edition import RowFault
from clearlane.model.profile import Profile
from clearlane.office.bulk_columns import Results
from clearlane.office.bulk_files import PIECE, Writer, can_be_written, pieces_of, writer
from clearlane.office.bulk_reading import BulkLines, Reader

_Report = Callable[[int], None]


def _silent(done: int) -> None:
    """Tell nobody."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the collector millions of cells, which never go in circles; looking through them takes longer than reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class BulkRead(NamedTuple):
    """What came of reading a file.

    Attributes:
      lines: The lines; None where anything stands against them.
      faults: What does, by row and column; the first thousand.
    """

    lines: BulkLines | None
    faults: tuple[RowFault, ...]


class BulkDesk:
    """Assesses files of lines under one law.

    Args:
      law: The law, with its tariff.
      on: The day of lines that tell none.
      language: The language of reasons in the file written.
    """

    def __init__(self, law: Profile, on: date, language: str = "en") -> None:
        self._law, self._on, self._language = law, on, language

    @staticmethod
    def can_write(target: Path) -> None:
        """Make sure before the work that a file can be written. Raises as ``assess`` does."""
        can_be_written(target)

    def read(self, path: Path, report: _Report = _silent) -> BulkRead:
        """Read a file of lines, CSV or Parquet.

        Args:
          path: The file.
          report: Told now and then how many lines are read.

        Raises:
          NotFound: There is no such file.
          Unreadable: It is no table that can be read.
          Unavailable: It is Parquet, and what reads it is not installed.
        """
        start, reader = perf_counter(), Reader(self._law, self._on)
        with _uncollected():
            lines = reader.read(pieces_of(path), report)
        if lines is not None:
            lines.seconds = perf_counter() - start
        return BulkRead(lines, tuple(reader.faults))

    def assess(self, lines: BulkLines, target: Path | None = None, report: _Report = _silent) -> BulkSummary:
        """Assess lines, and write them with what each owes.

        Args:
          lines: The lines.
          target: A new file ending in ``.csv`` or ``.parquet``; None to write nothing. It appears only once it is whole.
          report: Told now and then how many lines are done.

        Raises:
          Conflict: The file is there already.
          NotFound: Its folder is not there.
          Unreadable: Its name ends otherwise.
        """
        results = Results(self._law, self._language)
        if target is None:
            spent = self._run(lines, results, None, report)
        else:
            can_be_written(target)
            begun = target.with_name(f".{target.stem}.part{target.suffix}")
            try:
                out = writer(begun, [*lines.headings, *results.headings], [*[None] * len(lines.headings), *results.places])
                spent = self._run(lines, results, out, report)
                begun.rename(target)
            finally:
                begun.unlink(missing_ok=True)
        seconds = {"read": lines.seconds, "assess": spent[0], "write": spent[1]}
        return results.summary(len(lines), seconds, str(target or ""))

    def _run(self, lines: BulkLines, results: Results, out: Writer | None, report: _Report) -> tuple[float, float]:
        """Assess lines piece by piece and return how long computing and writing took."""
        plan, computing, writing, done = plan_for(lines.lines, self._law), 0.0, 0.0, 0
        for first, last, rows, piece in _pieces(lines):
            start = perf_counter()
            found = None
            if len(piece):
                duties = assess_lines(piece, self._law, plan)
                found = duties, reasons_of(piece, duties, plan)
            results.take(last - first, rows - first, found)
            computing += perf_counter() - start
            if out is not None:
                start = perf_counter()
                out.add([*(cells[first:last] for cells in lines.cells), *results.columns()])
                writing += perf_counter() - start
            done += last - first
            report(done)
        if out is not None:
            start = perf_counter()
            out.close()
            writing += perf_counter() - start
        return computing, writing


def _pieces(lines: BulkLines) -> Iterator[tuple[int, int, np.ndarray[tuple[int], np.dtype[np.int64]], Lines]]:
    """Yield first and last row of each piece, which of its rows are assessed, and these; no declaration is cut in two."""
    count, first = len(lines), 0
    declaration = lines.lines.declaration
    while first < count:
        last = min(first + PIECE, count)
        begin, end = np.searchsorted(lines.rows, (first, last)).tolist()
        if declaration is not None and 0 < end < len(lines.rows):
            own = int(declaration[end - 1])
            while end < len(lines.rows) and int(declaration[end]) == own:
                end += 1
            last = max(last, int(lines.rows[end - 1]) + 1)
        yield first, last, lines.rows[begin:end], _part(lines.lines, begin, end)
        first = last


def _part(lines: Lines, begin: int, end: int) -> Lines:
    some = slice(begin, end)
    return replace(
        lines,
        facts={name: Coded(column.codes[some], column.values) for name, column in lines.facts.items()},
        value=Figures(lines.value.units[some], lines.value.places),
        quantities={key: Figures(one.units[some], one.places) for key, one in lines.quantities.items()},
        declaration=None if lines.declaration is None else lines.declaration[some],
    )
