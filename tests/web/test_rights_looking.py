"""Every address that shows something, as every role and as a stranger: shown to those whom the page of roles names, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from clearlane.model.person import OFFICIALS
from clearlane.office.office import Office
from tests.web.declarations import XA, Clock
from tests.web.test_rights import HERE, PAGE, ROLES, Desk

ROWS = dict(re.findall(r"^\| `GET (/[^`]*)` \| ([^|]+) \|$", PAGE, re.MULTILINE))
FILLED = {"digest": "0" * 64, "generation": "1", "kind": "assessment"}
REFUSED = (303, 401, 403, 404)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("looking")
    with Office.open(profile=XA, store=f"sqlite:///{folder}/office.db", clock=Clock()) as office:
        desk = Desk(office, folder)
        yield desk
        desk.app.state.desk.close()


def shown(routes: Iterable[Any]) -> Iterator[str]:
    """Every address of the application that is asked with GET, out of its own table of routes."""
    for route in routes:
        if hasattr(route, "original_router"):
            yield from shown(route.original_router.routes)
        if "GET" in (getattr(route, "methods", None) or ()):
            yield route.path


def may(path: str, role: str) -> bool:
    who = ROWS[path]
    named = re.findall(r"`(\w+)`", who)
    return who.startswith(("everyone", "every person")) or role in named or ("officials" in who and role in OFFICIALS)


def answered(desk: Desk, path: str, role: str = "") -> int:
    """The status with which an address is answered, to someone of a role or to a stranger."""
    known = FILLED | {"number": desk.number, "name": desk.number}
    address = re.sub(r"{(\w+)(?::\w+)?}", lambda found: known.get(found[1], "x"), path)
    client = desk.browser(f"P-{role}") if role else TestClient(desk.app, base_url=HERE, follow_redirects=False)
    headers = {"Authorization": f"Bearer {desk.tokens[role]}"} if role and path.startswith("/v1") else {}
    return client.get(address, headers=headers).status_code


def test_the_page_of_roles_names_every_address_that_shows_something_and_no_other(desk: Desk) -> None:
    assert sorted(ROWS) == sorted(set(shown(desk.app.routes)))


@pytest.mark.parametrize("path", ROWS)
def test_an_address_shows_itself_to_those_who_may_look_and_to_nobody_else(desk: Desk, path: str) -> None:
    for role in ROLES:
        status = answered(desk, path, role)
        assert (status not in (401, 403) or path == "/sign-in/back") if may(path, role) else status in REFUSED, (role, status)
        assert status < 500 or path == "/desk/risk/reports/{digest}", (role, status)


@pytest.mark.parametrize("path", ROWS)
def test_a_stranger_is_shown_only_what_is_everyones(desk: Desk, path: str) -> None:
    status = answered(desk, path)
    assert (status in (303, 401)) != ROWS[path].startswith("everyone"), status
