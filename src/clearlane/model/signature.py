"""What the office knows about the declarant's digital signature on a message."""

from __future__ import annotations

from typing import Literal

import msgspec

from clearlane.model.text import Text

SignatureForm = Literal["xades", "cms", "jws"]
SignatureStatus = Literal["valid", "invalid"]


class SignatureEvidence(msgspec.Struct, frozen=True):
    """One declarant's signature, checked against the exact bytes the office registers.

    Attributes:
      form: How it was signed: XML signature (XAdES), CMS/PKCS#7 beside the bytes, or JWS beside the bytes.
      signer: The name in the certificate; empty where the signature is not valid. Personal data, which no
        fact holds.
      certificate_sha256: SHA-256 of the certificate that came with the signature, 64 hexadecimal digits;
        empty where none could be read. Where the status is invalid it is only what was presented.
      signed_at: The moment the signer claims to have signed, ISO 8601; None where not stated or not valid.
      content_sha256: SHA-256 of the exact registered bytes, 64 hexadecimal digits.
      status: Whether the signature holds for these bytes, this trust and this day.
      reason: Why it does not hold, in words for the declarant; None where it holds.
    """

    form: SignatureForm
    signer: str
    certificate_sha256: str
    signed_at: str | None
    content_sha256: str
    status: SignatureStatus
    reason: Text | None = None
