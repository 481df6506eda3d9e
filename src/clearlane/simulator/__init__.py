"""Simulator: the seeded trade of an imaginary country."""
