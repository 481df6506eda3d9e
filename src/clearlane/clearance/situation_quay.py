"""What facts of an inspection change in a declaration's situation: samples awaited, other agencies that take part."""

from __future__ import annotations

from msgspec.structs import replace

from clearlane.clearance.situation_control import Place
from clearlane.model.inspection_facts import AgencyConcluded, SampleDrawn, SampleJudged, VisitShared
from clearlane.model.situation import Situation


def drawn(now: Situation, fact: SampleDrawn, place: Place) -> Situation:
    """Await a laboratory's result."""
    return now if fact.sample in now.samples else replace(now, samples=(*now.samples, fact.sample))


def judged(now: Situation, fact: SampleJudged, place: Place) -> Situation:
    """Await it no longer; where the goods are not what was declared, papers are to be checked again."""
    samples = tuple(one for one in now.samples if one != fact.sample)
    if fact.as_declared:
        return replace(now, samples=samples)
    needed = tuple(dict.fromkeys((*now.needed, "documents")))
    return replace(now, samples=samples, needed=needed, told=True)


def shared(now: Situation, fact: VisitShared, place: Place) -> Situation:
    """Await what another agency says."""
    return now if fact.agency in now.agencies else replace(now, agencies=(*now.agencies, fact.agency))


def concluded(now: Situation, fact: AgencyConcluded, place: Place) -> Situation:
    """Await it no longer, once it agrees."""
    return replace(now, agencies=tuple(one for one in now.agencies if one != fact.agency)) if fact.agrees else now
