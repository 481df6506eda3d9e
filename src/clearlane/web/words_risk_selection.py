"""Phrases of the pages of selection, and of risk on the page of a declaration; in English and Vietnamese."""

from __future__ import annotations

SELECTION: dict[str, tuple[str, str]] = {}
