"""Messages to sign, and the three ways to sign one, for the tests of signatures."""

from __future__ import annotations

from clearlane.model.signature import SignatureEvidence
from clearlane.signature import verifier_from
from clearlane.signature.sign import sign_cms, sign_jws, sign_xades
from tests.signature.certificates import NOW, Identity, broker, root

XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
  <!-- green coffee -->
  <Declaration><FunctionCode>9</FunctionCode>
  <FunctionalReferenceID>XA-1</FunctionalReferenceID><Total currencyID="ARD">1200.00</Total></Declaration>
</md:MetaData>
"""
OTHER_XML = XML.replace(b"XA-1", b"XA-2")
JSON = b'{"FunctionCode": "9", "FunctionalReferenceID": "XA-1"}'
FORMS = ("xades", "cms", "jws")

Signed = tuple[bytes, bytes | None]


def signed(form: str, content: bytes = XML, by: Identity | None = None, chain: bytes = b"") -> Signed:
    """Sign content and return what a declarant sends: the content, and the signature where it stands beside."""
    who = by or broker()
    if form == "xades":
        return sign_xades(content, who.key, who.pem + chain, NOW), None
    if form == "cms":
        return content, sign_cms(content, who.key, who.pem + chain)
    return content, sign_jws(content, who.key, who.pem + chain, NOW)


def verdict(content: bytes, signature: bytes | None = None) -> SignatureEvidence:
    """Verify with the tests' one authority at the tests' one moment; a signature is expected to be found."""
    evidence = verifier_from([root().pem], NOW).verify(content, signature)
    assert evidence is not None
    return evidence
