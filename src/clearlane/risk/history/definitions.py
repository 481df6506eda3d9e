"""The histories this house keeps: whose, of what, over how long. One definition serves one goods item, a year, and SQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from clearlane.model.risk_field import RiskField
from clearlane.model.risk_history import Amount, Entity, Happening, History, Measure
from clearlane.model.text import Text

DAY = 86_400_000_000
"""Microseconds in a day."""
SCALES: dict[Amount, int] = {"value": 100, "weight": 1000, "duty": 100, "found": 1, "revenue": 100}
"""Amounts are added up as whole numbers of this part: hundredths of the currency, grams. So every order of adding gives one sum."""
LARGEST = 2**53
"""An amount of as many parts is no amount anybody declares in earnest; it is left out."""
OF_DECLARATION: frozenset[Entity] = frozenset({"importer", "declarant", "exporter", "importer_exporter", "office"})
"""Whose histories are one for all goods items of a declaration."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WHOSE: dict[Entity, Text] = {
    "importer": Text(en="the importer", vi="người nhập khẩu"),
    "declarant": Text(en="the declarant", vi="người khai hải quan"),
    "exporter": Text(en="the exporter", vi="người xuất khẩu"),
    "route": Text(en="the country of dispatch with this office", vi="nước gửi hàng với cơ quan hải quan này"),
    "code": Text(en="goods of this heading (six digits)", vi="hàng hóa cùng mã số sáu chữ số"),
    "code_origin": Text(en="goods of this heading and origin", vi="hàng hóa cùng mã số sáu chữ số và xuất xứ"),
    "importer_code": Text(en="the importer with this heading", vi="người nhập khẩu với mã số sáu chữ số này"),
    "importer_exporter": Text(en="the importer with this exporter", vi="người nhập khẩu với người xuất khẩu này"),
    "importer_origin": Text(en="the importer with this origin", vi="người nhập khẩu với xuất xứ này"),
    "office": Text(en="the customs office", vi="cơ quan hải quan"),
}
_MEASURED: dict[tuple[Happening, Measure], Text] = {
    ("declared", "count"): Text(en="Goods items declared", vi="Số mặt hàng đã khai"),
    ("declared", "sum"): Text(en="Customs value declared", vi="Trị giá hải quan đã khai"),
    ("declared", "first"): Text(en="Never declared before", vi="Chưa từng khai trước đây"),
    ("declared", "days_since_first"): Text(en="Days since first declared", vi="Số ngày từ lần khai đầu tiên"),
    ("result", "count"): Text(en="Results of inspection learned", vi="Số kết quả kiểm tra đã biết"),
    ("result", "sum"): Text(en="Findings learned", vi="Số phát hiện không tuân thủ đã biết"),
    ("result", "share"): Text(en="Findings by results learned", vi="Tỷ lệ phát hiện trên kết quả kiểm tra đã biết"),
}


def _one(entity: Entity, name: str, of: Happening, measure: Measure, amount: Amount | None = None, days: int | None = None) -> History:
    whose, measured = _WHOSE[entity], _MEASURED[of, measure]
    over = Text(en=f", last {days} days", vi=f", {days} ngày gần nhất") if days else Text(en="", vi="")
    words = Text(en=f"{measured.en}: {whose.en}{over.en}", vi=f"{measured.vi}: {whose.vi}{over.vi}")
    return History(f"{entity}.{name}", entity, of, measure, amount, days, words=words)


def _find_rate(entity: Entity) -> History:
    return _one(entity, "find_rate_365d", "result", "share", "found", 365)


def _first_time(entity: Entity) -> History:
    return _one(entity, "first_time", "declared", "first")


HISTORIES: tuple[History, ...] = (
    _first_time("importer"),
    _one("importer", "days_known", "declared", "days_since_first"),
    _one("importer", "count_90d", "declared", "count", None, 90),
    _one("importer", "value_90d", "declared", "sum", "value", 90),
    _one("importer", "results_365d", "result", "count", None, 365),
    _one("importer", "found_365d", "result", "sum", "found", 365),
    _find_rate("importer"),
    _one("declarant", "count_30d", "declared", "count", None, 30),
    _find_rate("declarant"),
    _first_time("exporter"),
    _find_rate("exporter"),
    _find_rate("route"),
    _find_rate("code"),
    _find_rate("code_origin"),
    _first_time("importer_code"),
    _one("importer_code", "count_365d", "declared", "count", None, 365),
    _first_time("importer_exporter"),
    _first_time("importer_origin"),
)
"""In the order of the catalogue. New ones are added at its end, behind the references."""


def field(history: History) -> RiskField:
    """Return the catalogue's field of a history: missing where its trader or code is, or where nothing was learned to make a share of."""
    whose = _WHOSE[history.entity]
    absent = Text(en=f"not declared: {whose.en}", vi=f"không khai: {whose.vi}")
    if history.measure not in ("count", "sum", "first"):
        absent = Text(en=f"{absent.en}; or nothing is known before", vi=f"{absent.vi}; hoặc chưa biết gì trước đó")
    return RiskField(
        name=history.name,
        kind="flag" if history.measure == "first" else "number",
        level="declaration" if history.entity in OF_DECLARATION else "item",
        source="history",
        words=history.words or Text(en=history.name, vi=history.name),
        unit="currency" if history.amount in ("value", "duty", "revenue") and history.measure == "sum" else "",
        absent=absent,
    )


def micros(at: datetime) -> int:
    """Return a moment as whole microseconds since 1970, UTC: what every history counts in."""
    return (at - _EPOCH) // _MICROSECOND


def parts(amount: Amount, figure: float) -> int:
    """Return an amount in whole parts of its scale; 0 where it is too large to be one."""
    scaled = figure * SCALES[amount]
    return round(scaled) if -LARGEST < scaled < LARGEST else 0
