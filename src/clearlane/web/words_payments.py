"""Phrases, English and Vietnamese. The cashier's pages: the day, credits without our reference, deferment, refunds."""

from __future__ import annotations

PAYMENTS: dict[str, tuple[str, str]] = {}
