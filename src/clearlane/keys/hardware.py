"""A key in hardware, spoken to over PKCS #11: it signs there, and never leaves.

The place is a URI of RFC 7512: ``pkcs11:token=NAME;object=LABEL?module-path=FILE&pin-source=FILE``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from clearlane.model.refusals import Unavailable
from clearlane.model.text import Text
from clearlane_verify.note import ED25519, Verifier

HEAD = "pkcs11:"
_PUBLIC = 32


class HardwareSigner:
    """Signs with a key of Ed25519 that lies in a token.

    Args:
      place: The URI.
      name: Who signs.

    Raises:
      Unavailable: The driver is missing, or the token, the PIN or the key cannot be used.
    """

    def __init__(self, place: str, name: str) -> None:
        self.name, self._place = name, _parts(place)
        found = self._with_key(lambda pkcs11, private, public: _point(bytes(public[pkcs11.Attribute.EC_POINT])))
        self.public: bytes = found

    @property
    def vkey(self) -> str:
        """The public half as it is handed on."""
        return str(Verifier(self.name, ED25519, self.public))

    def sign(self, message: bytes) -> bytes:
        """Return the signature over a message.

        Raises:
          Unavailable: The token does not answer any more.
        """
        signature = self._with_key(lambda pkcs11, private, public: bytes(private.sign(message, mechanism=pkcs11.Mechanism.EDDSA)))
        return bytes(signature)

    def _with_key(self, act: Any) -> bytes:
        """Open a session, act with both halves of the key, and close it: a token that was pulled out and put back goes on."""
        try:
            import pkcs11  # noqa: PLC0415 - whoever has no token needs no driver
        except ModuleNotFoundError:
            raise _missing() from None
        try:
            pin = Path(self._place["pin-source"].removeprefix("file:")).read_text(encoding="utf-8").strip()
            token = pkcs11.lib(self._place["module-path"]).get_token(token_label=self._place["token"])
            with token.open(user_pin=pin) as session:
                private, public = (
                    session.get_key(object_class=kind, label=self._place["object"])
                    for kind in (pkcs11.ObjectClass.PRIVATE_KEY, pkcs11.ObjectClass.PUBLIC_KEY)
                )
                return bytes(act(pkcs11, private, public))
        except (KeyError, OSError, RuntimeError, ValueError, pkcs11.PKCS11Error) as fault:
            raise _unusable(type(fault).__name__) from fault


def _parts(place: str) -> dict[str, str]:
    path, _, query = place.removeprefix(HEAD).partition("?")
    named = (part.partition("=") for part in path.split(";"))
    return {name: unquote(value) for name, _, value in named} | dict(parse_qsl(query))


def _point(encoded: bytes) -> bytes:
    """Return the 32 bytes of a public key, which tokens hand out bare or as an octet string of DER."""
    if len(encoded) == _PUBLIC + 2:
        encoded = encoded[2:]
    if len(encoded) != _PUBLIC:
        raise ValueError("not a key of Ed25519")
    return encoded


def _missing() -> Unavailable:
    return Unavailable(
        Text(
            en="The driver for keys in hardware is missing. Install it with: pip install clearlane[pkcs11]",
            vi="Thiếu trình điều khiển cho khóa trong thiết bị. Cài bằng lệnh: pip install clearlane[pkcs11]",
        )
    )


def _unusable(why: str) -> Unavailable:
    return Unavailable(
        Text(
            en=f"The key in hardware cannot be used ({why}). Look at token, object, module-path and pin-source.",
            vi=f"Không dùng được khóa trong thiết bị ({why}). Hãy kiểm tra token, object, module-path và pin-source.",
        )
    )
