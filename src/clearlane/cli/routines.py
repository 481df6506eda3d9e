"""The daily work of an office, done beside its service while that runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from clearlane.cli.desk import office_of
from clearlane.cli.speech import said, tell
from clearlane.model.refusals import Refusal
from clearlane.office.routine import Routine
from clearlane.office.settings import Settings

_SECONDS = 60


@contextmanager
def daily_work(found: Settings) -> Iterator[None]:
    """Look every minute what the day still wants, where the setting ``routine`` is on, until the service stops."""
    if found.routine == "off":
        yield
        return
    stop = threading.Event()
    worker = threading.Thread(target=_work, args=(found, stop), name="routine", daemon=True)
    worker.start()
    try:
        yield
    finally:
        stop.set()
        worker.join()


def _work(found: Settings, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            with office_of(found) as office:
                routine = Routine(office, _told, found.retrain, found.keep_reads)
                while not stop.is_set():
                    routine()
                    stop.wait(_SECONDS)
        except Refusal as refusal:  # the store cannot be reached just now: it is opened anew
            _told("routine", refusal)
            stop.wait(_SECONDS)


def _told(name: str, refusal: Refusal) -> None:
    tell(f"{name}: {said(refusal.words)}")
