"""What lines owe as columns to write: for each tax its amount and outcome, and in the end the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

import numpy as np

from clearlane.assessment.columnar import OUTCOMES, Duties
from clearlane.assessment.columnar_reasons import Reasons
from clearlane.assessment.columnar_round import EXACT, Whole
from clearlane.model.assessment import Outcome
from clearlane.model.bulk import BulkSummary, LineOutcome, OpenReason, TaxSum
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.profile import Profile
from clearlane.model.text import Text

WORDS: tuple[LineOutcome, ...] = ("not-due", "priced", "suspended", "conditional", "unpriced")
"""Outcomes of whole lines by the same numbers as those of taxes in ``OUTCOMES``."""
_PRICED, _OPEN = 1, 3
_Found = tuple[Duties, Reasons]
_Cells = Callable[[], list[str]]


class Results:
    """Columns of one piece of lines after another, and their sums.

    Args:
      law: The law.
      language: The language of reasons.
    """

    def __init__(self, law: Profile, language: str) -> None:
        self._law, self._language = law, language
        self._scale = max(MINOR_DIGITS.get(law.currency, 2), *(tax.rounding.places for tax in law.taxes), 0)
        self.headings = [heading for tax in law.taxes for heading in (tax.code, f"{tax.code}.outcome")] + ["total", "outcome"]
        self.places: list[int | None] = [place for _ in law.taxes for place in (self._scale, None)] + [self._scale, None]
        self._columns: list[_Cells] = []
        self._sums: Counter[str] = Counter()
        self._total = 0
        self._taxes: dict[str, Counter[int]] = {tax.code: Counter() for tax in law.taxes}
        self._lines: Counter[int] = Counter()
        self._reasons: Counter[tuple[str, int, Text | None]] = Counter()

    def take(self, count: int, rows: Whole, found: _Found | None) -> None:
        """Take in what some lines owe.

        Args:
          count: How many lines the piece has.
          rows: Which of them were assessed; the others owe nothing.
          found: What these owe, and why not; None where there are none.
        """
        self._columns, texts = [], found[1].texts if found else (None,)
        met = np.zeros((len(OUTCOMES), len(rows)), dtype=np.bool_)
        for tax in self._law.taxes:
            amounts, outcomes, places = self._of_tax(tax.code, len(rows), found)
            met[outcomes, np.arange(len(rows))] = True
            self._count(tax.code, amounts, outcomes, places, texts)
            self._columns.append(partial(self._amounts, amounts, outcomes == _PRICED, rows, count))
            self._columns.append(partial(self._outcomes, outcomes, places, texts, rows, count))
        nothing = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.bool_)
        self._whole(count, rows, np.select([met[4], met[3], met[1], met[2]], [4, 3, 1, 2], 0), *(found[0].totals() if found else nothing))

    def _whole(self, count: int, rows: Whole, outcomes: Whole, total: Whole, still_open: Whole) -> None:
        """Take in what came of whole lines."""
        every, worst = np.zeros(count, dtype=total.dtype), np.zeros(count, dtype=np.int64)
        known = np.ones(count, dtype=np.bool_)
        every[rows], worst[rows], known[rows] = total, outcomes, ~np.asarray(still_open, dtype=np.bool_)
        self._total += _sum(every[known])
        self._lines.update(dict(enumerate(np.bincount(worst, minlength=len(WORDS)).tolist())))
        self._columns += [partial(self._written, every, known), np.array(WORDS, dtype=object)[worst].tolist]

    def columns(self) -> list[list[str]]:
        """Return the columns of the piece taken in last, in the order of ``headings``."""
        return [cells() for cells in self._columns]

    def summary(self, lines: int, seconds: Mapping[str, float], written: str) -> BulkSummary:
        """Return the sums over every piece."""
        taxes = tuple(
            TaxSum(
                tax.code, tax.name, self._amount(self._sums[tax.code]), {_outcome(number): count for number, count in sorted(borne.items())}
            )
            for tax in self._law.taxes
            if (borne := self._taxes[tax.code])
        )
        reasons = tuple(
            OpenReason(tax, _outcome(number), text, count) for (tax, number, text), count in self._reasons.most_common() if text is not None
        )
        outcomes = {WORDS[number]: count for number, count in sorted(self._lines.items()) if count}
        tariff = self._law.tariff.version if self._law.tariff else ""
        return BulkSummary(lines, outcomes, self._law.currency, self._amount(self._total), taxes, reasons, tariff, seconds, written)

    def _of_tax(self, tax: str, count: int, found: _Found | None) -> tuple[Whole, Whole, Whole]:
        """Return of one tax the amounts, the outcomes, and the places of the reasons; several lines of an item are one here."""
        amounts, outcomes, places = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.uint8), np.zeros(count, dtype=np.int32)
        if found is None:
            return amounts, outcomes, places
        duties, reasons = found
        for slot, (code, _) in enumerate(duties.slots):
            if code != tax:
                continue
            own = duties.outcomes(slot)
            amounts = _added(amounts, np.where(own == _PRICED, duties.amounts[slot], 0))
            worse = (own > outcomes) & ~((outcomes == _PRICED) & (own < _OPEN))
            turns = worse | ((own == _PRICED) & (outcomes > 0) & (outcomes < _OPEN))
            places = np.where(turns, reasons.places[slot], places)
            outcomes = np.where(turns, own, outcomes)
        return amounts, outcomes, places

    def _count(self, tax: str, amounts: Whole, outcomes: Whole, places: Whole, texts: tuple[Text | None, ...]) -> None:
        counts = np.bincount(outcomes, minlength=len(OUTCOMES)).tolist()
        self._taxes[tax].update({number: count for number, count in enumerate(counts) if number and count})
        self._sums[tax] += _sum(amounts[outcomes == _PRICED])
        for number in range(_OPEN, len(OUTCOMES)):
            of_reason = np.bincount(places[outcomes == number], minlength=1)
            for place in np.flatnonzero(of_reason).tolist():
                self._reasons[tax, number, texts[place]] += int(of_reason[place])

    def _outcomes(self, outcomes: Whole, places: Whole, texts: tuple[Text | None, ...], rows: Whole, count: int) -> list[str]:
        """Return the outcomes in words, each with its reason."""
        if not outcomes.any():
            return [""] * count
        met, inverse = np.unique(places.astype(np.int64) * len(OUTCOMES) + outcomes, return_inverse=True)
        words = np.array([self._said(one % len(OUTCOMES), texts[one // len(OUTCOMES)]) for one in met.tolist()] or [""], dtype=object)
        every = np.full(count, "", dtype=object)
        if len(rows):
            every[rows] = words[inverse]
        said: list[str] = every.tolist()
        return said

    def _said(self, number: int, reason: Text | None) -> str:
        outcome = OUTCOMES[number] or ""
        return f"{outcome}: {reason.said(self._language)}" if reason is not None and number > _PRICED else outcome

    def _amounts(self, units: Whole, known: Whole, rows: Whole, count: int) -> list[str]:
        """Return amounts as cells among all lines; empty where there is none."""
        if not known.any():
            return [""] * count
        return _spread(self._written(units, known), rows, count)

    def _written(self, units: Whole, known: Whole) -> list[str]:
        scale = self._scale
        if not scale:
            return [str(one) if there else "" for one, there in zip(units.tolist(), known.tolist(), strict=True)]
        by = 10**scale
        whole, part = (units // by).tolist(), (units % by).tolist()
        return [f"{one}.{cents:0{scale}d}" if there else "" for one, cents, there in zip(whole, part, known.tolist(), strict=True)]

    def _amount(self, units: int) -> Decimal:
        return Decimal(units).scaleb(-self._scale)


def _sum(units: Whole) -> int:
    """Return the sum of a column, exact also where 64 bits would not hold it."""
    most = int(abs(units).max()) if len(units) else 0
    return int((units if most * max(len(units), 1) < EXACT else units.astype(object)).sum())


def _added(one: Whole, other: Whole) -> Whole:
    wide = any(column.dtype == object or (len(column) and int(abs(column).max()) >= EXACT >> 1) for column in (one, other))
    return one.astype(object) + other if wide else one + other


def _spread(cells: list[str], rows: Whole, count: int) -> list[str]:
    """Return the cells of some rows among all of them."""
    if len(cells) == count:
        return cells
    every = [""] * count
    for row, cell in zip(rows.tolist(), cells, strict=True):
        every[row] = cell
    return every


def _outcome(number: int) -> Outcome:
    found = OUTCOMES[number]
    assert found is not None  # noqa: S101 - 0 stands for no line and is never counted
    return found
