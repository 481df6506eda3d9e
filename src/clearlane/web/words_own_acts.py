"""Phrases, English and Vietnamese. A trader's acts on his own declaration: answering, paying, binding himself, contesting, asking for an amendment."""

from __future__ import annotations

OWN_ACTS: dict[str, tuple[str, str]] = {}
