"""Who signs certificates: the key in a file of the office's machine, under the office's DID."""

from __future__ import annotations

from functools import cache

from clearlane.keys import Signer, open_signer
from clearlane.office.office import Office
from clearlane.office.settings import Settings

BY_PROFILE = "profile"


def certifier(found: Settings, office: Office) -> Signer:
    """Return what signs certificates; the key is made when it is first needed.

    Raises:
      Unavailable: The file with the key cannot be used.
    """
    name = found.certificate_did if found.certificate_did != BY_PROFILE else f"did:web:customs-{office.profile.code}.example"
    return _in_memory(name) if ":memory:" in found.store else open_signer(found.certificate_key, name)


@cache
def _in_memory(name: str) -> Signer:
    """Return the key of an office that ends with the process: the same for as long as that lives."""
    return open_signer("memory:", name)
