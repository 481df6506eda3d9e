"""The page of the ledger on a phone: no barrier, and the backlog changes without a reload."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clearlane.api.app import create_app
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.store.witness_book import WitnessBook
from tests.office.ledgers import SIGNER
from tests.web.conftest import serving
from tests.web.test_accessible import SIZES, overflow, violations
from tests.web.test_ledger_partners import office, partners

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["office", "partners"]
pytestmark = pytest.mark.browser


def test_on_a_phone_an_act_is_looked_up_its_proof_downloaded_and_the_backlog_keeps_itself_up_to_date(
    browser: Browser, office: Office, partners: WitnessBook, tmp_path: Path
) -> None:
    settings = Settings(tokens=str(tmp_path / "tokens.toml"), witness=str(tmp_path / "witness.db"))
    with (
        serving(create_app(settings, office, open_demo=True)) as address,
        browser.new_context(viewport=SIZES["phone"], locale="vi", color_scheme="dark") as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/?as=officer-1")
        page.goto(f"{address}/ledger")
        page.fill("input[name=number]", office.store.facts_after(0, 1)[0].subject)
        page.click("#look-up button")
        with page.expect_download() as download:
            page.click("#acts li:first-child a")
        assert download.value.suggested_filename == "record-1.tlog-proof"
        assert (violations(page), overflow(page)) == ([], 0)
        assert page.text_content("#backlog") == "7"
        office.ledger.checkpoint(SIGNER)
        page.locator("#backlog", has_text="0").wait_for()
