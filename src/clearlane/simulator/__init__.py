"""The trade of an imaginary country, seeded: for the demo, for load, for teaching officers and models.

An ``Economy`` yields WCO messages in the order of time, each with the truth about it kept apart.
The flow: firms with habits (``firms``, ``population``) ship goods (``trade``); the dishonest change
what they say (``misconduct``), the honest make mistakes (``slips``, ``blunders``); ``declare`` writes
the message and ``truth`` keeps what is really so. All chance is integer arithmetic (``chance``).
"""

from __future__ import annotations

from clearlane.simulator.economy import Economy, Simulated, digest
from clearlane.simulator.truth import MISCONDUCT, Goods, Inspection, Irregularity, Kind, Truth

__all__ = ["MISCONDUCT", "Economy", "Goods", "Inspection", "Irregularity", "Kind", "Simulated", "Truth", "digest"]
