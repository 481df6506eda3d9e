"""Whose act it is on a declaration: by role at its customs office, by competence, and by who has the case."""

from __future__ import annotations

from clearlane.clearance.acts import ACTS, Act
from clearlane.model.case import Case
from clearlane.model.text import Text
from clearlane.office import clearing_allowed_words as words
from clearlane.office.access import Asker

_BY_HAND = ("begin-check", "end-check", "query", "settle", "release", "release-provisionally", "clear", "store")
"""Acts of the officer who has the case."""
CLOSING: tuple[Act, ...] = ("release", "release-provisionally")
"""Acts that close a case."""


def fit(act: Act, asker: Asker, case: Case) -> Text | None:
    """Return why an act is not someone's whose role it is; None where it is, and where he gave no number yet."""
    return allowed(act, asker, case, red=act in CLOSING) if asker.party else None


def allowed(act: Act, asker: Asker, case: Case, *, red: bool = False, uplift: bool = False) -> Text | None:
    """Return why an act on a declaration is not someone's; None where it is.

    Args:
      act: The act.
      asker: Who asks.
      case: The declaration.
      red: Whether the act closes a red case: a check of it concluded with satisfaction, or its goods released.
      uplift: Whether the act raises a value.
    """
    if not asker.holds(*ACTS[act].roles, office=case.office):
        return words.NOT_YOURS
    if not asker.party:
        return words.NOBODY
    needed = {"second-signature": act == "countersign", "red-case": red and case.lane == "red", "value-uplift": uplift}
    missing = next((one for one, asked in needed.items() if asked and not asker.fit_for(one)), None)
    if missing is not None:
        return words.NOT_FIT[missing]
    others = case.officer and case.officer.strip().casefold() != asker.party.strip().casefold()
    if act in _BY_HAND and others and not asker.holds("supervisor", "inspector", office=case.office):
        return words.with_another(case.officer)
    return None
