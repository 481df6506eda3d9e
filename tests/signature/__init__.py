"""Tests of the declarant's digital signature."""
