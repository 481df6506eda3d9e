"""Setting an enveloped signature aside leaves the message as it was before signing, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane.signature import detach
from clearlane.signature.sign import sign_xades
from tests.signature.certificates import NOW, broker
from tests.signature.samples import JSON, OTHER_XML, XML, signed, verdict

MESSAGES = Path(__file__).parents[3] / "shared" / "data" / "wcodm" / "DEC"


def test_the_message_under_a_signature_comes_back_byte_for_byte() -> None:
    message, signature = detach(signed("xades")[0])
    assert message == XML
    assert signature is not None


def test_a_message_in_utf16_comes_back_byte_for_byte() -> None:
    wide = XML.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")
    signature = detach(signed("xades")[0])[1]
    assert signature is not None
    place = wide.index("</md:MetaData>".encode("utf-16-le"))
    assert detach(wide[:place] + signature.decode().encode("utf-16-le") + wide[place:])[0] == wide


@pytest.mark.parametrize("content", [XML, JSON, b"", b"<", b"<a>http://www.w3.org/2000/09/xmldsig#"])
def test_what_carries_no_signature_comes_back_whole(content: bytes) -> None:
    assert detach(content) == (content, None)


def test_a_message_with_two_signatures_comes_back_whole() -> None:
    content = signed("xades")[0]
    twice = content.replace(b"</md:MetaData>", (detach(content)[1] or b"") + b"</md:MetaData>")
    assert detach(twice) == (twice, None)


def test_a_signature_set_aside_still_proves_its_own_message() -> None:
    message, signature = detach(signed("xades")[0])
    assert verdict(message, signature).status == "valid"


def test_a_signature_set_aside_proves_no_other_message() -> None:
    _, signature = detach(signed("xades")[0])
    assert verdict(OTHER_XML, signature).status == "invalid"


@pytest.mark.skipif(not MESSAGES.is_dir(), reason="the open sample messages are not here")
def test_real_declarations_are_signed_verified_and_set_back_byte_for_byte() -> None:
    for path in sorted(MESSAGES.glob("*.xml"))[::25]:
        content = path.read_bytes()
        signed_content = sign_xades(content, broker().key, broker().pem, NOW)
        assert (path.name, verdict(signed_content).reason) == (path.name, None)
        assert detach(signed_content)[0] == content
