"""Clearlane: open smart-customs software, from a declaration's message to its lane and release."""
