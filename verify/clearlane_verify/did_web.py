"""Issuers known by a web address (``did:web``), from documents pinned beforehand: nobody is asked while something is checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clearlane_verify.credential import PURPOSE, Keys
from clearlane_verify.jcs import Json
from clearlane_verify.multibase import did_key, key_of
from clearlane_verify.refusal import Malformed, SignatureRefused


def pinned(documents: Sequence[Mapping[str, Json]]) -> Keys:
    """Return the keys of pinned DID documents: those their subject names to assert with. Keys of ``did:key`` say themselves.

    Args:
      documents: DID documents, as they were when they were pinned.

    Raises:
      Malformed: A document is none.
    """
    known: dict[str, bytes] = {}
    for document in documents:
        known |= _of(document)

    def key(method: str) -> bytes:
        if method.startswith("did:key:"):
            return did_key(method)
        if method not in known:
            raise SignatureRefused(f"No pinned key is called {method[:120]}.", f"Không có khóa đã ghim tên {method[:120]}.")
        return known[method]

    return key


def _of(document: Mapping[str, Json]) -> dict[str, bytes]:
    did, methods, asserting = document.get("id"), document.get("verificationMethod"), document.get(PURPOSE)
    if not isinstance(did, str) or not did.startswith("did:") or not isinstance(methods, list) or not isinstance(asserting, list):
        raise Malformed("That is no DID document with keys to assert with.", "Đây không phải tài liệu DID có khóa khẳng định.")
    named = {str(one.get("id") if isinstance(one, dict) else one) for one in asserting}
    found: dict[str, bytes] = {}
    for one in [*methods, *asserting]:
        if not isinstance(one, dict):
            continue
        name = str(one.get("id", ""))
        whole = did + name if name.startswith("#") else name
        if whole.partition("#")[0] == did == one.get("controller") and {name, whole} & named and one.get("type") == "Multikey":
            found[whole] = key_of(str(one.get("publicKeyMultibase")))
    return found


def document(did: str, keys: Mapping[str, str]) -> dict[str, Json]:
    """Return a DID document.

    Args:
      did: The issuer, such as ``did:web:customs.example``.
      keys: Its keys as Multikeys, by the name after ``#``.
    """
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": [
            {"id": f"{did}#{name}", "type": "Multikey", "controller": did, "publicKeyMultibase": key} for name, key in keys.items()
        ],
        PURPOSE: [f"{did}#{name}" for name in keys],
    }
