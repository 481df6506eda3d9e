"""Prepare the next messages in a process of their own, while the office takes those before them.

Reading, checks and assessment ask nothing of the store, so two processors share the work of one passage. What comes back is what this
process would have made itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

import msgspec

from clearlane.model.facts import Fact, Signed
from clearlane.model.findings import Finding
from clearlane.model.message import Message
from clearlane.model.profile import Profile
from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import Refusal
from clearlane.office.intake import Prepared, prepare


class _Made(msgspec.Struct, array_like=True):
    """What was prepared of a message, without its bytes."""

    message: Message
    digest: str
    content: str
    signed: tuple[Signed, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[_Made | None])


def can_prepare_ahead() -> bool:
    """Say whether a second process can be begun here: the system can fork, and no other thread is at work in this process."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


class Ahead:
    """A process that prepares messages under one law. It ends with this object.

    Args:
      law: The law.
      version: The name of its tariff.
      sandbox: Whether it is for a practice office.
    """

    def __init__(self, law: Profile, version: str, *, sandbox: bool) -> None:
        context = multiprocessing.get_context("fork")
        self.version = version
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._ours, law, sandbox), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, group: Sequence[Lodgement], at: datetime) -> None:
        """Begin to prepare a group for a moment. A process that has died prepares nothing; the office then does it itself."""
        with suppress(OSError):
            self._ours.send((list(group), at))

    def made(self, group: Sequence[Lodgement]) -> list[Prepared | None]:
        """Return what was prepared of the group begun before; None for a message that was refused, or where the process has died."""
        try:
            found = _decoder.decode(self._ours.recv_bytes())
        except (EOFError, OSError):
            return [None] * len(group)
        return [_prepared(lodgement, one) for lodgement, one in zip(group, found, strict=True)]

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """End the process."""
        self._ours.close()
        self._process.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _prepared(lodgement: Lodgement, made: _Made | None) -> Prepared | None:
    if made is None:
        return None
    return Prepared(lodgement, made.message, made.digest, made.content, made.signed, made.findings, made.facts)


def _work(theirs: Connection, ours: Connection, law: Profile, sandbox: bool) -> None:
    ours.close()  # the other end belongs to the office alone: when it closes it, this process ends
    gc.freeze()  # what came with the fork is not searched for garbage, which would copy it page by page
    while True:
        try:
            group, at = theirs.recv()
        except (EOFError, OSError):
            return
        theirs.send_bytes(_encoder.encode([_made(lodgement, law, at, sandbox=sandbox) for lodgement in group]))


def _made(lodgement: Lodgement, law: Profile, at: datetime, *, sandbox: bool) -> _Made | None:
    try:
        one = prepare(lodgement, law, at, sandbox=sandbox)
    except Refusal:
        return None  # the office prepares it again and refuses it itself
    return _Made(one.message, one.digest, one.content, one.signed, one.findings, one.facts)
