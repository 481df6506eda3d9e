"""``clearlane webhooks``: deliver what waits to traders' software; ``clearlane serve`` does it all the time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import one_of, out, said, tell
from clearlane.model.refusals import Refusal
from clearlane.office.settings import Settings

_SECONDS = 1.0
_WITHOUT_STORE = 30.0


def deliver(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Deliver once everything that waits, what failed a moment ago too, and write how many deliveries were taken."""
    found = settled(profile=profile, store=store, language=language)
    if found.webhooks == "off":
        tell(one_of("Nothing is delivered: the setting webhooks is off.", "Không gửi thông báo: thiết lập webhooks là off."))
        return
    with office_of(found) as office:
        office.webhooks.anywhere = found.webhooks == "anywhere"
        out(str(office.webhooks.deliver(at_once=True)))


@contextmanager
def deliveries(found: Settings) -> Iterator[None]:
    """Deliver beside a service while it runs, unless the setting ``webhooks`` is off."""
    if found.webhooks == "off":
        yield
        return
    stop = threading.Event()
    worker = threading.Thread(target=_work, args=(found, stop), name="webhooks", daemon=True)
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
                office.webhooks.anywhere = found.webhooks == "anywhere"
                while not stop.is_set():
                    office.webhooks.deliver()
                    stop.wait(_SECONDS)
        except Refusal as refusal:  # the store cannot be reached just now: it is opened anew
            tell(f"webhooks: {said(refusal.words)}")
            stop.wait(_WITHOUT_STORE)
