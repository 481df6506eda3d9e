"""Whose act it is on a declaration: by role at its customs office, by competence, and by who has the case."""

from __future__ import annotations

from clearlane.clearance.acts import ACTS, Act
from clearlane.model.case import Case
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.competence import Right, asked
from clearlane.model.text import Text
from clearlane.office import clearing_allowed_words as words
from clearlane.office.access import Asker

_BY_HAND = ("begin-check", "end-check", "query", "settle", "release", "release-provisionally", "clear", "store")
"""Acts of the officer who has the case."""
CLOSING: tuple[Act, ...] = ("release", "release-provisionally")
"""Acts that close a case."""


def fit(act: Act, asker: Asker, case: Case, law: ClearanceLaw) -> Text | None:
    """Return why an act is not someone's whose role it is; None where it is, and where he gave no number yet."""
    return allowed(act, asker, case, law, red=act in CLOSING) if asker.party else None


def allowed(act: Act, asker: Asker, case: Case, law: ClearanceLaw, *, red: bool = False, uplift: bool = False) -> Text | None:
    """Return why an act on a declaration is not someone's; None where it is.

    Args:
      act: The act.
      asker: Who asks.
      case: The declaration.
      law: The law of clearance: which competences are asked for.
      red: Whether the act closes a red case: a check of it concluded with satisfaction, or its goods released.
      uplift: Whether the act raises a value.
    """
    if not asker.holds(*ACTS[act].roles, office=case.office):
        return words.NOT_YOURS
    if not asker.party:
        return words.NOBODY
    rights: dict[Right, bool] = {"second-signature": act == "countersign", "red-case": red and case.lane == "red", "value-uplift": uplift}
    missing = next((why for right, used in rights.items() if used and (why := unfit(right, asker, law))), None)
    if missing is not None:
        return missing
    others = case.officer and case.officer.strip().casefold() != asker.party.strip().casefold()
    if act in _BY_HAND and others and not asker.holds("supervisor", "inspector", office=case.office):
        return words.with_another(case.officer)
    return None


def unfit(right: Right, asker: Asker, law: ClearanceLaw) -> Text | None:
    """Return why someone may not use a right that the law ties to a competence; None where he may.

    Args:
      right: The right.
      asker: Who asks.
      law: The law of clearance.
    """
    needed = asked(law.competences, right)
    return None if needed is None or asker.fit_for(needed.name) else words.not_fit(right, needed.title)
