"""The pages of certificates: issued and withdrawn by officers, handed out to whom they are about, and to no other trader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.ledgers import SIGNER as LEDGER
from tests.web.certificate_office import certifying, issue_all
from tests.web.conftest import Served
from tests.web.declarations import DECLARANT, XA, Clock, lodge_all
from tests.web.test_accessible import SEEN_IN, overflow, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

FORM = "f" * 43
FILLED = {
    "kind": "origin", "agreement": "Northern Sea Partnership", "originCountry": "XA", "exporter": "Amberby Growers",
    "exporterNumber": DECLARANT, "consignee": "Tolvik Trading", "transport": "by sea", "invoices": "AC-1, AC-2", "until": "2027-11-20",
    "description-1": "Coffee", "classification-1": "090111", "originCriterion-1": "WO", "quantity-1": "1200", "unit-1": "KGM",
}  # fmt: skip


class Desk:
    """An office with certificates, and browsers before it."""

    def __init__(self, office: Office, folder: Path) -> None:
        settings = Settings(tokens=str(folder / "tokens.toml"), certificate_key=str(folder / "key"))
        self.office, self.app = office, create_app(settings, office, open_demo=True)
        self.numbers = issue_all(office)

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM, "language": "en"})
        return client

    def posts(self, address: str, who: str = "officer-1", **form: str) -> Any:
        return self.as_(who).post(f"/desk/certificates/{address}", data={"form": FORM, **form})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


TRADER, OTHER = f"trader.{DECLARANT}", "trader.XA1234567897"


def test_an_officer_issues_what_the_form_says_and_is_led_to_it(desk: Desk) -> None:
    answer = desk.posts("issue", **FILLED)
    assert answer.status_code == 303
    number = answer.headers["location"].rpartition("/")[2]
    document = desk.office.certificates.find(number).document
    assert document is not None
    assert document["credentialSubject"]["invoices"] == ["AC-1", "AC-2"]
    assert [one["classification"] for one in document["credentialSubject"]["items"]] == ["090111"]
    assert "Amberby Growers" in desk.as_(TRADER).get(f"/certificates/{number}").text


def test_what_is_missing_is_named_with_what_was_typed_still_there(desk: Desk) -> None:
    before = desk.office.store.last_seq()
    answer = desk.posts("issue", **FILLED | {"consignee": ""})
    assert (answer.status_code, desk.office.store.last_seq()) == (400, before)
    assert "it must say consignee" in answer.text
    assert 'value="Amberby Growers"' in answer.text


def test_more_items_keep_what_was_typed(desk: Desk) -> None:
    page = desk.posts("issue", **FILLED, more="1", lines="3").text
    assert 'name="description-8"' in page
    assert 'value="Coffee"' in page


def test_a_certificate_of_release_takes_what_the_log_says(desk: Desk) -> None:
    released = lodge_all(desk.office)["released"].case.number
    number = desk.posts("issue", kind="release", declaration=released).headers["location"].rpartition("/")[2]
    assert released in desk.as_("officer-1").get(f"/certificates/{number}").text
    assert desk.posts("issue", kind="release", declaration="26XA9").status_code == 400


def test_one_withdrawn_is_shown_so_and_printed_no_more(desk: Desk) -> None:
    number = desk.numbers["good"]
    assert desk.posts(f"{number}/withdraw", why="Roasted abroad.").status_code == 303
    assert "withdrawn" in desk.as_(TRADER).get(f"/certificates/{number}").text
    assert desk.as_(TRADER).get(f"/certificates/{number}/paper.pdf").status_code == 400


def test_a_trader_is_handed_his_own_and_not_another_s(desk: Desk) -> None:
    number = desk.numbers["good"]
    mine, others = (desk.as_(who).get("/certificates").text for who in (TRADER, OTHER))
    assert number in mine
    assert desk.numbers["another's"] not in mine
    assert "No certificate about you" in others
    for part in ("", "/certificate.json", "/paper.pdf"):
        assert desk.as_(OTHER).get(f"/certificates/{number}{part}").status_code == 404
    assert desk.as_(TRADER).get(f"/certificates/{number}/paper.pdf?lang=vi").content.startswith(b"%PDF")
    assert (
        json.loads(desk.as_(TRADER).get(f"/certificates/{number}/certificate.json").content)
        == desk.office.certificates.find(number).document
    )


def test_the_ground_of_a_withdrawal_and_the_officer_are_shown_to_no_trader(desk: Desk) -> None:
    page = desk.as_(TRADER).get(f"/certificates/{desk.numbers['withdrawn']}").text
    assert not any(word in page for word in ("roasted", "D-7", "D-8"))


def test_officials_are_given_the_proof_that_a_certificate_was_issued_and_withdrawn(desk: Desk) -> None:
    desk.office.ledger.checkpoint(LEDGER)
    number = desk.numbers["withdrawn"]
    records = desk.office.store.facts_of(f"certificate:{number}")
    page = desk.as_("officer-1").get(f"/certificates/{number}").text
    for record in records:
        assert f"/ledger/proofs/{record.seq}.tlog-proof" in page
        assert desk.as_("officer-1").get(f"/ledger/proofs/{record.seq}.tlog-proof").status_code == 200
        assert desk.as_(TRADER).get(f"/ledger/proofs/{record.seq}.tlog-proof").status_code == 404
    assert len(records) == 2
    assert ".tlog-proof" not in desk.as_(TRADER).get(f"/certificates/{number}").text


@pytest.mark.browser
@SEEN_IN
def test_no_page_has_a_barrier(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, size: ViewportSize, language: str, scheme: Literal["light", "dark"]
) -> None:
    with (
        certifying(tmp_path_factory.mktemp("pages")) as served,
        browser.new_context(viewport=size, locale=language, color_scheme=scheme) as context,
    ):
        page = context.new_page()
        page.goto(f"{served.address}/?as=officer-1")
        _walk(served, page)


def _walk(served: Served, page: Any) -> None:
    for path in ("/certificates", f"/certificates/{served.numbers['good']}", "/desk/certificates", "/desk/certificates?kind=aeo"):
        page.goto(served.address + path)
        assert (violations(page), overflow(page)) == ([], 0), path
