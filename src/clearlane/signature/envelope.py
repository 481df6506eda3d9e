"""An XML message and the signature enveloped in it: reading both safely, and setting the signature aside."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from clearlane.signature import reasons
from clearlane.signature.ports import NotProven

DSIG = "http://www.w3.org/2000/09/xmldsig#"
SIGNATURE = f"{{{DSIG}}}Signature"
MOST_BYTES = 8 * 1024 * 1024
MOST_ATTRIBUTES = 64
MOST_NAMESPACES = 2_000
MOST_SIGNATURE_BYTES = 64 * 1024
_STARTS_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")


class Message(NamedTuple):
    """A parsed message and the signature element enveloped in it."""

    root: etree._Element
    signature: etree._Element


def looks_like_xml(content: bytes) -> bool:
    """Say whether bytes begin as XML does, in UTF-8 or UTF-16."""
    return _STARTS_XML.match(_plain(content[:256])) is not None


def mentions_signature(content: bytes) -> bool:
    """Say cheaply whether an XML message may carry a signature; most messages are told apart here."""
    return DSIG.encode() in _plain(content) and looks_like_xml(content)


def read(content: bytes) -> etree._Element:
    """Return the root of XML that is safe to canonicalise, or raise `NotProven`."""
    plain = _plain(content)
    if len(content) > MOST_BYTES or plain.count(b"xmlns") > MOST_NAMESPACES:
        raise NotProven(reasons.TOO_LARGE)
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise NotProven(reasons.ENTITIES)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, collect_ids=False)
    root = etree.fromstring(content, parser)
    _check_shape(root)
    return root


def enveloped(content: bytes) -> Message | None:
    """Return the message with its one signature, None where it has none, or raise `NotProven` where it is misplaced."""
    if not mentions_signature(content):
        return None
    root = read(content)
    found = list(root.iter(SIGNATURE))
    if not found:
        return None
    if len(found) > 1:
        raise NotProven(reasons.SEVERAL)
    if found[0].getparent() is not root:
        raise NotProven(reasons.MISPLACED)
    return Message(root, found[0])


def detach(content: bytes) -> tuple[bytes, bytes | None]:
    """Set the enveloped signature aside: return the message without it, and the signature.

    Every other byte of the message stays as it was, white space around the signature too. Where there is no
    signature, more than one, or one in another place than directly below the outermost element, the message
    comes back whole, with None.
    """
    try:
        found = enveloped(content)
        place = _place(content) if found else None
    except (NotProven, etree.LxmlError, expat.ExpatError, ValueError):
        return content, None
    if found is None or place is None:
        return content, None
    return content[: place.start] + content[place.stop :], etree.tostring(found.signature, with_tail=False)


def _plain(content: bytes) -> bytes:
    """Return the bytes as ASCII shows them; UTF-16 loses its zero bytes and its mark."""
    return content.replace(b"\0", b"").lstrip(b"\xff\xfe") if b"\0" in content[:4] or content[:2] in (b"\xff\xfe", b"\xfe\xff") else content


def _check_shape(root: etree._Element) -> None:
    """Refuse what costs too much to canonicalise, and what a signature would leave open to a second reading."""
    if any(not isinstance(each, etree._Comment) for each in (*root.itersiblings(preceding=True), *root.itersiblings())):
        raise NotProven(reasons.NOT_WHOLE)
    for element in root.iter():
        if isinstance(element, etree._Comment):
            _check_comment(element)
        elif len(element.attrib) > MOST_ATTRIBUTES:
            raise NotProven(reasons.TOO_LARGE)


def _check_comment(comment: etree._Comment) -> None:
    """Refuse a comment inside a value: canonical XML drops it, a reader might cut the value there."""
    parent = comment.getparent()
    if parent is None:
        return
    before = comment.getprevious()
    texts = (parent.text if before is None else before.tail, comment.tail)
    if any(text and not text.isspace() for text in texts):
        raise NotProven(reasons.DIVIDED)


def _place(content: bytes) -> slice | None:
    """Return where the signature directly below the root stands, in bytes."""
    parser = expat.ParserCreate(namespace_separator="}")
    depth, start, stop = 0, -1, -1
    end = {b"\xff\xfe": b">\0", b"\xfe\xff": b"\0>"}.get(content[:2], b">")

    def opened(name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth, start
        depth += 1
        if depth == 2 and name == SIGNATURE[1:]:
            start = parser.CurrentByteIndex

    def closed(name: str) -> None:
        nonlocal depth, stop
        if depth == 2 and name == SIGNATURE[1:]:
            stop = content.index(end, parser.CurrentByteIndex) + len(end)
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.Parse(content, True)
    return slice(start, stop) if 0 <= start < stop else None
