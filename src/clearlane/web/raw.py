"""A message made readable: indented, and cut where it is very long."""

from __future__ import annotations

import msgspec
from lxml import etree

_MOST = 200_000


class Raw(msgspec.Struct, frozen=True):
    """A message in readable form; ``cut`` where only its beginning is here."""

    text: str
    cut: bool


def pretty(data: bytes) -> Raw:
    """Return a message indented; as it came where it is neither XML nor JSON.

    >>> pretty(b"<a><b>1</b></a>").text
    '<a>\\n  <b>1</b>\\n</a>'
    """
    text = _indented(data.removeprefix(b"\xef\xbb\xbf").strip())
    return Raw(text[:_MOST], len(text) > _MOST)


def _indented(data: bytes) -> str:
    try:
        if data.startswith(b"{"):
            return msgspec.json.format(data, indent=2).decode()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
        root = etree.fromstring(data, parser)
        etree.indent(root)
        return etree.tostring(root, encoding="unicode")
    except (etree.XMLSyntaxError, msgspec.DecodeError, UnicodeDecodeError):
        return data.decode("utf-8", "replace")
