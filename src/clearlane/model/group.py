"""What every class of the WCO Data Model has in common: names, ids, and a place for what has no home."""

from __future__ import annotations

import msgspec

_WHOLE_WORDS = {"id": "ID", "ucr": "UCR", "aeo": "AEO", "lpco": "LPCO", "undgid": "UNDGID", "unplaced": "_unplaced"}
_FIRST_WORD = {"wco": "WCO"}


def wco_name(field: str) -> str:
    """Return the WCO element name of an attribute.

    >>> wco_name("functional_reference_id")
    'FunctionalReferenceID'
    """
    words = field.split("_")
    return "".join(_WHOLE_WORDS.get(word) or _FIRST_WORD.get(word) or word.capitalize() for word in words)


def wco(wco_id: str, form: str = "", words: str = "", *, required: bool = False, most: int = 0) -> msgspec.Meta:
    """Say what the WCO Data Model knows of an attribute or a class used here.

    Args:
      wco_id: The WCO id, such as ``D026`` or ``68A``.
      form: The WCO format, such as ``an..35`` or ``n..16,3``.
      words: What it is, in an officer's words.
      required: Whether the schema demands it wherever its class is present.
      most: The most occurrences allowed; 0 where there is no limit.
    """
    fact = {"wco": wco_id, "form": form, "required": required, "most": most}
    shown = {"x-wco-id": wco_id} | ({"x-wco-format": form} if form else {})
    return msgspec.Meta(description=words or None, extra=fact, extra_json_schema=shown)


class RawElement(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """An element kept as it came, because the model has no home for it.

    Attributes:
      name: Its name, in Clark notation (``{namespace}Local``) where it has a namespace.
      attributes: Its attributes, likewise named.
      text: Its text without outer white space.
      elements: The elements in it.
    """

    name: str
    attributes: dict[str, str] = {}
    text: str = ""
    elements: tuple[RawElement, ...] = ()


class Unplaced(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True):
    """What came with a class of the model and has no field there: nothing in a message is dropped.

    Attributes:
      attributes: Attributes of the class's own element.
      on: Attributes of its plain fields, by element name.
      text: Text standing between its elements.
      elements: Elements not known here, repeated where one is allowed, or not of the expected shape.
    """

    attributes: dict[str, str] = {}
    on: dict[str, dict[str, str]] = {}
    text: str = ""
    elements: tuple[RawElement, ...] = ()


class Group(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True, rename=wco_name, forbid_unknown_fields=True):
    """A class of the WCO Data Model. Absent is None or (), present but empty is an empty text.

    Its classes inherit how elements are named, and that unknown ones are refused; ``frozen`` and ``kw_only`` are said by each.
    """

    unplaced: Unplaced | None = None
