"""What is open on a declaration, to be read before it is decided: queries with their answers, disputes, requests, second signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from clearlane.clearance.situation import situation
from clearlane.model.clearance_facts import Disputed, RequestMade
from clearlane.model.control_facts import Answered, CountersignatureAsked, ExtensionAsked, Queried, ReviewDrawn
from clearlane.model.facts import Fact, Record
from clearlane.model.situation import Situation
from clearlane.office.clearing_act import Waiting, waiting_of
from clearlane.office.ports import Reading


class QuerySeen(msgspec.Struct, frozen=True):
    """A query with what was answered.

    Attributes:
      at: When it was asked.
      fact: What was asked.
      open: Whether it is not settled.
      answers: When the trader answered, his words, and the digests of his documents.
      more: When he asked for more time, and why; None where he did not.
    """

    at: datetime
    fact: Queried
    open: bool
    answers: tuple[tuple[datetime, str, tuple[str, ...]], ...] = ()
    more: tuple[datetime, str] | None = None


class SignatureSeen(msgspec.Struct, frozen=True):
    """An act that waits for a second officer.

    Attributes:
      seq: Its place in the log.
      at: When the first officer signed.
      by: The first officer.
      act: The act; None where it was erased.
      why: The first officer's ground.
    """

    seq: int
    at: datetime
    by: str
    act: Waiting | None
    why: str

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What it will be."""
        return self.act.facts if self.act else ()


class Matters(msgspec.Struct, frozen=True):
    """Everything open.

    Attributes:
      queries: Every query, open or not, the latest first.
      disputes: Open disputes: when, what, and the trader's ground.
      requests: Open requests by place in the log: when, and what.
      signatures: Acts that wait for a second officer.
      reviews: Checks on which the lot fell, by place in the log.
    """

    queries: tuple[QuerySeen, ...]
    disputes: tuple[tuple[datetime, Disputed, str], ...]
    requests: dict[int, tuple[datetime, RequestMade]]
    signatures: tuple[SignatureSeen, ...]
    reviews: dict[int, ReviewDrawn]


def matters(reading: Reading, records: Sequence[Record]) -> Matters:
    """Return what is open on a declaration, with the words kept beside the log.

    Args:
      reading: The store.
      records: Its facts, in order.
    """
    now = situation(records)
    queries, disputes, signatures = [], [], []
    requests: dict[int, tuple[datetime, RequestMade]] = {}
    left, disputed, asked = {one.query for one in now.queries}, {one.dispute for one in now.disputes}, dict(now.countersign)
    for record in records:
        match record.fact:
            case Queried() as fact:
                queries.append(
                    QuerySeen(
                        record.at, fact, fact.query in left, _answers(reading, records, fact.query), _more(reading, records, fact.query)
                    )
                )
            case Disputed() as fact if fact.dispute in disputed:
                disputes.append((record.at, fact, words_of(reading, fact.ground)))
            case RequestMade() as fact if any(one.request == record.seq for one in now.requests):
                requests[record.seq] = (record.at, fact)
            case CountersignatureAsked() as fact if record.seq in asked:
                act = waiting_of(reading, fact)
                signatures.append(SignatureSeen(record.seq, record.at, fact.by, act, words_of(reading, fact.why)))
    return Matters(tuple(reversed(queries)), tuple(disputes), requests, tuple(signatures), _reviews(records, now))


def _more(reading: Reading, records: Sequence[Record], query: int) -> tuple[datetime, str] | None:
    asked = [
        (one.at, words_of(reading, one.fact.why)) for one in records if isinstance(one.fact, ExtensionAsked) and one.fact.query == query
    ]
    return asked[-1] if asked else None


def _reviews(records: Sequence[Record], now: Situation) -> dict[int, ReviewDrawn]:
    waiting = dict(now.reviews)
    return {one.seq: one.fact for one in records if isinstance(one.fact, ReviewDrawn) and one.seq in waiting}


def words_of(reading: Reading, digest: str) -> str:
    """Return what somebody typed, kept beside the log; nothing where he typed nothing or it was erased."""
    body = reading.document(digest) if digest else None
    return body.decode("utf-8", "replace") if body else ""


def _answers(reading: Reading, records: Sequence[Record], query: int) -> tuple[tuple[datetime, str, tuple[str, ...]], ...]:
    answered = ((one.at, one.fact) for one in records if isinstance(one.fact, Answered) and one.fact.query == query)
    return tuple((at, words_of(reading, fact.answer), fact.documents) for at, fact in answered)
