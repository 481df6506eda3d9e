"""What differs between two tariffs, line by line and measure by measure, found as it is asked for.

A line is known by its code and suffix, a heading without a code by its text and the line above it; a measure by code, type, area,
additional code, quota and season, not by its identifier, which each edition gives anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping

import msgspec

from clearlane.model.duty import DutyExpression
from clearlane.model.edition import TariffChange
from clearlane.model.measure import Condition, Measure
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffContent


def differences(old: TariffContent, new: TariffContent) -> Iterator[TariffChange]:
    """Yield every difference: lines first, then measures, in the order of the new tariff, with what was removed after each."""
    yield from _lines(_keyed_lines(old.lines), _keyed_lines(new.lines))
    yield from _measures(_keyed_measures(old.measures), _keyed_measures(new.measures))


def _keyed_lines(lines: Iterable[TariffLine]) -> dict[Hashable, TariffLine]:
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, TariffLine] = {}
    above = ""
    for line in lines:
        above = line.code or above
        key: Hashable = (line.code, line.suffix) if line.code else ("", above, tuple(sorted(line.texts.items())))
        found[key, seen[key]] = line
        seen[key] += 1
    return found


def _keyed_measures(measures: Iterable[Measure]) -> dict[Hashable, Measure]:
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, Measure] = {}
    for one in sorted(measures, key=lambda measure: (measure.since, measure.id)):
        key = (one.code, one.type, one.area, one.additional_code, one.order_number, one.season)
        found[key, seen[key]] = one
        seen[key] += 1
    return dict(sorted(found.items(), key=lambda pair: (pair[1].code, pair[1].type, pair[1].area)))


def _lines(old: Mapping[Hashable, TariffLine], new: Mapping[Hashable, TariffLine]) -> Iterator[TariffChange]:
    for key, line in new.items():
        before = old.get(key)
        if before is None:
            yield TariffChange("added", "line", line.code, after=_said(line))
        elif before != line:
            for field, was, is_ in _changed(_line_fields(before), _line_fields(line)):
                yield TariffChange("changed", "line", line.code, field, before=was, after=is_)
    for key, line in old.items():
        if key not in new:
            yield TariffChange("removed", "line", line.code, before=_said(line))


def _measures(old: Mapping[Hashable, Measure], new: Mapping[Hashable, Measure]) -> Iterator[TariffChange]:
    for key, one in new.items():
        before = old.get(key)
        if before is None:
            yield TariffChange("added", "measure", one.code, type=one.type, area=one.area, after=_duty(one.duty))
        elif before != one:
            changed = list(_changed(_measure_fields(before), _measure_fields(one)))
            for field, was, is_ in changed or _changed(_duty_parts(before), _duty_parts(one)):
                yield TariffChange("changed", "measure", one.code, field, one.type, one.area, was, is_)
    for key, one in old.items():
        if key not in new:
            yield TariffChange("removed", "measure", one.code, type=one.type, area=one.area, before=_duty(one.duty))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for field in dict.fromkeys((*before, *after)):
        was, is_ = before.get(field, ""), after.get(field, "")
        if was != is_:
            yield field, was, is_


def _said(line: TariffLine) -> str:
    return next(iter(line.texts.values()), "")


def _line_fields(line: TariffLine) -> dict[str, str]:
    texts = {f"text.{language}": text for language, text in line.texts.items()}
    return texts | {
        "indent": str(line.indent),
        "units": "; ".join(line.units),
        "since": line.since.isoformat(),
        "until": line.until.isoformat() if line.until else "",
        "footnotes": " ".join(line.footnotes),
    }


def _measure_fields(one: Measure) -> dict[str, str]:
    return {
        "duty": _duty(one.duty),
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else "",
        "excluded": " ".join(one.excluded),
        "conditions": _conditions(one.conditions),
        "footnotes": " ".join(one.footnotes),
        "reference": one.reference,
    }


def _duty_parts(one: Measure) -> dict[str, str]:
    """Return a duty with its parts, for where the same text was once read differently."""
    return {"duty": f"{one.duty.text} {msgspec.json.encode(one.duty.terms).decode()}"} if one.duty else {}


def _duty(duty: DutyExpression | None) -> str:
    return "" if duty is None else duty.text


def _conditions(conditions: tuple[Condition, ...]) -> str:
    return msgspec.json.encode(conditions).decode() if conditions else ""
