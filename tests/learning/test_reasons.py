"""Reasons are words from the record: one to five lines, in both languages."""

from __future__ import annotations

from clearlane.learning.reasons import MOST_LINES, NOTHING, reasons
from clearlane.model.risk_field import Catalogue, FieldKind, RiskField, Row, Value
from clearlane.model.risk_model import Contribution
from clearlane.model.text import Text

FIELDS: dict[str, tuple[FieldKind, str, str]] = {
    "origin": ("text", "Country of origin", "Nước xuất xứ"),
    "unit_price": ("number", "Unit price", "Đơn giá"),
    "ref.price_p10": ("number", "Low", "Thấp"),
    "ref.price_median": ("number", "Middle", "Giữa"),
    "ref.price_p90": ("number", "High", "Cao"),
    "ref.count": ("number", "Like goods", "Hàng tương tự"),
    "importer.first_time": ("flag", "First time", "Lần đầu"),
    "importer.count_90d": ("number", "Declared", "Đã khai"),
    "importer.results_365d": ("number", "Results", "Kết quả"),
    "importer.found_365d": ("number", "Found", "Phát hiện"),
}
CATALOGUE = Catalogue(
    [
        RiskField(name, kind, "item", "declared", Text(en=en, vi=vi), unit="currency/unit" if name == "unit_price" else "")
        for name, (kind, en, vi) in FIELDS.items()
    ]
)


def row(**values: Value) -> Row:
    known = {name.replace("__", "."): value for name, value in values.items()}
    return [known.get(name) for name in CATALOGUE.names]


LIKE_GOODS: dict[str, Value] = {"ref__price_p10": 8.0, "ref__price_median": 12.5, "ref__price_p90": 1500.0, "ref__count": 40.0}


def test_a_price_is_set_against_like_goods_in_both_languages() -> None:
    (line,) = reasons(CATALOGUE, row(unit_price=5.25, **LIKE_GOODS))
    assert line.en == (
        "Unit price 5.25 currency, below the lowest tenth of 40 like goods: a tenth lie below 8, half below 12.5, a tenth above 1,500."
    )
    assert "Đơn giá 5,25" in line.vi
    assert "1.500" in line.vi


def test_an_importers_record_is_told() -> None:
    (line,) = reasons(
        CATALOGUE, row(importer__first_time=False, importer__count_90d=12.0, importer__results_365d=4.0, importer__found_365d=3.0)
    )
    assert line.en == "The importer's record: 12 goods items declared in 90 days; 4 inspection results in a year, 3 with a finding."


def test_an_importer_never_inspected_is_not_said_to_be_clean() -> None:
    (line,) = reasons(CATALOGUE, row(importer__count_90d=2.0, importer__results_365d=0.0, importer__found_365d=0.0))
    assert "no inspection result" in line.en
    assert "finding" not in line.en


def test_conditions_come_first_and_five_lines_are_the_most() -> None:
    conditions = [Text(en=f"Condition {count}.", vi=f"Điều kiện {count}.") for count in range(4)]
    moved = [Contribution("origin", "QX", 0.9), Contribution("unit_price", 5.0, -0.4)]
    lines = reasons(CATALOGUE, row(unit_price=5.0, importer__first_time=True, **LIKE_GOODS), conditions, moved)
    assert len(lines) == MOST_LINES
    assert lines[:2] == tuple(conditions[:2])
    assert lines[4].en == "Goods like these were found wrong more often: country of origin QX."


def test_no_score_is_without_a_reason() -> None:
    assert reasons(CATALOGUE, row()) == (NOTHING,)


def test_what_moved_the_model_is_said_without_its_figures() -> None:
    up, down = reasons(CATALOGUE, row(), (), [Contribution("origin", None, 0.123), Contribution("unit_price", 3.0, -0.456)])
    assert up.vi == "Hàng hóa tương tự thường bị phát hiện sai lệch hơn: nước xuất xứ (không có)."
    assert not any(figure in up.en + down.en for figure in ("123", "456"))
