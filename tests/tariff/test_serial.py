"""A tariff as bytes: the same comes back, equal content has equal bytes, and damage is seen."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.tariff import TariffContent
from clearlane.tariff.load import read_tariff
from clearlane.tariff.serial import deserialise, serialise
from tests.tariff.tariffs import contents, files


@given(contents())
def test_any_tariff_comes_back_the_same(content: TariffContent) -> None:
    assert deserialise(serialise(content)) == content


def backwards(mapping: Mapping[str, object]) -> dict[str, object]:
    return dict(reversed(list(mapping.items())))


@given(contents())
def test_equal_content_has_equal_bytes_whatever_the_order_of_names(content: TariffContent) -> None:
    lines = tuple(msgspec.structs.replace(line, texts=backwards(line.texts)) for line in content.lines)
    other = msgspec.structs.replace(content, lines=lines, certificates=backwards(content.certificates))
    assert other == content
    assert serialise(other) == serialise(content)


def small() -> bytes:
    content, _ = read_tariff(files())
    assert content is not None
    return serialise(content)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_tariff_are_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="tariff"):
        deserialise(body)


@given(st.integers(4, 200))
def test_bytes_that_end_too_early_are_refused(length: int) -> None:
    whole = small()
    with pytest.raises(ValueError, match="damaged"):
        deserialise(whole[: min(length, len(whole) - 1)])


@given(contents())
def test_equal_content_has_equal_bytes_wherever_its_values_came_from(content: TariffContent) -> None:
    other = msgspec.msgpack.decode(msgspec.msgpack.encode(msgspec.to_builtins(content)), type=TariffContent)
    shown = msgspec.structs.replace(other, header=msgspec.structs.replace(other.header, hs="".join(list(content.header.hs))))
    assert shown == content
    assert serialise(shown) == serialise(content)
