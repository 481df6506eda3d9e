"""Clearance: which lane a declaration takes, and where it stands."""
