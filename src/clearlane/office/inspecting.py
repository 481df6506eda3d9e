"""Inspections of goods: ordered, carried out at the quay with or without a network, recorded act by act. At ``office.inspections``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from clearlane.clearance.acts import obstacles
from clearlane.clearance.checklist import checklist
from clearlane.clearance.intent import Intent
from clearlane.clearance.situation import situation
from clearlane.lodgement.document_type import media_type
from clearlane.model.case import Case, Query
from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.facts import Fact, Record
from clearlane.model.inspection import Intensity
from clearlane.model.inspection_facts import ActReceived, InspectionOrdered, PhotoTaken, SampleDrawn, SealHandled, StepTaken
from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.risk_facts import Examined
from clearlane.model.risk_profile import Inspection
from clearlane.model.text import Text
from clearlane.office.clearing_act import Being
from clearlane.office.clearing_record import kept, known, written
from clearlane.office.generations import generation
from clearlane.office.inspecting_acts import Begin, Conclude, Made, Outcome, Photo, Sample, Seal, Step
from clearlane.office.inspecting_later import QuayLater
from clearlane.office.inspecting_refusals import not_a_picture, not_a_place, refuse_overtaken, too_many
from clearlane.office.inspecting_view import InspectionSeen, seen, untaken_photos
from clearlane.office.ports import Reading
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_results import demand_sound

MOST_PHOTOS = 300
"""So many photographs an inspection may have."""
_encoder = msgspec.json.Encoder()


class _Known(Exception):
    """An act that reached us before."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class InspectionDesk(QuayLater):
    """Inspections of goods.

    Args:
      parts: As of every desk of clearance.
      keeping: Risk profiles: what they want looked at goes into the checklist.
    """

    def __init__(self, *parts: Any, keeping: RiskKeeping) -> None:
        super().__init__(*parts)
        self._keeping = keeping

    def waiting(self, offices: Sequence[str] = (), limit: int = 200) -> list[Case]:
        """Return the cases whose goods are to be inspected, the earliest clock first."""
        return self._store.cases(Query(offices=tuple(offices), waits=("inspection",), by_due=True, limit=limit))

    def ordered(self, number: str) -> InspectionOrdered | None:
        """Return the latest order; None where nobody gave one."""
        facts = (one.fact for one in reversed(self._store.facts_of(number)))
        return next((one for one in facts if isinstance(one, InspectionOrdered)), None)

    def can_begin(self, number: str) -> bool:
        """Say whether an inspection can begin now.

        Raises:
          NotFound: There is no such declaration.
        """
        now = situation(known(self._store, number)[1])
        return not obstacles("begin-check", Intent(now, self.law, self._clock(), check="goods"))

    def seen(self, number: str) -> InspectionSeen:
        """Return everything of an inspection.

        Raises:
          NotFound: There is no such declaration.
        """
        case, records = known(self._store, number)
        return seen(self._store, records, self._checklist(self._store, case))

    def order(self, number: str, place: str, due: datetime, intensity: Intensity, *, by: str, expect: int | None = None) -> list[Record]:
        """Order an inspection at a place and time.

        Raises:
          Refusal: Goods cannot be examined now, no place is named, or somebody changed something since.
        """
        if not place.strip():
            raise not_a_place()
        fact = [InspectionOrdered(place.strip()[:70], due, intensity, by.strip())]
        return self._by_officer(number, "begin-check", fact, by, expect, check="goods")

    def take(self, number: str, made: Made, photo: bytes = b"") -> Outcome:
        """Carry out an inspector's act, once: one that reached us before is answered with what became of it.

        What cannot be carried out, because the case changed meanwhile, is kept as it came, and the outcome says why.

        Raises:
          NotFound: There is no such declaration.
          Unreadable: A photograph is none, or there are as many as there may be.
        """
        kind = _picture(photo, made.act) if isinstance(made.act, Photo) else ""
        records = known(self._store, number)[1]
        if kind and sum(isinstance(one.fact, PhotoTaken) for one in records) >= MOST_PHOTOS:
            raise too_many(MOST_PHOTOS)
        if (before := _received(records, made.key)) is not None:
            return before
        try:
            refuse_overtaken(records, made)
            self._carry_out(number, made, photo, kind)
        except _Known as found:
            return found.outcome
        except NotFound:
            raise
        except Refusal as refusal:
            return self._keep(number, made, photo, refusal)
        return Outcome(made.made_at)

    def _carry_out(self, number: str, made: Made, photo: bytes, kind: str) -> None:
        def facts(being: Being) -> list[Fact]:
            if (before := _received(being.records, made.key)) is not None:
                raise _Known(before)
            refuse_overtaken(being.records, made)
            done = self._facts(being, made, photo, kind)
            being.work.append(being.intent.at, [(number, ActReceived(made.key, made.kind, made.made_at, made.by))])
            return done

        match made.act:
            case Begin():
                self._by_officer(number, "begin-check", facts, made.by, None, check="goods")
            case Conclude() as end:
                grounded = bool(end.results or end.why.strip())
                self._by_officer(number, "end-check", facts, made.by, None, end.why, check="goods", satisfied=end.satisfied, why=grounded)
            case _:
                self._by_officer(number, "inspect", facts, made.by, None, check="goods")

    def _facts(self, being: Being, made: Made, photo: bytes, kind: str) -> list[Fact]:
        by = being.intent.by
        match made.act:
            case Begin():
                return [CheckBegun("goods", by, self._checklist(being.work, being.case))]
            case Step(step, done, remark):
                return [StepTaken(step, done, by, kept(being.work, remark))]
            case Photo(digest, item, north, east):
                being.work.keep([(digest, photo)])
                return [PhotoTaken(digest, kind, len(photo), made.made_at, by, item, north, east)]
            case Sample(sample, item, quantity, unit, laboratory):
                return [SampleDrawn(sample, item, quantity, unit, laboratory, by)]
            case Seal(seal, how):
                return [SealHandled(seal, how, by)]
            case Conclude() as end:
                return self._concluded(being, end)

    def _concluded(self, being: Being, end: Conclude) -> list[Fact]:
        looked: list[Fact] = []
        if end.results:
            demand_sound(end.results, set(range(1, 1 + len(generation(being.work, being.case).item))))
            looked = [Examined(end.intensity, end.results, being.intent.by)]
        return [*looked, CheckEnded("goods", end.satisfied, being.intent.by, kept(being.work, end.why))]

    def _keep(self, number: str, made: Made, photo: bytes, refusal: Refusal) -> Outcome:
        """Keep an act that is not carried out beside the log, and write down that it came."""
        body = _encoder.encode(made)
        digest, at = sha256(body).hexdigest(), self._clock()
        with self._store.work() as work:
            case, records = known(work, number)
            if (before := _received(records, made.key)) is not None:
                return before
            work.keep([(digest, body), *([(made.act.digest, photo)] if isinstance(made.act, Photo) else [])])
            fact = ActReceived(made.key, made.kind, made.made_at, made.by, refusal.words, digest)
            written(work, at, case, records, [fact], self.law)
        return Outcome(at, refusal.words)

    def pictures(self, number: str) -> set[str]:
        """Return the digests of an inspection's photographs, those too that came too late."""
        records = self._store.facts_of(number)
        return {one.fact.digest for one in records if isinstance(one.fact, PhotoTaken)} | untaken_photos(self._store, records)

    def picture(self, number: str, digest: str) -> tuple[str, bytes]:
        """Return a photograph of an inspection: what it is, and its bytes.

        Raises:
          NotFound: The inspection has no such photograph, or it was erased.
        """
        data = self._store.document(digest) if digest in self.pictures(number) else None
        if data is None:
            raise NotFound(Text(en="No such photograph is kept here.", vi="Không có ảnh này trong hệ thống."), number=number)
        return media_type(data), data

    def _checklist(self, reading: Reading, case: Case) -> tuple[Text, ...]:
        chosen = reading.chosen(case.number)
        timeline = self._keeping.timeline(reading).profiles
        looks: dict[int, list[Inspection]] = {}
        for hit in chosen.hits if chosen else ():
            entry = timeline.get((hit.profile, hit.version))
            if entry is not None and not hit.shadow:
                looks.setdefault(hit.item, []).extend(self._keeping.read(entry.written).action.inspect)
        return checklist(len(generation(reading, case).item), looks)


def _picture(photo: bytes, act: Photo) -> str:
    kind = media_type(photo)
    if not kind.startswith("image/") or kind == "image/tiff" or sha256(photo).hexdigest() != act.digest:
        raise not_a_picture()
    return kind


def _received(records: Sequence[Record], key: str) -> Outcome | None:
    """Return what became of an act that reached us before; None where it did not."""
    found = next((one for one in records if isinstance(one.fact, ActReceived) and one.fact.key == key), None)
    return Outcome(found.at, found.fact.refused) if found and isinstance(found.fact, ActReceived) else None
