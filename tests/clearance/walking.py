"""Random walks over the acts on a declaration: each step tries one act at random; what is possible is done, what is not is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import msgspec

from clearlane.clearance.acts import Act, obstacles
from clearlane.clearance.cut_off import cut_off
from clearlane.clearance.intent import Condition, Intent
from clearlane.clearance.money import follows
from clearlane.clearance.situation import UNFOLDED, after
from clearlane.clearance.two_officers import takes_two
from clearlane.model.clearance_facts import (
    Bound,
    Cleared,
    Disposal,
    Disposed,
    Disputed,
    DisputeDecided,
    GatePassed,
    Paid,
    RequestDecided,
    RequestMade,
    Secured,
    Stored,
)
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import (
    Answered,
    Ask,
    Assigned,
    Check,
    CheckBegun,
    CheckEnded,
    CountersignatureAsked,
    Countersigned,
    DocumentSupplied,
    ExtensionAsked,
    ExtensionDecided,
    Queried,
    QuerySettled,
    ReviewDrawn,
    Reviewed,
)
from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.model.facts import (
    SEVERITY,
    Accepted,
    Amended,
    Assessed,
    Cancelled,
    Fact,
    Lodged,
    Presented,
    Record,
    Registered,
    Released,
    Routed,
)
from clearlane.model.inspection import ItemResult
from clearlane.model.inspection_facts import AgencyConcluded, SampleDrawn, SampleJudged, StepTaken, VisitShared
from clearlane.model.risk_facts import Arm, Examined, Selected
from clearlane.model.text import Text

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
NUMBER = "26XA1"
SAID = Text(en="ground", vi="căn cứ")
ARMS: tuple[Arm, ...] = ("mandatory", "ranking", "none")
CHECKS: tuple[Check, ...] = ("documents", "goods")
OFFICERS = ("O-1", "O-2", " o-1 ")


class Step(msgspec.Struct):
    """One act tried: whether it was refused, and why."""

    act: Act
    refused: tuple[Condition, ...]
    intent: Intent


class Walk:
    """A declaration's life, act by act."""

    def __init__(self, law: ClearanceLaw, seed: int) -> None:
        self.law, self.chance, self.lots = law, Random(seed), Random(seed + 1_000_000)
        self.records: list[Record] = []
        self.steps: list[Step] = []
        self.now = UNFOLDED
        self._waiting: dict[int, list[Fact]] = {}
        self._at = START
        self._begin()

    def _begin(self) -> None:
        self.add(Lodged("XA1", "R-1", "m", "c", "IMA"))
        self.add(*((Registered(), *self._selected()) if self.chance.random() < 0.4 else (Accepted(), *self._selected())))
        self.add(*follows(self.now, self.law, self._at))

    def _selected(self) -> tuple[Fact, ...]:
        """Assess and select."""
        return self._assessed(), Selected(self.chance.choice(ARMS), 1.0, "XA01"), Routed(self.chance.choice(SEVERITY))

    def add(self, *facts: Fact) -> None:
        """Record facts."""
        self._at += timedelta(hours=self.chance.choice((1, 5, 60)))
        for fact in facts:
            self.records.append(Record(len(self.records) + 1, self._at, NUMBER, fact))
            self.now = after(self.now, fact, len(self.records), self._at)

    def step(self) -> None:
        """Try one act at random."""
        tried = [self._tried() for _ in range(self.chance.choice((1, 12)))]
        act, intent, facts = next((one for one in tried if not obstacles(one[0], one[1])), tried[0])
        refused = obstacles(act, intent)
        self.steps.append(Step(act, refused, intent))
        if refused:
            return
        if act == "countersign":
            self._countersign(intent)
        elif intent.by and takes_two(self.now, facts, self.law):
            self.add(CountersignatureAsked("digest", act, intent.by))
            self._waiting[self.now.last] = facts
        else:
            self.add(*facts)
        self.add(*follows(self.now, self.law, self._at))

    def _countersign(self, intent: Intent) -> None:
        """Sign; what was granted is done if it is still possible, else the signature is refused."""
        facts = self._waiting[intent.number]
        act: Act = "end-check" if any(isinstance(fact, CheckEnded) for fact in facts) else "release"
        act = "record" if isinstance(facts[-1], Examined) else act
        check = next((fact.check for fact in facts if isinstance(fact, CheckEnded)), CHECKS[0])
        later = after(self.now, Countersigned(intent.number, granted=True, by=intent.by), self.now.last, self._at)
        granted = not obstacles(act, Intent(later, self.law, self._at, intent.by, check=check))
        self.add(Countersigned(intent.number, granted=granted, by=intent.by), *(facts if granted else ()))

    def _assessed(self) -> Assessed:
        known = (Decimal(0), Decimal("75.00"))
        total = self.chance.choice(known if self.now.generation > 1 else (None, None, *known))
        return Assessed("ARD", START, (), (), total)

    def _tried(self) -> tuple[Act, Intent, list[Fact]]:
        """Choose an act with its particulars, whether or not they make sense."""
        chance, by = self.chance, self.chance.choice(OFFICERS)
        blank = Intent(self.now, self.law, self._at, by)
        if self.now.provisional and self.lots.random() < 0.4:  # what was released so asks for what is owed, and an officer's last word
            if self.now.owed is None:
                return "assess", msgspec.structs.replace(blank, by=""), [self._assessed()]
            return "clear", blank, [Cleared(self.now.owed, "ARD", by)]
        kinds = (self._of_goods, self._of_control, self._of_trader, self._of_office, self._of_money)
        return chance.choices(kinds, (4, 6, 2, 2, 1))[0](blank, by)

    def _of_goods(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        owed = self.now.owed or Decimal(0)
        disposals: list[tuple[Act, Disposal]] = [
            ("detain", "detained"),
            ("free", "freed"),
            ("seize", "seized"),
            ("abandon", "abandoned"),
            ("re-export", "re-exported"),
            ("destroy", "destroyed"),
            ("refuse", "refused"),
        ]
        if self.chance.random() < 0.1:
            act, how = self.chance.choice(disposals)
            return act, blank, [Disposed(how, SAID, by)]
        done: list[tuple[Act, Fact]] = [
            ("release", Released(SAID, by=by)),
            ("release-provisionally", Released(SAID, provisional=True, by=by)),
            ("store", Stored("shed", by)),
            ("clear", Cleared(owed, "ARD", by)),
            ("pass-gate", GatePassed("gate", by)),
        ]
        act, fact = self.chance.choice(done)
        return act, blank, [fact]

    def _of_control(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        check, satisfied = self.chance.choice(CHECKS), self.chance.random() < 0.7
        intent = msgspec.structs.replace(blank, check=check, satisfied=satisfied, why=self.chance.random() < 0.5)
        act = self.chance.choice(("begin-check", "end-check", "query", "settle", "countersign", "assign"))
        if act == "begin-check":
            return "begin-check", intent, [CheckBegun(check, by)]
        if act == "end-check":
            results = (ItemResult(1, satisfied, None if satisfied else "value", Decimal(0 if satisfied else 5000)),)
            looked: list[Fact] = [Examined("documents" if check == "documents" else "physical", results, by)] * self.chance.choice((0, 1))
            seen = msgspec.structs.replace(intent, why=intent.why or bool(looked))
            drawn: list[Fact] = [ReviewDrawn(check, satisfied, by)] * (self.lots.random() < 0.2)
            return "end-check", seen, [*looked, CheckEnded(check, satisfied, by), *drawn]
        if act == "query" and self.chance.random() < 0.2:
            small = (ItemResult(1, conform=False, category="value", revenue=Decimal(self.chance.choice((10, 5000)))),)
            return "record", blank, [Examined("physical", small, by)]
        if act == "query" and self.lots.random() < 0.3:
            return self._at_quay(blank, by)
        if act == "query":
            subjects = tuple((subject, 1) for subject in self.chance.sample(("N935", "N271", "Y1"), self.chance.randint(0, 2)))
            number = 1 + sum(isinstance(one.fact, Queried) for one in self.records)
            asks = tuple(Ask(subject, SAID, item) for subject, item in subjects)
            return "query", msgspec.structs.replace(blank, asks=subjects), [Queried(number, asks, self._at + timedelta(days=5), by)]
        if act == "settle":
            number = self.chance.randint(1, 3)
            return "settle", msgspec.structs.replace(blank, number=number), [QuerySettled(number, by)]
        if act == "countersign" or (self.now.countersign and self.chance.random() < 0.3):
            place = self.chance.choice([one for one, _ in self.now.countersign] or [0])
            return "countersign", msgspec.structs.replace(blank, number=place), []
        return "assign", blank, [Assigned(by)]

    def _at_quay(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        name, well = self.lots.choice(("M-1", "M-2")), self.lots.random() < 0.8
        named = msgspec.structs.replace(blank, named=name)
        done: list[tuple[Act, Intent, list[Fact]]] = [
            ("inspect", blank, [StepTaken(1, done=True, by=by)]),
            ("inspect", blank, [SampleDrawn(name, 1, Decimal(1), "KGM", "L", by)]),
            ("judge-sample", named, [SampleJudged(name, well, by)]),
            ("share-visit", named, [VisitShared(name, by)]),
            ("conclude-visit", named, [AgencyConcluded(name, well, by)]),
            ("decide-extension", msgspec.structs.replace(blank, number=1), [ExtensionDecided(1, by, self._at + timedelta(days=9))]),
        ]
        return self.lots.choices(done, (4, 2, 3, 1, 3, 1))[0]

    def _of_trader(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        nobody = msgspec.structs.replace(blank, by="", asked="amendment" if self.chance.random() < 0.8 else "cancellation")
        act = self.chance.choice(("answer", "supply", "dispute", "change", "bind", "present"))
        if act == "answer":
            number = self.chance.randint(0, 3)
            more = self.lots.random() < 0.15
            said: Fact = ExtensionAsked(number, "digest") if more else Answered(number)
            return "ask-extension" if more else "answer", msgspec.structs.replace(nobody, number=number), [said]
        if act == "supply":
            return "supply", nobody, [DocumentSupplied("digest", "application/pdf", 9)]
        if act == "dispute":
            return self._disputing(nobody)
        if act == "bind":
            return "bind", nobody, [Bound("c")]
        if act == "present":
            return "present", nobody, [Presented("m", "c"), Accepted(), *self._selected()]
        if cut_off(self.now, self.law, nobody.asked):
            return "request", nobody, [RequestMade(nobody.asked, "m", "c")]
        if nobody.asked == "amendment":
            return "amend", nobody, [Amended(self.now.generation + 1, "m", "c", "r"), self._assessed()]
        return "cancel", nobody, [Cancelled("m", "c")]

    def _disputing(self, nobody: Intent) -> tuple[Act, Intent, list[Fact]]:
        amount = Decimal(self.chance.choice((0, 50, 500)))
        last = sum(isinstance(one.fact, Disputed) for one in self.records)
        if self.lots.random() < 0.3:
            return "withdraw", msgspec.structs.replace(nobody, number=last), [DisputeDecided(last, "withdrawn", "")]
        fact = Disputed(last + 1, "digest", {"A00": amount}, self._at + timedelta(days=30))
        return "dispute", msgspec.structs.replace(nobody, amount=amount), [fact]

    def _less(self, by: str) -> list[Fact]:
        """Part of what is owed falls, where anything is."""
        half = int((self.now.owed or 0) * 50)
        return [DutyReduced((Reduction(1, "A00", half),), "ARD", "error", by)] if half > 0 else []

    def _of_office(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        if self.now.reviews and self.lots.random() < 0.5:
            place = self.now.reviews[0][0]
            return "review", msgspec.structs.replace(blank, number=place), [Reviewed(place, sound=True, by=by)]
        if self.chance.random() < 0.4:
            number = self.chance.randint(1, 2)
            return "decide-dispute", msgspec.structs.replace(blank, number=number), [DisputeDecided(number, "varied", by), *self._less(by)]
        if self.lots.random() < 0.2:
            return "reduce", blank, self._less(by)
        waiting = self.now.requests[0] if self.now.requests else None
        place = waiting.request if waiting else 0
        intent = msgspec.structs.replace(blank, number=place, asked=waiting.asked if waiting else "amendment")
        granted = RequestDecided(place, granted=True, by=by, why=SAID)
        if self.chance.random() < 0.4:
            return "refuse-request", intent, [RequestDecided(place, granted=False, by=by, why=SAID)]
        if intent.asked == "amendment":
            owed = Assessed("ARD", START, (), (), self.chance.choice((Decimal(0), Decimal("75.00"))))
            return "grant-amendment", intent, [granted, Amended(self.now.generation + 1, "m", "c", "r"), owed]
        return "grant-cancellation", intent, [granted, Cancelled("m", "c")]

    def _of_money(self, blank: Intent, by: str) -> tuple[Act, Intent, list[Fact]]:
        machine = msgspec.structs.replace(blank, by="")
        if self.chance.random() < 0.3:
            return "secure", machine, [Secured("guarantee", "G-1", Decimal(self.chance.choice((0, 40, 75))), "ARD")]
        return "pay", machine, [Paid(Decimal(self.chance.choice((25, 75))), "ARD", "e")]
