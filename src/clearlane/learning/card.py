"""The card of a model: on what it learned, how it did on later goods beside what any model must beat, and on whom it falls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import numpy as np

from clearlane.learning.evaluate import BUDGETS, burdens, calibration, chosen, measured, sizes
from clearlane.learning.model_file import Model
from clearlane.learning.table import KINDS, Floats, Texts, TrainingTable
from clearlane.model.risk_model import Measured, ModelCard
from clearlane.model.text import Text

BURDEN_BUDGET = 0.05
LIMITS = (
    Text(
        en="It says what inspections found before, not what is true of a trader. It decides nothing: officers do.",
        vi="Mô hình phản ánh kết quả kiểm tra trước đây, không phải sự thật về doanh nghiệp. Công chức quyết định, không phải mô hình.",
    ),
    Text(
        en="It is for goods under the law it was trained on. Drift is watched; an alarm asks for a new model.",
        vi="Mô hình dùng cho hàng hóa theo pháp luật tại thời điểm huấn luyện. Độ trôi được theo dõi; khi có cảnh báo cần mô hình mới.",
    ),
    Text(
        en="Where only targeted goods were inspected, it knows the others by the random share alone.",
        vi="Khi chỉ kiểm tra hàng hóa được chọn theo rủi ro, mô hình chỉ biết phần còn lại qua tỷ lệ kiểm tra ngẫu nhiên.",
    ),
    Text(
        en="A finding is non-compliance. The word fraud is for decisions on intent, of which it knows nothing.",
        vi="Phát hiện là không tuân thủ. Từ gian lận chỉ dùng khi có quyết định về hành vi cố ý, điều mà mô hình không biết.",
    ),
)
SELECTIVE = Text(
    en="These figures count inspected goods only; of the others nobody knows.",
    vi="Các số liệu này chỉ tính hàng hóa đã kiểm tra; phần còn lại chưa biết.",
)


def split(table: TrainingTable, share: float = 0.2) -> tuple[TrainingTable, TrainingTable]:
    """Return the goods to learn from and the later ones to try on; what was known only after the split is not learned from.

    Args:
      table: All goods.
      share: The share of goods, the latest, to try on.
    """
    day = float(np.quantile(table.at, 1 - share)) if len(table) else 0.0
    return table.before(day), table.chosen(table.at >= day)


def card(
    model: Model,
    trained: TrainingTable,
    tested: TrainingTable,
    said: Floats,
    scores: Mapping[str, Floats],
    groups: Mapping[str, Texts] | None = None,
    before: Floats | None = None,
) -> ModelCard:
    """Return the card.

    Args:
      model: The model.
      trained: What it learned from.
      tested: Later goods, labelled where somebody looked.
      said: What the model said of the tested goods.
      scores: The scores of references on the tested goods, by name; see ``evaluate.references``.
      groups: The ``office`` and ``origin`` of the tested goods; the trader's size is added.
      before: The scores of the model in force on the tested goods.
    """
    found, revenue = tested.found, tested.revenue
    by_group = {"size": sizes(tested.importer), **(groups or {})}
    counts = np.bincount(trained.category[trained.category >= 0], minlength=len(KINDS)).tolist()
    return ModelCard(
        version=model.head.version,
        trained_on=_days(trained),
        tested_on=_days(tested),
        rows=len(trained),
        labelled=int(trained.labelled.sum()),
        findings=int(np.sum(trained.found == 1)),
        fields=model.fields,
        measured=_measured(said, found, revenue),
        before=() if before is None else _measured(before, found, revenue),
        references={name: _measured(column, found, revenue) for name, column in scores.items()},
        burdens=burdens(chosen(said, BURDEN_BUDGET), found, by_group),
        calibration=calibration(said, found),
        categories={kind: count for kind, count in zip(KINDS, counts, strict=True) if count},
        limits=LIMITS if tested.labelled.all() else (*LIMITS, SELECTIVE),
    )


def _measured(scores: Floats, found: Floats, revenue: Floats) -> tuple[Measured, ...]:
    return measured(scores, found, revenue, BUDGETS)


def _days(table: TrainingTable) -> tuple[date, date]:
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return (start + timedelta(float(table.at.min()))).date(), (start + timedelta(float(table.at.max()))).date()
