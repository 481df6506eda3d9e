"""Phrases, English and Vietnamese. Inspection orders, and the page an inspector has on his phone, with or without a network."""

from __future__ import annotations

INSPECTING: dict[str, tuple[str, str]] = {}
