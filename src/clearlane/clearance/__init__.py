"""Clearance: which documents a lane asks for, and where a declaration stands.

``standing`` adds the facts of a declaration up to its ``Case``, one by one, so that the same log always gives the same standing.
"""
