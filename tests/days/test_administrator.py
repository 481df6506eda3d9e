"""An administrator's day: someone new is registered, given a role and a competence, invited, and locked out; by keyboard."""

from __future__ import annotations

import pytest

from clearlane.model.person import Person
from tests.days.conftest import Days
from tests.days.keys import enter, to

pytestmark = pytest.mark.browser


def test_an_administrator_registers_gives_a_role_invites_and_locks_by_keyboard(day: Days) -> None:
    admin = day("administrator")
    office, page, person = admin.place.office, admin.page, f"N-{admin.language}".upper()
    office.people.rights.register(Person(f"{person}9"), by="A-1")
    admin.comes("admin-1", "/people")
    admin.looks("people")
    to(page, "form[action$=register] [name=person]", 200)
    page.keyboard.type(person)
    to(page, "form[action$=register] [name=name]")
    page.keyboard.type("Phạm Văn Mới")
    enter(page)
    admin.looks("registered")
    admin.goes(f"/people/of/{person}9")
    to(page, "form[action$=grant] [name=offices]")
    page.keyboard.type("XA01")
    enter(page)
    admin.looks("granted")
    to(page, "form[action$=invite] button", 200)
    enter(page)
    admin.looks("invited")
    to(page, "form[action$=lock] button", 200)
    enter(page)
    admin.looks("locked")
    standing = office.people.rights.standing(f"{person}9")
    assert standing is not None
    assert ([one.role for one in standing.grants], standing.locked) == (["officer"], True)
