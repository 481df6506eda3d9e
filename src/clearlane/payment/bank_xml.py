"""XML of a bank to a tree, safely: no document types, no entities, nothing fetched, nothing huge."""

from __future__ import annotations

import re

from lxml import etree

from clearlane.payment.refusing import unreadable

MAX_BYTES = 32 * 1024 * 1024
"""The largest message of a bank that is read."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(data: bytes) -> etree._Element:
    """Return the root of a message.

    Raises:
      Unreadable: Too large, with a document type definition, or not well-formed; with ``line``.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data)} > {MAX_BYTES}"
        raise unreadable(1, f"the message is larger than what is read, {size} bytes.", f"thông điệp lớn hơn mức cho phép, {size} byte.")
    if found := _DOCTYPE.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        raise unreadable(
            line, "the message holds a document type definition, which is not accepted.", "thông điệp chứa DTD, không được chấp nhận."
        )
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        line = max(fault.position[0], 1)
        detail = (fault.msg or "").split(", line ")[0]
        raise unreadable(line, f"the XML is not well-formed: {detail}.", "XML không đúng cú pháp.") from None
    if root.getroottree().docinfo.internalDTD is not None:  # one that another encoding hid from the search above
        raise unreadable(1, "the message holds a document type definition.", "thông điệp chứa DTD, không được chấp nhận.")
    return root


def line_of(element: etree._Element) -> int:
    """Return the line an element begins on, 1 where it is not known."""
    return int(getattr(element, "sourceline", None) or 1)


def below(element: etree._Element, *path: str) -> list[etree._Element]:
    """Return the elements on a path of local names, whatever their namespace."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if etree.QName(child).localname == name]
    return found


def first(element: etree._Element, *path: str) -> etree._Element | None:
    """Return the first element on a path; None where there is none."""
    return next(iter(below(element, *path)), None)


def text(element: etree._Element, *path: str) -> str:
    """Return the text at the end of a path, trimmed; empty where there is none."""
    found = first(element, *path)
    return " ".join((found.text or "").split()) if found is not None else ""
