"""Phrases of what officers can do, and of what a manager signs; in English and Vietnamese."""

from __future__ import annotations

CAPACITY: dict[str, tuple[str, str]] = {
    "risk.capacity": ("What officers can do", "Năng lực kiểm tra"),
    "risk.capacity.inspections.n": ("Inspections: {n}", "Số lượt kiểm tra: {n}"),
    "risk.capacity.checks.n": ("Checks of documents: {n}", "Kiểm tra hồ sơ: {n}"),
    "risk.capacity.checks.unbounded": ("Checks of documents: not bounded", "Kiểm tra hồ sơ: không giới hạn"),
    "risk.capacity.by": ("set by {name}, {when} UTC", "{name} đặt, {when} UTC"),
    "risk.capacity.none": (
        "Nobody said yet what officers can do in this shift; the policy's thresholds decide.",
        "Chưa ai đặt năng lực kiểm tra cho ca này; ngưỡng của chính sách quyết định.",
    ),
    "risk.capacity.change": ("Set what officers can do", "Đặt năng lực kiểm tra"),
    "risk.capacity.change.words": (
        "You first see what would fall and what would wait. Nothing is recorded until you sign.",
        "Bạn sẽ xem trước phần thôi kiểm tra và phần phải chờ. Chỉ ghi nhận khi bạn ký.",
    ),
    "risk.capacity.inspections": ("Inspections of goods in the shift", "Số lượt kiểm tra thực tế trong ca"),
    "risk.capacity.checks": ("Checks of documents in the shift", "Số lượt kiểm tra hồ sơ trong ca"),
    "risk.capacity.checks.hint": ("Leave empty where they are not bounded.", "Để trống nếu không giới hạn."),
    "risk.capacity.see": ("See what it would mean", "Xem ảnh hưởng"),
    "risk.capacity.managers": (
        "A manager sets what officers can do, and signs what is given up.",
        "Lãnh đạo đặt năng lực kiểm tra và ký phần thôi kiểm tra.",
    ),
    "risk.capacity.where": ("Choose an office and a shift from the lists.", "Hãy chọn cơ quan và ca từ danh sách."),
    "risk.capacity.figures": (
        "Give whole numbers from 0 up. Nothing was recorded.",
        "Hãy nhập số nguyên từ 0 trở lên. Chưa ghi nhận gì.",
    ),
    "risk.proposal": ("What this capacity would mean", "Ảnh hưởng của năng lực này"),
    "risk.proposal.before": ("now: {n}", "hiện tại: {n}"),
    "risk.proposal.before.none": ("nobody said before", "trước đó chưa đặt"),
    "risk.proposal.falls": ("Would fall", "Sẽ thôi kiểm tra"),
    "risk.proposal.of": (
        "of {n} in the queue; {kept} of them never fall",
        "trong {n} tờ khai; {kept} tờ khai không bao giờ thôi kiểm tra",
    ),
    "risk.proposal.given-up": ("Expected value given up", "Giá trị kỳ vọng mất đi"),
    "risk.proposal.given-up.words": ("revenue expected of inspecting what falls", "số thuế kỳ vọng nếu kiểm tra phần này"),
    "risk.proposal.waits": ("Would wait", "Sẽ phải chờ"),
    "risk.proposal.falling": ("What would fall", "Tờ khai sẽ thôi kiểm tra"),
    "risk.proposal.falling.words": (
        "Only targeted selections of which the trader does not know yet. Mandatory profiles and the random draw never fall.",
        "Chỉ gồm tờ khai được nhắm chọn mà người khai chưa được báo. Hồ sơ bắt buộc và rút ngẫu nhiên không bao giờ bị bỏ.",
    ),
    "risk.proposal.nothing": ("Nothing would fall.", "Không có tờ khai nào thôi kiểm tra."),
    "risk.proposal.waiting": ("What would wait, and how long", "Tờ khai phải chờ và thời gian chờ"),
    "risk.proposal.waiting.none": ("Everything left can be done in this shift.", "Phần còn lại làm xong trong ca này."),
    "risk.proposal.most": ("The first {n} are listed.", "Chỉ liệt kê {n} tờ khai đầu."),
    "risk.proposal.sign": ("Sign", "Ký"),
    "risk.proposal.sign.words": (
        "By signing you set this capacity and give up {n} inspections, from which {amount} {currency} was expected, as {name}.",
        "Khi ký, bạn đặt năng lực này và thôi {n} lượt kiểm tra với giá trị kỳ vọng {amount} {currency}, với danh nghĩa {name}.",
    ),
    "risk.proposal.sign.nothing": (
        "By signing you set this capacity, as {name}. Nothing is given up.",
        "Khi ký, bạn đặt năng lực này với danh nghĩa {name}. Không có gì bị thôi kiểm tra.",
    ),
    "risk.proposal.send": ("Sign and set", "Ký và đặt"),
    "risk.proposal.leave": ("Leave it as it is", "Giữ nguyên như hiện tại"),
    "risk.cuts": ("What managers signed", "Các quyết định đã ký"),
    "risk.cuts.none": ("No capacity was set yet, so nothing was given up.", "Chưa đặt năng lực nào nên chưa thôi kiểm tra gì."),
    "risk.cuts.when": ("When, UTC", "Thời điểm, UTC"),
    "risk.cuts.fallen": ("Given up", "Thôi kiểm tra"),
    "risk.cuts.waiting": ("Waiting", "Phải chờ"),
    "risk.cuts.given-up": ("Expected value, {currency}", "Giá trị kỳ vọng, {currency}"),
    "risk.cuts.by": ("Signed by", "Người ký"),
}
