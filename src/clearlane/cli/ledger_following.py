"""The tree grown behind the log while an office works: a process of its own, so that no lodging waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, said, tell
from clearlane.model.refusals import Refusal
from clearlane.office.ledger_following import Following
from clearlane.office.ledger_signing import signer_of
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.witness_node import book_of, knows_partners
from clearlane.office.witness_sending import send
from clearlane.office.witnessing import gather

_SECONDS, _WITHOUT_STORE, _GRACE = 1.0, 30.0, 5.0
_COMMAND = "from clearlane.cli import main; main()"

Every = Annotated[
    int,
    typer.Option(
        "--every", metavar="SECONDS", min=1, help=helped("How often to sign where facts came.", "Bao lâu ký một lần khi có dữ kiện mới.")
    ),
]


def follow(every: Every = 10, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Put facts into the tree as they come, and sign for them, until stopped or the caller's end of standard input."""
    found = settled(profile=profile, store=store, language=language)
    stop = threading.Event()
    threading.Thread(target=_until_left, args=(stop,), daemon=True).start()
    while not stop.is_set():
        try:
            with office_of(found) as office:
                following = Following(office.ledger, signer_of(found, office.profile, office.store), office.clock, every)
                shown = 0
                while not stop.is_set():
                    following()
                    shown = _show_to_partners(found, office, shown)
                    stop.wait(_SECONDS)
        except Refusal as refusal:  # the store cannot be reached just now: it is opened anew
            tell(f"ledger: {said(refusal.words)}")
            stop.wait(_WITHOUT_STORE)


def _show_to_partners(found: Settings, office: Office, shown: int) -> int:
    """Have partners' witnesses see a checkpoint that is new, where there are any; return the size of the last one shown."""
    latest = office.store.checkpoint()
    if latest is None or latest.size == shown or not knows_partners(found):
        return shown
    with book_of(found) as book:
        gather(office.store, book, send)
    return latest.size


def _until_left(stop: threading.Event) -> None:
    """Stop when whoever began this process is gone, however it ended."""
    sys.stdin.buffer.read()
    stop.set()


@contextmanager
def followed(found: Settings) -> Iterator[None]:
    """Keep the tree grown beside a service while it runs, where the setting ``ledger`` is on."""
    if found.ledger == "off":
        yield
        return
    named = {
        "CLEARLANE_LEDGER_KEY": found.ledger_key,
        "CLEARLANE_LEDGER_NAME": found.ledger_name,
        "CLEARLANE_MACHINE_KEY": found.machine_key,
        "CLEARLANE_WITNESS": found.witness,
    }
    words = ["ledger", "follow", "--store", found.store, "--profile", found.profile, "--language", found.language]
    with subprocess.Popen(  # noqa: S603 - our own command, with settings that were read
        [sys.executable, "-c", _COMMAND, *words], stdin=subprocess.PIPE, env=os.environ | named
    ) as child:
        try:
            yield
        finally:
            if child.stdin:
                child.stdin.close()
            try:
                child.wait(_GRACE)
            except subprocess.TimeoutExpired:
                child.kill()
