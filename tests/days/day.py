"""Somebody's day in a browser: every page he looks at is kept as a picture and judged, and nothing may go wrong unseen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tests.web.conftest import Served
from tests.web.test_accessible import SIZES, overflow, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
HIGHEST = 2600
"""How much of a long page a picture shows, in pixels."""
Language = Literal["en", "vi"]


class Day:
    """A day of one role: in English at a desk, or in Vietnamese on a phone.

    Attributes:
      page: What he looks at.
      language: Which language he reads.
    """

    def __init__(self, browser: Browser, place: Served, role: str, language: Language) -> None:
        self.place, self.role, self.language, self.taken = place, role, language, 0
        self.size = SIZES["desk" if language == "en" else "phone"]
        self.folder = PICTURES / role
        self.wrong: list[str] = []
        self.unsent = ""
        dark = (language == "en") == (len(role) % 2 == 0)
        self.context: BrowserContext = browser.new_context(
            viewport=self.size, locale=language, color_scheme="dark" if dark else "light", has_touch=language == "vi"
        )
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()
        self.context.on("request", lambda asked: self._asked(asked.url))
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        for old in self.folder.glob(f"*-{language}-{self.size['width']}.png"):
            old.unlink()

    def _asked(self, url: str) -> None:
        if not url.startswith((self.place.address, "data:", "blob:")):
            self.wrong.append(f"asked elsewhere: {url}")

    def _said(self, told: ConsoleMessage) -> None:
        if told.type == "error" and not (self.unsent and self.unsent in told.text):
            self.wrong.append(f"said on {self.page.url}: {told.text}")

    def comes(self, who: str, path: str = "/") -> None:
        """Sit down as someone to be tried, before a page."""
        self.goes(f"{path}?as={who}")

    def goes(self, path: str) -> None:
        self.page.goto(self.place.address + path)

    def looks(self, what: str) -> None:
        """Keep a picture of the page, and judge it: no barrier, not wider than its window, in his language."""
        self.taken += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("window.scrollTo(0, 0)")
        width, height = self.size["width"], min(HIGHEST, int(self.page.evaluate("document.documentElement.scrollHeight")))
        self.page.screenshot(
            path=self.folder / f"{self.taken}-{what}-{self.language}-{width}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": height},
            animations="disabled",
        )
        assert self.page.locator("html").get_attribute("lang") == self.language
        opened = self.page.evaluate_handle(OPEN)
        wrong = [*violations(self.page), *(["wider than its window"] if overflow(self.page) else [])]
        self.wrong += [f"{what}: {one}" for one in wrong]
        opened.evaluate("(those) => those.forEach((one) => { one.open = false; })")

    def ends(self) -> None:
        self.context.close()
        if self.wrong:
            raise AssertionError("\n".join(self.wrong))


OPEN = """() => {
  const closed = [...document.querySelectorAll('main details:not([open])')].slice(0, 8);
  closed.forEach((one) => { one.open = true; });
  return closed;
}"""
