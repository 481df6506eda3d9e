"""The page that checks certificates, in a real browser: once with a network, then without; and by the office where there are no scripts."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any, Literal

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from clearlane.api.app import create_app
from clearlane.keys import open_signer
from clearlane.office.certificate_paper import code
from clearlane.office.certificate_pins import pins_in
from clearlane.office.certificate_snapshot import look, snapshot
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from tests.office.test_certificates import AEO
from tests.web.certificate_office import SIGNER, certifying, issue_all
from tests.web.conftest import Served
from tests.web.declarations import XA, Clock
from tests.web.test_accessible import SEEN_IN, overflow, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

browsing = pytest.mark.browser
HERE = "/certificates/check"
FORM = "f" * 43


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with certifying(tmp_path_factory.mktemp("certificates")) as found:
        yield found


def said(page: Page, text: str) -> str:
    """What the page says of something pasted."""
    page.fill("#text", text)
    page.click("#shown button[type=submit]")
    expect(page.locator("#result")).to_have_attribute("data-of", text)
    return page.inner_text("#result")


def document(served: Served, name: str) -> str:
    return json.dumps(served.office.certificates.find(served.numbers[name]).document)


@browsing
def test_loaded_once_it_checks_what_is_shown_without_a_network(browser: Browser, served: Served) -> None:
    now = served.office.clock().astimezone(UTC)
    with browser.new_context(locale="vi-VN") as context:
        page = context.new_page()
        page.clock.set_fixed_time(now + timedelta(hours=2))
        page.goto(served.address + HERE)
        page.locator("html[data-kept=yes]").wait_for()
        context.set_offline(True)
        page.reload()
        assert page.locator("html").get_attribute("lang") == "vi"
        assert f"tính đến {now:%Y-%m-%d %H:%M}" in said(page, document(served, "good"))
        page.goto(f"{served.address}{HERE}?lang=en")
        assert f"not withdrawn as of {now:%Y-%m-%d %H:%M} UTC" in said(page, code(served.office, served.numbers["good"]))
        assert "Amberby Growers, 4 Harbour Street, Amberby" in page.inner_text("#result")
        assert "does not hold" in said(page, document(served, "good").replace("Coffee", "Tea"))
        assert "It was withdrawn" in said(page, document(served, "withdrawn"))
        assert "no room for it: Item (all), description" in said(page, code(served.office, served.numbers["long"]))
        assert "not all of it" in said(page, code(served.office, served.numbers["good"])[:-9])
        page.clock.set_fixed_time(now + timedelta(days=8))
        assert "Status unknown" in said(page, document(served, "good"))
        assert "note-bad" in (page.locator("#verdict").get_attribute("class") or "")


@browsing
def test_a_file_is_dropped_or_chosen_and_a_picture_is_read_where_the_browser_can(browser: Browser, served: Served) -> None:
    with browser.new_context(locale="en-GB") as context:
        page = context.new_page()
        page.clock.set_fixed_time(served.office.clock())
        page.goto(served.address + HERE)
        body = document(served, "operator").encode()
        page.set_input_files("#file", {"name": "c.json", "mimeType": "application/json", "buffer": body})
        page.locator("#verdict").wait_for()
        assert "Authorised" not in page.inner_text("#verdict")
        assert "AEO-S" in page.inner_text("#result")
        page.set_input_files("#file", {"name": "c.png", "mimeType": "image/png", "buffer": b"no picture"})
        page.locator("#result [role=alert]").wait_for()
        assert "paste what it says" in page.inner_text("#result") or "No code" in page.inner_text("#result")


READS = """window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return [{ rawValue: "https://elsewhere.example" }, { rawValue: CODE }]; }
};"""
"""Browsers that read codes from pictures are those of phones; this stands for what they find."""
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


@browsing
def test_the_code_in_a_picture_is_checked_where_the_browser_finds_it(browser: Browser, served: Served) -> None:
    with browser.new_context(locale="en-GB") as context:
        page = context.new_page()
        page.add_init_script(READS.replace("CODE", json.dumps(code(served.office, served.numbers["good"]))))
        page.clock.set_fixed_time(served.office.clock())
        page.goto(served.address + HERE)
        expect(page.locator("#scan")).to_be_visible()
        expect(page.locator("#no-scan")).to_be_hidden()
        page.set_input_files("#file", {"name": "c.png", "mimeType": "image/png", "buffer": PICTURE})
        expect(page.locator("#result")).to_contain_text("was not withdrawn")
        assert served.numbers["good"] in page.inner_text("#result")


@browsing
@SEEN_IN
def test_it_has_no_barrier(browser: Browser, served: Served, size: ViewportSize, language: str, scheme: Literal["light", "dark"]) -> None:
    with browser.new_context(viewport=size, locale=language, color_scheme=scheme) as context:
        page = context.new_page()
        page.clock.set_fixed_time(served.office.clock())
        page.goto(served.address + HERE)
        assert (violations(page), overflow(page)) == ([], 0)
        said(page, document(served, "withdrawn"))
        assert (violations(page), overflow(page)) == ([], 0)


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[tuple[TestClient, Office, dict[str, str]]]:
    """A stranger before an office that issues certificates."""
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        app = create_app(Settings(tokens=str(tmp_path / "tokens.toml"), certificate_key=str(tmp_path / "key")), office)
        client = TestClient(app, base_url="https://office.example")
        client.cookies.set("form", FORM, domain="office.example")
        yield client, office, issue_all(office)
        app.state.desk.close()


def posted(client: TestClient, **form: Any) -> Any:
    return client.post(f"{HERE}?lang=en", data={"form": FORM, **form}, files={"nothing": b""})


def test_whoever_has_no_scripts_is_told_by_the_office(outside: tuple[TestClient, Office, dict[str, str]]) -> None:
    client, office, numbers = outside
    good = json.dumps(office.certificates.find(numbers["good"]).document)
    assert "was not withdrawn as of" in posted(client, text=good).text
    assert "Exporter&#39;s number" in posted(client, text=code(office, numbers["good"])).text
    assert "The signature does not hold" in posted(client, text=good.replace("Coffee", "Tea")).text
    assert "It was withdrawn" in posted(client, text=json.dumps(office.certificates.find(numbers["withdrawn"]).document)).text
    assert "That is no JSON" in posted(client, text="hello").text
    assert client.post(HERE, data={"text": good}).status_code == 403


def test_keys_lists_and_meanings_are_open_to_everyone(outside: tuple[TestClient, Office, dict[str, str]]) -> None:
    client, _office, _ = outside
    held = client.get("/certificates/snapshot.json").json()
    assert held["dids"] == [client.get("/.well-known/did.json").json()]
    assert held["lists"] == [client.get("/certificates/status").json()]
    assert client.get("/certificates/words/v1").json()["@context"]["@vocab"].startswith("https://")
    assert client.get(f"{HERE}/worker.js").headers["service-worker-allowed"] == HERE


def test_an_office_without_a_key_hands_out_none(tmp_path: Path) -> None:
    with Office.open(profile=XA, store="sqlite:///:memory:") as office:
        app = create_app(Settings(tokens=str(tmp_path / "tokens.toml"), certificate_key=str(tmp_path / "no" / "key")), office)
        client = TestClient(app)
        assert client.get("/.well-known/did.json").status_code == 503
        assert client.get("/certificates/snapshot.json").json()["dids"] == []
        app.state.desk.close()


def test_a_partner_s_certificate_is_checked_by_what_was_pinned_and_nobody_pins_this_office_s_own_keys(tmp_path: Path) -> None:
    partner, folder = open_signer("memory:", "did:web:partner.example"), tmp_path / "pins"
    folder.mkdir()
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        number = office.certificates.issue("aeo", AEO, signer=partner, by="P-1").number
        shown = json.dumps(office.certificates.find(number).document).encode()
        office.certificates.keys = lambda: SIGNER
        office.certificates.pins = lambda: pins_in(str(folder))
        assert look(office, shown).word == "refused"
        (folder / "did.json").write_text(json.dumps(office.certificates.did(partner)))
        (folder / "note.json").write_text("{}")
        (folder / "forged.json").write_text(json.dumps({**office.certificates.did(partner), "id": SIGNER.name}))
        assert look(office, shown).word == "unknown"
        (folder / "status.json").write_text(json.dumps(office.certificates.status(partner)))
        assert look(office, shown).word == "in force"
        assert [one["id"] for one in snapshot(office)["dids"]] == [SIGNER.name, partner.name]
        assert [len(part) for part in pins_in("none")] == [0, 0]
