"""What every test may ask for: a PostgreSQL server or database, a browser, the open messages beside the checkout."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

from tests import postgres

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Continuous integration tries the same examples each time: a change is judged by itself, and not by luck.
settings.register_profile("house", deadline=None, print_blob=True, derandomize=os.environ.get("CI") == "true")
settings.load_profile("house")


def missing(what: str) -> NoReturn:
    """Skips the test with the reason, or fails it in continuous integration, where nothing may be missing."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server's own database; for a place to write in, ask for `postgres_database`."""
    try:
        postgres.find_binaries()
    except postgres.NoServer as reason:
        if not os.environ.get(postgres.VARIABLE):
            missing(str(reason))
    with postgres.server() as address:
        yield address


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, dropped after the test."""
    with postgres.fresh_database(postgres_url) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window; open pages with `browser.new_page()`."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        missing("Chromium is missing. To install it: apt-get install chromium fonts-dejavu-core")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of open messages and schemas beside the checkout; tests that need it are skipped where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("The open messages are not beside this checkout.")
    return folder
