"""A certificate made small for the code on its paper: the same in fewer words, with what had to be left out named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from clearlane.exchange.certificates import HOLDER, ITEM, NEEDED
from clearlane_verify.code import LEFT, written

LONGEST = 1_400
"""How many signs a code has at most: at error level M it is then 6 cm wide with modules of half a millimetre, which any phone reads."""
_LAST = ("number", "items", "originCountry", "agreement", "status", "operator", "declaration", "declarant", "releasedAt")
"""What is left out last, the very last first."""
_FORM = {"number", *HOLDER.values(), *(name for names in NEEDED.values() for name in names)}
_MOST_ITEMS = 200
Subject = dict[str, Any]


def compact(document: Mapping[str, Any], sign: Callable[[Mapping[str, Any]], dict[str, Any]]) -> str:
    """Return the code of a certificate.

    What the form does not ask for goes first, then descriptions, then items from the last, then the longest texts.

    Args:
      document: The signed certificate.
      sign: Returns a document with the issuer's proof.
    """
    bare = {name: one for name, one in document.items() if name != "proof"}
    found = ""
    for subject, without in _smaller(dict(bare["credentialSubject"])):
        found = written(sign({**bare, "credentialSubject": subject, LEFT: without}))
        if len(found) <= LONGEST:
            break
    return found


def _smaller(subject: Subject) -> Iterator[tuple[Subject, list[str]]]:
    """Yield what a certificate says, each time with less, and the ways to what is missing."""
    less, without = subject, list[str]()
    yield less, without
    for name in _longest(set(subject) - _FORM, subject):
        less, without = _but(less, name), [*without, name]
        yield less, without
    items, before = subject.get("items"), without
    rows = items if isinstance(items, list) and all(isinstance(one, dict) for one in items) else []
    for some, missing in _fewer(rows) if rows else ():
        less, without = {**less, "items": some}, [*before, *missing]
        yield less, without
    for name in [*_longest(set(less) - set(_LAST), subject), *reversed(_LAST[1:])]:
        if name in less:
            less, without = _but(less, name), [*(one for one in without if not one.startswith(f"{name}[")), name]
            yield less, without


def _longest(names: set[str], subject: Subject) -> list[str]:
    return sorted(names, key=lambda name: (-len(str(subject[name])), name))


def _fewer(items: list[Subject]) -> Iterator[tuple[list[Subject], list[str]]]:
    """Yield items, each time with less of them."""
    without: list[str] = []
    for name in [*sorted({name for one in items for name in one} - set(ITEM)), "description"] if items else []:
        items, without = [_but(one, name) for one in items], [*without, f"items[*].{name}"]
        yield items, without
    for most in range(min(len(items) - 1, _MOST_ITEMS), 0, -1):
        yield items[:most], [*without, f"items[{most + 1}-{len(items)}]"]


def _but(found: Subject, name: str) -> Subject:
    return {one: value for one, value in found.items() if one != name}
