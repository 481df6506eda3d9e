"""Where someone tries the office out, each person to try is one click away and is here as what he is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.office.office import Office
from clearlane.web.pages import pages
from clearlane.web.viewer import PERSONS
from tests.web.declarations import XA, Clock, example


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with Office.open(profile=XA, clock=Clock()) as office:
        office.lodge(example("FREE-1"))
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        yield TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


@pytest.mark.parametrize("person", PERSONS)
def test_each_person_to_try_comes_in_and_stays_who_he_is(client: TestClient, person: str) -> None:
    client.cookies.clear()
    first = client.get(f"/?as={person}")
    again = client.get("/")
    assert (first.status_code, again.status_code) == (200, 200)
    assert f'?as={person}" aria-current="true"' in again.text or person == "admin-1"


def test_the_administrator_to_try_sees_people_and_no_declaration(client: TestClient) -> None:
    client.cookies.clear()
    page = client.get("/people?as=admin-1")
    assert page.status_code == 200
    assert "Register a person" in page.text
    assert "Nothing is recorded under FREE-1" in client.get("/lookup?name=FREE-1").text


def test_a_person_to_try_has_no_account_of_his_own(client: TestClient) -> None:
    client.cookies.clear()
    assert client.get("/account?as=officer-1").status_code == 403
