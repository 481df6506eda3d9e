"""An inspection as its facts tell it: its order, the checklist with what was done, photographs, samples, seals, and what was not taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from clearlane.clearance.situation import situation
from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.facts import Record
from clearlane.model.inspection_facts import (
    ActReceived,
    AgencyConcluded,
    InspectionOrdered,
    PhotoTaken,
    SampleDrawn,
    SampleJudged,
    SealHandled,
    StepTaken,
    VisitShared,
)
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.office.clearing_matters import words_of
from clearlane.office.inspecting_acts import InspectorAct, Made, Photo
from clearlane.office.ports import Reading

_made = msgspec.json.Decoder(Made)


class StepSeen(msgspec.Struct, frozen=True):
    """A step of the checklist: done, not done, or (None) not yet said; and the inspector's remark."""

    step: int
    words: Text
    done: bool | None = None
    remark: str = ""


class Untaken(msgspec.Struct, frozen=True):
    """An act that reached us and was not carried out: why, and the act itself; None where it was erased."""

    received: ActReceived
    at: datetime
    act: InspectorAct | None


class InspectionSeen(msgspec.Struct, frozen=True):
    """Everything of an inspection.

    Attributes:
      now: Where the declaration stands.
      order: Its order; None where nobody gave one.
      steps: Its checklist, as it was when the inspection began, or as it would be.
      ongoing: Whether it goes on.
      ended: When it was last concluded; None where it never was, or goes on.
      photos: Photographs, with when each reached us.
      samples: Samples.
      seals: Seals.
      judged: Results on samples, each with its words.
      agencies: Other agencies that take part, each with what it said last and its words; None before it said anything.
      untaken: Acts that were not carried out, the latest first.
    """

    now: Situation
    order: InspectionOrdered | None
    steps: tuple[StepSeen, ...]
    ongoing: bool
    ended: datetime | None
    photos: tuple[tuple[datetime, PhotoTaken], ...]
    samples: tuple[SampleDrawn, ...]
    seals: tuple[SealHandled, ...]
    judged: tuple[tuple[SampleJudged, str], ...]
    agencies: tuple[tuple[str, AgencyConcluded | None, str], ...]
    untaken: tuple[Untaken, ...]


def seen(reading: Reading, records: Sequence[Record], planned: Sequence[Text]) -> InspectionSeen:
    """Return an inspection as its facts tell it.

    Args:
      reading: The store, with the words beside the log.
      records: The declaration's facts.
      planned: The checklist it would have if it began now.
    """
    now = situation(records)
    order = next((one.fact for one in reversed(records) if isinstance(one.fact, InspectionOrdered)), None)
    ongoing = "goods" in now.ongoing
    ends = [one.at for one in records if isinstance(one.fact, CheckEnded) and one.fact.check == "goods"]
    return InspectionSeen(
        now,
        order,
        _steps(reading, records, planned),
        ongoing,
        ends[-1] if ends and not ongoing else None,
        tuple((one.at, one.fact) for one in records if isinstance(one.fact, PhotoTaken)),
        tuple(one.fact for one in records if isinstance(one.fact, SampleDrawn)),
        tuple(one.fact for one in records if isinstance(one.fact, SealHandled)),
        tuple((one.fact, words_of(reading, one.fact.why)) for one in records if isinstance(one.fact, SampleJudged)),
        tuple(_agencies(reading, records)),
        tuple(_untaken(reading, records)),
    )


def _agencies(reading: Reading, records: Sequence[Record]) -> Iterator[tuple[str, AgencyConcluded | None, str]]:
    said = {one.fact.agency: one.fact for one in records if isinstance(one.fact, AgencyConcluded)}
    for agency in dict.fromkeys(one.fact.agency for one in records if isinstance(one.fact, VisitShared)):
        last = said.get(agency)
        yield agency, last, words_of(reading, last.why) if last else ""


def _steps(reading: Reading, records: Sequence[Record], planned: Sequence[Text]) -> tuple[StepSeen, ...]:
    began = next((one for one in reversed(records) if isinstance(one.fact, CheckBegun) and one.fact.check == "goods"), None)
    words, since = (began.fact.steps, began.seq) if began and isinstance(began.fact, CheckBegun) else (tuple(planned), 0)
    said = {one.fact.step: one.fact for one in records if isinstance(one.fact, StepTaken) and one.seq > since}
    found = []
    for step, what in enumerate(words, 1):
        fact = said.get(step)
        found.append(StepSeen(step, what, fact.done, words_of(reading, fact.remark)) if fact else StepSeen(step, what))
    return tuple(found)


def _untaken(reading: Reading, records: Sequence[Record]) -> Iterator[Untaken]:
    for one in reversed(records):
        if isinstance(one.fact, ActReceived) and one.fact.refused is not None:
            yield Untaken(one.fact, one.at, _act(reading, one.fact))


def untaken_photos(reading: Reading, records: Sequence[Record]) -> set[str]:
    """Return the digests of photographs that reached us too late and are kept all the same."""
    return {one.act.digest for one in _untaken(reading, records) if isinstance(one.act, Photo)}


def _act(reading: Reading, received: ActReceived) -> InspectorAct | None:
    body = reading.document(received.kept)
    return _made.decode(body).act if body is not None else None
