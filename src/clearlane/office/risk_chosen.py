"""The read model of selections: folded from a declaration's facts and its content, one way for the passage and for a rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain

import msgspec
from msgspec.structs import replace

from clearlane.model.chosen import Chosen
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Accepted, DocumentsDemanded, Record, Routed, Scored
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import Examined, ModelScore, Selected, SelectionFell
from clearlane.office.risk_shift import shift_of


class About(msgspec.Struct, frozen=True, gc=False):
    """What a declaration says that its selection is found by.

    Attributes:
      importer: The importer's identification number.
      chapter: The first two digits of its first item's code.
      consignment: Digest of importer and transport document; empty where it names none.
      direction: ``import`` or ``export``; empty where its kind is unknown.
    """

    importer: str
    chapter: str
    consignment: str
    direction: str


def about(declaration: Declaration, profile: Profile) -> About:
    """Return what a declaration's selection is found by."""
    kind = profile.kind(declaration.type_code or "")
    items = declaration.item
    chapter = items[0].commodity_code[:2] if items else ""
    return About(declaration.importer_id, chapter, consignment(declaration), kind.direction if kind else "")


def consignment(declaration: Declaration) -> str:
    """Return the digest of a declaration's importer and transport documents: the same goods lodged again have the same."""
    numbers = sorted({_plain(number) for number in _transport_documents(declaration)} - {""})
    if not numbers or not declaration.importer_id:
        return ""
    return sha256("\x1f".join((_plain(declaration.importer_id), *numbers)).encode()).hexdigest()


def _transport_documents(declaration: Declaration) -> Iterator[str]:
    """Yield the numbers of transport documents: their codes begin with 7 (UN/EDIFACT 1001)."""
    shipment = declaration.goods_shipment
    if shipment is None:
        return
    before = chain(shipment.previous_document, *(item.previous_document for item in declaration.item))
    beside = chain(declaration.additional_document, *(item.additional_document for item in declaration.item))
    for number, kind in chain(((one.id, one.type_code) for one in before), ((one.id, one.type_code) for one in beside)):
        if number and (kind or "").startswith("7"):
            yield number


def _plain(number: str) -> str:
    """Return a number without what people write differently: case, spaces, strokes and dots."""
    return "".join(filter(str.isalnum, number)).casefold()


def folded(before: Chosen | None, records: Iterable[Record], what: About, profile: Profile) -> Chosen | None:
    """Return how a declaration is selected after some facts; None where it never was.

    Args:
      before: How it was selected before them.
      records: Its facts, in order.
      what: What its content says.
      profile: The law.
    """
    chosen, scored = before, None
    for record in records:
        fact = record.fact
        if isinstance(fact, Scored):
            scored = fact
        elif isinstance(fact, Selected):
            chosen = _selected(chosen, fact, scored, record, what, profile)
        elif chosen is not None:
            chosen = _followed(chosen, record)
    return chosen


def _selected(before: Chosen | None, fact: Selected, scored: Scored | None, record: Record, what: About, profile: Profile) -> Chosen:
    models = tuple(one for one in scored.models if not one.challenger) if scored else ()
    return Chosen(
        number=record.subject,
        seq=record.seq,
        at=record.at,
        office=fact.office,
        shift=shift_of(profile, record.at).name,
        consignment=what.consignment,
        importer=what.importer,
        chapter=what.chapter,
        arm=fact.arm,
        lane=before.lane if before else "green",
        drawn=fact.drawn,
        propensity=fact.propensity,
        value=fact.value,
        revenue=at_stake(models),
        probability=together(models),
        notified=before.notified if before else False,
        hits=scored.hits if scored else (),
        scores=scored.models if scored else (),
        direction=what.direction,
        period=fact.period,
        proof=fact.proof,
        base=fact.base,
    )


def _followed(chosen: Chosen, record: Record) -> Chosen:
    match record.fact:
        case Routed(lane):
            return replace(chosen, lane=lane)
        case DocumentsDemanded():
            return replace(chosen, notified=True)
        case Accepted():
            return replace(chosen, notified=chosen.lane in ("yellow", "red"))
        case SelectionFell():
            return replace(chosen, fallen=True)
        case Examined(intensity, results):
            return replace(chosen, intensity=intensity, results=results, examined_at=record.at)
    return chosen


def together(scores: Iterable[ModelScore]) -> float:
    """Return the chance that at least one goods item has a finding, items taken as independent."""
    none = 1.0
    for one in scores:
        none *= 1.0 - one.probability
    return 1.0 - none


def at_stake(scores: Iterable[ModelScore]) -> float:
    """Return the revenue expected to be at stake if anything is found: the sum over items by the chance of any finding."""
    every = tuple(scores)
    chance = together(every)
    return sum(one.probability * one.revenue for one in every) / chance if chance > 0 else 0.0
