"""Clearance: which lane a declaration takes, and where it stands.

``route`` gives the ``Routed`` fact: the lane of a score by the profile's published policy. ``standing`` adds the facts of a declaration
up to its ``Case``, one by one, so that the same log always gives the same standing.
"""
