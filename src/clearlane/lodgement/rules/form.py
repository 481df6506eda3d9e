"""WCO formats, such as ``an..35`` or ``n..16,3``, and what can be wrong with a value."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from clearlane.model.structure import Place
from clearlane.model.values import number

Kind = Literal["words", "letters", "digits", "number"]
Fault = Literal["empty", "long", "letters", "digits", "no number", "negative", "decimals", "many digits"]

_KINDS: dict[str, Kind] = {"an": "words", "a": "letters", "n": "digits"}
_FORMAT = re.compile(r"(an|a|n)(\.\.)?(\d+)(?:,(\d+))?")
_MAY_BE_NEGATIVE = frozenset({"DeductAmount", "OtherChargeDeductionAmount", "PaymentAmount", "TaxAssessedAmount"})


class Form(msgspec.Struct, frozen=True):
    """What the value of one attribute may be.

    Attributes:
      kind: Free words; capital letters; a code of digits; or a number.
      most: The most characters, or digits of a number.
      least: The fewest characters.
      decimals: The most decimal places of a number.
      negative: Whether a number may be below zero.
    """

    kind: Kind
    most: int
    least: int = 1
    decimals: int = 0
    negative: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression for the usual ways to write it; what does not match is looked at by ``fault``."""
        if self.kind == "number":
            fraction = rf"(?:\.[0-9]{{1,{self.decimals}}})?" if self.decimals else ""
            return rf"[0-9]{{1,{self.most - self.decimals}}}{fraction}"
        signs = {"letters": "[A-Z]", "digits": "[0-9]"}.get(self.kind, "(?s:.)")
        return f"{signs}{{{self.least},{self.most}}}"

    def fault(self, text: str) -> Fault | None:
        """Return what is wrong with a value, None if nothing is."""
        if self.kind == "number":
            return self._number_fault(text)
        if not text:
            return "empty"
        if self.kind == "words":
            return "long" if len(text) > self.most else None
        return None if re.fullmatch(self.pattern, text) else "letters" if self.kind == "letters" else "digits"

    def _number_fault(self, text: str) -> Fault | None:
        figure = number(text)
        if figure is None:
            return "no number"
        if figure < 0 and not self.negative:
            return "negative"
        whole, _, fraction = text.lstrip("+-").partition(".")
        whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
        if len(fraction) > self.decimals:
            return "decimals"
        return "many digits" if len(whole) + len(fraction) > self.most else None

    @property
    def example(self) -> str:
        """A value that is in order."""
        if self.kind == "number":
            return "1250.5" if self.decimals else "12"
        return {"letters": "VNM", "digits": "12345678"}.get(self.kind, "A-2026-118")[: self.most]


@cache
def form(place: Place) -> Form:
    """Return what the value of an attribute may be.

    >>> form(Place("mode_code", "ModeCode", "T022", "n1", "", "text", None, False, 1)).fault("x")
    'digits'
    """
    found = _FORMAT.fullmatch(place.form)
    if found is None:
        return Form("words", 512)
    kind, upto, most, decimals = found[1], found[2], int(found[3]), int(found[4] or 0)
    least = 1 if upto else most
    if place.shape in ("amount", "quantity") or place.name.endswith("Numeric"):
        return Form("number", most, 1, decimals, place.name in _MAY_BE_NEGATIVE)
    return Form(_KINDS[kind], most, least)
