"""People sign in with what only they have, keep their own account, and are given rights by two administrators; reading is noted."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pyotp import TOTP

from clearlane.office.office import Office
from tests.office.people_office import PASSWORD, XA, StillClock
from tests.web.declarations import example
from tests.web.people_desk import Desk, once_shown


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = f"sqlite:///{tmp_path_factory.mktemp('people')}/office.db"
    with Office.open(profile=XA, store=store, clock=StillClock()) as office:
        yield Desk(office)


def test_an_officer_comes_from_one_time_words_to_his_own_pages(desk: Desk) -> None:
    first, second = desk.signed_in("A-1"), desk.signed_in("A-2")
    assert first.post("/people/register", person="T-7", name="Lê Thị Bảy").headers["location"] == "/people/of/T-7"
    assert first.post("/people/of/T-7/grant", role="officer").status_code == 403
    assert second.post("/people/of/T-7/grant", role="officer", offices="XA01, XA02").status_code == 303
    words = once_shown(second.post("/people/of/T-7/invite").text)
    new = desk.browser()
    assert new.sign_in("T-7").status_code == 403
    set_up = new.post("/sign-in/first", person="t-7", words=words, password=PASSWORD, again=PASSWORD)
    assert "The password is set" in set_up.text
    assert new.sign_in("T-7").status_code == 303
    assert new.get("/").headers["location"] == "/account"
    page = new.get("/account").text
    assert "Your role needs a second factor" in page
    assert "<svg" in page
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page)
    assert secret
    codes = new.post("/account/device", code=TOTP(secret[1]).at(desk.office.clock())).text
    assert len(re.findall(r"<li><code>[A-Z2-7-]{19}</code>", codes)) == 10
    border = new.get("/")
    assert border.status_code == 200
    assert "Customs officer · T-7" in border.text


def test_wrong_and_unknown_are_told_alike_and_too_many_wait(desk: Desk) -> None:
    browser = desk.browser()
    told = [browser.sign_in(person, "1").text for person in ("T-1", "T-404")]
    assert told[0].replace("T-1", "") == told[1].replace("T-404", "")
    statuses = [browser.sign_in("T-405", "1").status_code for _ in range(6)]
    assert statuses == [403] * 5 + [429]


def test_a_form_from_another_page_signs_nobody_in(desk: Desk) -> None:
    browser = desk.browser()
    for path in ("/sign-in", "/sign-in/first", "/sign-in/outside"):
        answer = browser.client.post(path, data={"person": "B-1", "password": PASSWORD})
        assert answer.status_code == 403
        assert "came from another page" in answer.text


def test_a_changed_password_leads_back_to_the_door(desk: Desk) -> None:
    browser = desk.signed_in("B-1")
    assert browser.post("/account/password", old="wrong", password="another long one 1", again="another long one 1").status_code == 403
    assert browser.post("/account/password", old=PASSWORD, password="another long one 1", again="another long one 2").status_code == 403
    assert browser.post("/account/password", old=PASSWORD, password="another long one 1", again="another long one 1").status_code == 303
    assert browser.get("/").headers["location"] == "/sign-in"
    assert browser.sign_in("B-1", password="another long one 1").status_code == 303
    browser.post("/account/password", old="another long one 1", password=PASSWORD, again=PASSWORD)


def test_a_person_ends_a_session_elsewhere(desk: Desk) -> None:
    here, there = desk.signed_in("T-1"), desk.signed_in("T-1")
    names = re.findall(r'name="session" value="(\w+)"', here.get("/account").text)
    own = here.get("/account").text.partition("this one")[2]
    mine = re.search(r'name="session" value="(\w+)"', own)
    assert mine
    for name in names:
        if name != mine[1]:
            here.post("/account/end", session=name)
    assert there.get("/").status_code == 303
    assert here.get("/").status_code == 200


def test_signing_out_ends_the_session_for_good(desk: Desk) -> None:
    browser = desk.signed_in("T-1")
    kept = browser.client.cookies["session"]
    browser.post("/sign-out")
    browser.client.cookies.set("session", kept, domain="office.example")
    assert browser.get("/").headers["location"] == "/sign-in"


def test_rights_taken_end_the_session_at_once(desk: Desk) -> None:
    admin, officer = desk.signed_in("A-2"), desk.signed_in("T-1")
    admin.post("/people/of/T-1/lock")
    assert officer.get("/").status_code == 303
    admin.post("/people/of/T-1/open")
    assert desk.signed_in("T-1").get("/").status_code == 200


def test_an_administrator_sees_people_and_no_declaration(desk: Desk) -> None:
    number = desk.office.lodge(example("SEEN-0")).case.number
    admin = desk.signed_in("A-1")
    assert admin.get("/").headers["location"] == "/people"
    assert admin.get("/people").status_code == 200
    for path in (f"/declarations/{number}", f"/declarations/{number}/message"):
        assert admin.get(path).status_code == 404
    assert f"Nothing is recorded under {number}" in admin.get(f"/lookup?name={number}").text


def test_the_auditor_sees_who_read_a_declaration_and_by_filter(desk: Desk) -> None:
    number = desk.office.lodge(example("SEEN-1")).case.number
    officer, trader, auditor = desk.signed_in("T-1"), desk.signed_in("B-1"), desk.signed_in("U-1")
    for browser in (officer, trader):
        browser.get(f"/declarations/{number}")
    officer.get(f"/declarations/{number}/message?why=the+invoice")
    noted = [(one.who, one.what, one.why) for _, one in desk.office.people.reads.list(subject=number)]
    assert noted == [("T-1", "message", "the invoice"), ("T-1", "declaration", "")]
    page = auditor.get(f"/reads?number={number}&who=T-1").text
    assert page.count(f">{number}</a>") == 2
    assert "the invoice" in page
    assert officer.get("/reads").status_code == 403
    assert auditor.get("/people/of/T-1").status_code == 200
    assert auditor.post("/people/of/T-1/lock").status_code == 403


def test_erasing_a_person_leaves_the_number(desk: Desk) -> None:
    first, second = desk.signed_in("A-1"), desk.signed_in("A-2")
    first.post("/people/register", person="T-8", name="Someone Named")
    assert "Someone Named" in first.get("/people/of/T-8").text
    second.post("/people/of/T-8/erase")
    page = first.get("/people").text
    assert "Someone Named" not in page
    assert "T-8" in page


def test_an_unreadable_day_is_told_in_words_and_changes_nothing(desk: Desk) -> None:
    admin = desk.signed_in("A-2")
    answer = admin.post("/people/of/B-1/grant", role="trader", party="XA1", since="tomorrow")
    assert answer.status_code == 403
    assert "A day is written like" in answer.text
    assert len(desk.office.people.rights.standing("B-1").grants) == 1


def test_an_administrator_sees_who_is_barred_and_opens_him(desk: Desk) -> None:
    desk.office.clock.pass_by(days=2)  # type: ignore[attr-defined]
    admin, browser = desk.signed_in("A-1"), desk.browser()
    for _ in range(6):
        browser.sign_in("B-1", password="a guess of mine 1")
    assert "barred for now" in admin.get("/people").text
    assert "5 attempts to sign in failed" in admin.get("/people/of/B-1").text
    assert admin.post("/people/of/B-1/open").status_code == 303
    assert "barred for now" not in admin.get("/people").text
    assert browser.sign_in("B-1").status_code == 303


def test_a_person_and_an_administrator_sign_him_out_everywhere(desk: Desk) -> None:
    for by, path in (("T-1", "/account/end-all"), ("A-1", "/people/of/T-1/sign-out")):
        sessions = [desk.signed_in("T-1") for _ in range(2)]
        ending = sessions[0] if by == "T-1" else desk.signed_in(by)
        assert ending.post(path).status_code == 303
        assert [one.get("/").status_code for one in sessions] == [303, 303]


def test_an_officer_declares_his_interests_and_the_auditor_sees_them(desk: Desk) -> None:
    officer = desk.signed_in("T-1")
    assert officer.post("/account/interests", firms="XA900 XA901,XA900").status_code == 303
    assert "XA900 XA901</textarea>" in officer.get("/account").text
    page = desk.signed_in("U-1").get("/people/of/T-1").text
    assert [firm in page for firm in ("XA900", "XA901")] == [True, True]


def test_lines_older_than_the_office_keeps_are_removed_and_the_auditor_is_told(desk: Desk) -> None:
    reads, asker = desk.office.people.reads, desk.office.people.asker("T-1")
    assert asker is not None
    reads.note(asker, "message", "OLD-1")
    desk.office.clock.pass_by(days=401)  # type: ignore[attr-defined]
    reads.note(asker, "message", "NEW-1")
    lines = len(reads.list(limit=1000))
    assert "Lines are kept for ever." in desk.signed_in("U-1").get("/reads").text
    assert [reads.expire(0), reads.expire(400), reads.expire(400)] == [0, lines - 1, 0]
    reads.keep = 400
    page = desk.signed_in("U-1").get("/reads").text
    told = ("Lines are kept for 400 days.", f"{lines - 1} of them last", "NEW-1", "OLD-1")
    assert [words in page for words in told] == [True, True, True, False]
