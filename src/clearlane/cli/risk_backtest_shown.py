"""The report of a back-test as an officer reads it: hits, how often they were right, what nobody looked at, and what it asks of offices."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.cli.risk_options import figure, percent, rate
from clearlane.cli.speech import one_of, out, said
from clearlane.cli.tariff_options import out_columns
from clearlane.model.profile import Profile as Law
from clearlane.office.risk_nouns import BackTest, BacktestReport, OfficeLoad, ProfileReport

_SHOWN = 40


def show_one(made: BackTest, law: Law) -> None:
    """Write the report of one version."""
    first, last = law.day(made.since), law.day(made.until)
    out(
        one_of(
            f"{made.code} version {made.version} on {figure(made.rows)} goods items from {first} to {last}",
            f"{made.code} phiên bản {made.version} trên {figure(made.rows)} mặt hàng từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}",
        )
    )
    _profile(made.line, law.currency)
    out(
        one_of(
            f"  forecast for its breaker: {figure(made.forecast, 1)} hits a day",
            f"  mức dự báo để tự dừng: {figure(made.forecast, 1)} lần/ngày",
        )
    )
    _loads(made.loads)


def show_all(made: BacktestReport, law: Law) -> None:
    """Write the report of several profiles: a line for each, then what they do together."""
    out(one_of(f"{figure(made.rows)} goods items over {made.days} days", f"{figure(made.rows)} mặt hàng trong {made.days} ngày"))
    if len(made.profiles) == 1:
        _profile(made.profiles[0], law.currency)
    elif made.profiles:
        rows = sorted(made.profiles, key=lambda one: (-one.hits, one.code))
        out_columns([_heading(law.currency), *map(_row, rows[:_SHOWN])], right=(1, 2, 3, 4, 6, 7, 8))
        if (more := len(rows) - _SHOWN) > 0:
            out(one_of(f"and {more} more; --json has them all", f"và {more} hồ sơ nữa; xem đủ bằng --json"))
        _overlaps(rows)
    share = percent(made.hit / made.rows) if made.rows else "-"
    out(one_of(f"Hit by at least one: {figure(made.hit)} ({share})", f"Bị ít nhất một hồ sơ bắt: {figure(made.hit)} ({share})"))
    out(
        one_of(
            f"Wrong among the others, from the draw: {rate(made.outside)}", f"Tỷ lệ sai ở phần còn lại, suy từ mẫu: {rate(made.outside)}"
        )
    )
    if made.missed is not None:
        out(one_of(f"Expected missed: {figure(made.missed)}", f"Số vi phạm dự kiến bị bỏ sót: {figure(made.missed)}"))
    _loads(made.loads)


def _heading(currency: str) -> tuple[str, ...]:
    return (
        one_of("profile", "hồ sơ"),
        one_of("hits", "trúng"),
        one_of("only it", "riêng nó"),
        one_of("inspected", "đã kiểm tra"),
        one_of("wrong", "có sai phạm"),
        one_of("rate", "tỷ lệ"),
        one_of(f"revenue {currency}", f"số thu {currency}"),
        one_of("unseen", "chưa thấy"),
        one_of("a day", "mỗi ngày"),
        one_of("to note", "lưu ý"),
    )


def _row(one: ProfileReport) -> tuple[str, ...]:
    unseen = "-" if one.unseen is None else figure(one.unseen)
    note = said(one.warnings[0]) if one.warnings else ""
    counts = map(figure, (one.hits, one.unique, one.inspected, one.findings))
    return one.code, *counts, _right(one), figure(one.revenue), unseen, figure(one.daily.mean, 1), note


def _right(one: ProfileReport) -> str:
    """Return how often inspected hits were right; of what nobody inspected nothing is said."""
    if one.rate is None:
        return one_of("not known", "chưa rõ")
    return f"{percent(one.rate)} ({percent(one.low)} – {percent(one.high)})"


def _profile(one: ProfileReport, currency: str) -> None:
    unseen = one_of("not known", "chưa rõ") if one.unseen is None else figure(one.unseen)
    rows = [
        (one_of("hits", "số lần trúng"), figure(one.hits)),
        (one_of("hits of no other profile", "không hồ sơ nào khác trúng"), figure(one.unique)),
        (one_of("of them inspected", "đã kiểm tra"), figure(one.inspected)),
        (one_of("something found", "có sai phạm"), figure(one.findings)),
        (one_of("hit rate of the inspected", "tỷ lệ phát hiện trong số đã kiểm tra"), _right(one)),
        (
            one_of("wrong among all hits, by chance of inspection", "tỷ lệ sai trong mọi lần trúng, theo xác suất kiểm tra"),
            rate(one.expected),
        ),
        (one_of("wrong and not seen, expected", "sai phạm chưa thấy, dự kiến"), unseen),
        (one_of("revenue found", "số thu phát hiện"), f"{figure(one.revenue)} {currency}"),
        (one_of("hits a day: mean, 95 of 100 days, most", "trúng mỗi ngày: trung bình, 95/100 ngày, cao nhất"), _daily(one)),
        (one_of("inspections a day", "lượt kiểm tra mỗi ngày"), figure(one.inspections, 1)),
    ]
    if one.delay:
        rows.append((one_of("cost of waiting a day", "chi phí chờ mỗi ngày"), f"{figure(one.delay)} {currency}"))
    if one.overlaps:
        rows.append((one_of("hit together with", "cùng trúng với"), _others(one)))
    out_columns(rows, indent="  ")
    for warning in one.warnings:
        out(f"  ! {said(warning)}")


def _daily(one: ProfileReport) -> str:
    return f"{figure(one.daily.mean, 1)}, {figure(one.daily.p95, 1)}, {figure(one.daily.most)}"


def _others(one: ProfileReport) -> str:
    return ", ".join(f"{code} ({figure(rows)})" for code, rows in one.overlaps)


def _overlaps(rows: Sequence[ProfileReport]) -> None:
    met = [one for one in rows if one.overlaps][:_SHOWN]
    if met:
        out(one_of("Hit together", "Cùng trúng"))
        out_columns([(one.code, _others(one)) for one in met], indent="  ")


def _loads(loads: Sequence[OfficeLoad]) -> None:
    some = [one for one in loads if one.mean or one.capacity is not None]
    if not some:
        return
    heading = (
        one_of("office", "cơ quan"),
        one_of("inspections a day", "lượt kiểm tra/ngày"),
        one_of("95 of 100 days", "95/100 ngày"),
        one_of("can do", "khả năng"),
        one_of("days over", "số ngày vượt"),
    )
    lines = [
        (
            one.office,
            figure(one.mean, 1),
            figure(one.p95, 1),
            "-" if one.capacity is None else figure(one.capacity),
            "-" if one.over is None else figure(one.over),
        )
        for one in some[:_SHOWN]
    ]
    out_columns([heading, *lines], right=(1, 2, 3, 4), indent="  ")
