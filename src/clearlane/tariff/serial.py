"""A tariff as bytes to keep: canonical, so that equal content has equal bytes and one digest; each duty is written once."""

from __future__ import annotations

import zlib
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import msgspec

from clearlane.model.duty import DutyExpression, Part, Specific
from clearlane.model.measure import Area, Condition, Measure, MeasureType
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent, TariffHeader
from clearlane.model.text import Text
from clearlane.tariff.files import LARGEST

_MARK = b"CLT1"
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class _Kept(msgspec.Struct, frozen=True):
    """The order of fields is that of the bytes: change it only together with the mark."""

    header: TariffHeader
    lines: tuple[TariffLine, ...]
    duties: tuple[DutyExpression, ...]
    measures: tuple[tuple[int, Measure], ...]
    types: tuple[MeasureType, ...]
    areas: tuple[Area, ...]
    certificates: dict[str, Text]
    footnotes: dict[str, Text]
    additional_codes: dict[str, Text]


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(_Kept)


def serialise(content: TariffContent) -> bytes:
    """Return a tariff as bytes. Equal content gives equal bytes."""
    numbers: dict[DutyExpression, int] = {}
    measures: list[tuple[int, Measure]] = []
    for measure in content.measures:
        number = -1 if measure.duty is None else numbers.setdefault(measure.duty, len(numbers))
        measures.append((number, _measure(measure)))
    kept = _Kept(
        _plain(content.header),
        tuple(map(_plain, content.lines)),
        tuple(map(_expression, numbers)),
        tuple(measures),
        content.types,
        content.areas,
        dict(content.certificates),
        dict(content.footnotes),
        dict(content.additional_codes),
    )
    return _MARK + zlib.compress(_encoder.encode(kept), 6)


def deserialise(body: bytes) -> TariffContent:
    """Return the tariff that bytes hold.

    Raises:
      ValueError: These are not the bytes of a tariff, or they are damaged.
    """
    if not body.startswith(_MARK):
        raise ValueError("These are not the bytes of a tariff.")
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(body[len(_MARK) :], LARGEST)
        if not unpacker.eof:
            raise ValueError("The bytes of the tariff are damaged.")
        kept = _decoder.decode(plain)
        measures = tuple(_with(measure, kept.duties, number) for number, measure in kept.measures)
    except (zlib.error, msgspec.DecodeError, IndexError) as trouble:
        raise ValueError("The bytes of the tariff are damaged.") from trouble
    return TariffContent(
        kept.header, kept.lines, measures, kept.types, kept.areas, kept.certificates, kept.footnotes, kept.additional_codes
    )


def _with(measure: Measure, duties: tuple[DutyExpression, ...], number: int) -> Measure:
    return measure if number < 0 else msgspec.structs.replace(measure, duty=duties[number])


@cache
def _usual(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """Return the usual values that are left out of the bytes only where they are the very object that stands in the class."""
    fields = ((field.name, field.default) for field in msgspec.structs.fields(kind))
    return tuple((name, usual) for name, usual in fields if isinstance(usual, str | date | Decimal | tuple) and usual)


def _plain(one: _Struct) -> _Struct:
    """Return a noun with its usual values as the class has them, so that each is left out of the bytes whoever wrote it."""
    found = {name: usual for name, usual in _usual(type(one)) if (own := getattr(one, name)) is not usual and own == usual}
    return msgspec.structs.replace(one, **found) if found else one


def _measure(measure: Measure) -> Measure:
    if measure.duty is None and not measure.conditions:
        return _plain(measure)
    conditions = tuple(map(_condition, measure.conditions))
    return _plain(msgspec.structs.replace(measure, duty=None, conditions=conditions))


def _condition(condition: Condition) -> Condition:
    return msgspec.structs.replace(condition, duty=_expression(condition.duty)) if condition.duty else condition


def _expression(duty: DutyExpression) -> DutyExpression:
    terms = (_plain(msgspec.structs.replace(term, part=_part(term.part))) for term in duty.terms)
    return msgspec.structs.replace(duty, terms=tuple(terms))


def _part(part: Part) -> Part:
    return msgspec.structs.replace(part, per=tuple(map(_plain, part.per))) if isinstance(part, Specific) else part
