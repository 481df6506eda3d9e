"""``clearlane ledger serve``: the log's files and proofs over HTTP alone, from the store or from a copy of it on another host."""

from __future__ import annotations

from clearlane.cli.desk import in_words, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.serving import Host, Port, listening, run
from clearlane.office.wiring import reading_from


def serve(host: Host = None, port: Port = None, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Hand out the log's files and proofs until stopped; nothing is written."""
    from clearlane.api.ledger import ledger_app  # noqa: PLC0415 - only commands that serve need it
    from clearlane.api.turnstile import Turnstile  # noqa: PLC0415 - as above

    found = settled(profile=profile, store=store, language=language, host=host, port=port)
    with listening(found.host, found.port) as listener, in_words(), reading_from(found.store) as reading:
        run(ledger_app(reading, Turnstile(found.requests_per_minute)), listener)
