"""Checks logs, proofs and certificates of customs, with nothing but Python and one library of signatures; no network."""
