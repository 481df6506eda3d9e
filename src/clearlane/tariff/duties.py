"""Duty texts in the cells of a tariff file: each text is read once, however often it stands there."""

from __future__ import annotations

from functools import lru_cache

from clearlane.model.duty import AdValorem, DutyExpression, Element, Specific, Unpriceable
from clearlane.model.duty_text import DutyPart, DutyText, DutyTextFault
from clearlane.tariff.cells import Cells
from clearlane.tariff.dialects import read_duty


def stated(cells: Cells, column: str, dialect: str, currency: str) -> tuple[DutyPart, ...]:
    """Return the duties a cell states, one for each season or programme; none where it is empty or cannot be read.

    Args:
      cells: The row.
      column: The column; a fault in its text is noted there with its place within the cell.
      dialect: Which dialect it is written in; empty to find out.
      currency: The currency of amounts that name none.
    """
    text = cells.text(column)
    if not text:
        return ()
    found = _read(text, dialect, currency)
    if isinstance(found, DutyTextFault):
        cells.fault(column, found.cause, found.hint, found.column)
        return ()
    return found.parts


@lru_cache(maxsize=50_000)
def _read(text: str, dialect: str, currency: str) -> DutyText | DutyTextFault:
    try:
        return read_duty(text, dialect or None, currency)
    except DutyTextFault as fault:
        return fault


def outcome(duty: DutyExpression) -> str:
    """Return what can be made of a duty: ``priced``, ``conditional`` on something named, or ``unpriced``.

    >>> from clearlane.model.duty import percentage
    >>> from decimal import Decimal
    >>> outcome(percentage(Decimal("5")))
    'priced'
    """
    parts = [term.part for term in duty.terms]
    if any(isinstance(part, Unpriceable) for part in parts):
        return "unpriced"
    if any(_asks(part) for part in parts):
        return "conditional"
    return "priced"


def _asks(part: object) -> bool:
    if isinstance(part, AdValorem):
        return bool(part.of)
    return isinstance(part, Element) or (isinstance(part, Specific) and bool(part.per))
