"""Rates that the schedule of the United States puts in words: free, free under bond, or what another provision says."""

from __future__ import annotations

import re

from clearlane.model.duty import Nil, Part, Unpriceable
from clearlane.model.text import Text
from clearlane.model.units import SPELT_QUALIFIERS, spelt
from clearlane.tariff.dialects.elements import ELEMENTS

_FREE = re.compile(r"free|no (?:additional )?duty", re.IGNORECASE)
_BOND = re.compile(r"free,? under bond\b.*", re.IGNORECASE | re.DOTALL)
_MOVEMENT = re.compile(r"the duty for the complete movement", re.IGNORECASE)
_NO_CHANGE = re.compile(r"no change", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(r"\(?(?:the|see|a|rate|duty|same|free|as|under|no)\b", re.IGNORECASE)
_BASE = re.compile(
    r"(?:(?:up)?on|of)?\s*(?:the\s+)?(?:(?:full\s+)?(?:value|cost)\s+of\s+(?:the\s+|such\s+)?)?(.*)", re.IGNORECASE | re.DOTALL
)
_WHOLE = frozenset(("", "entireset", "importedarticle", "advalorem", "value", "fullvalue", "article", "goods"))
_RETAIL = frozenset(("fairretailvalue", "retailprice", "retailvalue"))
_CONTENT = re.compile(r"\s*\bcontent$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def prose(words: str) -> Part | None:
    """Return what a rate in words comes to; None where it is no prose but a rate gone wrong.

    >>> type(prose("The duty provided in the applicable subheading")).__name__
    'Unpriceable'
    """
    text = " ".join(words.split()).rstrip(".")
    if _FREE.fullmatch(text):
        return Nil()
    if _BOND.fullmatch(text):
        return ELEMENTS["bond"]
    if _MOVEMENT.fullmatch(text):
        return ELEMENTS["complete-movement"]
    if _NO_CHANGE.fullmatch(text):
        return Unpriceable(
            Text(
                en="The rate is that of the provision under which the goods are otherwise classified.",
                vi="Áp dụng mức thuế của mã hàng mà hàng hóa được phân loại nếu không có dòng này.",
            )
        )
    if text == ":":
        return Unpriceable(Text(en="The tariff gives no rate here.", vi="Biểu thuế không ghi mức thuế tại đây."))
    if _OPENING.match(text) and len(_WORDS.findall(text)) >= 1 and len(text) > 5:
        return _elsewhere(text)
    return None


def percentage_of(rest: str) -> tuple[str, ...] | None:
    """Return what a percentage is of, empty for the base of the duty; None where the words are not understood.

    >>> percentage_of("on the case and strap, band or bracelet"), percentage_of("")
    (('VAL:case', 'VAL:strap'), ('',))
    """
    if not rest:
        return ("",)
    found = _BASE.fullmatch(rest.strip(" .,"))
    words = " ".join(_CONTENT.sub("", found[1] if found else rest).split())
    if spelt(words) in _WHOLE:
        return ("",)
    if spelt(words) in _RETAIL:
        return ("RET",)
    if (known := SPELT_QUALIFIERS.get(spelt(words))) is not None:
        return (f"VAL:{known.code}",)
    named = [SPELT_QUALIFIERS.get(spelt(word)) for word in _AND.split(words)]
    return tuple(f"VAL:{one.code}" for one in named if one) if all(named) else None


def _elsewhere(text: str) -> Unpriceable:
    shown = text if len(text) <= 120 else f"{text[:117]}..."
    return Unpriceable(
        Text(
            en=f"The rate depends on law outside this text: “{shown}”.",
            vi=f"Mức thuế phụ thuộc quy định ngoài văn bản này: “{shown}”.",
        )
    )
