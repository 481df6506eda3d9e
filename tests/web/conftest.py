"""An office with one declaration of each kind, served on a port of its own, and pages open on it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi import FastAPI

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.web.declarations import XA, Clock, lodge_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Served:
    """An office behind an address.

    Attributes:
      office: The office.
      address: Where it is served.
      numbers: The declarations' numbers by kind.
    """

    def __init__(self, office: Office, address: str, numbers: dict[str, str]) -> None:
        self.office, self.address, self.numbers = office, address, numbers

    def declaration(self, kind: str) -> str:
        """The address of a declaration."""
        return f"{self.address}/declarations/{self.numbers[kind]}"


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An office that someone tries out on this machine."""
    folder: Path = tmp_path_factory.mktemp("office")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        numbers = {kind: receipt.case.number for kind, receipt in lodge_all(office).items()}
        app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        with serving(app) as address:
            yield Served(office, address, numbers)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at a desk."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB") as context:
        yield context.new_page()
