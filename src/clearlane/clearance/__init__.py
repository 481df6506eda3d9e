"""Clearance: the lane a declaration takes, and the acts of the officers who work it."""
