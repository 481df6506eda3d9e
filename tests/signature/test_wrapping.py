"""An XML signature covers the whole message or it covers nothing: signatures moved, wrapped and narrowed."""

from __future__ import annotations

import pytest

from clearlane.signature import detach, reasons
from tests.signature.samples import JSON, OTHER_XML, XML, signed, verdict
from tests.signature.xml_signers import hmac_signed, misnaming_signed, plainly_signed, signed_beside

NAMED_PART = XML.replace(b"<Declaration>", b'<Declaration Id="part">')
NAMED_ROOT = XML.replace(b"<md:MetaData ", b'<md:MetaData Id="all" ')
END = b"</md:MetaData>"


def test_plain_xml_signature_over_the_whole_message_is_valid() -> None:
    evidence = verdict(plainly_signed(XML))
    assert (evidence.status, evidence.signed_at) == ("valid", None)


def test_a_root_named_by_its_own_identifier_is_covered() -> None:
    assert verdict(plainly_signed(NAMED_ROOT)).status == "valid"


def test_a_signature_over_a_part_of_the_message_is_invalid() -> None:
    assert verdict(plainly_signed(NAMED_PART, "#part")).reason == reasons.NOT_WHOLE


def test_a_root_that_shares_its_identifier_with_a_part_is_invalid() -> None:
    content = plainly_signed(NAMED_ROOT).replace(b"<Declaration>", b'<Declaration ID="all">')
    assert verdict(content).reason == reasons.NOT_WHOLE


def test_a_signed_message_wrapped_into_another_is_invalid() -> None:
    content = plainly_signed(NAMED_ROOT)
    assert verdict(b"<Envelope><Declaration/>" + content + b"</Envelope>").reason == reasons.MISPLACED


def test_the_signed_original_hidden_beside_a_forged_declaration_is_invalid() -> None:
    content = plainly_signed(NAMED_ROOT)
    start, end = content.index(b"<ds:Signature"), content.index(END)
    original = content[:start] + END
    forged = NAMED_ROOT[NAMED_ROOT.index(b"<md:") :].replace(b'"all"', b'"forged"').replace(b"1200.00", b"1.00").rstrip()
    wrapped = forged.removesuffix(END) + original + content[start:end] + END
    assert verdict(wrapped).reason == reasons.NOT_WHOLE


def test_the_signed_original_hidden_inside_the_signature_is_invalid() -> None:
    content = plainly_signed(NAMED_ROOT)
    start, end = content.index(b"<ds:Signature"), content.index(END)
    original = b"<ds:Object>" + content[:start] + END + b"</ds:Object>"
    forged = content[:start].replace(b'Id="all"', b"").replace(b"1200.00", b"1.00")
    assert verdict(forged + content[start:end].replace(b"</ds:Signature>", original + b"</ds:Signature>") + END).status == "invalid"


def test_two_signatures_are_invalid() -> None:
    once, _ = signed("xades")
    signature = once[once.index(b"<ds:Signature") : once.index(END)]
    assert verdict(once.replace(END, signature + END)).reason == reasons.SEVERAL


def test_an_element_added_after_signing_is_invalid() -> None:
    content, _ = signed("xades")
    assert verdict(content.replace(b"</Declaration>", b"<Seal>9</Seal></Declaration>")).reason == reasons.ALTERED


def test_a_comment_set_into_a_value_after_signing_is_invalid() -> None:
    content, _ = signed("xades")
    assert verdict(content.replace(b"1200.00", b"1<!-- -->200.00")).reason == reasons.DIVIDED


def test_a_comment_between_elements_leaves_the_signature_valid() -> None:
    content, _ = signed("xades")
    assert verdict(content.replace(b"<!-- green coffee -->", b"<!-- roasted -->")).status == "valid"


def test_an_instruction_placed_before_the_message_is_invalid() -> None:
    content, _ = signed("xades")
    assert verdict(content.replace(b"<md:MetaData", b"<?show other?><md:MetaData", 1)).reason == reasons.NOT_WHOLE


