"""Other people's XML signing software, for the tests: plain, beside the bytes, and dishonest."""

from __future__ import annotations

from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signxml.algorithms import DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.signer import SignatureReference, XMLSigner

from clearlane.signature.sign import _DatedSigner
from tests.signature.certificates import NOW, broker


def plainly_signed(content: bytes, uri: str | None = None) -> bytes:
    """Sign with plain XML-DSig: the whole message, or only the part that a fragment names."""
    signer = XMLSigner(SignatureConstructionMethod.enveloped, SignatureMethod.ECDSA_SHA256)
    root = signer.sign(etree.fromstring(content), key=broker().private, cert=[broker().certificate], reference_uri=uri)
    return etree.tostring(root)


def hmac_signed(content: bytes) -> bytes:
    """Use the public certificate as if it were a shared secret."""
    signer = XMLSigner(SignatureConstructionMethod.enveloped, SignatureMethod.HMAC_SHA256)
    return etree.tostring(signer.sign(etree.fromstring(content), key=broker().pem))


class _BesideSigner(XMLSigner):
    def __init__(self, content: bytes) -> None:
        super().__init__(SignatureConstructionMethod.detached, SignatureMethod.ECDSA_SHA256)
        self.content = content

    def _build_transforms_for_reference(self, *, transforms_node: etree._Element, **_rest: Any) -> None:
        parent = transforms_node.getparent()
        assert parent is not None
        parent.remove(transforms_node)

    def _c14n(self, nodes: Any, algorithm: Any, inclusive_ns_prefixes: Any = None) -> bytes:
        if getattr(nodes, "tag", None) == "outside":
            return self.content
        return bytes(super()._c14n(nodes, algorithm=algorithm, inclusive_ns_prefixes=inclusive_ns_prefixes))


def signed_beside(content: bytes) -> bytes:
    """Return a signature element that names the exact bytes of a message outside it."""
    reference = SignatureReference(URI="declaration.xml")
    outside = etree.fromstring(b"<outside/>")
    signature = _BesideSigner(content).sign(outside, key=broker().private, cert=[broker().certificate], reference_uri=[reference])
    return etree.tostring(signature)


class _Misnaming(_DatedSigner):
    def _get_digest(self, data: bytes, algorithm: DigestAlgorithm) -> bytes:
        if data == broker().certificate.public_bytes(Encoding.DER):
            data = broker("rsa").certificate.public_bytes(Encoding.DER)
        return bytes(super()._get_digest(data, algorithm))


def misnaming_signed(content: bytes) -> bytes:
    """Sign with one certificate and name another in the signed properties."""
    signer = _Misnaming(NOW, SignatureMethod.ECDSA_SHA256)
    chain = [broker().certificate]
    return etree.tostring(signer.sign(etree.fromstring(content), key=broker().private, cert=chain, always_add_key_value=False))
