"""A profile between its text and a form, what it says in words, and how often each profile hit of late, for the pages of analysts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import msgspec

from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.risk_outcomes import selections
from clearlane.office.risk_preview import Fault
from clearlane.office.risk_words import told
from clearlane.risk.catalogue import catalogue
from clearlane.risk.estimate.intervals import wilson
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.form import ASKS, FormProfile, FormRow, form_of, to_form
from clearlane.risk.language.form_reading import from_form
from clearlane.risk.language.form_rows import with_example, with_row, without_row
from clearlane.risk.language.lexer import leading_comments
from clearlane.risk.language.parser import read_profile
from clearlane.risk.language.writer import write_profile

__all__ = ["ASKS", "FormProfile", "FormRow", "Lately", "Placed", "as_form", "as_text", "changed_form", "lately", "reading"]


class Placed(msgspec.Struct, frozen=True):
    """A fault of a form, with the input it belongs to; empty for the form as a whole."""

    place: str
    fault: Fault


class Lately(msgspec.Struct, frozen=True):
    """How a profile did of late.

    Attributes:
      hits: Declarations it hit, those it hit in shadow among them.
      inspected: How many of them officers looked at.
      findings: In how many of those something was found.
      low: Lower end of Wilson's interval of the hit rate.
      high: Upper end.
    """

    hits: int
    inspected: int
    findings: int
    low: float
    high: float

    @property
    def rate(self) -> float | None:
        """The share of those looked at with a finding; None where nobody looked, which is not the same as 0."""
        return self.findings / self.inspected if self.inspected else None


def reading(office: Office, text: str) -> tuple[Text, ...]:
    """Return a profile's text as plain sentences; none where it cannot be read."""
    try:
        return told(read_profile(text, catalogue(), _lists(office)))
    except ProfileFault:
        return ()


def as_form(office: Office, text: str) -> FormProfile | None:
    """Return a profile's text as a form; comments before the profile are kept. None where the text cannot be read."""
    try:
        return to_form(read_profile(text, catalogue(), _lists(office)), leading_comments(text))
    except ProfileFault:
        return None


def changed_form(fields: Mapping[str, str], change: str) -> FormProfile:
    """Return the form that was posted, after a change: ``add when.1``, ``drop when.0.2``, ``example``, ``unexample 0``, or none."""
    form, (act, _, place) = form_of(fields), change.partition(" ")
    if act == "add":
        return with_row(form, place)
    if act == "drop":
        return without_row(form, place)
    if act == "unexample":
        kept = tuple(one for count, one in enumerate(form.examples) if str(count) != place)
        return msgspec.structs.replace(form, examples=kept)
    return with_example(form) if act == "example" else form


def as_text(office: Office, form: FormProfile) -> str | tuple[Placed, ...]:
    """Return the text that a form says, or its faults, each with the input it belongs to."""
    found = from_form(form, catalogue(), _lists(office))
    if isinstance(found, tuple):
        return tuple(Placed(one.place, Fault.of(one)) for one in found)
    return write_profile(found, form.comments.splitlines())


def lately(office: Office, days: int = 30) -> dict[str, Lately]:
    """Return how often each profile hit in the last days, and what came of it, by its code; shadow hits are counted too."""
    counts: dict[str, list[int]] = {}
    for one in selections(office.store, office.clock() - timedelta(days=days)):
        for code in {hit.profile for hit in one.hits}:
            line = counts.setdefault(code, [0, 0, 0])
            line[0] += 1
            line[1] += one.intensity is not None
            line[2] += bool(one.found)
    return {code: Lately(hits, inspected, found, *wilson(found, inspected)) for code, (hits, inspected, found) in counts.items()}


def _lists(office: Office) -> Mapping[str, frozenset[str]]:
    return office.risk.keeping.lists(office.profile.day(office.clock()))
