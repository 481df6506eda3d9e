"""``clearlane risk models``, ``card``, ``promote``, ``challenge`` and ``withdraw``: learned models, what is known of one, which scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import By, Why, figure, percent
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, moment, out_columns, out_json, said_by
from clearlane.model.inspection import CATEGORIES
from clearlane.model.risk_model import Burden, Measured, ModelCard
from clearlane.model.text import Text
from clearlane.office.risk_nouns import ModelVersion

STATES = {
    "champion": Text(en="scores", vi="đang chấm điểm"),
    "challenger": Text(en="scores in shadow", vi="chấm điểm ngầm"),
    "withdrawn": Text(en="withdrawn", vi="đã thu hồi"),
    "superseded": Text(en="gave way", vi="đã được thay thế"),
    "kept": Text(en="kept", vi="đã lưu"),
}
WAYS = {
    "random": Text(en="random choice", vi="chọn ngẫu nhiên"),
    "importer history": Text(en="importer history", vi="lịch sử người nhập khẩu"),
    "hand rules": Text(en="profiles in force", vi="hồ sơ đang áp dụng"),
}
"""What a model is set beside, in an officer's words."""
Model = Annotated[
    str,
    typer.Argument(metavar="VERSION", help=helped("A model, such as 2026-11-22.1.", "Mô hình, ví dụ 2026-11-22.1."), show_default=False),
]


def models(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the models kept, the latest first."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every, law = office.risk.models.versions(), office.profile
    if json:
        for one in every:
            out_json(one)
    elif every:
        heading = (
            one_of("model", "mô hình"),
            one_of("stands", "tình trạng"),
            one_of("goods", "mặt hàng"),
            one_of("trained by", "người huấn luyện"),
            one_of("at", "lúc"),
            one_of("why", "lý do"),
        )
        rows = [
            (one.kept.version, said(STATES[one.state]), figure(one.kept.rows), one.kept.by, moment(one.at, law), one.kept.cause)
            for one in every
        ]
        out_columns([heading, *rows], right=(2,))
    else:
        tell(one_of("No model is kept. clearlane risk train makes one.", "Chưa có mô hình. Dùng clearlane risk train để huấn luyện."))


def card(version: Model, json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Show what is known of a model: on what it learned, how well it did beside others, on whom it falls, what it is not for."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        made, stands = office.risk.models.card(version), office.risk.models.version(version)
    if json:
        out_json({"stands": stands, "card": made})
    else:
        show_card(made)


def promote(
    version: Model, by: By = "", why: Why = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Make a model score, as another person than who trained it."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.models.promote(version, by=officer, why=why)
    _answer(made, json=json)


def challenge(
    version: Model, by: By = "", why: Why = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Let a model score in shadow, beside the one that does."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.models.challenge(version, by=officer, why=why)
    _answer(made, json=json)


def withdraw(
    version: Model, by: By = "", why: Why = "", json: Json = False, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Take a model back; the one that scored before it scores again."""
    found = settled(profile=profile, store=store, language=language)
    officer = said_by(by)
    with office_of(found) as office:
        made = office.risk.models.withdraw(version, by=officer, why=why)
    _answer(made, json=json)


def _answer(made: ModelVersion, *, json: bool) -> None:
    if json:
        out_json(made)
    else:
        out(f"{made.kept.version}: {said(STATES[made.state])}")


def show_card(made: ModelCard) -> None:
    """Write a model's card."""
    first, last = made.trained_on
    out(one_of(f"Model {made.version}", f"Mô hình {made.version}"))
    out(
        one_of(
            f"  learned from {figure(made.rows)} goods items of {first} to {last}: {figure(made.labelled)} inspected, "
            f"{figure(made.findings)} with a finding; the others carry no label",
            f"  học từ {figure(made.rows)} mặt hàng từ {first} đến {last}: {figure(made.labelled)} đã kiểm tra, "
            f"{figure(made.findings)} có sai phạm; số còn lại không có nhãn",
        )
    )
    first, last = made.tested_on
    out(one_of(f"  tried on what came later, {first} to {last}:", f"  thử trên dữ liệu sau đó, từ {first} đến {last}:"))
    show_measured({one_of("this model", "mô hình này"): made.measured, one_of("in force", "đang áp dụng"): made.before} | made.references)
    show_burdens(made.burdens)
    if made.categories:
        kinds = ", ".join(f"{said(CATEGORIES[name])} {figure(count)}" for name, count in made.categories.items())
        out(one_of(f"  findings by kind: {kinds}", f"  sai phạm theo loại: {kinds}"))
    for limit in made.limits:
        out(f"  ! {said(limit)}")


def show_measured(by_name: dict[str, tuple[Measured, ...]]) -> None:
    """Write how several ways of ranking did within each budget of inspections."""
    heading = (
        one_of("inspected", "kiểm tra"),
        "",
        one_of("precision", "độ chính xác"),
        one_of("found", "phát hiện"),
        one_of("revenue", "số thu"),
        "AUC",
    )
    rows = [
        (
            percent(one.budget),
            said(WAYS[name]) if name in WAYS else name,
            percent(one.precision),
            percent(one.recall),
            percent(one.revenue),
            figure(one.auc, 3),
        )
        for name, measured in by_name.items()
        for one in measured
    ]
    if rows:
        out_columns(
            [heading, *sorted(rows, key=lambda row: float(row[0].rstrip(" %").replace(",", ".")))], right=(0, 2, 3, 4, 5), indent="  "
        )


def show_burdens(burdens: Sequence[Burden]) -> None:
    """Write on whom a model falls."""
    if not burdens:
        return
    out(one_of("  on whom it falls:", "  phân bố gánh nặng kiểm tra:"))
    out_columns(list(_burdens(burdens)), right=(2, 3, 4), indent="  ")


def _burdens(burdens: Iterable[Burden]) -> Iterable[tuple[str, ...]]:
    yield (
        one_of("by", "theo"),
        one_of("group", "nhóm"),
        one_of("goods", "mặt hàng"),
        one_of("inspected", "kiểm tra"),
        one_of("right", "trúng"),
    )
    for one in burdens:
        yield one.by, one.group, figure(one.rows), percent(one.share), "-" if one.hits is None else percent(one.hits)
