"""Papers on pages: handed out to whoever may see the declaration, checked by anyone who holds one, in both languages."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Served
from tests.web.test_accessible import READ_IN, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize


def got(address: str, **headers: str) -> tuple[int, str, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return answer.status, answer.headers["Content-Disposition"] or "", answer.read()
    except urllib.error.HTTPError as fault:
        return fault.code, "", fault.read()


def checked(served: Served, kind: str = "release", which: str = "released") -> str:
    sheet = served.office.printing.sheet(served.numbers[which], kind, "en", served.address)  # type: ignore[arg-type]
    return sheet.code


def test_a_paper_is_saved_and_never_shown_within_the_page(served: Served) -> None:
    number = served.numbers["released"]
    status, named, data = got(f"{served.declaration('released')}/release.pdf?lang=vi")
    assert (status, named) == (200, f'attachment; filename="{number}-release-vi.pdf"')
    assert data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("which", "kind", "status"), [("red", "release", 400), ("released", "secret", 404), ("rejected", "assessment", 400)]
)
def test_what_there_is_no_paper_of_is_refused_in_words(served: Served, which: str, kind: str, status: int) -> None:
    assert got(f"{served.declaration(which)}/{kind}.pdf")[0] == status


def test_a_trader_gets_his_own_papers_and_nobody_elses(served: Served) -> None:
    case = served.office.store.case(served.numbers["released"])
    assert case is not None
    address = f"{served.declaration('released')}/assessment.pdf"
    assert got(address, Cookie=f"as=trader.{case.declarant}")[0] == 200
    assert got(address, Cookie="as=trader.XA000000000X")[0] == 404


def test_a_mark_that_is_not_ours_is_said_to_be_none(served: Served) -> None:
    status, _, page = got(checked(served)[:-4] + "0000")
    assert status == 404
    assert b"not genuine" in page


@pytest.mark.browser
@READ_IN
def test_the_check_has_no_barrier(browser: Browser, served: Served, size: ViewportSize, language: str) -> None:
    with browser.new_context(viewport=size, locale=language) as context:
        page = context.new_page()
        page.goto(checked(served))
        assert served.numbers["released"] in page.inner_text("main")
        assert (violations(page), overflow(page)) == ([], 0)
        page.goto(served.declaration("released"))
        assert page.locator(".papers a").count() == 2
        assert (violations(page), overflow(page)) == ([], 0)
