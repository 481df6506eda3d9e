"""Matching: what a credit is for, by the references the payer gave, or why it waits in suspense."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from clearlane.model.payment import SUSPENSE, Ground
from clearlane.model.payment_reference import NoReference, compact, looks_like_one, number_in

_NUMBER = re.compile(r"[0-9A-Z]{1,35}")


def wanted(references: Sequence[str], find: Callable[[str], str]) -> tuple[str, Ground]:
    """Return the account that money goes to, and why where it is suspense.

    Args:
      references: What the payer gave, as written.
      find: Returns the account of a number we gave, such as ``debt:NUMBER``; nothing where it is none of ours.

    >>> ours = {"26XA00000000000015": "debt:26XA00000000000015"}
    >>> wanted(("rf73 26XA 0000 0000 0000 15", "INV-7"), lambda number: ours.get(number, ""))
    ('suspense', 'check-digits')
    """
    numbers, mistyped = [], False
    for reference in references:
        try:
            numbers.append(number_in(reference))
        except NoReference:
            mistyped = mistyped or looks_like_one(reference)
            numbers.append(compact(reference))
    found = {account for number in numbers if _NUMBER.fullmatch(number) and (account := find(number))}
    if len(found) == 1:
        return found.pop(), ""
    if found:
        return SUSPENSE, "several"
    if mistyped:
        return SUSPENSE, "check-digits"
    return SUSPENSE, "unknown-reference" if references else "no-reference"
