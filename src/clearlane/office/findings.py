"""The findings that stand on a declaration, read from its facts."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.facts import Accepted, Amended, AmendmentRejected, Record, Registered, Rejected
from clearlane.model.findings import Finding


def findings_of(records: Sequence[Record]) -> tuple[Finding, ...]:
    """Return what the checks said of one message, from the facts it made."""
    for record in records:
        if isinstance(record.fact, Rejected | AmendmentRejected | Registered | Accepted | Amended):
            return record.fact.findings
    return ()


def findings_on(records: Sequence[Record]) -> tuple[Finding, ...]:
    """Return what stands to be said of a declaration, from all its facts: the latest word on its latest generation."""
    for record in reversed(records):
        if isinstance(record.fact, Rejected | Registered | Accepted | Amended):
            return record.fact.findings
    return ()
