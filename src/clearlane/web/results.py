"""The form in which an officer enters what an inspection found: a code for each goods item, with an amount where money is concerned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

import msgspec

from clearlane.model.facts import Record
from clearlane.model.inspection import CATEGORIES, Category, Intensity, ItemResult
from clearlane.model.money import MINOR_DIGITS
from clearlane.model.refusals import NotAllowed, Unreadable
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.clearing_allowed import unfit
from clearlane.office.office import Office
from clearlane.web.declared import Declared
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

KINDS: tuple[Intensity, ...] = ("documents", "physical")
NONE_FOUND, NOT_LOOKED = "conform", "not-looked-at"
OF_MONEY: tuple[Category, ...] = ("value", "classification", "origin", "quantity")
"""Kinds of finding of which duty is found missing, or is found to be none."""
_AMOUNT = re.compile(r"(\d{1,12})(?:[.,](\d{1,3}))?", re.ASCII)


class Row(msgspec.Struct, frozen=True):
    """One goods item of the form, 0 for the declaration as a whole: what was typed, and what is wrong with it."""

    item: int
    description: str = ""
    code: str = ""
    amount: str = ""
    fault: Text | None = None


class ResultForm(msgspec.Struct, frozen=True):
    """The form.

    Attributes:
      rows: Its goods items.
      kind: How closely they were looked at, as typed.
      rest: What holds for items without a code of their own, as typed.
      by: The staff number as typed.
      own: The viewer's own staff number, which counts before what is typed.
      kind_fault: What is wrong with the kind.
    """

    rows: list[Row]
    kind: str = ""
    rest: str = ""
    by: str = ""
    own: str = ""
    kind_fault: Text | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with what was typed."""
        return self.kind_fault is None and not any(row.fault for row in self.rows)

    @property
    def results(self) -> list[ItemResult]:
        """What was found of each goods item that was looked at."""
        looked = [row for row in self.rows if _code(row, self.rest) != NOT_LOOKED]
        return [_result(row.item, _code(row, self.rest), row.amount) for row in looked]


class Inspection(msgspec.Struct, frozen=True):
    """An inspection recorded: when, by whom, how closely, what was found."""

    record: Record
    fact: Examined


def may_inspect(viewer: Viewer) -> bool:
    """Say whether someone may enter results: an officer of controls, and nobody else."""
    return viewer.holds("officer", "inspector")


def inspections(records: list[Record]) -> list[Inspection]:
    """Return the inspections of a declaration, latest first."""
    return [Inspection(one, one.fact) for one in reversed(records) if isinstance(one.fact, Examined)]


def result_form(
    office: Office, viewer: Viewer, number: str, declared: Declared | None, typed: Mapping[str, str] | None = None
) -> ResultForm:
    """Return the form for a declaration: empty, or with what was typed and what is wrong with it.

    Args:
      office: The office.
      viewer: Who fills it in.
      number: The declaration.
      declared: What is declared, to name the items.
      typed: What was typed.
    """
    names = {count: one.description for count, one in enumerate(declared.items, 1)} if declared else {}
    items = office.risk.results.items(number) or [0]
    if typed is None:
        return ResultForm([Row(item, names.get(item, "")) for item in items], own=viewer.party)
    kind, rest = typed.get("kind", ""), typed.get("rest", "")
    rest = rest if rest in (NONE_FOUND, NOT_LOOKED) else ""
    places = MINOR_DIGITS.get(office.profile.currency, 2)
    rows = [_row(item, names.get(item, ""), typed, rest, places) for item in items]
    wrong = None if kind in KINDS else WORDS["results.fault.kind"]
    return ResultForm(rows, kind, rest, typed.get("by", "").strip()[:200], viewer.party, wrong)


def record(office: Office, form: ResultForm, number: str, expect: int | None = None) -> Record:
    """Record what a form says, decided upon the last fact that was seen.

    Raises:
      Unreadable: Something of the form is missing, or none of the choices.
      Refusal: As ``office.risk.results.record``.
    """
    if not form.sound:
        raise Unreadable(WORDS["results.faults"])
    if not form.results:
        raise Unreadable(WORDS["results.fault.nothing"])
    return office.risk.results.record(number, cast("Intensity", form.kind), form.results, by=form.own or form.by, expect=expect)


def demand_fit(office: Office, viewer: Viewer, results: Iterable[ItemResult]) -> None:
    """Refuse a value raised by whoever is not fit for it today.

    Raises:
      NotAllowed: His competence is not in date.
    """
    uplift = any(one.category == "value" and one.revenue for one in results)
    why = unfit("value-uplift", viewer, office.profile.clearance) if uplift else None
    if why is not None:
        raise NotAllowed(why)


def _row(item: int, description: str, typed: Mapping[str, str], rest: str, places: int) -> Row:
    code, amount = typed.get(f"code-{item}", ""), typed.get(f"amount-{item}", "").strip()[:30]
    row = Row(item, description, code, amount)
    return msgspec.structs.replace(row, fault=_fault(_code(row, rest), amount, places))


def _fault(code: str, amount: str, places: int) -> Text | None:
    if not code:
        return WORDS["results.fault.code"]
    if code in (NONE_FOUND, NOT_LOOKED):
        return WORDS["results.fault.no-amount"] if amount and _read(amount) != 0 else None
    if code not in CATEGORIES:
        return WORDS["results.fault.code"]
    if not amount:
        return WORDS["results.fault.amount"] if code in OF_MONEY else None
    found = _AMOUNT.fullmatch(amount)
    if found is None or len(found[2] or "") > places:
        return WORDS["results.fault.figure"]
    return None


def _code(row: Row, rest: str) -> str:
    return row.code or rest


def _read(amount: str) -> Decimal | None:
    found = _AMOUNT.fullmatch(amount)
    return Decimal(f"{found[1]}.{found[2] or 0}") if found else None


def _result(item: int, code: str, amount: str) -> ItemResult:
    if code == NONE_FOUND:
        return ItemResult(item, conform=True)
    return ItemResult(item, conform=False, category=cast("Category", code), revenue=_read(amount) or Decimal(0))
