"""A sealed part opens for its holder and its purpose, and for nobody and nothing else."""

from __future__ import annotations

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from clearlane.model.refusals import NotAllowed
from clearlane.signature.sealing import open_with_key, open_with_words, seal_to_key, seal_with_words

PART, PURPOSE, WORDS = sha256(b"part").digest(), "2026-11-22 holder 1", "bảy con ngựa đúng giờ"
HOLDER, OTHER, FRESH = (sha256(name).digest() for name in (b"holder", b"other", b"fresh"))
TO_KEY = seal_to_key(PART, X25519PrivateKey.from_private_bytes(HOLDER).public_key().public_bytes_raw(), PURPOSE, FRESH)
WITH_WORDS = seal_with_words(PART, WORDS, PURPOSE, FRESH[:16])


def test_the_holder_opens_his_part() -> None:
    assert open_with_key(TO_KEY, HOLDER, PURPOSE) == PART
    assert open_with_words(WITH_WORDS, WORDS, PURPOSE) == PART


@pytest.mark.parametrize("key", [OTHER, FRESH])
def test_another_key_does_not_open_it(key: bytes) -> None:
    with pytest.raises(NotAllowed):
        open_with_key(TO_KEY, key, PURPOSE)


def test_other_words_do_not_open_it() -> None:
    with pytest.raises(NotAllowed):
        open_with_words(WITH_WORDS, WORDS.upper(), PURPOSE)


def test_a_part_is_not_passed_off_as_another_period_s() -> None:
    with pytest.raises(NotAllowed):
        open_with_key(TO_KEY, HOLDER, "2026-11-23 holder 1")
    with pytest.raises(NotAllowed):
        open_with_words(WITH_WORDS, WORDS, "2026-11-23 holder 1")


@pytest.mark.parametrize("sealed", [b"", TO_KEY[:20], WITH_WORDS, TO_KEY[:-1] + b"x", b"\x01" + bytes(80)])
def test_what_is_cut_changed_or_of_the_other_kind_does_not_open(sealed: bytes) -> None:
    with pytest.raises(NotAllowed):
        open_with_key(sealed, HOLDER, PURPOSE)


@pytest.mark.parametrize("sealed", [b"", WITH_WORDS[:10], TO_KEY])
def test_what_is_not_sealed_with_words_does_not_open_with_them(sealed: bytes) -> None:
    with pytest.raises(NotAllowed):
        open_with_words(sealed, WORDS, PURPOSE)


def test_the_part_does_not_stand_in_what_is_sealed() -> None:
    assert PART not in TO_KEY + WITH_WORDS
