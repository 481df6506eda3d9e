"""A tariff as bytes to keep: canonical, so that equal content has equal bytes and one digest; each duty is written once."""

from __future__ import annotations

import zlib

import msgspec

from clearlane.model.duty import DutyExpression
from clearlane.model.measure import Area, Measure, MeasureType
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent, TariffHeader
from clearlane.model.text import Text
from clearlane.tariff.files import LARGEST

_MARK = b"CLT1"


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
        measures.append((number, measure if measure.duty is None else msgspec.structs.replace(measure, duty=None)))
    kept = _Kept(
        content.header,
        content.lines,
        tuple(numbers),
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
