"""What proves that a person is himself: passwords (Argon2id), codes of a device (TOTP, RFC 6238), recovery codes, one-time words."""

from __future__ import annotations

from base64 import b32encode, b64decode, b64encode
from collections.abc import Callable
from datetime import datetime
from functools import cache
from hashlib import sha256
from hmac import compare_digest
from threading import BoundedSemaphore

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from pyotp import TOTP

from clearlane.office.machine_key import MachineKey
from clearlane.office.sign_in_refusals import weak_password
from clearlane.signature.sealing import open_with_key, public_of, seal_to_key

SHORTEST, LONGEST = 12, 200
RECOVERY_CODES = 10
_hasher = PasswordHasher()
_ROOM = BoundedSemaphore(4)
"""How many passwords are hashed at once: each takes 64 MiB, and strangers must not fill the machine."""


@cache
def _nobody() -> str:
    """Return a hash that takes as long as a person's to compare."""
    return _hasher.hash("nobody has this password")


class SecurityKey(msgspec.Struct, frozen=True, omit_defaults=True):
    """A security key, as it is kept: nothing of it is secret.

    Attributes:
      key: Its number among the person's.
      name: What he calls it.
      identity: What it calls itself here, in base64url.
      public: Its public key (COSE), in base64url.
      count: How often it has signed, as it said last; 0 where it does not count.
      since: When it was set up.
      used: When it last signed its holder in; None where it has not yet.
      doubted: Whether it counted back, as a copy would: it is taken no more.
    """

    key: int
    name: str
    identity: str
    public: str
    count: int
    since: datetime
    used: datetime | None = None
    doubted: bool = False


class Credential(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a person signs in, as it is kept.

    Attributes:
      password: The password's hash; empty where none was set.
      factor: The secret of his device, sealed to the machine; empty where there is none.
      waiting: A secret shown to him whose first code is still to come, sealed.
      step: The latest step of time whose code was used: no code is taken twice.
      recovery: Digests of recovery codes not used yet.
      keys: Security keys.
    """

    password: str = ""
    factor: str = ""
    waiting: str = ""
    step: int = 0
    recovery: tuple[str, ...] = ()
    keys: tuple[SecurityKey, ...] = ()

    @property
    def trusted(self) -> tuple[SecurityKey, ...]:
        """The security keys that are taken."""
        return tuple(key for key in self.keys if not key.doubted)

    @property
    def twofold(self) -> bool:
        """Whether a second factor is asked for; one that became doubtful is still."""
        return bool(self.factor or self.keys)


def demand_strong(person: str, password: str) -> None:
    """Refuse a password that would be guessed.

    Raises:
      NotAllowed: It is short, of a few characters only, or holds the person's number.
    """
    if not SHORTEST <= len(password) <= LONGEST or len(set(password)) < 6 or person.casefold() in password.casefold():
        raise weak_password()


def hashed(password: str) -> str:
    """Return a password's hash."""
    with _ROOM:
        return _hasher.hash(password)


def fits(kept: str, password: str) -> bool:
    """Whether a password is the one whose hash is kept; takes as long where none is."""
    try:
        with _ROOM:
            _hasher.verify(kept or _nobody(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def ageing(kept: str) -> bool:
    """Whether a hash was made with weaker settings than are usual now."""
    return _hasher.check_needs_rehash(kept)


def groups(random: bytes) -> str:
    """Return random bytes as groups of letters and digits that can be read out.

    >>> groups(bytes(10))
    'AAAA-AAAA-AAAA-AAAA'
    """
    letters = b32encode(random).decode()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def digest_of_code(typed: str) -> str:
    """Return the digest under which one-time words and recovery codes are kept, however they are typed."""
    plain = "".join(one for one in typed.upper() if one.isalnum())
    return sha256(b"clearlane one-time " + plain.encode()).hexdigest()


def spend_recovery(kept: Credential, typed: str) -> Credential | None:
    """Return a credential without the recovery code typed; None where it has no such code."""
    digest = digest_of_code(typed)
    if not any(compare_digest(digest, one) for one in kept.recovery):
        return None
    return msgspec.structs.replace(kept, recovery=tuple(one for one in kept.recovery if one != digest))


class Factors:
    """Secrets of devices, sealed to the machine.

    Args:
      key: The machine's key.
      randomness: What gives random bytes.
    """

    def __init__(self, key: MachineKey, randomness: Callable[[int], bytes]) -> None:
        self._key, self._randomness = key, randomness

    def new(self, person: str) -> str:
        """Return a new secret, sealed."""
        sealed = seal_to_key(self._randomness(20), public_of(self._key.private()), _purpose(person), self._randomness(32))
        return b64encode(sealed).decode()

    def address(self, sealed: str, person: str, issuer: str) -> str:
        """Return what a device reads to know the secret: ``otpauth://totp/…``."""
        return TOTP(self.secret(sealed, person)).provisioning_uri(name=person, issuer_name=issuer)

    def secret(self, sealed: str, person: str) -> str:
        """Return a secret in the letters that a person can type into his device."""
        return b32encode(open_with_key(b64decode(sealed), self._key.private(), _purpose(person))).decode()

    def step(self, sealed: str, person: str, typed: str, now: datetime, after: int) -> int:
        """Return the step of time whose code was typed, 30 seconds early or late; 0 where none fits, or it was used."""
        code = "".join(typed.split())
        totp = TOTP(self.secret(sealed, person))
        here = totp.timecode(now)
        found = [at for at in (here - 1, here, here + 1) if compare_digest(totp.generate_otp(at).encode(), code.encode())]
        return next((at for at in found if at > after), 0)


def _purpose(person: str) -> str:
    return f"second factor of {person}"
