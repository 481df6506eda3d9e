"""Risk: how likely a declaration is wrong, and why. For officers only."""
