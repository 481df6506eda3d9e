"""The application under a real server, over a real socket, on records on disk."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest
import uvicorn

from clearlane.api.app import create_app
from clearlane.office.access import new_token
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.office.tokens import keep_token
from tests.api.desk import DECLARANT, message

LODGE = "/v1/declarations"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/office.db"


@pytest.fixture
def client(tmp_path: Path, store: str) -> Iterator[httpx2.Client]:
    given, kept = new_token("trader", DECLARANT)
    keep_token(tmp_path / "tokens.toml", kept)
    app = create_app(Settings(store=store, tokens=str(tmp_path / "tokens.toml"), max_bytes=100_000))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx2.Client(base_url=address, headers={"Authorization": f"Bearer {given}"}, timeout=30) as made:
            yield made
        server.should_exit = True
        thread.join()


def test_many_callers_at_once_are_each_answered_and_all_is_recorded(client: httpx2.Client, store: str) -> None:
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda n: client.post(LODGE, content=message(f"R-{n}")), range(40)))
    assert {answer.status_code for answer in answers} == {201}
    with Office.open(store=store) as office:
        assert {office.case(f"R-{n}").number for n in range(40)} == {answer.json()["number"] for answer in answers}


def test_one_message_from_many_callers_at_once_is_recorded_once(client: httpx2.Client) -> None:
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda _: client.post(LODGE, content=message()), range(16)))
    assert sorted(answer.status_code for answer in answers) == [200] * 15 + [201]
    assert len({answer.json()["number"] for answer in answers}) == 1


def test_a_body_without_end_is_cut_off(client: httpx2.Client) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 100_000_000:
            sent += 10_000
            yield b" " * 10_000

    with suppress(httpx2.TransportError):  # the server may close before all is sent
        assert client.post(LODGE, content=endless()).status_code == 413
    assert sent < 100_000_000
