"""``clearlane risk estimate``: how much is not in order, how sure that is, and how it hangs on what inspectors miss."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import figure, period, rate
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, Since, Until, out_columns, out_json
from clearlane.model.inspection import CATEGORIES, Intensity
from clearlane.model.profile import Profile as Law
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_nouns import UNSAID, Estimate, Misses, MissRate, NonCompliance

_HOW: dict[Intensity, Text] = {
    "documents": Text(en="documents", vi="kiểm tra hồ sơ"),
    "scan": Text(en="scan", vi="soi chiếu"),
    "physical": Text(en="goods", vi="kiểm tra thực tế"),
    "post-clearance": Text(en="after release", vi="sau thông quan"),
}
_SHOWN = 25
Missed = Annotated[
    Path | None,
    typer.Option(
        "--misses",
        metavar="FILE.toml",
        help=helped("What inspections miss, by kind and intensity.", "Tỷ lệ bỏ sót theo loại và hình thức kiểm tra."),
        show_default=False,
    ),
]


def estimate(
    since: Since = None,
    until: Until = None,
    misses: Missed = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Estimate non-compliance from the random draw and from every inspection, with intervals."""
    found = settled(profile=profile, store=store, language=language)
    rates = UNSAID if misses is None else read_misses(misses)
    with office_of(found) as office:
        made = office.risk.estimates.non_compliance(*period(office.profile, since, until, office.clock()), rates)
        law = office.profile
    if json:
        out_json(made)
        return
    _show(made, law)
    _sensitivity(made, rates, measured=misses is not None)


def _show(made: NonCompliance, law: Law) -> None:
    first, last, seen = law.day(made.since), law.day(made.until), made.detected
    out(
        one_of(
            f"{figure(made.declarations)} declarations from {first} to {last}",
            f"{figure(made.declarations)} tờ khai từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}",
        )
    )
    if made.awaiting:
        out(
            one_of(
                f"Result still to come, counted neither way: {figure(made.awaiting)}",
                f"Chờ kết quả kiểm tra, chưa tính là vi phạm hay tuân thủ: {figure(made.awaiting)}",
            )
        )
    found = f"{figure(seen.inspected)}, {figure(seen.non_compliant)}, {figure(float(seen.revenue), 2)} {law.currency}"
    out(one_of(f"Inspected, with a finding, revenue found: {found}", f"Đã kiểm tra, có sai phạm, số thu phát hiện: {found}"))
    if seen.fraud:
        out(
            one_of(
                f"Fraud, by a decision on intent: {figure(seen.fraud)}", f"Gian lận, theo kết luận về hành vi cố ý: {figure(seen.fraud)}"
            )
        )
    rows = [
        (
            one_of("non-compliance, from the draw", "tỷ lệ không tuân thủ, theo mẫu ngẫu nhiên"),
            rate(made.from_draw, 2),
            _of(made.from_draw),
        ),
        (
            one_of("from every inspection, as found", "theo mọi lượt kiểm tra, như đã phát hiện"),
            rate(made.by_propensity, 2),
            _of(made.by_propensity),
        ),
        (one_of("the same, with what inspectors miss", "như trên, có tính phần bỏ sót"), rate(made.corrected, 2), _of(made.corrected)),
        (one_of("in green: what goes by", "luồng xanh: phần đi qua"), rate(made.in_green, 2), _of(made.in_green)),
        (
            one_of(f"revenue lost per declaration in green, {law.currency}", f"thất thu mỗi tờ khai luồng xanh, {law.currency}"),
            _revenue(made.green_revenue),
            "",
        ),
        (one_of(f"revenue lost per declaration, {law.currency}", f"thất thu mỗi tờ khai, {law.currency}"), _revenue(made.revenue), ""),
    ]
    out_columns(rows)
    _group(one_of("In green, by kind", "Luồng xanh, theo loại"), {said(CATEGORIES[name]): one for name, one in made.green_kinds.items()})
    _group(
        one_of("By lane", "Theo luồng"),
        {_lane(name, law): one for name, one in made.lanes.items()},
        {_lane(name, law): one for name, one in made.drawn["lanes"].items()},
    )
    _group(one_of("By office", "Theo cơ quan"), made.offices, made.drawn["offices"])
    _group(one_of("By chapter", "Theo chương"), made.chapters, made.drawn["chapters"])
    _group(one_of("By kind", "Theo loại"), {said(CATEGORIES[name]): one for name, one in made.categories.items()})


