"""Risk: how likely a declaration is wrong, and why. For officers only.

``score`` holds each item against the profile's plain criteria (``RiskRule``) and gives the ``Scored`` fact: a number between 0 and 1
and a ``Reason`` for each criterion met. What is missing in a declaration never meets one.
"""
