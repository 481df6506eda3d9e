"""The page of components: for those who work here, readable by everyone, in both themes and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clearlane.model.case import STATES
from tests.web.test_accessible import SIZES, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

    from tests.web.conftest import Served


@pytest.mark.parametrize(("size", "scheme"), [(SIZES["desk"], "dark"), (SIZES["phone"], "light")], ids=["desk-dark", "phone-light"])
def test_every_component_passes_the_checks_in_both_themes(served: Served, browser: Browser, size: ViewportSize, scheme: str) -> None:
    language = "vi" if scheme == "dark" else "en"
    with browser.new_context(viewport=size, color_scheme=scheme, locale="en-GB") as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{served.address}/design?lang={language}")
        assert violations(page) == []
        assert overflow(page) <= 0
        assert page.locator(".design .state").count() >= len(STATES)


def test_a_trader_has_no_page_of_components(served: Served, browser: Browser) -> None:
    with browser.new_context() as context:
        answer = context.new_page().goto(f"{served.address}/design?as=trader")
        assert answer is not None
        assert answer.status == 403
