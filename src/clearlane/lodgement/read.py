"""Read a lodged message: WCO Data Model XML or JSON, recognised from its content."""

from __future__ import annotations

from lxml import etree

from clearlane.lodgement.dialects import DIALECTS, Dialect
from clearlane.lodgement.json_form import read_json
from clearlane.lodgement.placing import place, raw, table
from clearlane.lodgement.xml_tree import MAX_BYTES, line_of, parse
from clearlane.model.declaration import Declaration
from clearlane.model.group import RawElement
from clearlane.model.message import NAMESPACE, Message, MetaData
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

_BLANK = b" \t\r\n"


def read(data: bytes, *, max_bytes: int = MAX_BYTES) -> Message:
    """Return the message in some bytes.

    A declaration (original, amendment, cancellation or presentation of goods) is read bare, in its
    metadata envelope, or inside a submission wrapper. Where namespaces are missing altogether they
    are supplied, and ``repaired`` says so; a foreign namespace is refused.

    Args:
      data: The message as it came.
      max_bytes: The largest message read.

    Raises:
      Unreadable: It is no such message; the words say why, with line and column where known.
    """
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK)
    if head[:1] == b"{":
        return read_json(data, max_bytes=max_bytes)
    if head[:1] == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _message(parse(data, max_bytes=max_bytes))
    if head[:1] == b"[":
        raise Unreadable(
            Text(
                en="Line 1, column 1: this is a list; hand in its messages one by one, or post it to the API. Nothing was recorded.",
                vi="Dòng 1, cột 1: đây là danh sách thông điệp; hãy nộp từng thông điệp hoặc gửi qua API. Không có gì được ghi nhận.",
            ),
            line=1,
            column=1,
        )
    if not data.strip(_BLANK):
        raise Unreadable(
            Text(
                en="Line 1, column 1: the message is empty. Nothing was recorded.",
                vi="Dòng 1, cột 1: thông điệp rỗng. Không có gì được ghi nhận.",
            ),
            line=1,
            column=1,
        )
    raise Unreadable(
        Text(
            en="Line 1, column 1: the message is neither XML nor JSON; it should begin with < or {. Nothing was recorded.",
            vi="Dòng 1, cột 1: thông điệp không phải XML cũng không phải JSON; phải bắt đầu bằng < hoặc {. Không có gì được ghi nhận.",
        ),
        line=1,
        column=1,
    )


def _message(root: etree._Element) -> Message:
    payload = _payload(root)
    wrapper = None
    if payload is not root:
        _take_out(payload)
        wrapper = raw(root)
    if etree.QName(payload).localname == "Declaration":
        declaration, repaired = _declaration(payload)
        return Message(declaration=declaration, repaired=repaired, wrapper=wrapper)
    return _enveloped(payload, wrapper)


def _enveloped(envelope: etree._Element, wrapper: RawElement | None) -> Message:
    dialect, bare = _dialect(envelope, "metadata")
    found = [child for child in envelope if etree.QName(child).localname == "Declaration"]
    if len(found) != 1:
        raise _miscounted(envelope, len(found))
    declaration, repaired = _declaration(found[0])
    envelope.remove(found[0])
    metadata = place(envelope, table(MetaData, "" if bare else dialect.metadata, ""))
    marks = (NAMESPACE,) if bare or repaired else ()
    return Message(declaration=declaration, metadata=metadata, repaired=marks, wrapper=wrapper)


def _declaration(element: etree._Element) -> tuple[Declaration, tuple[str, ...]]:
    dialect, bare = _dialect(element, "declaration")
    how = table(Declaration, "" if bare else dialect.declaration, dialect.declaration_types)
    return place(element, how), (NAMESPACE,) if bare else ()


def _dialect(element: etree._Element, part: str) -> tuple[Dialect, bool]:
    """Return the dialect an element is in, and whether it lacks a namespace."""
    name = etree.QName(element)
    namespace = name.namespace or ""
    if not namespace:
        return DIALECTS[0], True
    for dialect in DIALECTS:
        if getattr(dialect, part) == namespace:
            return dialect, False
    expected, line = getattr(DIALECTS[0], part), line_of(element)
    raise Unreadable(
        Text(
            en=f"Line {line}, column 1: {name.localname} is in the namespace {namespace}, which is not read here. Use {expected}.",
            vi=f"Dòng {line}, cột 1: {name.localname} thuộc không gian tên {namespace}, không đọc được. Hãy dùng {expected}.",
        ),
        line=line,
        column=1,
    )


def _take_out(payload: etree._Element) -> None:
    above = payload.getparent()
    if above is not None:
        above.remove(payload)


def _payload(root: etree._Element) -> etree._Element:
    """Return the envelope or bare declaration in a document, however it is wrapped."""
    if etree.QName(root).localname in ("MetaData", "Declaration"):
        return root
    found = [e for e in root.iter("{*}MetaData") if len(e)] or list(root.iter("{*}Declaration"))
    if len(found) != 1:
        raise _miscounted(root, len(found))
    return found[0]


def _miscounted(element: etree._Element, count: int) -> Unreadable:
    name, line = etree.QName(element).localname, line_of(element)
    if count:
        words = Text(
            en=f"Line {line}, column 1: {name} holds {count} declarations. Send one in each message.",
            vi=f"Dòng {line}, cột 1: {name} chứa {count} tờ khai. Mỗi thông điệp chỉ gửi một tờ khai.",
        )
    else:
        words = Text(
            en=f"Line {line}, column 1: {name} holds no Declaration of the WCO Data Model.",
            vi=f"Dòng {line}, cột 1: {name} không chứa tờ khai (Declaration) theo Mô hình dữ liệu WCO.",
        )
    return Unreadable(words, line=line, column=1)
