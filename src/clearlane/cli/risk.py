"""The commands of ``clearlane risk``, each with its words."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import (
    risk_backtest,
    risk_capacity,
    risk_estimate,
    risk_evaluate,
    risk_korea,
    risk_models,
    risk_result,
    risk_score,
    risk_season,
    risk_train,
    risk_watch,
    risk_world,
)
from clearlane.model.text import Text

WORDS = Text(
    en="Risk work: profiles, models, the choice of inspections, estimates.",
    vi="Quản lý rủi ro: hồ sơ, mô hình, lựa chọn kiểm tra, ước lượng.",
)
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
        "season",
        risk_season.season,
        Text(
            en="Evaluate the choice of inspections on the simulator's trade.",
            vi="Đánh giá việc lựa chọn kiểm tra trên giao thương mô phỏng.",
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
    (
        "backtest",
        risk_backtest.backtest,
        Text(en="Try profiles on trade that is over.", vi="Thử hồ sơ rủi ro trên dữ liệu đã qua."),
    ),
    ("train", risk_train.train, Text(en="Train a model on what was found.", vi="Huấn luyện mô hình từ kết quả kiểm tra.")),
    ("models", risk_models.models, Text(en="List the models kept.", vi="Liệt kê các mô hình.")),
    ("card", risk_models.card, Text(en="Show what is known of a model.", vi="Xem thẻ thông tin của mô hình.")),
    ("measure", risk_train.measure, Text(en="Measure a model on recorded goods.", vi="Đo mô hình trên dữ liệu đã ghi.")),
    (
        "promote",
        risk_models.promote,
        Text(en="Make a model score, as a second person.", vi="Cho mô hình chấm điểm, do người thứ hai duyệt."),
    ),
    ("challenge", risk_models.challenge, Text(en="Let a model score in shadow.", vi="Cho mô hình chấm điểm ngầm.")),
    ("withdraw", risk_models.withdraw, Text(en="Take a model back.", vi="Thu hồi mô hình.")),
    ("refresh", risk_train.refresh, Text(en="Let the model know results known by now.", vi="Cập nhật kết quả đã biết cho mô hình.")),
    ("score", risk_score.score, Text(en="Say how likely a finding is, and why.", vi="Nêu khả năng sai phạm và lý do.")),
    ("watch", risk_watch.watch, Text(en="Watch for drift. Exit 1: new tasks.", vi="Theo dõi trôi dữ liệu. Mã thoát 1: có việc mới.")),
    ("references", risk_watch.references, Text(en="Keep this week's prices of like goods.", vi="Lưu giá tham chiếu tuần này.")),
    ("recheck", risk_watch.recheck, Text(en="Decide a day again. Exit 1: an incident.", vi="Kiểm tra lại một ngày. Mã thoát 1: sự cố.")),
    (
        "estimate",
        risk_estimate.estimate,
        Text(en="Estimate non-compliance, with intervals.", vi="Ước lượng mức không tuân thủ, kèm khoảng."),
    ),
    ("capacity", risk_capacity.capacity, Text(en="Set what an office can do; sign.", vi="Đặt năng lực kiểm tra và ký.")),
    ("queue", risk_capacity.queue, Text(en="List who waits for an inspection.", vi="Liệt kê tờ khai chờ kiểm tra.")),
    ("result", risk_result.result, Text(en="Record what an inspection found.", vi="Ghi kết quả kiểm tra.")),
)
