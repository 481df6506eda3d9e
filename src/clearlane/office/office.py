"""The office itself: the façade every door speaks to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from secrets import token_bytes
from types import TracebackType
from typing import Self

from clearlane.lodgement.notices import notices
from clearlane.model.case import Case, Query, Tally
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Record
from clearlane.model.findings import Finding
from clearlane.model.notice import Notice
from clearlane.model.profile import Profile
from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.text import Text
from clearlane.office.access import Asker, agent_of
from clearlane.office.assigning import AssignmentDesk
from clearlane.office.binding import bind
from clearlane.office.certificates import CertificateDesk
from clearlane.office.clearing import ClearanceDesk
from clearlane.office.documents import DocumentDesk
from clearlane.office.explanation import Explanation, explain
from clearlane.office.findings import findings_on
from clearlane.office.generations import generation
from clearlane.office.inspecting import InspectionDesk
from clearlane.office.intake import Prepared, prepare
from clearlane.office.ledger import Ledger
from clearlane.office.machine_key import KeyInMemory, MachineKey
from clearlane.office.payments import PaymentDesk
from clearlane.office.people import People
from clearlane.office.permits import PermitDesk
from clearlane.office.ports import Store, Work
from clearlane.office.preparing import Ahead, can_prepare_ahead
from clearlane.office.printing import PrintingDesk
from clearlane.office.query_words import in_words
from clearlane.office.rebuild import rebuild
from clearlane.office.release_times import ReleaseTimes
from clearlane.office.risk_desk import RiskDesk
from clearlane.office.selection import ByPrefix, Selection, by_prefix
from clearlane.office.taking import Outcome, Taking
from clearlane.office.tariff_desk import TariffDesk
from clearlane.office.webhooks import WebhookDesk
from clearlane.office.wiring import profile_named, store_from

GROUP = 200
"""How many messages are committed together at most."""


def system_clock() -> datetime:
    """Return the present moment, UTC."""
    return datetime.now(UTC)


class Office:
    """A customs office: takes messages, keeps the facts, answers questions.

    Acts of clearance are at ``clearance``, its tariffs at ``tariff``, its risk work at ``risk``, who gets which case at ``assignment``,
    inspections of goods at ``inspections``, documents at ``documents``, papers at ``printing``, how long goods take at ``release_times``,
    people and their rights at ``people``, what traders' software is told at ``webhooks``, the tree over the log at ``ledger``,
    certificates it issues at ``certificates``.

    Args:
      profile: The law.
      store: Where facts are kept.
      sandbox: Whether it is a practice office, where references force outcomes and risk is never reached.
      clock: What tells the time.
      key: The key of this office's machine, to which it seals what it must keep secret; one of its own by default.
      randomness: What gives so many random bytes: the secrets of draws come from it. The machine's own by default.
    """

    def __init__(
        self,
        profile: Profile,
        store: Store,
        *,
        sandbox: bool = False,
        clock: Callable[[], datetime] = system_clock,
        key: MachineKey | None = None,
        randomness: Callable[[int], bytes] = token_bytes,
    ) -> None:
        self.profile = profile
        self.store = store
        self.sandbox = sandbox
        self.clock = clock
        held = key or KeyInMemory()
        self.risk = RiskDesk(profile, store, self._now, held, randomness)
        self.documents = DocumentDesk(store, self._now)
        self.printing = PrintingDesk(profile, store)
        self.release_times = ReleaseTimes(profile, store)
        self.payments = PaymentDesk(profile, store, self._now)
        self.ledger = Ledger(store, self._now, randomness)
        self.certificates = CertificateDesk(store, self._now, randomness)
        self.permits = PermitDesk(profile, store, self._now)
        self.assignment = AssignmentDesk(profile, store, held, self._now, randomness)
        self.people = People(store, held, self._now, randomness)
        self.webhooks = WebhookDesk(profile, store, held, self._now, randomness)
        self.tariff = TariffDesk(profile, store, self._now, by_prefix if sandbox else self.risk.again)
        self.clearance = ClearanceDesk(profile, store, self._now, self._holding, held.private)
        self.inspections = InspectionDesk(profile, store, self._now, self._holding, held.private, keeping=self.risk.keeping)

    @classmethod
    def open(
        cls,
        *,
        profile: str | Profile = "xa",
        store: str = "sqlite:///:memory:",
        sandbox: bool = False,
        clock: Callable[[], datetime] = system_clock,
        key: MachineKey | None = None,
    ) -> Office:
        """Open an office by the names of its parts.

        Raises:
          NotFound: No such profile is installed, or no such kind of store exists.
        """
        law = profile if isinstance(profile, Profile) else profile_named(profile)
        return cls(law, store_from(store), sandbox=sandbox, clock=clock, key=key)

    def _now(self) -> datetime:
        return self.clock()

    def _holding(self, work: Work, at: datetime) -> Profile:
        return self.tariff.holding_law(work, at)[1]

    def lodge(self, message: bytes | Lodgement) -> Receipt:
        """Take one message: a declaration, an amendment, a cancellation or a presentation of goods.

        The receipt is given after everything is durably recorded.

        Raises:
          Refusal: ``Unreadable``, ``NotFound``, ``Conflict``, ``NotAllowed`` or ``Closed``; nothing was recorded.
        """
        outcome = self.lodge_group([_lodgement(message)])[0]
        if isinstance(outcome, Refusal):
            raise outcome
        return outcome

    def bind(self, number: str, *, expect: int | None = None) -> list[Record]:
        """Bind a declarant to his declaration, which he saw computed. His own act.

        Args:
          number: The declaration.
          expect: The last place in the log that he saw.

        Raises:
          NotFound: There is no such declaration.
          Refusal: He is bound already, the declaration does not stand, or something changed since.
        """
        at = self.clock()
        with self.store.work() as work:
            law = self.tariff.holding_law(work, at)[1]
            return bind(work, number, law, at, self._selection(work, law, at), expect)

    def lodge_many(self, messages: Iterable[bytes | Lodgement], *, ahead: bool = False) -> Iterator[Outcome]:
        """Take many messages, in order, committed in groups; yield a receipt or a refusal for each.

        Args:
          messages: The messages.
          ahead: Whether to prepare each group in a second process while the one before it is taken, where that can be done here.
        """
        waiting = map(_lodgement, messages)
        groups = iter(lambda: list(islice(waiting, GROUP)), [])
        if ahead and can_prepare_ahead():
            yield from self._lodge_ahead(groups)
            return
        for group in groups:
            yield from self.lodge_group(group)

    def _lodge_ahead(self, groups: Iterator[list[Lodgement]]) -> Iterator[Outcome]:
        group = next(groups, None)
        if group is None:
            return
        at, (expected, law) = self.clock(), self.tariff.expected_law(self.clock())
        helper = Ahead(law, expected, sandbox=self.sandbox)
        try:
            helper.begin(group, at)
            while group is not None:
                made, following = helper.made(group), next(groups, None)
                now, known = at, helper.version
                if following is not None:
                    at, (expected, law) = self.clock(), self.tariff.expected_law(self.clock())
                    if expected != helper.version:  # another tariff went live: a process that knows it takes over
                        helper.close()
                        helper = Ahead(law, expected, sandbox=self.sandbox)
                    helper.begin(following, at)
                yield from self._take(group, made, known, now)
                group = following
        finally:
            helper.close()

    def lodge_group(self, group: Sequence[Lodgement]) -> list[Outcome]:
        """Take some messages in one transaction."""
        at = self.clock()
        return self._take(group, [None] * len(group), self.tariff.expected_law(at)[0], at)

    def _take(self, group: Sequence[Lodgement], made: Sequence[Prepared | None], expected: str, at: datetime) -> list[Outcome]:
        """Take messages, some of them prepared under a tariff that is expected to hold; the rest is prepared here."""
        known, law = self.tariff.expected_law(at)
        ready = made if known == expected else [None] * len(group)
        expected = known
        prepared = [one or self._prepared(lodgement, law, at) for lodgement, one in zip(group, ready, strict=True)]
        if all(isinstance(one, Refusal) for one in prepared):
            return [one for one in prepared if isinstance(one, Refusal)]
        with self.store.work() as work:
            version, law = self.tariff.holding_law(work, at)
            if version != expected:  # another tariff went live since: what was prepared is prepared anew
                prepared = [self._prepared(lodgement, law, at) for lodgement in group]
            return Taking(work, law, at, self._selection(work, law, at), sandbox=self.sandbox).take(prepared)

    def _selection(self, work: Work, law: Profile, at: datetime) -> Selection:
        return ByPrefix() if self.sandbox else self.risk.selecting(work, law, at)

    def _prepared(self, lodgement: Lodgement, law: Profile, at: datetime) -> Prepared | Refusal:
        try:
            return prepare(lodgement, law, at, sandbox=self.sandbox)
        except Refusal as refusal:
            return refusal

    def case(self, name: str, declarant: str = "") -> Case:
        """Return a declaration by its number, a number from outside, or its reference (the latest under it).

        Raises:
          NotFound: There is none, or it is another declarant's.
        """
        found = self.store.case(name, declarant)
        if found is None:
            found = next(iter(self.store.by_reference(name, declarant)), None)
        if found is None:
            raise NotFound(Text(en=f"No declaration {name} is recorded here.", vi=f"Không có tờ khai {name} trong hệ thống."))
        return found

    def may_see(self, asker: Asker, case: Case) -> bool:
        """Say whether a declaration is someone's to look at: an officer's, its declarant's, or its agent's who may act for him."""
        if asker.officer:
            return True
        if not asker.party:
            return False
        if case.declarant == asker.party:
            return True
        try:
            return case.declarant in asker.acts_for and agent_of(self.declaration(case)) == asker.party
        except NotFound:
            return False

    def cases(self, query: Query) -> list[Case]:
        """List declarations, latest change first."""
        return self.store.cases(query)

    def tally(self) -> Tally:
        """Count declarations by state and lane, and their duty."""
        return self.store.tally()

    def facts(self, number: str) -> list[Record]:
        """Return a declaration's facts, in order. For officers."""
        return self.store.facts_of(number)

    def findings(self, number: str) -> tuple[Finding, ...]:
        """Return the findings that stand on a declaration: those made on its latest generation."""
        return findings_on(self.store.facts_of(number))

    def notices(self, number: str) -> tuple[Notice, ...]:
        """Return what the trader was told of a declaration, in order."""
        return notices(in_words(self.store, self.store.facts_of(number)), self.profile)

    def declaration(self, case: Case, which: int = 0) -> Declaration:
        """Return a declaration as it reads in one generation, the latest by default.

        Raises:
          NotFound: There is no such generation, or its content was erased.
        """
        return generation(self.store, case, which)

    def message(self, case: Case) -> bytes:
        """Return the exact bytes first lodged.

        Raises:
          NotFound: They were erased.
        """
        data = self.store.document(case.message)
        if data is None:
            raise NotFound(Text(en="The message was erased.", vi="Thông điệp đã bị xóa."), number=case.number)
        return data

    def explain(self, case: Case, *, officer: bool) -> Explanation:
        """Return why a declaration owes what it owes and, for officers, why it took its lane."""
        return explain(case, self.store.facts_of(case.number), officer=officer)

    def rebuild(self, report: Callable[[int], None] = lambda done: None, erased: Callable[[str], None] = lambda number: None) -> int:
        """Drop everything derived from the log and make it anew; return how many facts were read.

        Args:
          report: Called now and then with the number of facts read so far.
          erased: Called with the number of each declaration whose content was erased: risk work knows it no more.
        """
        return rebuild(self.store, self.profile, report, erased)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _lodgement(message: bytes | Lodgement) -> Lodgement:
    return message if isinstance(message, Lodgement) else Lodgement(message)
