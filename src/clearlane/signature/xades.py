"""XML signatures: XAdES, or plain XML-DSig, enveloped in the message or standing beside it.

`signxml` does the cryptography. What is added here is what a signature must cover: exactly one reference to
the whole message, and none to anything else but the signature's own parts, so that nothing can be wrapped
around or moved out of what was signed.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

from cryptography import x509
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.exceptions import InvalidDigest, InvalidSignature
from signxml.verifier import SignatureConfiguration, VerifyResult, XMLVerifier
from signxml.xades.xades import XAdESVerifier, XAdESVerifyResult

from clearlane.signature import reasons
from clearlane.signature.envelope import DSIG, MOST_SIGNATURE_BYTES, SIGNATURE, Message, enveloped, read
from clearlane.signature.ports import NotProven, Proof
from clearlane.signature.trust import MOST_CERTIFICATES, Trust, signer_among

DS = {"ds": DSIG, "xades": "http://uri.etsi.org/01903/v1.3.2#"}
ENVELOPED = f"{DSIG}enveloped-signature"
SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
MOST_REFERENCES = 4
CANONICAL = frozenset(each.value for each in CanonicalizationMethod)
DIGESTS = frozenset(each for each in DigestAlgorithm if not each.name.endswith(("SHA1", "224")))
WEAK = ("HMAC", "SHA1", "224")
METHODS = frozenset(each for each in SignatureMethod if not each.name.startswith("DSA") and not any(weak in each.name for weak in WEAK))
_DIGEST_NAMES = frozenset(each.value for each in DIGESTS)
_METHOD_NAMES = frozenset(each.value for each in METHODS)


def prove_enveloped(message: Message, trust: Trust) -> Proof:
    """Return the proof that the enveloped signature covers the whole message around it, or raise `NotProven`."""
    _check_coverage(message, external=False)
    return _prove(message.root, message.signature, b"", trust)


def prove_beside(content: bytes, signature: bytes, trust: Trust) -> Proof:
    """Return the proof that a signature element beside the message covers it, or raise `NotProven`.

    It either names the message by an address of its own and covers the exact bytes, or it was enveloped and
    has been set aside; then it is put back and checked in its place.
    """
    if len(signature) > MOST_SIGNATURE_BYTES:
        raise NotProven(reasons.TOO_LARGE)
    alone = read(signature)
    if alone.tag != SIGNATURE:
        raise NotProven(reasons.UNREADABLE)
    if any(each.get("URI") == "" for each in _references(alone)):
        if enveloped(content) is not None:
            raise NotProven(reasons.SEVERAL)
        root = read(content)
        root.append(alone)
        return prove_enveloped(Message(root, alone), trust)
    _check_coverage(Message(alone, alone), external=True)
    return _prove(alone, alone, content, trust)


def _references(signature: etree._Element) -> list[etree._Element]:
    return signature.findall("ds:SignedInfo/ds:Reference", DS)


def _check_coverage(message: Message, *, external: bool) -> None:
    """Require one reference to the whole message and otherwise only references into the signature itself."""
    signature = message.signature
    if len(etree.tostring(signature, with_tail=False)) > MOST_SIGNATURE_BYTES:
        raise NotProven(reasons.TOO_LARGE)
    references = _references(signature)
    if len(references) > MOST_REFERENCES:
        raise NotProven(reasons.NOT_WHOLE)
    inside = {identifier for each in signature.iter() for identifier in _identifiers(each)}
    outward = [each for each in references if each.get("URI", "")[1:] not in inside or not each.get("URI", "").startswith("#")]
    if len(outward) != 1 or not _covers_all(outward[0], message.root, external=external):
        raise NotProven(reasons.NOT_WHOLE)
    if any(not set(_transforms(each)) <= CANONICAL for each in references if each is not outward[0]):
        raise NotProven(reasons.NOT_WHOLE)


def _covers_all(reference: etree._Element, root: etree._Element, *, external: bool) -> bool:
    uri, transforms = reference.get("URI"), _transforms(reference)
    if external:
        return bool(uri) and not str(uri).startswith("#") and not transforms
    canonical = transforms[:1] == [ENVELOPED] and len(transforms) <= 2 and set(transforms[1:]) <= CANONICAL
    return canonical and (uri == "" or _names_root_alone(uri, root))


def _names_root_alone(uri: str | None, root: etree._Element) -> bool:
    """Say whether a fragment names the root and nothing else; a second bearer of the name is how wrapping begins."""
    if uri is None or not uri.startswith("#"):
        return False
    bearers = [each for each in root.iter() if uri[1:] in _identifiers(each)]
    return bearers == [root]


def _identifiers(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2].lower() == "id":
            yield str(value)


def _transforms(reference: etree._Element) -> list[str]:
    return [each.get("Algorithm", "") for each in reference.findall("ds:Transforms/ds:Transform", DS)]


def _prove(root: etree._Element, signature: etree._Element, content: bytes, trust: Trust) -> Proof:
    _check_strength(signature)
    certificates = _certificates(signature)
    signer = signer_among(certificates)
    trust.check(signer, [each for each in certificates if each != signer])
    rule = SignatureConfiguration(
        location="./",
        expect_references=True,  # any number: coverage is already checked
        signature_methods=METHODS,
        digest_algorithms=DIGESTS,
        verification_time=trust.at,
    )
    qualified = any(each.get("Type") == SIGNED_PROPERTIES for each in _references(signature))
    verifier = XAdESVerifier() if qualified else XMLVerifier()
    try:
        results = verifier.verify(root, x509_cert=signer, uri_resolver=lambda _uri: content, expect_config=rule)
    except InvalidDigest as wrong:
        named = "certificate digest" in str(wrong)
        raise NotProven(reasons.OTHER_CERTIFICATE if named else reasons.ALTERED, signer) from wrong
    except InvalidSignature as wrong:
        raise NotProven(reasons.ALTERED, signer) from wrong
    return Proof(signer, _signed_at(results if isinstance(results, list) else [results]))


def _check_strength(signature: etree._Element) -> None:
    method = signature.find("ds:SignedInfo/ds:SignatureMethod", DS)
    digests = [each.get("Algorithm") for each in signature.iter(f"{{{DSIG}}}DigestMethod")]
    if method is None or method.get("Algorithm") not in _METHOD_NAMES or not set(digests) <= _DIGEST_NAMES:
        raise NotProven(reasons.WEAK)


def _certificates(signature: etree._Element) -> list[x509.Certificate]:
    texts = [each.text or "" for each in signature.findall("ds:KeyInfo/ds:X509Data/ds:X509Certificate", DS)]
    if len(texts) > MOST_CERTIFICATES:
        raise NotProven(reasons.TOO_LARGE)
    return [x509.load_der_x509_certificate(base64.b64decode("".join(text.split()), validate=True)) for text in texts]


def _signed_at(results: list[VerifyResult]) -> str | None:
    """Return the claimed time out of the properties that were really signed."""
    for each in results:
        if isinstance(each, XAdESVerifyResult):
            return each.signed_properties.findtext("xades:SigningTime", None, DS)
    return None
