"""What a query asks, in words: kept beside the log under its digest, so that it can be erased, and read back where it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec

from clearlane.model.control_facts import Ask, Queried
from clearlane.model.facts import Record
from clearlane.model.text import Text
from clearlane.office.ports import Reading, Work

ERASED = Text(en="(The words were erased.)", vi="(Nội dung đã được xóa.)")
_NONE = Text(en="", vi="")
_encoder, _decoder = msgspec.json.Encoder(order="deterministic"), msgspec.json.Decoder(Text)


def put_aside(work: Work, asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Keep the words of what is asked beside the log; return what is asked without them, as a fact may say it."""
    aside = []
    for ask in asks:
        body = _encoder.encode(ask.words)
        digest = sha256(body).hexdigest()
        work.keep([(digest, body)])
        aside.append(Ask(ask.subject, _NONE, ask.item, digest))
    return tuple(aside)


def in_words(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """Return facts with the words of queries put back; those of older facts, which hold their words, stay as they are."""
    return [_worded(reading, record, record.fact) if isinstance(record.fact, Queried) else record for record in records]


def _worded(reading: Reading, record: Record, fact: Queried) -> Record:
    asks = tuple(msgspec.structs.replace(ask, words=_words(reading, ask.kept)) if ask.kept else ask for ask in fact.asks)
    return msgspec.structs.replace(record, fact=msgspec.structs.replace(fact, asks=asks))


def _words(reading: Reading, digest: str) -> Text:
    body = reading.document(digest)
    return ERASED if body is None else _decoder.decode(body)
