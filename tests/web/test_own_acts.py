"""What a trader does on the page of his own declaration: told what is asked, by when and why, and how to contest; never who looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.control_facts import Ask
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.web.own_acts import ACTS
from tests.office.cashier import paid
from tests.office.clearing_office import CONFORM
from tests.office.test_documents import PDF
from tests.secrets_of_risk import codes, titles
from tests.web.declarations import DECLARANT, XA, Clock, amendment, coded, example, set_to

if TYPE_CHECKING:
    from pathlib import Path

FORM = "f" * 43
QUESTION = Text(en="Who made the goods?", vi="Ai sản xuất hàng hóa?")


class Desk:
    """An office, and the browser of one of its traders."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client

    def lodged(self, reference: str, *changes: Any) -> str:
        return self.office.lodge(example(reference, *changes)).case.number

    def page(self, number: str, language: str = "en") -> str:
        return self.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}?lang={language}").text

    def does(self, number: str, act: str, who: str = f"trader.{DECLARANT}", files: Any = None, **form: str) -> tuple[int, str]:
        told = str(self.office.clearance.own(number).told)
        answer = self.as_(who).post(
            f"/declarations/{number}/own/{act}", data={"form": FORM, "expect": told} | form, files=files or {"none": (None, "")}
        )
        return answer.status_code, answer.text


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Desk]:
    """An office where payment releases."""
    law = replace(XA, clearance=ClearanceLaw(release_on="payment", pay=Text(en="Pay us.", vi="Nộp thuế.")))
    with Office.open(profile=law, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


def test_documents_demanded_are_sent_from_the_page_and_land_in_the_case(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    page = desk.page(number)
    assert all(words in page for words in ("Supply the documents", "Your move", "until 25 Nov 2026", "If not", "How to contest"))
    status, _ = desk.does(number, "answer", query="0", words="Here it is.", files={"file-0": ("i.pdf", PDF)})
    assert status == 303
    (one,) = desk.office.documents.of(number)
    assert (one.document.subject, one.document.by) == ("N935", "")
    assert desk.office.clearance.own(number).mover == "customs"
    assert "Nothing is asked of you" in desk.page(number)


def test_more_time_is_asked_for_once_in_the_page(desk: Desk) -> None:
    number = desk.lodged("MORE-1")
    desk.office.clearance.query(number, [Ask("question-1", QUESTION)], by="O-1")
    assert "Ask for more time" in desk.page(number)
    status, page = desk.does(number, "ask-extension", query="1")
    assert status == 400
    assert "Say why more time is needed." in page
    assert desk.does(number, "ask-extension", query="1", why="The mill is closed.")[0] == 303
    assert "customs has not decided yet" in desk.page(number)
    assert "chưa quyết định" in desk.page(number, "vi")
    desk.office.clearance.decide_extension(number, 1, granted=True, by="O-1")
    assert "/own/ask-extension" not in desk.page(number)


def test_a_question_is_answered_in_words_and_nothing_of_the_officer_is_told(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    desk.office.clearance.query(number, [Ask("question", QUESTION)], by="T-SECRET-17")
    for language, words in (("en", QUESTION.en), ("vi", QUESTION.vi)):
        page = desk.page(number, language)
        assert words in page
        for secret in ("T-SECRET-17", *codes(XA), *titles(XA)):
            assert secret not in page
    assert desk.does(number, "answer", query="1")[0] == 400
    assert desk.does(number, "answer", query="1", words="We did.")[0] == 303
    assert not desk.office.clearance.situation(number).queried


@pytest.mark.parametrize(("who", "status"), [("officer-1", 403), ("admin-1", 403), ("trader.XA000000000X", 404)])
def test_nobody_else_acts_for_a_trader(desk: Desk, who: str, status: int) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    before = desk.office.store.last_seq()
    assert desk.does(number, "answer", who=who, query="0", words="Mine.")[0] == status
    assert desk.as_(who).get(f"/declarations/{number}/own").status_code == status
    assert desk.office.store.last_seq() == before


def test_who_acts_upon_an_older_view_is_told_and_what_he_typed_stays(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    status, page = desk.does(number, "answer", query="0", words="My long words.", expect="1")
    assert (status, "Something happened" in page, "My long words." in page) == (400, True, True)
    assert desk.office.clearance.own(number).wanted


FILLED: dict[str, dict[str, str]] = {
    "answer": {"query": "0", "words": "Here."},
    "dispute": {"ground": "Wrong rate."},
    "abandon": {"sure": "yes"},
    "withdraw": {"dispute": "1"},
    "cancel": {"why": "Lodged twice."},
    "defer": {"account": "D1"},
    "excess": {"choice": "refund"},
}


@pytest.mark.parametrize("act", ACTS)
def test_no_act_is_carried_out_upon_an_older_view(desk: Desk, act: str) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    seen = str(desk.office.clearance.own(number).told)
    desk.office.clearance.query(number, [Ask("question", QUESTION)], by="T-1")
    before = desk.office.store.last_seq()
    files = {"file": ("a.json", amendment(number))} if act == "amend" else None
    status, page = desk.does(number, act, files=files, expect=seen, **FILLED.get(act, {}))
    assert (status, "Something happened" in page, desk.office.store.last_seq()) == (400, True, before)


def test_what_an_officer_does_in_secret_does_not_stop_the_trader(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    tag = desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}/own").headers["etag"]
    desk.office.clearance.begin_check(number, "documents", by="T-1")
    again = desk.as_(f"trader.{DECLARANT}").get(f"/declarations/{number}/own", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert desk.does(number, "answer", query="0", words="Here.")[0] == 303


def test_a_decision_is_contested_with_its_ground_and_amounts(desk: Desk) -> None:
    number = desk.lodged("FREE-1")
    assert desk.does(number, "dispute", ground="", **{"amount-A00": "1"})[0] == 400
    assert desk.does(number, "dispute", ground="Wrong rate.", **{"amount-A00": "many"})[0] == 400
    assert desk.does(number, "dispute", ground="Wrong rate.", **{"amount-A00": "12,50"})[0] == 303
    (one,) = desk.office.clearance.situation(number).disputes
    assert str(one.frozen) == "12.50"


def test_a_dispute_is_withdrawn_and_what_was_contested_is_due_again(desk: Desk) -> None:
    number = desk.lodged("FREE-1")
    desk.does(number, "dispute", ground="Wrong rate.", **{"amount-A00": "12.50"})
    page = desk.page(number)
    assert "Withdraw it" in page
    assert "Not collected until then: 12.50" in page
    assert desk.does(number, "withdraw", dispute="7")[0] == 400
    assert desk.does(number, "withdraw", dispute="1")[0] == 303
    assert desk.office.clearance.situation(number).disputes == ()
    assert "you withdrew dispute 1" in desk.office.notices(number)[-1].words.en.lower()
    assert "Withdraw it" not in desk.page(number)
    status, page = desk.does(number, "withdraw", dispute="1")
    assert (status, "No dispute 1 is open" in page) == (400, True)


def test_a_declaration_is_cancelled_at_once_before_the_cut_off_and_on_request_after_it(desk: Desk) -> None:
    early, late = desk.lodged("EARLY-1", set_to(TypeCode="IMD")), desk.lodged("RED-1", coded("240220"))
    assert "cancelled at once" in desk.page(early)
    assert desk.does(early, "cancel", why="")[0] == 400
    assert [desk.does(number, "cancel", why="Lodged twice.")[0] for number in (early, late)] == [303, 303]
    assert (desk.office.case(early).state, desk.office.case(late).state) == ("cancelled", "under-control")
    assert [one.asked for one in desk.office.clearance.situation(late).requests] == ["cancellation"]


def test_an_amendment_is_sent_as_a_file_and_the_goods_are_presented(desk: Desk) -> None:
    number = desk.lodged("EARLY-1", set_to(TypeCode="IMD"))
    assert desk.does(number, "amend", files={"file": ("a.json", amendment(number))})[0] == 303
    assert desk.office.case(number).generation == 2
    assert desk.does(number, "present")[0] == 303
    assert desk.office.case(number).state == "released"


def test_goods_are_given_up_only_by_who_says_so_twice(desk: Desk) -> None:
    number = desk.lodged("OPEN-1", coded("240220"))
    desk.does(number, "answer", query="0", words="We have none.")
    assert desk.does(number, "abandon")[0] == 400
    assert desk.does(number, "abandon", sure="yes")[0] == 303
    assert desk.office.case(number).state == "abandoned"


def test_the_page_says_what_is_owed_and_how_to_pay_and_goods_go_once_it_is_paid(till: Desk) -> None:
    number = till.lodged("FREE-1")
    owed = till.office.case(number).duty
    page = till.page(number)
    assert re.search(r"RF\d\d [0-9A-Z]{4} ", page)
    assert "Pay us." in page
    trader = till.as_(f"trader.{DECLARANT}")
    tag = trader.get(f"/declarations/{number}/own").headers["etag"]
    paid(till.office, number, owed)
    answer = trader.get(f"/declarations/{number}/own", headers={"If-None-Match": tag})
    assert (answer.status_code, till.office.case(number).state) == (204, "cleared")
    page = till.page(number)
    assert "Nothing is left to pay." in page
    assert "release.pdf" in page


def test_what_is_owed_goes_on_a_deferment_account_of_his_own(till: Desk) -> None:
    number = till.lodged("FREE-1")
    till.office.payments.deferment.open("D1", DECLARANT, till.office.case(number).duty or Decimal(0), by="C-1")
    assert till.does(number, "defer", account="D2")[0] == 404
    assert till.does(number, "defer", account="d1")[0] == 303
    assert till.office.case(number).state == "cleared"
    assert "deferment account D1" in till.page(number)


def test_a_guarantee_releases_and_is_shown_beside_what_is_still_owed(till: Desk) -> None:
    number = till.lodged("FREE-1")
    till.office.payments.security.guarantee(number, "G-77", till.office.case(number).duty or Decimal(0), by="C-1")
    assert till.office.case(number).state == "cleared"
    assert "Security G-77 stands for" in till.page(number)
    assert "C-1" not in till.page(number)


def test_what_was_paid_too_much_becomes_what_the_trader_chooses(till: Desk) -> None:
    number = till.lodged("FREE-1")
    paid(till.office, number, (till.office.case(number).duty or 0) + 5)
    assert "What becomes of what was paid too much" in till.page(number)
    assert till.does(number, "excess", choice="suspense")[0] == 303
    assert till.office.payments.statement(number).excess == "suspense"


def test_time_that_is_up_is_said(desk: Desk) -> None:
    number = desk.lodged("RED-1", coded("240220"))
    clock: Any = desk.office.clock
    clock.now += timedelta(days=6)
    assert "the time was up 1 d" in desk.page(number)


def test_in_two_phases_the_trader_sees_everything_computed_and_then_declares(tmp_path: Path) -> None:
    law = replace(XA, clearance=msgspec.structs.replace(XA.clearance, two_phase=("IMA",)))
    with Office.open(profile=law, store="sqlite:///:memory:", clock=Clock()) as office:
        desk = Desk(office, tmp_path)
        trader = desk.as_(f"trader.{DECLARANT}")
        led = trader.post("/lodge", data={"form": FORM, "text": example("FREE-1").decode()})
        number = led.headers["location"].split("/")[-1].removesuffix("#own")
        page = desk.page(number)
        assert all(words in page for words in ("I declare", "Nothing binds you yet", "Seen, not declared", "46,927.46", 'id="duty"'))
        assert desk.does(number, "bind", expect="1")[0] == 400
        assert desk.does(number, "bind")[0] == 303
        assert office.case(number).state == "released"
        assert "I declare" not in desk.page(number)
        desk.app.state.desk.close()


def test_nothing_that_officers_do_names_them_or_what_they_look_for(desk: Desk) -> None:
    number, by = desk.lodged("RED-1", coded("240220")), "T-SECRET-17"
    act = desk.office.clearance
    act.begin_check(number, "documents", by=by)
    act.query(number, [Ask("N935", Text(en="The invoice.", vi="Hóa đơn."), 1)], by=by)
    desk.does(number, "answer", query="1", words="Here.")
    act.settle(number, 1, by=by, why="SECRET-WHY")
    act.end_check(number, "documents", satisfied=False, by=by, why="SECRET-WHY", found=CONFORM)
    desk.does(number, "cancel", why="No longer needed.")
    request = act.situation(number).requests[0].request
    act.decide_request(number, request, granted=False, why=Text(en="Under control.", vi="Đang kiểm tra."), by=by)
    act.dispose(number, "detained", Text(en="Article 7.", vi="Điều 7."), by=by)
    trader = desk.as_(f"trader.{DECLARANT}")
    shown = [desk.page(number, language) for language in ("en", "vi")]
    shown += [trader.get(f"/declarations/{number}/own").headers["etag"], trader.get("/").text]
    secrets = (by, "SECRET-WHY", *codes(XA), *titles(XA))
    assert [secret for secret in secrets if any(secret in page for page in shown)] == []
    assert "Under control." in shown[0]


def test_a_traders_list_begins_with_what_is_asked_of_him_and_an_officers_does_not(desk: Desk) -> None:
    desk.lodged("FREE-1")
    assert "What is asked of you" not in desk.as_(f"trader.{DECLARANT}").get("/").text
    number = desk.lodged("RED-1", coded("240220"))
    pages = {who: desk.as_(who).get("/").text for who in (f"trader.{DECLARANT}", "trader.XA000000000X", "officer-1")}
    asked = pages[f"trader.{DECLARANT}"].partition("What is asked of you")[2].partition("</section>")[0]
    assert number in asked
    assert "Supply the documents" in asked
    assert ["What is asked of you" in page for page in pages.values()] == [True, False, False]
