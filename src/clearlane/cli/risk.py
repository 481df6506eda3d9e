"""The commands of ``clearlane risk``, each with its words."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import risk_evaluate, risk_korea, risk_world
from clearlane.model.text import Text

WORDS = Text(en="Risk work: evaluate the choice of inspections.", vi="Quản lý rủi ro: đánh giá việc lựa chọn kiểm tra.")
COMMANDS: tuple[tuple[str, Callable[..., None], Text], ...] = (
    (
        "evaluate",
        risk_evaluate.evaluate,
        Text(
            en="Evaluate the choice of inspections on a file with the truth.",
            vi="Đánh giá việc lựa chọn kiểm tra trên tệp có kết quả thật.",
        ),
    ),
    (
        "korea",
        risk_korea.korea,
        Text(en="Rank the Korean synthetic declarations fairly.", vi="Xếp hạng bộ tờ khai tổng hợp của Hàn Quốc một cách công bằng."),
    ),
    (
        "world",
        risk_world.world,
        Text(en="Write an invented country's declarations, to evaluate on.", vi="Ghi tờ khai của một quốc gia giả định để đánh giá."),
    ),
)
