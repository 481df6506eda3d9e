"""Whether a declaration is sound in structure and format: one pass through a compiled schema, without words.

Nearly every declaration is. The schema is made from the same positions as the walk that finds the
words for the others, and the figures and dates it does not take at once are left to that walk.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

import msgspec

from clearlane.lodgement.rules.form import form
from clearlane.lodgement.rules.positions import ATTRIBUTES, MOMENT_102, MOMENT_304, Position, position
from clearlane.lodgement.rules.walk import CURRENCY, UNIT
from clearlane.model.declaration import Declaration
from clearlane.model.structure import Place


def _matching(pattern: str) -> Any:
    return Annotated[str, msgspec.Meta(pattern=rf"^(?:{pattern})\Z")]


_NOTHING = Annotated[list[Any], msgspec.Meta(max_length=0)]
_KNOWN: Any = dict[Literal[ATTRIBUTES], str]  # type: ignore[valid-type]
_UNPLACED = msgspec.defstruct(
    "Unplaced",
    [("attributes", _KNOWN, {}), ("on", dict[str, _KNOWN], {}), ("text", Literal[""], ""), ("elements", _NOTHING, [])],
    forbid_unknown_fields=True,
)
_DAY, _MOMENT = (
    msgspec.defstruct("Moment", [("value", _matching(pattern))], tag_field="formatCode", tag=code, forbid_unknown_fields=True)
    for code, pattern in (("102", MOMENT_102.pattern), ("304", MOMENT_304.pattern))
)


@cache
def _schema() -> tuple[msgspec.json.Encoder, msgspec.json.Decoder[Any]]:
    return msgspec.json.Encoder(), msgspec.json.Decoder(_group(position()))


def is_sound(declaration: Declaration) -> bool:
    """Return whether nothing is out of the ordinary in structure and format; False asks for a closer look."""
    encoder, decoder = _schema()
    try:
        decoder.decode(encoder.encode(declaration))
    except msgspec.ValidationError:
        return False
    return True


def _group(here: Position) -> type[msgspec.Struct]:
    fields: list[tuple[str, Any, Any]] = [("unplaced", _UNPLACED | None, msgspec.field(name="_unplaced", default=None))]
    for place in here.places:
        if not here.elsewhere(place):
            what, default = _type(here, place), () if place.shape == "groups" else None
            written = msgspec.field(name=place.name) if place.required else msgspec.field(name=place.name, default=default)
            fields.append((place.field, what if place.required or place.shape == "groups" else what | None, written))
    return msgspec.defstruct(here.names[-1] if here.names else "Declaration", fields, kw_only=True, forbid_unknown_fields=True, gc=False)


def _type(here: Position, place: Place) -> Any:
    if place.group is not None:
        below = _group(position(place.group, (*here.names, place.name)))
        if place.shape == "group":
            return below
        return Annotated[tuple[below, ...], msgspec.Meta(max_length=place.most or None)]  # type: ignore[valid-type]
    if place.shape == "moment":
        return _DAY | _MOMENT
    known = form(place)
    if place.shape == "text":
        words = Annotated[str, msgspec.Meta(min_length=1, max_length=known.most)]
        return words if known.kind == "words" else _matching(known.pattern)
    value = ("value", _matching(known.pattern))
    code = ("currencyID", _matching(CURRENCY.pattern)) if place.shape == "amount" else ("unitCode", _matching(UNIT.pattern) | None, None)
    return msgspec.defstruct(place.name, [value, code], forbid_unknown_fields=True, gc=False)
