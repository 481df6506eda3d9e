"""The form of a query: what is typically missing to be ticked, corrections and questions in words, all at once and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

import msgspec

from clearlane.model.control_facts import Ask
from clearlane.model.declaration import Declaration
from clearlane.model.documents import AdditionalDocument
from clearlane.model.profile import Profile
from clearlane.model.refusals import Unreadable
from clearlane.model.situation import Situation
from clearlane.model.text import Text
from clearlane.web.risk_shell import whole
from clearlane.web.words import WORDS

ROWS = 4
"""How many things in words the form has room for, beside those to be ticked."""
CORRECTIONS = ("description", "code", "origin", "value", "quantity")
_MOST_TICKS, _WORDS, _FURTHEST = 24, 500, 366


class Tick(msgspec.Struct, frozen=True):
    """A document declared, to be ticked.

    Attributes:
      ask: What it asks.
      number: The document's own number, as declared.
      asked: Whether it was asked for before, or is awaited with all that the control demanded, and cannot be asked for again.
    """

    ask: Ask
    number: str
    asked: bool

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"ask-{self.ask.subject}-{self.ask.item}"


def ticks(declaration: Declaration | None, now: Situation, profile: Profile) -> list[Tick]:
    """Return the documents that a declaration names, each once for its item.

    Args:
      declaration: What is declared; None where it was erased.
      now: Where it stands.
      profile: The names of documents.
    """
    demanded = now.documents_due is not None
    found: dict[tuple[str, int], Tick] = {}
    for item, one in _named(declaration) if declaration else ():
        subject = (one.category_code or "") + (one.type_code or "")
        if subject and subject.isalnum():
            ask = Ask(subject, document(subject, profile), item)
            found.setdefault((subject, item), Tick(ask, one.id or "", demanded or (subject, item) in now.asked))
    return list(found.values())[:_MOST_TICKS]


def _named(declaration: Declaration) -> Iterator[tuple[int, AdditionalDocument]]:
    yield from ((0, one) for one in declaration.additional_document)
    yield from ((place, one) for place, item in enumerate(declaration.item, 1) for one in item.additional_document)


def document(code: str, profile: Profile) -> Text:
    """Return what a document is called; its code where the law's lists have no name for it."""
    known = profile.code_lists.get("documents")
    return (known.text(code) if known else None) or Text(en=f"Document {code}", vi=f"Chứng từ {code}")


def asks_of(typed: Mapping[str, str], offered: list[Tick], profile: Profile) -> list[Ask]:
    """Return everything that a form asks: what was ticked, then its rows."""
    ticked = [one.ask for one in offered if typed.get(one.name) == "yes"]
    rows = [one for place in range(ROWS) if (one := _row(typed, place, profile))]
    return list(dict.fromkeys([*ticked, *rows]))


def _row(typed: Mapping[str, str], place: int, profile: Profile) -> Ask | None:
    code, item = typed.get(f"what-{place}", "").strip(), whole(typed.get(f"item-{place}", ""))
    own = typed.get(f"words-{place}", "").strip()[:_WORDS]
    if code in CORRECTIONS:
        return Ask(f"question-{code}", _with(WORDS[f"acts.correct.{code}.asked"], own), item)
    if code and code != "question":
        return Ask(code[:17], _with(document(code[:17], profile), own), item)
    return Ask(f"question-{sha256(own.casefold().encode()).hexdigest()[:8]}", Text(en=own, vi=own), item) if own else None


def _with(words: Text, own: str) -> Text:
    return Text(en=f"{words.en}: {own}", vi=f"{words.vi}: {own}") if own else words


def day_due(profile: Profile, now: datetime) -> date:
    """Return the day on which an answer is due by the statutory clock."""
    clock = profile.clearance.clocks.get("query")
    return profile.day(now + (clock.within if clock else timedelta(days=profile.document_days)))


def until_of(written: str, profile: Profile, now: datetime) -> datetime | None:
    """Return until when an answer is asked for: the end of a day here; None for the statutory clock.

    Raises:
      Unreadable: It is no day, one that is over, or one too far away.
    """
    if not written.strip():
        return None
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        raise Unreadable(WORDS["acts.day"]) from None
    if day == day_due(profile, now):
        return None
    if not profile.day(now) <= day <= profile.day(now) + timedelta(days=_FURTHEST):
        raise Unreadable(WORDS["acts.day.far"])
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(profile.time_zone))
