"""Risk: the signs of risk in a declaration, its score and the reasons for it."""
