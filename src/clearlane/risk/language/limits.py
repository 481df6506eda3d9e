"""How long and how deep a profile may be: bounds that no officer meets, and that keep every reader of a tree safe."""

from __future__ import annotations

LONGEST = 50_000
"""Characters in the text of one profile."""
DEEPEST = 24
"""Levels of a tree, counting each pair of parentheses that means something, each ``not`` and each arithmetic operator."""
WIDEST = 500
"""Parts joined by one run of ``and`` or ``or``, and values in one ``in (…)``; what is longer belongs in a list."""
FAULTS = 20
"""Faults told at once."""
