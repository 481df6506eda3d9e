"""Phrases, English and Vietnamese. The worklist: cases that wait, with their clocks, and the next case."""

from __future__ import annotations

WORK: dict[str, tuple[str, str]] = {}
