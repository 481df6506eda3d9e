"""What fingers do: one goes on by Tab, presses a letter or Enter, and waits for the page that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def to(page: Page, field: str, most: int = 60) -> None:
    """Go on by Tab until a field is reached."""
    for _ in range(most):
        if page.evaluate(f"document.activeElement.matches({field!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} cannot be reached by Tab.")


def key(page: Page, letter: str, *, sends: bool = False) -> None:
    """Press the letter of an act; where it sends at once, wait for the page that follows."""
    if not sends:
        page.keyboard.press(letter)
        return
    with page.expect_navigation():
        page.keyboard.press(letter)


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")
