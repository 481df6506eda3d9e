"""What security keys are asked, and what their answers are held against: Web Authentication Level 2, by py_webauthn."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit

import msgspec

from clearlane.model.text import Text
from clearlane.office.people_secrets import SecurityKey
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.sign_in_refusals import key_wrong

_NONE, _OF_ORIGIN = "none", "origin"


class Party(msgspec.Struct, frozen=True):
    """Who asks, as browsers know it.

    Attributes:
      origin: The address of the office's pages.
      domain: The domain that keys are set up for.
    """

    origin: str
    domain: str


def party_of(found: Settings) -> Party | None:
    """Return who asks security keys, as settings have it; None where none are used.

    Raises:
      Misconfigured: The address is none that browsers allow it for, or the domain is not its own or above it.
    """
    if found.key_origin == _NONE:
        return None
    parts = urlsplit(found.key_origin)
    host = parts.hostname or ""
    safe = parts.scheme == "https" or (parts.scheme == "http" and host == "localhost")
    if not safe or not host or parts.path or parts.query:
        words = Text(
            en="key_origin is an address such as https://customs.example, without a path; over http only localhost.",
            vi="key_origin là địa chỉ như https://customs.example, không có đường dẫn; chỉ localhost được dùng http.",
        )
        raise Misconfigured(words, setting="key_origin")
    domain = host if found.key_domain == _OF_ORIGIN else found.key_domain
    if domain != host and not host.endswith("." + domain):
        words = Text(en="key_domain is not the host of key_origin, nor above it.", vi="key_domain không phải máy chủ của key_origin.")
        raise Misconfigured(words, setting="key_domain")
    return Party(found.key_origin, domain)


def to_add(party: Party, person: str, asked: str, known: Iterable[SecurityKey]) -> str:
    """Return, as JSON, what a browser asks a key that is to be set up; one that is known already says so itself."""
    from webauthn import generate_registration_options, options_to_json  # noqa: PLC0415 - few requests need it
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor  # noqa: PLC0415 - as above

    options = generate_registration_options(
        rp_id=party.domain,
        rp_name="Clearlane",
        user_name=person,
        user_id=sha256(f"clearlane person {person}".encode()).digest(),
        challenge=_bytes(asked),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=_bytes(key.identity)) for key in known],
    )
    return options_to_json(options)


def to_sign_in(party: Party, asked: str, known: Iterable[SecurityKey]) -> str:
    """Return, as JSON, what a browser asks the keys of a person."""
    from webauthn import generate_authentication_options, options_to_json  # noqa: PLC0415 - few requests need it
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement  # noqa: PLC0415 - as above

    options = generate_authentication_options(
        rp_id=party.domain,
        challenge=_bytes(asked),
        allow_credentials=[PublicKeyCredentialDescriptor(id=_bytes(key.identity)) for key in known],
        user_verification=UserVerificationRequirement.DISCOURAGED,
    )
    return options_to_json(options)


def added(party: Party, asked: str, answer: str) -> tuple[str, str, int]:
    """Return what a key calls itself, its public key and its count, from its answer.

    Raises:
      NotAllowed: The answer is none to this question, or not from our pages.
    """
    from webauthn import verify_registration_response  # noqa: PLC0415 - few requests need it

    try:
        found = verify_registration_response(
            credential=answer, expected_challenge=_bytes(asked), expected_rp_id=party.domain, expected_origin=party.origin
        )
    except Exception as fault:
        raise key_wrong() from fault
    return _letters(found.credential_id), _letters(found.credential_public_key), found.sign_count


def signed(party: Party, asked: str, answer: str, known: Iterable[SecurityKey]) -> tuple[SecurityKey, int]:
    """Return which key signed, and its count; whether the count went up is the caller's to judge.

    Raises:
      NotAllowed: No key of these signed this question, on our pages.
    """
    from webauthn import verify_authentication_response  # noqa: PLC0415 - few requests need it

    try:
        named = str(msgspec.json.decode(answer)["id"])
        key = next(one for one in known if one.identity == named)
        found = verify_authentication_response(
            credential=answer,
            expected_challenge=_bytes(asked),
            expected_rp_id=party.domain,
            expected_origin=party.origin,
            credential_public_key=_bytes(key.public),
            credential_current_sign_count=0,
        )
    except Exception as fault:
        raise key_wrong() from fault
    return key, found.new_sign_count


def _bytes(letters: str) -> bytes:
    return urlsafe_b64decode(letters + "=" * (-len(letters) % 4))


def _letters(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