C14N = b'<ds:Transform Algorithm="http://www.w3.org/2006/12/xml-c14n11"/>'
XPATH = b'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>'
ENVELOPED = b'<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>'


@pytest.mark.parametrize("transforms", [C14N + XPATH, XPATH, C14N + C14N, ENVELOPED])
def test_a_transform_that_could_hide_content_is_invalid(transforms: bytes) -> None:
    content = plainly_signed(XML)
    assert C14N in content
    assert verdict(content.replace(C14N, transforms)).reason == reasons.NOT_WHOLE


PROPERTIES = b'Type="http://uri.etsi.org/01903#SignedProperties">'


@pytest.mark.parametrize("transform", [XPATH, ENVELOPED])
def test_a_transform_that_could_hide_signed_properties_is_invalid(transform: bytes) -> None:
    content = signed("xades")[0]
    changed = content.replace(PROPERTIES, PROPERTIES + b"<ds:Transforms>" + transform + b"</ds:Transforms>")
    assert changed != content
    assert verdict(changed).reason == reasons.NOT_WHOLE


def test_a_crowd_of_references_is_invalid() -> None:
    content = signed("xades")[0]
    start = content.index(PROPERTIES) - content[: content.index(PROPERTIES)][::-1].index(b"<ds:Reference"[::-1]) - len(b"<ds:Reference")
    reference = content[start : content.index(b"</ds:Reference>", start) + len(b"</ds:Reference>")]
    assert verdict(content.replace(reference, reference * 5)).reason == reasons.NOT_WHOLE


def test_a_sha1_method_is_invalid() -> None:
    content = plainly_signed(XML).replace(b"ecdsa-sha256", b"ecdsa-sha1")
    assert verdict(content).reason == reasons.WEAK


def test_a_sha1_digest_is_invalid() -> None:
    content = plainly_signed(XML).replace(b"http://www.w3.org/2001/04/xmlenc#sha256", b"http://www.w3.org/2000/09/xmldsig#sha1")
    assert verdict(content).reason == reasons.WEAK


def test_an_hmac_keyed_with_the_public_certificate_is_invalid() -> None:
    assert verdict(hmac_signed(XML)).reason == reasons.WEAK


def test_a_signature_naming_another_certificate_in_its_properties_is_invalid() -> None:
    assert verdict(misnaming_signed(XML)).reason == reasons.OTHER_CERTIFICATE


def test_a_signature_element_beside_the_exact_bytes_is_valid() -> None:
    assert verdict(XML, signed_beside(XML)).status == "valid"


def test_a_signature_element_beside_a_transformed_message_is_invalid() -> None:
    place = b'URI="declaration.xml">'
    changed = signed_beside(XML).replace(place, place + b"<ds:Transforms>" + C14N + b"</ds:Transforms>")
    assert verdict(XML, changed).reason == reasons.NOT_WHOLE


@pytest.mark.parametrize("uri", [b"#elsewhere", b"#xpointer(/)"])
def test_a_signature_element_beside_a_message_it_does_not_name_is_invalid(uri: bytes) -> None:
    assert verdict(XML, signed_beside(XML).replace(b"declaration.xml", uri)).reason == reasons.NOT_WHOLE


def test_a_second_enveloped_signature_beside_the_message_is_invalid() -> None:
    content = signed("xades")[0]
    assert verdict(content, detach(content)[1]).reason == reasons.SEVERAL


@pytest.mark.parametrize("content", [OTHER_XML, XML + b" ", JSON])
def test_a_signature_element_beside_other_bytes_is_invalid(content: bytes) -> None:
    assert verdict(content, signed_beside(XML)).reason == reasons.ALTERED


def test_an_invalid_signature_in_the_message_outweighs_a_valid_one_beside_it() -> None:
    content = signed("xades")[0].replace(b"1200.00", b"1.00")
    _, signature = signed("jws", content)
    assert verdict(content, signature).reason == reasons.ALTERED
