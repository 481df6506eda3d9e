"""Phrases, English and Vietnamese. Practice: simulated cases on the same screens, judged against the truth."""

from __future__ import annotations

PRACTICE: dict[str, tuple[str, str]] = {}
