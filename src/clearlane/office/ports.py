"""Ports: what the office needs of a store. Every plug meets the same contract tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from clearlane.model.case import Attempt, Case, Query, Tally
from clearlane.model.facts import Fact, Record
from clearlane.office.ports_ledger import LedgerReading, LedgerWriting
from clearlane.office.ports_payment import PaymentReading, PaymentWriting
from clearlane.office.ports_people import PeopleReading, PeopleWriting
from clearlane.office.ports_risk import RiskReading, RiskWriting
from clearlane.office.ports_work import WorkReading


class Reading(RiskReading, PeopleReading, PaymentReading, WorkReading, LedgerReading, Protocol):
    """What can be asked of a store. Answers are as of the last commit, or within a work as of the work."""

    def case(self, number: str, declarant: str = "") -> Case | None:
        """Return a case by its number or by a number recorded from outside, of one declarant where given."""

    def cases(self, query: Query) -> list[Case]:
        """List cases, as the query says."""

    def tally(self) -> Tally:
        """Count cases by state and by lane (told or not), and add up duty."""

    def attempts(self, keys: Iterable[tuple[str, str]]) -> list[Attempt]:
        """Return every attempt of these (declarant, reference) pairs, oldest first: one question for many."""

    def attempts_on(self, number: str) -> list[Attempt]:
        """Return every message that made or changed a declaration, oldest first."""

    def by_reference(self, reference: str, declarant: str = "") -> list[Case]:
        """Return the cases under a reference, latest first, of one declarant or of all."""

    def facts_of(self, number: str) -> list[Record]:
        """Return a declaration's facts in order."""

    def facts_after(self, seq: int, limit: int = 1000) -> list[Record]:
        """Return facts in order of the log, after a place in it."""

    def last_seq(self) -> int:
        """Return the place of the last fact, 0 for an empty log."""

    def last_of(self, subject: str) -> int:
        """Return the place of the last fact about a subject, 0 where there is none."""

    def subjects(self, prefix: str, limit: int = 1000) -> list[str]:
        """Return the subjects of facts that begin with some words, in their order."""

    def facts_under(self, prefix: str, after: int = 0) -> list[Record]:
        """Return the facts about all subjects that begin with some words, in order of the log, from after a place in it."""

    def reassessments(self, limit: int = 1000, before: int = 0) -> list[Record]:
        """Return the facts that a duty must be looked at again, latest first, from before a place in the log where one is given."""

    def review_facts(self, limit: int) -> list[Record]:
        """Return the facts of checks drawn for review and of reviews, latest first."""

    def document(self, digest: str) -> bytes | None:
        """Return the bytes kept beside the log under a SHA-256 digest; None if erased or never kept."""


class Work(Reading, RiskWriting, PeopleWriting, PaymentWriting, LedgerWriting, Protocol):
    """One write transaction. The log's order is fixed in it: works of one store follow one another."""

    def next_ordinal(self, series: str) -> int:
        """Return the next number of a series, from 1, without gaps over committed works."""

    def append(self, at: datetime, facts: Sequence[tuple[str, Fact]]) -> list[Record]:
        """Write (subject, fact) pairs at the end of the log, numbered without gaps."""

    def keep(self, documents: Iterable[tuple[str, bytes]]) -> None:
        """Keep (digest, bytes) beside the log; what is already there stays."""

    def erase(self, digest: str) -> None:
        """Erase what is kept under a digest; the log, and whatever was proved of it, stands. A tariff that was loaded stays."""

    def put_cases(self, cases: Iterable[Case]) -> None:
        """Write where cases stand, replacing what stood there."""

    def put_attempts(self, attempts: Iterable[Attempt]) -> None:
        """Remember messages taken."""

    def forget_read_models(self) -> None:
        """Drop cases, attempts, series, happenings and selections, which are derived from the log, before they are rebuilt."""

    def set_ordinal(self, series: str, value: int) -> None:
        """Set the last number given in a series, when rebuilding."""


class Store(Reading, Protocol):
    """Facts at rest."""

    def work(self) -> AbstractContextManager[Work]:
        """Open a write transaction; it commits at the end of the block and vanishes whole on an error."""

    def facts(self) -> Iterator[Record]:
        """Stream the whole log in order, in constant memory."""

    def close(self) -> None:
        """Let go of connections."""
