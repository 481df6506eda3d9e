"""The worklist and the next case: one's own first, then by lot and never by choice; the supervisor sees clocks and who decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from clearlane.model.case import BY_CUSTOMS, NOBODY, Query
from clearlane.model.lottery import OnDuty
from clearlane.office.office import Office
from clearlane.office.working import next_case
from tests.office.test_assigning import staffed
from tests.web.test_risk_draws import client

AT, FORM = "/desk/work", "f" * 43
DUTY = [OnDuty(one, section) for one in ("OFFICER-1", "OFFICER-2") for section in ("documents",)] + [OnDuty("INSPECTOR-1", "quay")]


@pytest.fixture(scope="module")
def staff() -> Iterator[Office]:
    with busy() as desk:
        yield desk


def busy() -> Office:
    """An office whose traders supplied what was demanded, so that customs is waited for; no case has an officer."""
    desk, _ = staffed(400, DUTY)
    for case in desk.cases(Query(by_due=True, waits=("answer",), limit=100)):
        desk.clearance.answer(case.number, 0, "Here they are.")
    return desk


def as_(office: Office, who: str) -> TestClient:
    made = client(office)
    made.cookies.update({"as": who, "form": FORM})
    return made


def following(office: Office, who: str = "officer-1", **form: str) -> str:
    """Where the form for the next case leads."""
    answer = as_(office, who).post(f"{AT}/next", data={"form": FORM, **form}, follow_redirects=False)
    return answer.headers.get("location", "") or str(answer.status_code)


def mine(office: Office, who: str = "OFFICER-1") -> list[str]:
    return [one.number for one in office.cases(Query(by_due=True, officer=who, waits=BY_CUSTOMS))]


def test_lots_are_drawn_until_one_is_his_and_nobody_else_s_is_opened_for_him(staff: Office) -> None:
    assert mine(staff) == []
    to = following(staff)
    assert to.removeprefix("/declarations/") in mine(staff)
    for name in ("OFFICER-1", "OFFICER-2"):
        for number in mine(staff, name):
            held = staff.assignment.held(number)
            assert held is not None
            assert (bool(held.lot), held.by) == (True, "")


def test_his_own_case_of_the_earliest_clock_comes_next_and_the_one_he_leaves_does_not(staff: Office) -> None:
    following(staff)
    own = mine(staff)
    assert following(staff) == f"/declarations/{own[0]}"
    assert following(staff, leaving=own[0]) != f"/declarations/{own[0]}"


def test_who_leaves_a_case_comes_to_each_of_his_others_and_then_to_the_first(staff: Office) -> None:
    while len(mine(staff)) < 3:
        next_case(staff, "OFFICER-8")
    own = mine(staff)
    walked = [following(staff, leaving=number).removeprefix("/declarations/") for number in own]
    assert walked == [*own[1:], own[0]]


def test_where_everything_is_others_he_is_told_so_in_words(staff: Office) -> None:
    while next_case(staff, "OFFICER-9").drawn:
        pass
    assert next_case(staff, "OFFICER-9").number == ""
    to = following(staff, "inspector-1") if not mine(staff, "INSPECTOR-1") else f"{AT}?none=0"
    page = as_(staff, "officer-1").get(to).text
    assert "no case at your office is without an officer" in page


def test_without_a_lottery_in_force_the_reason_is_said_and_nothing_is_drawn() -> None:
    desk = busy()
    clock = desk.clock
    clock.now += timedelta(hours=30)  # type: ignore[attr-defined]
    before = desk.store.last_seq()
    answer = as_(desk, "officer-1").post(f"{AT}/next", data={"form": FORM})
    assert (answer.status_code, "No lottery was committed" in answer.text, desk.store.last_seq()) == (400, True, before)


def test_the_worklist_shows_cases_by_their_clocks_with_words_for_what_they_wait_for(staff: Office) -> None:
    page = as_(staff, "officer-1").get(f"{AT}?tab=office").text
    shown = re.findall(r'data-number="([^"]+)"', page)
    listed = staff.cases(Query(by_due=True, waits=(*BY_CUSTOMS, "answer"), limit=50))
    assert shown == [one.number for one in listed]
    assert shown
    assert re.search(r"\d+ (h|min|d) left|left</time>", page)
    assert set(re.findall(r'data-number="([^"]+)"', as_(staff, "officer-1").get(AT).text)) == set(mine(staff))


def test_a_clock_that_ran_out_is_marked_in_words() -> None:
    desk = busy()
    desk.clock.now += timedelta(days=3)  # type: ignore[attr-defined]
    page = as_(desk, "officer-1").get(f"{AT}?tab=office").text
    assert "Overdue by" in page
    assert 'class="over"' in page


def test_an_unknown_address_shows_the_usual_list(staff: Office) -> None:
    assert as_(staff, "officer-1").get(f"{AT}?tab=x&waits=y&due=z&after=q").status_code == 200


def test_the_page_follows_the_log_and_says_nothing_where_nothing_changed(staff: Office) -> None:
    first = as_(staff, "officer-1").get(f"{AT}?part=live")
    again = as_(staff, "officer-1").get(f"{AT}?part=live", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, "<html" in first.text, again.status_code) == (200, False, 304)


def test_the_supervisor_sees_clocks_workload_and_who_decided_what(staff: Office) -> None:
    number = staff.cases(Query(by_due=True, waits=("documents",), limit=1))[0].number
    staff.assignment.assign(number, "OFFICER-2", by="S-1", why="Speaks the language")
    page = as_(staff, "supervisor-1").get(f"{AT}/overview").text
    assert "OFFICER-2" in page
    decided = page[page.index('id="decisions"') :]
    assert number in decided
    assert ">S-1<" in decided
    assert number not in as_(staff, "supervisor-1").get(f"{AT}/overview?officer=S-2").text
    assert number not in as_(staff, "supervisor-1").get(f"{AT}/overview?day=2020-01-01").text
    day = staff.profile.day(staff.clock()).isoformat()
    assert number in as_(staff, "auditor-1").get(f"{AT}/overview?officer=s-1&day={day}").text


@pytest.mark.parametrize(("who", "where"), [("trader", AT), ("officer-1", f"{AT}/overview"), ("trader", f"{AT}/overview"), ("admin-1", AT)])
def test_whose_it_is_not_is_refused(staff: Office, who: str, where: str) -> None:
    assert as_(staff, who).get(where).status_code == 403


def test_nobody_but_officers_asks_for_the_next_case(staff: Office) -> None:
    before = staff.store.last_seq()
    assert [following(staff, who) for who in ("supervisor-1", "auditor-1", "trader", "officer")] == ["403"] * 4
    assert staff.store.last_seq() == before
    assert staff.cases(Query(by_due=True, officer=NOBODY)) is not None
