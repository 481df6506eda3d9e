"""XML bytes to a tree, safely: hostile input is refused before it costs anything."""

from __future__ import annotations

import re

from lxml import etree

from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

MAX_BYTES = 10 * 1024 * 1024
"""The largest message read."""

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_QUIET = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_FAULTS = {
    76: Text(en="an element is closed by the wrong end tag", vi="thẻ đóng không khớp với thẻ mở"),
    77: Text(en="an element is not closed", vi="có thẻ chưa được đóng"),
    74: Text(en="an end tag is malformed", vi="thẻ đóng viết sai"),
    73: Text(en="a tag is missing its closing bracket", vi="thẻ thiếu dấu đóng ngoặc nhọn"),
    68: Text(en="a name or tag is malformed", vi="tên hoặc thẻ viết sai"),
    23: Text(en="a character reference is not finished by a semicolon", vi="tham chiếu ký tự thiếu dấu chấm phẩy"),
    26: Text(en="an entity is not defined", vi="thực thể chưa được định nghĩa"),
    42: Text(en="an attribute is given twice", vi="một thuộc tính bị lặp lại"),
    65: Text(en="a space is missing between attributes", vi="thiếu khoảng trắng giữa các thuộc tính"),
    39: Text(en="an attribute value is not in quotation marks", vi="giá trị thuộc tính không nằm trong dấu ngoặc kép"),
    41: Text(en="an attribute has no value", vi="thuộc tính không có giá trị"),
    45: Text(en="a comment is not closed", vi="chú thích chưa được đóng"),
    80: Text(en="a comment holds a double hyphen or is malformed", vi="chú thích chứa hai dấu gạch nối hoặc viết sai"),
    9: Text(en="a character is not allowed in XML or not in the stated encoding", vi="có ký tự không được phép trong XML hoặc sai mã hóa"),
    81: Text(en="a byte does not fit the stated encoding (UTF-8 unless stated)", vi="có byte không đúng mã hóa đã khai (mặc định UTF-8)"),
    201: Text(en="a namespace prefix is not declared", vi="tiền tố không gian tên chưa được khai"),
    4: Text(en="the message is empty", vi="thông điệp rỗng"),
    5: Text(en="there is something after the end of the message", vi="có nội dung thừa sau phần cuối thông điệp"),
}
_OTHER = Text(en="the XML is not well-formed", vi="XML không đúng cú pháp")


def parse(data: bytes, *, max_bytes: int = MAX_BYTES, whole: bool = False) -> etree._Element:
    """Return the root of an XML message.

    Comments, processing instructions and white space between elements are left out, unless the tree is
    wanted ``whole``. Document type definitions are refused, so there are no entities to expand and
    nothing outside is fetched.

    Raises:
      Unreadable: Too large, hostile or not well-formed; with ``line`` and ``column`` where known.
    """
    if len(data) > max_bytes:
        raise Unreadable(
            Text(
                en=f"Line 1, column 1: the message has {len(data)} bytes; at most {max_bytes} are read. Nothing was recorded.",
                vi=f"Dòng 1, cột 1: thông điệp có {len(data)} byte; chỉ đọc tối đa {max_bytes} byte. Không có gì được ghi nhận.",
            ),
            line=1,
            column=1,
        )
    data = _as_utf8(data)
    if (found := _DOCTYPE.search(data)) and _DOCTYPE.search(_QUIET.sub(b"", data)):
        before = data[: found.start()]
        raise _typed(before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    parser = etree.XMLParser(
        remove_blank_text=not whole,
        remove_comments=not whole,
        remove_pis=not whole,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise _unreadable(fault) from None
    if root.getroottree().docinfo.internalDTD is not None:  # one that another encoding or a feint hid from the search above
        raise _typed(1, 1)
    return root


def line_of(element: etree._Element) -> int:
    """Return the line an element begins on, 1 where it is not known."""
    return int(getattr(element, "sourceline", None) or 1)


def _as_utf8(data: bytes) -> bytes:
    """Bring UTF-16, which XML allows, to UTF-8; leave everything else as it came."""
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise Unreadable(
            Text(
                en="Line 1, column 1: the message is marked as UTF-16 and is not. Nothing was recorded.",
                vi="Dòng 1, cột 1: thông điệp được đánh dấu UTF-16 nhưng không phải. Không có gì được ghi nhận.",
            ),
            line=1,
            column=1,
        ) from None
    return re.sub(r"^\s*<\?xml.*?\?>", "", text, flags=re.DOTALL).encode()


def _typed(line: int, column: int) -> Unreadable:
    """Return the refusal of a document type definition."""
    return Unreadable(
        Text(
            en=f"Line {line}, column {column}: the message holds a document type definition, which is not accepted. "
            "Send the message without it. Nothing was recorded.",
            vi=f"Dòng {line}, cột {column}: thông điệp chứa định nghĩa kiểu tài liệu (DTD), không được chấp nhận. "
            "Hãy gửi thông điệp không kèm DTD. Không có gì được ghi nhận.",
        ),
        line=line,
        column=column,
    )


def _unreadable(fault: etree.XMLSyntaxError) -> Unreadable:
    line, column = fault.position
    line, column = max(line, 1), max(column, 1)
    words = _FAULTS.get(getattr(fault, "code", 0), _OTHER)
    detail = (fault.msg or "").split(", line ")[0]
    return Unreadable(
        Text(
            en=f"Line {line}, column {column}: {words.en}. The XML parser says: {detail}. Nothing was recorded.",
            vi=f"Dòng {line}, cột {column}: {words.vi}. Không có gì được ghi nhận.",
        ),
        line=line,
        column=column,
    )
