"""How a delivery goes out: to an address that is open to the public, signed, and to nowhere else.

The signature is HMAC-SHA256 over the moment, a full stop and the body, so that neither can be changed and no old delivery passes for new.
"""

from __future__ import annotations

import hmac
import socket
import ssl
from collections.abc import Callable
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from clearlane.model.refusals import Conflict
from clearlane.model.text import Text

PATIENCE = 10.0
"""Seconds that a delivery may take to be answered."""
_LONGEST = 500
_ENDINGS = (".localhost", ".localdomain", ".local", ".internal", ".home.arpa")
Send = Callable[[str, dict[str, str], bytes], str]
"""From an address, headers and a body to why it failed, one word; empty where it was taken."""
_REFUSED = Text(
    en="Give an address that begins with https:// and is open to the public: no name or number of a private network, no user name in it.",
    vi="Hãy dùng địa chỉ bắt đầu bằng https:// và truy cập được công khai: không dùng mạng nội bộ, không kèm tên người dùng.",
)


def demand_public(address: str, *, anywhere: bool) -> None:
    """Refuse an address to which nothing may be delivered.

    Args:
      address: The address.
      anywhere: Whether private networks and plain http are allowed, where someone tries the office out.

    Raises:
      Conflict: It is none, or leads into a private network.
    """
    try:
        found = urlsplit(address)
        host, _ = found.hostname or "", found.port
    except ValueError:
        raise Conflict(_REFUSED) from None
    plain = len(address) <= _LONGEST and address.isascii() and address.isprintable() and " " not in address
    if not plain or not host or found.username is not None or found.scheme not in (("https", "http") if anywhere else ("https",)):
        raise Conflict(_REFUSED)
    if not anywhere and not _open(host):
        raise Conflict(_REFUSED)


def _open(host: str) -> bool:
    """Say whether a host is open to the public, as far as its name tells; a number says it all."""
    try:
        return _public(host)
    except ValueError:
        last = host.rpartition(".")[2]
        return "." in host and last[:1].isalpha() and not host.endswith(_ENDINGS)


def _public(number: str) -> bool:
    found = ip_address(number)
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (inner or found).is_global


def signature(secret: str, moment: int, body: bytes) -> str:
    """Return what proves that a delivery comes from this office.

    >>> signature("whsec", 1, b"{}")[:10]
    'v1=6ab13b5'
    """
    return "v1=" + hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()


def sender(*, anywhere: bool) -> Send:
    """Return what sends: it connects to the very number it looked at, so that a name cannot lead elsewhere, and follows no redirection."""

    def send(address: str, headers: dict[str, str], body: bytes) -> str:
        try:
            demand_public(address, anywhere=anywhere)
            return _sent(urlsplit(address), headers, body, anywhere=anywhere)
        except Conflict:
            return "private-address"
        except socket.gaierror:
            return "unknown-host"
        except ssl.SSLError:
            return "certificate"
        except TimeoutError:
            return "no-answer"
        except (OSError, HTTPException):
            return "unreachable"

    return send


def _sent(to: SplitResult, headers: dict[str, str], body: bytes, *, anywhere: bool) -> str:
    host, port = to.hostname or "", to.port or (443 if to.scheme == "https" else 80)
    number = str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0])
    if not anywhere and not _public(number):
        return "private-address"
    connection = HTTPConnection(host, port, timeout=PATIENCE) if to.scheme == "http" else HTTPSConnection(host, port, timeout=PATIENCE)
    connection._create_connection = lambda _, *rest: socket.create_connection((number, port), *rest)  # type: ignore[attr-defined]
    try:
        path = (to.path or "/") + (f"?{to.query}" if to.query else "")
        connection.request("POST", path, body, headers)
        status = connection.getresponse().status
    finally:
        connection.close()
    return "" if 200 <= status < 300 else f"status-{status}"
