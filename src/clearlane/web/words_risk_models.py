"""Phrases of the pages of lists, models, draws and estimates; in English and Vietnamese."""

from __future__ import annotations

MODELS: dict[str, tuple[str, str]] = {}
