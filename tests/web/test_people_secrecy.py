"""What people type to sign in stands in no log."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.people_office import PASSWORD, XA, StillClock, peopled
from tests.web.people_desk import HERE


def test_no_number_password_code_or_session_stands_in_a_log(tmp_path: Path) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    loggers = [root, logging.getLogger("clearlane.api")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel(logging.DEBUG)
    try:
        with Office.open(profile=XA, clock=StillClock()) as office:
            words = peopled(office).people.accounts.invite("T-1", by="A-1")
            client = TestClient(create_app(Settings(tokens=str(tmp_path / "t.toml")), office), base_url=HERE)
            client.get("/sign-in")
            form = {"form": client.cookies["form"], "person": "T-1", "password": PASSWORD}
            client.post("/sign-in/first", data=form | {"words": words, "again": PASSWORD})
            client.post("/sign-in", data=form | {"code": "123456"})
            session = client.cookies["session"]
            secret = office.people.accounts.offer_factor("T-1", "Clearlane")[1]
    finally:
        for one, level in zip(loggers, levels, strict=True):
            one.removeHandler(handler)
            one.setLevel(level)
    said = stream.getvalue()
    assert "/sign-in" in said
    assert [one for one in ("T-1", PASSWORD, words, "123456", session, secret) if one in said] == []
