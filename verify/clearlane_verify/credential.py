"""Verifiable credentials (W3C VC 2.0) secured by ``eddsa-jcs-2022``: what is signed, by which key, and whether it is in force.

A proof that holds says who signed. Whether he may is told by pinned keys and a dated list of issuers; whether the credential was
withdrawn, by a status list (``status``). None of these asks a network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from clearlane_verify.jcs import Json, canonical
from clearlane_verify.multibase import base58, decoded
from clearlane_verify.refusal import Malformed, ProofRefused, SignatureRefused

VC2 = "https://www.w3.org/ns/credentials/v2"
SUITE = "eddsa-jcs-2022"
PURPOSE = "assertionMethod"
Keys = Callable[[str], bytes]
"""From a verification method to the 32 bytes of its public key; refuses one that is not known."""
Sign = Callable[[bytes], bytes]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)", re.ASCII)


class Proved(NamedTuple):
    """What a proof that holds says.

    Attributes:
      method: The verification method: whose key it was.
      created: When it was signed; None where it does not say.
    """

    method: str
    created: datetime | None


def secured(document: Mapping[str, Json], method: str, sign: Sign, created: datetime) -> dict[str, Json]:
    """Return a document with a proof.

    Args:
      document: The document, without a proof.
      method: The verification method under which the key is known.
      sign: Signs with that key.
      created: Now.
    """
    proof: dict[str, Json] = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": f"{created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "verificationMethod": method,
        "proofPurpose": PURPOSE,
    }
    if "@context" in document:
        proof["@context"] = document["@context"]
    return {**document, "proof": {**proof, "proofValue": base58(sign(_hashed(document, proof)))}}


def demand_proof(document: Mapping[str, Json], keys: Keys) -> tuple[Proved, ...]:
    """Return what the proofs of a document say, where every one of them holds.

    Args:
      document: The document with its proof, or several.
      keys: The keys that are known.

    Raises:
      Malformed: There is no proof, or one out of form.
      ProofRefused: A proof is of another suite or purpose, or the document's context is not the very one signed. The suite would let
        one be added behind it; that would give names another meaning than was signed, and is refused.
      SignatureRefused: A signature does not hold, or its key is not known.
    """
    proofs = document.get("proof")
    every = [one for one in (proofs if isinstance(proofs, list) else [proofs]) if isinstance(one, dict)]
    if not every or (isinstance(proofs, list) and len(every) < len(proofs)):
        raise Malformed("The document has no proof.", "Tài liệu không có bằng chứng chữ ký.")
    return tuple(_held(document, one, keys) for one in every)


def _held(document: Mapping[str, Json], proof: Mapping[str, Json], keys: Keys) -> Proved:
    if (proof.get("type"), proof.get("cryptosuite"), proof.get("proofPurpose")) != ("DataIntegrityProof", SUITE, PURPOSE):
        raise ProofRefused(f"Only proofs of {SUITE} that assert are checked.", f"Chỉ kiểm tra bằng chứng {SUITE} để khẳng định nội dung.")
    if "previousProof" in proof:
        raise ProofRefused("A proof that builds on another is not checked.", "Không kiểm tra bằng chứng dựa trên bằng chứng khác.")
    method, value = proof.get("verificationMethod"), proof.get("proofValue")
    if not isinstance(method, str) or not isinstance(value, str):
        raise Malformed("A proof names no key, or has no value.", "Bằng chứng thiếu khóa hoặc giá trị.")
    bare = {name: one for name, one in document.items() if name != "proof"}
    if proof.get("@context", document.get("@context")) != document.get("@context"):
        raise ProofRefused("The context is not the one that was signed.", "Ngữ cảnh (@context) không phải ngữ cảnh đã ký.")
    options = {name: one for name, one in proof.items() if name != "proofValue"}
    try:
        Ed25519PublicKey.from_public_bytes(keys(method)).verify(decoded(value), _hashed(bare, options))
    except (InvalidSignature, ValueError):
        raise SignatureRefused(
            "The signature does not hold: a field was changed, or another signed it.",
            "Chữ ký không đúng: có trường đã bị sửa hoặc do người khác ký.",
        ) from None
    return Proved(method, moment(proof.get("created")))


def _hashed(document: Mapping[str, Json], proof: Mapping[str, Json]) -> bytes:
    return sha256(canonical(dict(proof))).digest() + sha256(canonical(dict(document))).digest()


def moment(written: Json) -> datetime | None:
    """Return a moment as a credential writes it, None where it writes none.

    Raises:
      Malformed: It is no moment with an offset from UTC.
    """
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written) if _MOMENT.fullmatch(written) else None
    except (TypeError, ValueError):
        found = None
    if found is None:
        raise Malformed(f"{written!r} is no moment.", f"{written!r} không phải thời điểm.")
    return found


def demand_valid(document: Mapping[str, Json], at: datetime) -> None:
    """Do nothing where a document is a credential that is in force at a moment. Its proof is another matter, and its status a third.

    Raises:
      Malformed: It is no credential of W3C VC 2.0, or a date in it is none.
      ProofRefused: It is not in force yet, or not any more.
    """
    contexts, kinds = document.get("@context"), document.get("type")
    if not isinstance(contexts, list) or contexts[:1] != [VC2] or "VerifiableCredential" not in listed(kinds):
        raise Malformed("That is no verifiable credential of version 2.", "Đây không phải chứng chỉ kiểm chứng được phiên bản 2.")
    if not issuer_of(document) or not document.get("credentialSubject"):
        raise Malformed("The credential names no issuer, or nothing it is about.", "Chứng chỉ thiếu bên cấp hoặc đối tượng.")
    since, until = moment(document.get("validFrom")), moment(document.get("validUntil"))
    if since is not None and at < since:
        raise ProofRefused(f"It is in force from {since:%Y-%m-%d} only.", f"Chỉ có hiệu lực từ {since:%d/%m/%Y}.")
    if until is not None and at > until:
        raise ProofRefused(f"It was in force until {until:%Y-%m-%d}.", f"Đã hết hiệu lực từ {until:%d/%m/%Y}.")


def issuer_of(document: Mapping[str, Json]) -> str:
    """Return who issued a credential; empty where it does not say."""
    issuer = document.get("issuer")
    named = issuer.get("id") if isinstance(issuer, dict) else issuer
    return named if isinstance(named, str) else ""


def demand_issued(document: Mapping[str, Json], proofs: tuple[Proved, ...]) -> None:
    """Do nothing where a key of the issuer himself signed.

    Raises:
      SignatureRefused: Others signed, and he did not.
    """
    issuer = issuer_of(document)
    if not issuer or all(one.method.partition("#")[0] != issuer for one in proofs):
        raise SignatureRefused(f"It was not signed by its issuer, {issuer or '-'}.", f"Không phải do bên cấp {issuer or '-'} ký.")


def listed(value: Json) -> list[Json]:
    """Return a value as a list: what JSON says of one thing without one."""
    return value if isinstance(value, list) else [value]
