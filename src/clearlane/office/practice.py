"""Practice: an office of its own with a store of its own, where simulated cases are decided on the same pages and set against the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from secrets import token_bytes

import msgspec

from clearlane.lodgement.write import write
from clearlane.model.practice_facts import PracticeConfidence, PracticeKind, PracticeLooked, PracticeOpened, PracticeTaskGiven
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict, NotAllowed
from clearlane.model.text import Text
from clearlane.office.machine_key import MachineKey
from clearlane.office.office import Office, system_clock
from clearlane.office.practice_cases import cases, renamed, seed_of
from clearlane.office.practice_cashier import MAKE
from clearlane.office.practice_judging import Outcome, judged
from clearlane.office.practice_profile import ProfilePractice
from clearlane.office.practice_scoring import Score, score
from clearlane.office.practice_signature import Colleague, signed
from clearlane.office.practice_tasks import TaskPractice
from clearlane.office.traffic import ARCADIA
from clearlane.simulator import Goods, Truth
from clearlane.simulator.chance import Chance

SUBJECT = "practice"
SIZE = 10
DECIDING = ("end-check", "results", "acts", "replay", "countersign")
"""What decides a case on the pages: a check concluded, a result recorded, the acts of an inspection, and a second signature."""
_truth = msgspec.json.Decoder(Truth)


class PracticeCase(msgspec.Struct, frozen=True):
    """A case of practice.

    Attributes:
      opened: Whose it is, and of which set.
      percent: How sure its officer said he is; 0 before he did.
      outcome: What came of it; None before it is decided.
    """

    opened: PracticeOpened
    percent: int
    outcome: Outcome | None


def practice_office(profile: Profile, store: str, *, clock: Callable[[], datetime] = system_clock, key: MachineKey | None = None) -> Office:
    """Open a practice office: references choose the lane, nobody signs second, and no criterion of the real office is reached.

    Args:
      profile: The law.
      store: Where practice is kept; never the store of a real office.
      clock: What tells the time.
      key: The key of its machine.
    """
    alone = msgspec.structs.replace(profile.clearance, two_from=None, two_for=(), review_share=0.0, faceless=False)
    law = replace(profile, clearance=alone, signature_required=False)
    return Office.open(profile=law, store=store, sandbox=True, clock=clock, key=key)


class Practice:
    """Practice at one office.

    Args:
      office: The practice office, as ``practice_office`` opens it.
      randomness: What gives random bytes.
    """

    def __init__(self, office: Office, randomness: Callable[[int], bytes] = token_bytes) -> None:
        self.office, self._randomness = office, randomness
        self._colleague = Colleague(office)
        self.tasks = TaskPractice(office, MAKE, randomness)
        self.profiles = ProfilePractice(office, randomness(16))

    def begin(self, person: str, kind: PracticeKind, size: int = SIZE) -> list[PracticeOpened]:
        """Give someone a set of cases.

        Args:
          person: Whom.
          kind: What he practises.
          size: How many cases, 1 to 50.

        Raises:
          Conflict: Cases of an earlier set are still open, or there are none for this law.
        """
        if self.open(person):
            raise Conflict(Text(en="Decide the cases that are open first.", vi="Hãy giải quyết xong các hồ sơ đang mở."))
        if self.office.profile.code != ARCADIA:
            raise Conflict(Text(en="Simulated cases follow the law of Arcadia only.", vi="Hồ sơ mô phỏng chỉ theo luật Arcadia."))
        series = 1 + max((fact.series for fact in self._opened(person)), default=0)
        numbers = self._lodged(person, kind, series)
        made = [next(numbers) for _ in range(max(1, min(size, 50)))]
        with self.office.store.work() as work:
            work.keep([(sha256(body).hexdigest(), body) for _, body in made])
            given = [PracticeOpened(person, series, kind, number, sha256(body).hexdigest()) for number, body in made]
            work.append(self.office.clock(), [(SUBJECT, fact) for fact in given])
        return given

    def _lodged(self, person: str, kind: PracticeKind, series: int) -> Iterator[tuple[str, bytes]]:
        lane = "RED" if kind == "inspection" else "YELLOW"
        mark = sha256(person.casefold().encode()).hexdigest()[:8].upper()
        seed = seed_of(person, series, self._randomness(16))
        for place, one in enumerate(cases(kind, seed, self.office.clock()), 1):
            named = renamed(one, f"SBX-{lane}-{mark}-{series}-{place}")
            case = self.office.lodge(write(named.message)).case
            if case.lane:
                if kind == "signature":
                    self._colleague.proposes(case.number, one.truth, Chance(seed, "colleague", str(place)))
                yield case.number, msgspec.json.encode(one.truth)

    def looked(self, person: str, number: str) -> None:
        """Note, once, that someone opened his own case: its minutes count from here."""
        said = (record.fact for record in self.office.store.facts_of(SUBJECT))
        if any(isinstance(fact, PracticeLooked) and fact.number == number for fact in said):
            return
        with self.office.store.work() as work:
            work.append(self.office.clock(), [(SUBJECT, PracticeLooked(person, number))])

    def say_how_sure(self, person: str, number: str, percent: int) -> None:
        """Record, once and before he decides, how sure someone is to be right.

        Raises:
          NotAllowed: The case is not his, it is decided, he said it before, or it is not between 50 and 100.
        """
        case = self.case(number)
        if case is None or case.opened.person.casefold() != person.casefold() or case.percent or case.outcome or not 50 <= percent <= 100:
            raise NotAllowed(_NOT_NOW)
        with self.office.store.work() as work:
            work.append(self.office.clock(), [(SUBJECT, PracticeConfidence(case.opened.person, number, percent))])

    def demand_ready(self, person: str, number: str, act: str) -> None:
        """Refuse an act on a case of someone else, and a decision before its officer said how sure he is.

        Raises:
          NotAllowed: That is so, with what to do.
        """
        case = self.case(number)
        if case is None or case.opened.person.casefold() != person.casefold():
            raise NotAllowed(
                Text(en="This case is another's. Practise on your own.", vi="Đây là hồ sơ của người khác. Hãy thực hành hồ sơ của mình.")
            )
        if act in DECIDING and not case.percent:
            raise NotAllowed(Text(en="First say how sure you are, above.", vi="Trước hết hãy cho biết mức độ chắc chắn, ở phía trên."))

    def case(self, number: str) -> PracticeCase | None:
        """Return a case of practice; None where it is none."""
        opened = next((fact for fact in self._opened() if fact.number == number), None)
        return self._seen(opened) if opened else None

    def open(self, person: str) -> list[PracticeCase]:
        """Return someone's cases that are not decided."""
        return [case for case in self.cases(person) if case.outcome is None]

    def cases(self, person: str) -> list[PracticeCase]:
        """Return all of someone's cases, in the order given."""
        return [self._seen(fact) for fact in self._opened(person)]

    def record(self, person: str, kind: str = "") -> Score | None:
        """Return how well someone practises, in all or one kind; None before he decided a case."""
        found = [case.outcome.answer for case in self.cases(person) if case.outcome and kind in ("", case.opened.kind)]
        found += [one.answer for one in self.tasks.tasks(person) if one.answer and kind in ("", one.given.kind)]
        return score(found)

    def persons(self) -> list[str]:
        """Return everyone who practises here."""
        given = (record.fact for record in self.office.store.facts_of(SUBJECT))
        return sorted({fact.person for fact in given if isinstance(fact, PracticeOpened | PracticeTaskGiven)})

    def truth(self, number: str) -> Truth | None:
        """Return what is really so; None where the case is none of practice."""
        opened = next((fact for fact in self._opened() if fact.number == number), None)
        body = self.office.store.document(opened.truth) if opened else None
        return _truth.decode(body) if body else None

    def evidence(self, number: str) -> tuple[Goods, ...]:
        """Return what papers and goods show: the goods as they are, those in hiding too where goods are examined."""
        opened, truth = self.case(number), self.truth(number)
        if opened is None or truth is None:
            return ()
        return truth.items + (truth.hidden if opened.opened.kind == "inspection" else ())

    def _opened(self, person: str = "") -> list[PracticeOpened]:
        every = (record.fact for record in self.office.store.facts_of(SUBJECT))
        own = person.casefold()
        return [fact for fact in every if isinstance(fact, PracticeOpened) and (not own or fact.person.casefold() == own)]

    def _seen(self, opened: PracticeOpened) -> PracticeCase:
        said = self.office.store.facts_of(SUBJECT)
        percent = next(
            (one.fact.percent for one in said if isinstance(one.fact, PracticeConfidence) and one.fact.number == opened.number), 0
        )
        since = next((one.at for one in said if isinstance(one.fact, PracticeLooked) and one.fact.number == opened.number), None)
        body = self.office.store.document(opened.truth)
        outcome = self._judged(opened, _truth.decode(body), percent, since) if body else None
        return PracticeCase(opened, percent, outcome)

    def _judged(self, opened: PracticeOpened, truth: Truth, percent: int, since: datetime | None) -> Outcome | None:
        records = self.office.store.facts_of(opened.number)
        if opened.kind != "signature":
            return judged(records, truth, percent, since)
        return signed(self.office.store, records, truth, percent, lambda at: (at - since).total_seconds() / 60 if since else 0.0)


_NOT_NOW = Text(
    en="How sure you are is said once, from 50 to 100 percent, before you decide a case of your own.",
    vi="Mức độ chắc chắn được ghi một lần, từ 50 đến 100 phần trăm, trước khi bạn quyết định hồ sơ của mình.",
)
