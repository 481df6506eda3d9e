"""Conformance: whether a national profile is law that an office can work with, whatever the country.

First what can be seen by reading it: dates without gap or overlap, references that lead somewhere,
words in every language, taxes that can be computed in their order, examples that can be read. Where all
that is in order, an office takes the examples, every further rule is shown, and every worked journey is walked.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import msgspec

from clearlane.lodgement.rules.register import RULES
from clearlane.model.facts import Lane
from clearlane.model.message import Message
from clearlane.model.money import Rounding
from clearlane.model.pointing import point
from clearlane.model.profile import CodeRule, Direction, Obligation, Profile
from clearlane.model.text import Text
from clearlane.office import conformance_tariff
from clearlane.office.complaints import Complaint
from clearlane.office.journeys import journeys
from clearlane.office.office import system_clock
from clearlane.office.permit_remarks import OF_PERMITS
from clearlane.office.rehearsal import rehearsal
from clearlane.office.remarks import REMARKS
from clearlane.office.risk_refusals import no_such_lane
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.errors import ProfileFault
from clearlane.risk.language.parser import read_profile
from clearlane.risk.selection.candidate import faults

_OF_EVERY_COUNTRY = frozenset(RULES) | {remark.code for remark in (*REMARKS, *OF_PERMITS)}
_Periods = list[tuple[date, date | None]]


def conformance(profile: Profile, clock: Callable[[], datetime] = system_clock) -> list[Complaint]:
    """Return everything that is wrong with a profile; nothing where it is in order.

    Args:
      profile: The law.
      clock: What tells the time at which its examples are lodged.
    """
    found = [complaint for check in _CHECKS for complaint in check(profile)] or rehearsal(profile, clock)
    return found or list(journeys(profile))


def _demands(profile: Profile) -> tuple[CodeRule | Obligation, ...]:
    return (*profile.code_rules, *profile.obligations)


def _dates(profile: Profile) -> Iterator[Complaint]:
    for name, codes in profile.code_lists.items():
        for code, versions in codes.codes.items():
            yield from _periods(f"{name} {code}", [(one.since, one.until) for one in versions], gaps=True)
    for tax in profile.taxes:
        for prefix, rates in tax.rates.rates.items() if tax.rates else ():
            yield from _periods(f"{tax.code} {prefix or '(*)'}", [(one.since, one.until) for one in rates], gaps=False)
    for currency, known in profile.exchange.rates.items() if profile.exchange else ():
        days = [day for day, _ in known]
        if days != sorted(set(days)) or any(rate <= 0 for _, rate in known):
            yield Complaint(
                "dates", Text(en=f"Rates of {currency} are not in order of date.", vi=f"Tỷ giá {currency} không theo thứ tự ngày.")
            )
    for duty in profile.obligations:
        yield from _periods(duty.rule, [(duty.since, duty.until)], gaps=True)


def _periods(where: str, periods: _Periods, *, gaps: bool) -> Iterator[Complaint]:
    if any(until is not None and until < since for since, until in periods):
        yield Complaint(
            "dates", Text(en=f"{where}: a period ends before it begins.", vi=f"{where}: kỳ hiệu lực kết thúc trước khi bắt đầu.")
        )
    for (_, until), (since, _) in pairwise(periods):
        if until is None or since <= until:
            yield Complaint(
                "dates", Text(en=f"{where}: two periods overlap at {since}.", vi=f"{where}: hai kỳ hiệu lực chồng nhau tại {since}.")
            )
        elif not gaps and since > until + timedelta(days=1):
            yield Complaint("dates", Text(en=f"{where}: nothing holds after {until}.", vi=f"{where}: không có quy định sau ngày {until}."))


def _lists(profile: Profile) -> Iterator[Complaint]:
    for rule in profile.code_rules:
        if not (profile.code_lists.get(rule.codes) and profile.code_lists[rule.codes].codes):
            yield Complaint(
                "lists",
                Text(en=f"{rule.rule}: no code list is named {rule.codes!r}.", vi=f"{rule.rule}: không có danh mục {rule.codes!r}."),
            )


def _places(profile: Profile) -> Iterator[Complaint]:
    named = [(rule.rule, rule.path) for rule in _demands(profile)]
    named += [("field_names", path) for path in profile.field_names]
    for rule, path in named:
        head, *more = path.split("+")
        stem = head.rpartition("/")[0]
        for place in (head, *(f"{stem}/{last}" if stem else last for last in more)):
            try:
                point(place)
            except LookupError:
                yield Complaint(
                    "places", Text(en=f"{rule}: the model has no place {place!r}.", vi=f"{rule}: mô hình không có vị trí {place!r}.")
                )


def _words(profile: Profile) -> Iterator[Complaint]:
    for where, text in _texts(profile, profile.code):
        if not (text.en.strip() and text.vi.strip()):
            yield Complaint("words", Text(en=f"{where}: the words lack a language.", vi=f"{where}: thiếu một ngôn ngữ."))


def _texts(value: Any, where: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, f"{where}/{key}")
    elif isinstance(value, tuple):
        for place, inner in enumerate(value, 1):
            yield from _texts(inner, f"{where}[{place}]")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name), f"{where}/{name}")
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from _texts(getattr(value, one.name), f"{where}/{one.name}")


def _roundings(profile: Profile) -> Iterator[Complaint]:
    for tax in profile.taxes:
        yield from _rounding(tax.code, tax.rounding)
    yield from _rounding("value", profile.value_rounding)


def _rounding(where: str, rounding: Rounding) -> Iterator[Complaint]:
    try:
        rounding.of(Decimal(1))
    except KeyError:
        known = Text(
            en=f"{where}: no manner of rounding is called {rounding.manner!r}.", vi=f"{where}: không có cách làm tròn {rounding.manner!r}."
        )
        yield Complaint("taxes", known)


def _kinds(profile: Profile) -> Iterator[Complaint]:
    for direction in get_args(Direction):
        if not any(kind.direction == direction and kind.moment == "presented" for kind in profile.kinds.values()):
            yield Complaint(
                "kinds",
                Text(en=f"No kind of declaration is for {direction} of goods presented.", vi=f"Không có loại tờ khai cho {direction}."),
            )
    known = set(profile.kinds)
    for rule in _demands(profile):
        if unknown := sorted(set(rule.types) - known):
            yield Complaint(
                "kinds",
                Text(en=f"{rule.rule}: unknown kinds {', '.join(unknown)}.", vi=f"{rule.rule}: loại {', '.join(unknown)} không có."),
            )


def _lanes(profile: Profile) -> Iterator[Complaint]:
    for lane in get_args(Lane):
        named, noticed = lane in profile.lanes.names, lane in profile.lanes.control_notice
        if named != noticed or not (named or lane == "blue"):  # a territory may do without checks after release
            yield Complaint("lanes", Text(en=f"The {lane} lane has no name or no notice.", vi=f"Luồng {lane} thiếu tên hoặc thông báo."))
    if not 0 < profile.lanes.yellow_from <= profile.lanes.red_from <= 1:
        yield Complaint("lanes", Text(en="Scores from which lanes begin are out of order.", vi="Ngưỡng điểm phân luồng không đúng thứ tự."))


def _rules(profile: Profile) -> Iterator[Complaint]:
    codes = [one.rule for one in _demands(profile)]
    codes += [rule.code for rule in profile.further_rules]
    for code, times in Counter(codes).items():
        if times > 1 or not code:
            yield Complaint("rules", Text(en=f"The code {code!r} stands for {times} rules.", vi=f"Mã {code!r} dùng cho {times} quy tắc."))
    for code in sorted(set(codes) & _OF_EVERY_COUNTRY):
        yield Complaint("rules", Text(en=f"The code {code!r} is of every country.", vi=f"Mã {code!r} là mã dùng chung cho mọi nước."))


def _risk(profile: Profile) -> Iterator[Complaint]:
    seen: set[str] = set()
    for text in profile.risk_profiles:
        try:
            read = read_profile(text, catalogue(), None)
        except ProfileFault as fault:
            yield Complaint("risk", Text(en=fault.said("en"), vi=fault.said("vi")))
            continue
        if read.code in seen:
            yield Complaint("risk", Text(en=f"The profile {read.code} stands twice.", vi=f"Hồ sơ rủi ro {read.code} bị lặp lại."))
        if read.action.lane not in profile.lanes.names:
            yield Complaint("risk", no_such_lane(read.action.lane).words)
        seen.add(read.code)
    for words in faults(profile.selection):
        yield Complaint("risk", words)


def _examples(profile: Profile) -> Iterator[Complaint]:
    for direction in get_args(Direction):
        if direction not in profile.examples:
            yield Complaint("examples", Text(en=f"There is no example for {direction}.", vi=f"Không có ví dụ cho {direction}."))
            continue
        try:
            message = msgspec.json.decode(profile.examples[direction], type=Message)
        except msgspec.MsgspecError as fault:
            yield Complaint(
                "examples",
                Text(en=f"The example for {direction} cannot be read: {fault}.", vi=f"Không đọc được ví dụ {direction}: {fault}."),
            )
            continue
        kind = profile.kind(message.declaration.type_code or "")
        if kind is None or kind.direction != direction:
            yield Complaint(
                "examples", Text(en=f"The example for {direction} is of another kind.", vi=f"Ví dụ {direction} không đúng loại.")
            )


_CHECKS: tuple[Callable[[Profile], Iterator[Complaint]], ...] = (
    _dates,
    _lists,
    _places,
    _words,
    _roundings,
    conformance_tariff.taxes,
    conformance_tariff.measures,
    conformance_tariff.references,
    conformance_tariff.acts,
    _kinds,
    _lanes,
    _risk,
    _rules,
    _examples,
)
