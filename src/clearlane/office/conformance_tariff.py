"""Conformance of a profile's taxes and tariff: dates without gap or overlap, codes that exist, taxes without a circle, dated acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from clearlane.model.measure import ALL_ORIGINS, Measure, Season
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.model.tax import VALUE, in_order
from clearlane.model.text import Text
from clearlane.office.complaints import Complaint

_UNBROKEN = frozenset({"third-country", "ordinary", "vat"})
"""Series in which goods always bear a rate once they bore one."""
_Key = tuple[str, str, str, str, str, Season | None, tuple[str, ...]]


def taxes(profile: Profile) -> Iterator[Complaint]:
    """Yield what is wrong with the graph of taxes, and with what relieves of them."""
    codes = [tax.code for tax in profile.taxes]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield _said("taxes", f"{code} stands twice.", f"{code} bị lặp.")
    try:
        in_order(profile.taxes)
    except ValueError as fault:
        yield _said("taxes", str(fault), f"Thứ tự tính thuế không hợp lệ: {fault}")
    for tax in profile.taxes:
        if not tax.base and not tax.series and not tax.standing:
            yield _said("taxes", f"{tax.code} has neither a base nor a measure.", f"{tax.code} không có căn cứ và không có biện pháp.")
    for relief in profile.reliefs:
        for code in sorted(set(relief.taxes) - set(codes)):
            yield _said("taxes", f"Relief {relief.code} is from {code}, which is no tax here.", f"Miễn {relief.code}: không có {code}.")


def measures(profile: Profile) -> Iterator[Complaint]:
    """Yield measures whose periods end before they begin, overlap, or leave a gap where a rate must always be."""
    for tax in profile.taxes:
        yield from _periods(tax.standing, lambda _: True)
    if (tariff := profile.tariff) is not None:
        lasting = frozenset(code for code, kind in tariff.types.items() if kind.series in _UNBROKEN)
        yield from _periods(tariff.content.measures, lambda one: one.type in lasting)


def references(profile: Profile) -> Iterator[Complaint]:
    """Yield codes of the tariff that are used and stand nowhere."""
    tariff = profile.tariff
    if tariff is None:
        return
    content = tariff.content
    known: Mapping[str, frozenset[str]] = {
        "type": frozenset(tariff.types),
        "footnote": frozenset(content.footnotes),
        "additional code": frozenset(content.additional_codes),
        "certificate": frozenset(content.certificates),
        "line": frozenset(line.code for line in content.lines),
        "area": frozenset(tariff.areas),
    }
    missing: dict[tuple[str, str], str] = {}
    for one in content.measures:
        for kind, codes in _used(one).items():
            for code in codes:
                if code not in known[kind] and not (kind == "area" and _is_area(code, tariff)):
                    missing.setdefault((kind, code), one.id)
    for where, kind, code in _of_areas(profile, tariff):
        missing.setdefault((kind, code), where)
    for (kind, code), where in missing.items():
        yield _said("references", f"{where}: there is no {kind} {code!r}.", f"{where}: không có mã {code!r} ({kind}).")


def acts(profile: Profile) -> Iterator[Complaint]:
    """Yield what is wrong with the acts: one listed twice, undated law, a tax that rests on none."""
    if not profile.acts:
        return
    codes = [act.code for act in profile.acts]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield _said("acts", f"The act {code} stands twice.", f"Văn bản {code} bị lặp.")
    known = {VALUE, *(tax.code for tax in profile.taxes)}
    known |= {duty.rule for duty in profile.obligations} | {rule.rule for rule in profile.code_rules}
    known |= {rule.code for rule in profile.further_rules}
    rests = {code for act in profile.acts for code in act.concerns}
    for act in profile.acts:
        for code in sorted(set(act.concerns) - known):
            yield _said("acts", f"The act {act.code} concerns {code!r}, which is not here.", f"Văn bản {act.code}: không có {code!r}.")
        if act.as_of.year < 1900:
            yield _said("acts", f"The act {act.code} has no day.", f"Văn bản {act.code} không có ngày.")
    for tax in profile.taxes:
        if tax.code not in rests:
            yield _said("acts", f"No act is named for {tax.code}.", f"Chưa nêu văn bản cho {tax.code}.")


def _periods(found: Iterable[Measure], unbroken: Callable[[Measure], bool]) -> Iterator[Complaint]:
    grouped: dict[_Key, list[Measure]] = defaultdict(list)
    for one in found:
        key = (one.code, one.type, one.area, one.additional_code, one.order_number, one.season, one.excluded)
        grouped[key].append(one)
        if one.until is not None and one.until < one.since:
            yield _said("dates", f"{one.id}: it ends before it begins.", f"{one.id}: kết thúc trước khi bắt đầu.")
    for several in grouped.values():
        several.sort(key=lambda one: one.since)
        for earlier, later in pairwise(several):
            yield from _between(earlier, later, unbroken=unbroken(later))


def _between(earlier: Measure, later: Measure, *, unbroken: bool) -> Iterator[Complaint]:
    if earlier.until is None or later.since <= earlier.until:
        yield _said("dates", f"{later.id}: it overlaps {earlier.id}.", f"{later.id}: chồng thời gian với {earlier.id}.")
    elif unbroken and later.season is None and later.since > _next(earlier.until):
        yield _said("dates", f"{earlier.id}: nothing holds after {earlier.until}.", f"{earlier.id}: không có quy định sau {earlier.until}.")


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _used(one: Measure) -> Mapping[str, tuple[str, ...]]:
    return {
        "type": (one.type,),
        "footnote": one.footnotes,
        "additional code": (one.additional_code,) if one.additional_code else (),
        "certificate": tuple(code for condition in one.conditions for code in condition.certificates),
        "line": (one.code,),
        "area": (one.area, *one.excluded),
    }


def _is_area(code: str, tariff: Tariff) -> bool:
    return code in ("", ALL_ORIGINS) or code in tariff.areas or (len(code) == 2 and code.isalpha() and code.isupper())


def _of_areas(profile: Profile, tariff: Tariff) -> Iterator[tuple[str, str, str]]:
    """Yield what areas and claims name and the tariff does not hold: where, what kind of code, the code."""
    for area in tariff.content.areas:
        yield from ((area.code, "certificate", code) for code in area.proofs if code not in tariff.content.certificates)
    for claim in profile.claims.values():
        yield from ((f"claim {claim.code}", "area", code) for code in claim.areas if not _is_area(code, tariff))


def _said(demand: str, en: str, vi: str) -> Complaint:
    return Complaint(demand, Text(en=en, vi=vi))
