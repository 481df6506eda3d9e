"""Add and drop rows of a form between two posts, for a page without scripts."""

from __future__ import annotations

import msgspec

from clearlane.risk.language.form import FormExample, FormProfile, FormRow


def with_row(form: FormProfile, place: str) -> FormProfile:
    """Return a form with a blank row added within the frame at a place, such as ``when`` or ``when.2``.

    A question at that place becomes a frame of itself and the blank row, both to hold.
    """
    return msgspec.structs.replace(form, when=_added(form.when, _steps(place)))


def without_row(form: FormProfile, place: str) -> FormProfile:
    """Return a form without the row at a place, such as ``when.0.1``; at ``when`` itself, with a blank row only."""
    steps = _steps(place)
    return msgspec.structs.replace(form, when=_dropped(form.when, steps) if steps else FormRow())


def with_example(form: FormProfile) -> FormProfile:
    """Return a form with one more example to fill in."""
    return msgspec.structs.replace(form, examples=(*form.examples, FormExample()))


def _steps(place: str) -> tuple[int, ...]:
    return tuple(int(one) for one in place.split(".")[1:] if one.isdecimal())


def _added(row: FormRow, steps: tuple[int, ...]) -> FormRow:
    if steps and steps[0] < len(row.parts):
        return _replaced(row, steps[0], (_added(row.parts[steps[0]], steps[1:]),))
    if not row.joins:
        return FormRow("all", parts=(row, FormRow()))
    return msgspec.structs.replace(row, parts=(*row.parts, FormRow()))


def _dropped(row: FormRow, steps: tuple[int, ...]) -> FormRow:
    if steps[0] >= len(row.parts):
        return row
    part = row.parts[steps[0]]
    return _replaced(row, steps[0], (_dropped(part, steps[1:]),) if steps[1:] else ())


def _replaced(row: FormRow, at: int, parts: tuple[FormRow, ...]) -> FormRow:
    return msgspec.structs.replace(row, parts=(*row.parts[:at], *parts, *row.parts[at + 1 :]))
