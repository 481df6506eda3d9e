"""Forms as browsers send them, and the proof that they come from a page of ours."""

from __future__ import annotations

import re
import secrets
from hmac import compare_digest
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

FIELD = "form"
_SHAPE = re.compile(r"[\w-]{43}", re.ASCII)
_BOUNDARY = re.compile(r'boundary="?([^";,]{1,70})"?')
_NAME = re.compile(rb'\bname="([^"]*)"')


class TooLarge(Exception):
    """A form with more bytes than are taken."""


def token_for(request: Request) -> str:
    """Return the token that forms carry and a cookie repeats: another site can neither read nor set it."""
    known = request.cookies.get(FIELD, "")
    return known if _SHAPE.fullmatch(known) else secrets.token_urlsafe(32)


def genuine(request: Request, form: dict[str, bytes]) -> bool:
    """Whether a form comes from a page of ours: its token is the cookie's, and no other site sent it."""
    given, kept = form.get(FIELD, b""), request.cookies.get(FIELD, "")
    origin = request.headers.get("origin")
    same = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    return same and bool(_SHAPE.fullmatch(kept)) and compare_digest(given, kept.encode())


async def read_form(request: Request, most: int) -> dict[str, bytes]:
    """Return a form's fields and files by name, bytes untouched; the last of a name counts.

    Raises:
      TooLarge: It has more bytes than are taken; the rest was not read.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooLarge
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        found = _BOUNDARY.search(kind)
        return parts(bytes(body), found[1].encode("latin-1")) if found else {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1].encode() for name, values in fields.items()}


def parts(body: bytes, boundary: bytes) -> dict[str, bytes]:
    r"""Return the parts of a multipart body by name, their bytes as they were.

    >>> parts(b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<a>\r\n</a>\r\n--x--\r\n', b"x")
    {'file': b'<a>\r\n</a>'}
    """
    found = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:]:
        head, gap, content = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if gap and name:
            found[name[1].decode("utf-8", "replace")] = content
    return found