def _lane(name: str, law: Law) -> str:
    return next((said(words) for lane, words in law.lanes.names.items() if lane == name), name)


def _group(title: str, of: Mapping[str, Estimate], drawn: Mapping[str, Estimate] | None = None) -> None:
    if not of:
        return
    out(title + (one_of("; at the end from the draw alone", "; cột cuối chỉ theo mẫu ngẫu nhiên") if drawn else ""))
    ordered = sorted(of.items(), key=lambda one: -(one[1].value or 0.0))[:_SHOWN]
    out_columns([(name or "-", rate(one, 2), _of(one), *([rate(drawn[name], 2)] if drawn else [])) for name, one in ordered], indent="  ")


def _of(one: Estimate) -> str:
    return one_of(
        f"{figure(one.findings)} of {figure(one.inspected)} inspected, for {figure(one.population)}",
        f"{figure(one.findings)} trên {figure(one.inspected)} lượt kiểm tra, cho {figure(one.population)}",
    )


def _revenue(one: Estimate) -> str:
    if one.value is None:
        return one_of("not known", "chưa rõ")
    return f"{figure(one.value, 2)} ({figure(one.low, 2)} – {figure(one.high, 2)})"


def _sensitivity(made: NonCompliance, rates: Misses, *, measured: bool) -> None:
    """Say on what the corrected figure hangs."""
    ground = (
        one_of("as measured", "theo số liệu đo") if measured else one_of("by judgement, nobody measured it", "theo nhận định, chưa đo đếm")
    )
    out(one_of(f"Sensitivity: what inspections are taken to miss, {ground}", f"Độ nhạy: tỷ lệ bỏ sót giả định, {ground}"))
    rows = [
        (
            said(CATEGORIES[kind]) if kind in CATEGORIES else kind or one_of("every kind", "mọi loại"),
            said(_HOW[how]),
            f"{figure(100 * one.likely)} % ({figure(100 * one.low)} – {figure(100 * one.high)})",
        )
        for (kind, how), one in rates.items()
    ]
    out_columns(rows, indent="  ")
    if made.by_propensity.value is not None and made.corrected.value is not None:
        out(
            one_of(
                f"  as found {rate(made.by_propensity, 2)}; with misses from the least to the most {rate(made.corrected, 2)}",
                f"  như phát hiện {rate(made.by_propensity, 2)}; với mức bỏ sót từ thấp đến cao {rate(made.corrected, 2)}",
            )
        )


def read_misses(file: Path) -> Misses:
    """Return miss rates of a file: a table for each kind, or ``every``, with ``intensity = [likely, low, high]``.

    Raises:
      Unreadable: The file is no such table.
    """
    try:
        told = tomllib.loads(file.read_text("utf-8"))
        return {
            (None if kind == "every" else kind, _intensity(how)): _miss(rates) for kind, of in told.items() for how, rates in of.items()
        }
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError, TypeError, ValueError):
        raise Unreadable(
            Text(
                en=f"{file.name} is no table of misses: write [every] or [value], and below it physical = [0.25, 0.1, 0.4].",
                vi=f"{file.name} không phải bảng tỷ lệ bỏ sót: ghi [every] hoặc [value], bên dưới physical = [0.25, 0.1, 0.4].",
            )
        ) from None


def _intensity(written: str) -> Intensity:
    if written not in _HOW:
        raise ValueError(written)
    return written


def _miss(rates: list[float]) -> MissRate:
    likely, low, high = map(float, rates)
    if not 0 <= low <= likely <= high < 1:
        raise ValueError(rates)
    return MissRate(likely, low, high)
