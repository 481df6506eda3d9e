"""``clearlane serve``: the pages and the interface for programs."""

from __future__ import annotations

import errno
import os
import socket
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from clearlane.cli.desk import in_words, settled
from clearlane.cli.ledger_following import followed
from clearlane.cli.options import Language, Profile, Sandbox, Store
from clearlane.cli.routines import daily_work
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.webhooks import deliveries
from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text

if TYPE_CHECKING:
    from fastapi import FastAPI

_GRACE = 2
"""Seconds that requests under way are given when the service is stopped."""

Host = Annotated[
    str | None,
    typer.Option("--host", metavar="ADDRESS", help=helped("The address to listen on.", "Địa chỉ lắng nghe."), show_default=False),
]
Port = Annotated[
    int | None, typer.Option("--port", metavar="PORT", help=helped("The port to listen on.", "Cổng lắng nghe."), show_default=False)
]


def serve(
    host: Host = None,
    port: Port = None,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
    sandbox: Sandbox = None,
) -> None:
    """Serve the pages and the interface for programs until stopped."""
    from clearlane.api.app import create_app  # noqa: PLC0415 - only commands that serve need it
    from clearlane.api.log import log_to  # noqa: PLC0415 - as above

    found = settled(profile=profile, store=store, language=language, sandbox=sandbox, host=host, port=port)
    with listening(found.host, found.port) as listener, in_words():
        app = create_app(found)
        log_to(sys.stderr)
        with daily_work(found), deliveries(found), followed(found):
            run(app, listener)


def listening(host: str, port: int, *, tries: int = 1) -> socket.socket:
    """Return a socket that listens on a port, or on the first free one after it.

    Args:
      host: The address.
      port: The first port; 0 for any.
      tries: How many ports to try.

    Raises:
      Unavailable: None of them is free.
    """
    why = ""
    for tried in range(port, min(port + tries, 65536)):
        try:
            return socket.create_server((host, tried), backlog=128)
        except OSError as fault:
            why = os.strerror(fault.errno) if fault.errno else str(fault)
            if fault.errno != errno.EADDRINUSE:
                break
    raise Unavailable(Text(en=f"Cannot listen on {host}, port {port}: {why}.", vi=f"Không lắng nghe được tại {host}, cổng {port}: {why}."))


def run(app: FastAPI, listener: socket.socket) -> None:
    """Say where the application is served, and serve it until it is stopped."""
    import uvicorn  # noqa: PLC0415 - only commands that serve need it

    host, port = listener.getsockname()[:2]
    out(f"http://{host}:{port}")
    tell(one_of("Open this address in a browser. Ctrl-C stops.", "Mở địa chỉ này trong trình duyệt. Nhấn Ctrl-C để dừng."))
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=_GRACE, server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
