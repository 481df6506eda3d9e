"""Phrases of the pages of risk profiles: reading, writing, trying, putting in force; in English and Vietnamese."""

from __future__ import annotations

PROFILES: dict[str, tuple[str, str]] = {}
