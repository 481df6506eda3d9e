"""Messages handed in together are cut apart, each as it stands."""

from __future__ import annotations

import pytest

from clearlane.lodgement.split import split
from clearlane.model.refusals import Unreadable


@pytest.mark.parametrize(
    "single",
    [
        b"",
        b"  ",
        b"{}",
        b'{\n "a": {}\n}',
        b'{"a":\n[{},\n{}]}',
        b"<Declaration/>",
        b"<MetaData><Messages/></MetaData>",
        b"<Messagesx/>",
        b"hello",
    ],
)
def test_a_single_message_is_left_whole(single: bytes) -> None:
    assert split(single) is None


def test_an_array_is_cut_byte_for_byte() -> None:
    assert split(b' [ {"a": 1.00} , {"b" :2}]') == (b'{"a": 1.00}', b'{"b" :2}')


def test_lines_are_cut_at_their_ends_and_empty_ones_left_out() -> None:
    assert split(b'{"a":1}\r\n\n{"b":2}\nnonsense\n') == (b'{"a":1}\r', b'{"b":2}', b"nonsense")


def test_elements_keep_their_white_space_namespaces_and_signatures() -> None:
    inside = b"<d:Declaration> <!--x--> a\n</d:Declaration><!-- y --> <b/>"
    body = b'<?xml version="1.0"?><!-- c --><m:Messages xmlns:m="urn:m" xmlns:d="urn:d"> ' + inside + b"</m:Messages>"
    first, second = split(body) or ()
    assert first == b'<d:Declaration xmlns:d="urn:d" xmlns:m="urn:m"> <!--x--> a\n</d:Declaration>'
    assert second.startswith(b"<b ")


@pytest.mark.parametrize("broken", [b"[", b"[{},]", b'["\xff"', b"[" * 100_000, b"<Messages>", b"<Messages><a></Messages>"])
def test_a_broken_collection_is_refused(broken: bytes) -> None:
    with pytest.raises(Unreadable):
        split(broken)


def test_a_collection_with_entities_is_refused() -> None:
    with pytest.raises(Unreadable, match="document type"):
        split(b'<?xml version="1.0"?><Messages><!DOCTYPE a [<!ENTITY b "c">]></Messages>')


def test_more_messages_than_are_taken_are_refused() -> None:
    with pytest.raises(Unreadable, match="3 messages"):
        split(b"[{},{},{}]", max_messages=2)


def test_a_head_made_to_be_slow_costs_no_more_than_its_length() -> None:
    assert split(b"<?a?>" * 200_000 + b"x") is None
