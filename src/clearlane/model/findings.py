"""Findings: what there is to say about a declaration, said all at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from clearlane.model.text import Text

Severity = Literal["blocking", "warning"]


class Step(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One step of a WCO pointer.

    Attributes:
      section: The WCO id of the class, such as ``68A``.
      sequence: Which occurrence, counted from 1; 0 where there can be only one.
    """

    section: str
    sequence: int = 0


class Pointer(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A place in a message, in WCO ids: the steps down to a class and the attribute in it.

    Attributes:
      steps: From the declaration (``42A``) down.
      tag: The WCO id of the attribute; empty where the class itself is meant.

    >>> str(Pointer((Step("42A"), Step("67A"), Step("68A", 2)), "006"))
    '42A > 67A > 68A[2] / 006'
    """

    steps: tuple[Step, ...] = ()
    tag: str = ""

    def __str__(self) -> str:
        way = " > ".join(f"{s.section}[{s.sequence}]" if s.sequence else s.section for s in self.steps)
        return f"{way} / {self.tag}" if self.tag else way


class Finding(msgspec.Struct, frozen=True, gc=False):
    """A remark to whoever lodged a message: a value, never raised.

    Attributes:
      rule: The code of the rule that speaks, as in the reference of rules.
      severity: ``blocking`` rejects the declaration; ``warning`` does not.
      pointer: The place in WCO ids.
      path: The place in plain element names, such as ``/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Origin[1]/CountryCode``.
      message: What is the matter.
      remedy: What to do, with a valid example.
    """

    rule: str
    severity: Severity
    pointer: Pointer
    path: str
    message: Text
    remedy: Text


def blocking(findings: Iterable[Finding]) -> bool:
    """Say whether any of some findings rejects what they are about."""
    return any(finding.severity == "blocking" for finding in findings)
