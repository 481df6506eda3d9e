"""The supervisor's desk: a rota as pasted, cases given by lot, the lot set aside with a reason, names for the auditor only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from clearlane.model.case import Query
from clearlane.office.office import Office
from tests.office.test_assigning import DAY, staffed
from tests.web.test_risk_draws import client

AT, FORM = "/desk/assignment", "f" * 43


@pytest.fixture(scope="module")
def staff() -> Iterator[Office]:
    """An office with cases under control, a rota and a lottery in force."""
    desk, _ = staffed(60)
    with desk:
        yield desk


def as_(office: Office, who: str) -> TestClient:
    made = client(office)
    made.cookies.update({"as": who, "form": FORM})
    return made


def sent(office: Office, act: str, who: str = "supervisor-1", /, **form: str) -> tuple[int, str]:
    answer = as_(office, who).post(f"{AT}/{act}", data={"form": FORM, **form})
    return answer.status_code, answer.text


def under_control(office: Office) -> list[str]:
    return [one.number for one in office.cases(Query(state="under-control", limit=50))]


def test_a_rota_is_kept_as_pasted_and_shown_again(staff: Office) -> None:
    assert sent(staff, "rota", office="XA99", shift="s", lines="D-7 quay value,red-case 8 XA1\nD-8 quay")[0] == 200
    kept = staff.assignment.rota("XA99", "s")
    assert kept is not None
    assert (kept.officers[0].skills, kept.officers[0].most, kept.officers[1].most) == (("value", "red-case"), 8, 0)
    assert "D-7 quay value,red-case 8 XA1\nD-8 quay - - -" in as_(staff, "supervisor-1").get(f"{AT}?office=XA99&shift=s").text


@pytest.mark.parametrize("lines", ["D-1", "D-1 quay - many", "D-1 quay - 1 - more", "", "D-1 quay\nD-1 quay"])
def test_a_rota_that_cannot_be_read_is_refused_with_what_was_typed(staff: Office, lines: str) -> None:
    status, page = sent(staff, "rota", office="XA98", shift="s", lines=lines)
    assert (status, 'role="alert"' in page, staff.assignment.rota("XA98", "s")) == (400, True, None)


def test_a_case_is_given_by_lot_and_the_lot_set_aside_only_with_a_reason(staff: Office) -> None:
    number = under_control(staff)[0]
    assert sent(staff, "give", number=number, section="documents")[0] == 200
    held = staff.assignment.held(number)
    assert held is not None
    assert held.officer.startswith("D-")
    assert sent(staff, "assign", number=number, officer="D-9", why=" ")[0] == 400
    assert sent(staff, "assign", number=number, officer="SUPERVISOR-1", why="mine")[0] == 403
    status, page = sent(staff, "assign", number=number, officer="D-9", why="Speaks the language")
    assert (status, "Speaks the language" in page) == (200, True)


@pytest.mark.parametrize("who", ["officer-1", "analyst-1", "manager-1", "auditor-1", "trader"])
def test_nobody_but_a_supervisor_acts(staff: Office, who: str) -> None:
    before = staff.store.last_seq()
    assert sent(staff, "give", who, number=under_control(staff)[-1], section="documents")[0] == 403
    assert staff.store.last_seq() == before


def test_whose_pseudonyms_is_shown_to_the_auditor_only_and_that_is_recorded(staff: Office) -> None:
    before = staff.store.last_seq()
    assert sent(staff, "names", period=DAY, officers="D-1")[0] == 403
    assert staff.store.last_seq() == before
    status, page = sent(staff, "names", "auditor-1", period=DAY, officers="D-1 D-2", numbers="26X")
    assert (status, page.count('<th scope="row">D-'), staff.store.last_seq()) == (200, 2, before + 1)


def test_a_pair_that_a_person_arranged_is_shown_as_improbable() -> None:
    desk, numbers = staffed(60)
    with desk:
        for number in numbers:
            desk.assignment.give(number, "documents")
        declarant = desk.case(numbers[0]).declarant
        own = [number for number in numbers if desk.case(number).declarant == declarant]
        for number in own:
            desk.assignment.assign(number, "D-1", by="S-1", why="arranged")
        page = as_(desk, "auditor-1").get(f"{AT}/meetings").text
        assert declarant in page
        assert "more often than chance explains" in page


def test_the_auditor_sees_who_could_have_had_a_case_and_nobody_else_does(staff: Office) -> None:
    number = next(one for one in under_control(staff) if not staff.assignment.held(one))
    assert sent(staff, "grounds", "auditor-1", number=number)[0] == 404
    officer = staff.assignment.give(number, "documents").officer
    status, page = sent(staff, "grounds", "auditor-1", number=number)
    assert status == 200
    assert f"The list from which {number} was drawn is the one that follows." in page
    assert officer in page
    assert sent(staff, "grounds", "supervisor-1", number=number)[0] == 403


def test_the_worklist_shows_those_that_ask_for_a_skill(staff: Office) -> None:
    def listed(skill: str) -> set[str]:
        page = as_(staff, "supervisor-1").get(f"/desk/work?tab=office&skill={skill}").text
        return {one for one in under_control(staff) if f'data-number="{one}"' in page}

    def of_excise(number: str) -> bool:
        return any(item.commodity_code[:2] in ("22", "24", "27") for item in staff.declaration(staff.case(number)).item)

    every, excise = listed(""), listed("excise")
    assert excise == {one for one in every if of_excise(one)}
    assert excise < every
