"""The dialects of seals and trackers: bytes of a device in, readings out. A message that carries no reading gives none."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.model.reading import Reading
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.transit.dialects.eseal import read_eseal
from clearlane.transit.dialects.message import read_message
from clearlane.transit.dialects.padlock import read_padlock

Dialect = Callable[[bytes], tuple[Reading, ...]]
DIALECTS: dict[str, Dialect] = {"clearlane": read_message, "eseal": read_eseal, "padlock": read_padlock}
"""Each dialect by its name."""


def dialect_named(name: str) -> Dialect:
    """Return a dialect.

    Raises:
      NotFound: There is none of that name.
    """
    found = DIALECTS.get(name)
    if found is None:
        known = ", ".join(sorted(DIALECTS))
        raise NotFound(Text(en=f"There is no dialect “{name}”. There are: {known}.", vi=f"Không có giao thức “{name}”. Hiện có: {known}."))
    return found
