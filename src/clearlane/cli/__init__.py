"""CLI: the office on the command line."""

from __future__ import annotations

from clearlane.cli.app import app, main

__all__ = ["app", "main"]
