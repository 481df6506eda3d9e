"""Payment: what banks report is read, matched to what is owed, and booked in entries that balance.

``read`` turns a message of a bank (ISO 20022 camt.054 or camt.053, or CSV) into reports; ``wanted`` finds what a credit is for; ``booked``,
``charged`` and their like make the postings; ``controls`` holds the books against statements. Nothing here knows a store or a clock.
"""

from clearlane.payment.read import read

__all__ = ["read"]
