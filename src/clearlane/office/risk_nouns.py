"""What risk work answers with, by name, for the doors; and what they ask that needs no office: a proof held against a public key."""

from __future__ import annotations

from clearlane.learning.evaluate import Comparison
from clearlane.learning.reasons import Line
from clearlane.model.refusals import Refusal
from clearlane.office.office import Office
from clearlane.office.risk_backtest import BackTest
from clearlane.office.risk_capacities import InQueue, seen
from clearlane.office.risk_estimates import UNSAID, NonCompliance
from clearlane.office.risk_evaluation import Evaluation
from clearlane.office.risk_looking import Likeness, importer_of
from clearlane.office.risk_models import ModelVersion
from clearlane.office.risk_preview import Fault
from clearlane.office.risk_recheck import Difference
from clearlane.risk.backtest import BacktestReport, OfficeLoad, ProfileReport
from clearlane.risk.catalogue import catalogue
from clearlane.risk.draw import check
from clearlane.risk.estimate import Estimate, Misses, MissRate
from clearlane.risk.language.parser import faults
from clearlane.risk.selection.recut import Recut

__all__ = [
    "UNSAID",
    "BackTest",
    "BacktestReport",
    "Comparison",
    "Difference",
    "Estimate",
    "Evaluation",
    "Fault",
    "InQueue",
    "Likeness",
    "Line",
    "MissRate",
    "Misses",
    "ModelVersion",
    "NonCompliance",
    "OfficeLoad",
    "ProfileReport",
    "Recut",
    "catalogue",
    "faults_of",
    "importer_of",
    "proven",
    "seen",
]


def faults_of(office: Office, text: str) -> tuple[Fault, ...]:
    """Return everything that stands against a profile's text at an office, in the order of the text; nothing where it can be kept."""
    lists = office.risk.keeping.lists(office.profile.day(office.clock()))
    if wrong := faults(text, catalogue(), lists):
        return tuple(Fault.of(one) for one in wrong)
    try:
        office.risk.profiles.read(text)
    except Refusal as refusal:
        return (Fault(0, 0, 0, refusal.words),)
    return ()


def proven(public_key: str, share: float, number: str, proof: str) -> bool:
    """Say whether a proof shows that a declaration was drawn. Nothing but what was published is needed.

    Args:
      public_key: The draw's public key, in hexadecimal.
      share: The share published with it.
      number: The number the draw was over.
      proof: The proof, in hexadecimal.

    >>> proven("00", 0.05, "26XACL000000000013", "not a proof")
    False
    """
    try:
        return check(bytes.fromhex(public_key), number, share, bytes.fromhex(proof))
    except ValueError:
        return False
