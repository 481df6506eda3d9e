"""CLI: the office on the command line.

``app`` lists the commands; each has a module: ``lodging``, ``showing``, ``explaining``, ``converting``, ``serving``, ``demo``, ``upkeep``,
``tokens`` and ``examples``. A command begins at the ``desk``: settings are read and the office is opened. Answers (``answers``) go to
standard output, words and ``progress`` to standard error by way of ``speech``, and a refusal ends in words and exit 2.
"""

from __future__ import annotations

from clearlane.cli.app import app, main

__all__ = ["app", "main"]
