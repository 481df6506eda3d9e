"""Phrases, English and Vietnamese. An officer's acts on a declaration: the forms on its page, and where they are sent."""

from __future__ import annotations

CASE_ACTS: dict[str, tuple[str, str]] = {}
