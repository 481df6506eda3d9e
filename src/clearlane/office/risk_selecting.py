"""Select: what is known of a declaration, what profiles and models say of it, whether it is drawn, and so who looks at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from clearlane.clearance.demand import demanded
from clearlane.learning.scoring import Scorer
from clearlane.model.chosen import Chosen
from clearlane.model.declaration import Declaration
from clearlane.model.facts import SEVERITY, Fact, Lane, Record, Routed, Scored
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import Arm, ModelScore, ProfileHit, Selected
from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Entity, HistoryEvent
from clearlane.model.risk_row import RiskRow
from clearlane.office.ports import Work
from clearlane.office.risk_chosen import About, about, at_stake, consignment, folded, together
from clearlane.office.risk_quiet import gone_by, note, told
from clearlane.office.risk_room import RiskRoom, Standing
from clearlane.office.risk_saying import reasons_of, why_routed
from clearlane.office.risk_shift import shift_of
from clearlane.office.selection import Candidate
from clearlane.risk.catalogue import catalogue, known_fields
from clearlane.risk.draw.drawing import coin
from clearlane.risk.reading import declared
from clearlane.risk.row import event, keys_of_row
from clearlane.risk.selection import candidate as selection
from clearlane.risk.selection.threshold import decide

FIRST_KNOWN = len(catalogue()) - len(known_fields())
FIELDS = sha256("\n".join(one.name for one in known_fields()).encode()).hexdigest()
"""Digest of the names of the fields whose values are logged with each decision."""
AUTHORISED = "authorised"
"""The list in which authorised operators stand, where the office keeps one."""
_OFFICE, _DIRECTION, _PROCEDURE = (catalogue().place(name) for name in ("office", "direction", "procedure"))


class Drawn(msgspec.Struct, frozen=True, gc=False):
    """What the draw says of a declaration: whether it is drawn, in which period, with which proof, and whose draw was kept."""

    drawn: bool = False
    period: str = ""
    proof: str = ""
    kept_from: str = ""


class Looked(msgspec.Struct, frozen=True, gc=False):
    """What was looked at to select a declaration, kept until its facts have their places in the log."""

    candidate: Candidate
    rows: list[list[Value]]
    keys: list[dict[Entity, str]]
    about: About


class Selecting:
    """Selection within one work: it sees what is in the log by then, and nothing of what is taken together with it.

    Args:
      room: What the office has at hand.
      work: The transaction.
      law: The law.
      at: Now.
    """

    def __init__(self, room: RiskRoom, work: Work, law: Profile, at: datetime) -> None:
        self._room, self._work, self._law, self._at = room, work, law, at
        self._book = room.keeping.book(law.day(at), work)
        self._knowledge = room.remembering.knowledge(work, at)
        self._champion, self._challenger = room.models.champion(work), room.models.challenger(work)
        self._draw = room.draws.in_force(at, work)
        share = self._draw.committed.share if self._draw.committed else 0.0
        self._policy = replace(law.selection, random_share=share)
        self._authorised = self._book.lists.get(AUTHORISED, frozenset())
        self._standings: dict[str, Standing] = {}
        self._looked: dict[str, Looked] = {}
        self._before: dict[str, list[Chosen]] | None = None
        bounds = any(action.quiet_hits for action in self._book.actions.values())
        self._quiet = gone_by(work) if bounds else {}
        self._noted = dict(self._quiet)

    def __call__(self, candidate: Candidate) -> list[Fact]:
        """Return the facts of selection: scored, selected, routed, and the demand for documents where one follows."""
        rows, keys = self._rows(candidate)
        hits = self._hits(rows)
        scores = (*_scored(self._champion, rows), *_scored(self._challenger, rows, challenger=True))
        what = about(candidate.declaration, self._law)
        selected, lane = self._selected(candidate, rows, hits, scores, what)
        reasons = reasons_of(self._book, rows, hits, explained=lane != "green")
        scored = Scored(round(together(_of_champion(scores)), 6), reasons, hits, scores)
        self._looked[candidate.number] = Looked(candidate, rows, keys, what)
        routed = Routed(lane, why_routed(selected.arm, lane, self._law))
        return [scored, selected, routed, *demanded(candidate.declaration, lane, self._law, self._at)]

    def expect(self, declarations: Iterable[Declaration]) -> None:
        """Look up together the earlier selections of the consignments of a batch; they hold until something of it is written."""
        self._before = {name: [] for name in map(consignment, declarations) if name}
        for one in self._work.chosen_under(self._before):
            self._before[one.consignment].append(one)

    def _under(self, name: str) -> list[Chosen]:
        """Return the selections of a consignment so far, in the order of time."""
        if not name:
            return []
        if self._before is None or name not in self._before:
            return self._work.chosen_under([name])
        return self._before[name]

    def _rows(self, candidate: Candidate) -> tuple[list[list[Value]], list[dict[Entity, str]]]:
        rows = declared(candidate.declaration, candidate.assessed, self._law, self._at)
        keys = [keys_of_row(row) for row in rows]
        for row, of in zip(rows, keys, strict=True):
            row.extend(self._knowledge.of(row, of, self._at))
        return rows, keys

    def _hits(self, rows: Sequence[Sequence[Value]]) -> tuple[ProfileHit, ...]:
        if not rows:
            return ()
        first, day = rows[0], self._book.day
        procedures = [text_of(row[_PROCEDURE]) for row in rows]
        found = self._book.rules.hits_of(rows, day, text_of(first[_DIRECTION]), procedures, text_of(first[_OFFICE]))
        placed = [(place, 0) for place in found.declaration]
        placed += [(place, item) for item, places in enumerate(found.items, 1) for place in places]
        entries = self._book.entries
        return tuple(ProfileHit(entries[place].code, entries[place].version, item, entries[place].shadow) for place, item in placed)

    def _selected(
        self,
        candidate: Candidate,
        rows: Sequence[Sequence[Value]],
        hits: Sequence[ProfileHit],
        scores: Sequence[ModelScore],
        what: About,
    ) -> tuple[Selected, Lane]:
        office = text_of(rows[0][_OFFICE]) or "" if rows else ""
        before = self._work.chosen(candidate.number) if candidate.earlier else None
        drawn = self._drawn(candidate, what, before)
        standing = self._standing(office)
        authorised = what.importer in self._authorised
        mine = _of_champion(scores)
        asked = selection.Candidate(
            number=candidate.number,
            hits=self._shared(candidate.number, hits),
            probability=together(mine),
            revenue=at_stake(mine),
            drawn=drawn.drawn,
            authorised=authorised,
            coin=coin(self._draw.coins, candidate.number, "exploring") if self._policy.exploration else 0.0,
            tie=coin(self._draw.coins, candidate.number, "filling") if self._policy.expected else 0.0,
        )
        recent = self._room.recent(office, self._work, shift_of(self._law, self._at))
        made = decide(asked, standing.shift(authorised=authorised), recent, self._policy, self._quiet)
        if mine:
            recent.learn(made.value)
        arm, lane, propensity = made.arm, made.lane, made.propensity
        if arm == "none" and not standing.bounded:
            arm, lane, propensity = self._by_threshold(asked.probability, made)
        if before is not None:
            arm, lane = _kept(before, arm, lane)
        standing.arrived(lane, arm, authorised=authorised)
        known = tuple(tuple(row[FIRST_KNOWN:]) for row in rows)
        return Selected(
            arm,
            propensity,
            office,
            drawn.period,
            drawn.drawn,
            drawn.proof,
            made.value,
            known,
            FIELDS,
            (),
            drawn.kept_from,
            made.base,
            told(self._quiet, (hit.profile for hit in asked.hits if hit.quiet_hits)),
            self._section(asked.hits) if lane not in ("green", "blue") else "",
        ), lane

    def _by_threshold(self, probability: float, made: selection.Decision) -> tuple[Arm, Lane, float]:
        """Return the lane by the published thresholds, where no manager said what officers can do."""
        policy = self._law.lanes
        lane: Lane = "red" if probability >= policy.red_from else "yellow" if probability >= policy.yellow_from else "green"
        return ("none", "green", made.propensity) if lane == "green" else ("ranking", lane, 1.0)

    def _drawn(self, candidate: Candidate, what: About, before: Chosen | None) -> Drawn:
        """Return the draw over the declaration's number; the first draw of the same declaration or consignment stands."""
        if before is not None and before.period:
            return Drawn(before.drawn, before.period, before.proof, candidate.number)
        first = next((one for one in self._under(what.consignment) if one.period and one.number != candidate.number), None)
        if first is not None:
            return Drawn(first.drawn, first.period, first.proof, first.number)
        if self._draw.draw is None or self._draw.committed is None:
            return Drawn()
        found = self._draw.draw.of(candidate.number)
        return Drawn(found is not None, self._draw.committed.period, found.proof.hex() if found else "")

    def _shared(self, number: str, hits: Sequence[ProfileHit]) -> tuple[selection.SharedHit, ...]:
        actions, found = self._book.actions, []
        for code in dict.fromkeys(hit.profile for hit in hits if not hit.shadow):
            action = actions[code]
            chance = 0.0 if action.share >= 1 else coin(self._draw.coins, number, code)
            found.append(selection.SharedHit(code, action.lane, action.share, chance, action.quiet_hits))
        return tuple(found)

    def _section(self, hits: Sequence[selection.SharedHit]) -> str:
        """Return the section named by the profiles that hit: by one whose every hit is taken before one that takes a share."""
        named = [(hit.share < 1, self._book.actions[hit.profile].section) for hit in hits]
        return next((section for _, section in sorted(named, key=lambda one: one[0]) if section), "")

    def _standing(self, office: str) -> Standing:
        known = self._standings.get(office)
        if known is None:
            known = self._standings[office] = Standing(self._work, self._room, office, self._law, self._at)
        return known

    def written(self, records: Iterable[Record]) -> None:
        """Remember what was selected, now that its facts have their places in the log."""
        self._before = None
        own: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            if record.subject in self._looked:
                own[record.subject].append(record)
        events: list[HistoryEvent] = []
        seen: tuple[list[RiskRow], list[RiskRow]] = [], []
        chosen: tuple[list[Chosen], list[Chosen]] = [], []
        hits: list[ProfileHit] = []
        for number, facts in own.items():
            looked = self._looked.pop(number)
            place = next((record.seq for record in facts if isinstance(record.fact, Selected)), 0)
            if not place:
                continue
            at, first = self._at, not looked.candidate.earlier
            for item, (row, of) in enumerate(zip(looked.rows, looked.keys, strict=True), 1):
                events += [event(number, item, row, at, place, of)] if first else []
                seen[first].append(RiskRow(number, item, at, place, tuple(row)))
            made = folded(None if first else self._work.chosen(number), facts, looked.about, self._law)
            if made:
                chosen[first].append(made)
            hits += made.hits if made and first else ()
        self._work.put_happenings(events, new=True)
        for first in (False, True):
            self._work.put_risk_rows(seen[first], new=first)
            self._work.put_chosen(chosen[first], new=first)
        self._room.breaker.counted(self._work, self._at, hits)
        bounded = {code: count for code, count in self._quiet.items() if self._bounds(code)}
        if bounded != self._noted:
            note(self._work, bounded)
            self._noted = dict(bounded)

    def _bounds(self, code: str) -> bool:
        action = self._book.actions.get(code)
        return code in self._noted or (action is not None and action.quiet_hits > 0)


def _kept(before: Chosen, arm: Arm, lane: Lane) -> tuple[Arm, Lane]:
    """Return arm and lane of a declaration selected before: what took it stands, unless a manager let it fall for want of officers."""
    if before.fallen:
        return (arm, lane) if arm in ("mandatory", "random") else ("none", "green")
    if before.arm in ("none", "forced"):
        return arm, lane
    return (before.arm if arm == "none" else arm), max(lane, before.lane, key=SEVERITY.index)


def _scored(scorer: Scorer | None, rows: Sequence[Sequence[Value]], *, challenger: bool = False) -> tuple[ModelScore, ...]:
    if scorer is None:
        return ()
    said = [scorer.score(row) for row in rows]
    version = scorer.model.head.version
    return tuple(ModelScore(version, item, one.probability, one.revenue, challenger) for item, one in enumerate(said, 1))


def _of_champion(scores: Sequence[ModelScore]) -> tuple[ModelScore, ...]:
    return tuple(one for one in scores if not one.challenger)


def text_of(value: Value) -> str | None:
    """Return a value where it is a text."""
    return value if isinstance(value, str) else None
