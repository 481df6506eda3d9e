"""Phrases of risk and of inspections on the page of a declaration, for officers; in English and Vietnamese."""

from __future__ import annotations

RISK_OF_ONE: dict[str, tuple[str, str]] = {
    "drisk.title": ("Risk", "Rủi ro"),
    "drisk.unknown": ("Risk work did not look at this declaration.", "Tờ khai này chưa được đánh giá rủi ro."),
    "drisk.hits": ("Profiles that hit", "Hồ sơ rủi ro trúng"),
    "drisk.version": ("version {n}", "phiên bản {n}"),
    "drisk.whole": ("The declaration", "Toàn bộ tờ khai"),
    "drisk.score": ("Learned score", "Điểm từ mô hình"),
    "drisk.score.none": ("No learned model scored it.", "Chưa có mô hình nào chấm điểm tờ khai này."),
    "drisk.score.words": ("chance of a finding", "xác suất có phát hiện"),
    "drisk.stake": ("At stake if there is one: {amount} {currency}", "Số thuế có thể thiếu nếu có phát hiện: {amount} {currency}"),
    "drisk.hidden": (
        (
            "Form your own view first: look at the profiles, the price and the history. The score, and how the declaration was "
            "chosen, are not on this page until you open them."
        ),
        "Hãy tự đánh giá trước: xem hồ sơ rủi ro, đơn giá và lịch sử. Điểm số và cách lựa chọn tờ khai chỉ hiện khi bạn mở.",
    ),
    "drisk.open": ("Open the score", "Mở điểm số"),
    "drisk.reasons": ("Reasons", "Lý do"),
    "drisk.reasons.none": (
        "No profile hit, and neither its price nor the importer's history says anything.",
        "Không trúng hồ sơ rủi ro nào; đơn giá và lịch sử người nhập khẩu chưa cho biết gì.",
    ),
    "drisk.reasons.erased": (
        "What was recorded of it was erased, or nothing ever was; so there are no reasons to give.",
        "Dữ liệu đã bị xóa hoặc chưa từng được ghi; vì vậy không thể nêu lý do.",
    ),
    "drisk.to-price": ("See the price beside like goods", "Xem đơn giá so với hàng tương tự"),
    "drisk.to-importer": ("See the importer's declarations", "Xem các tờ khai của người nhập khẩu"),
    "drisk.price": ("Unit price of item {n} beside like goods", "Đơn giá dòng hàng {n} so với hàng tương tự"),
    "drisk.price.below": ("is below the lowest tenth of {n} like goods.", "thấp hơn nhóm 10 % thấp nhất trong {n} mặt hàng tương tự."),
    "drisk.price.within": ("lies within the usual range of {n} like goods.", "nằm trong khoảng thông thường của {n} mặt hàng tương tự."),
    "drisk.price.above": ("is above the highest tenth of {n} like goods.", "cao hơn nhóm 10 % cao nhất trong {n} mặt hàng tương tự."),
    "drisk.price.drawn": (
        "Unit price {price}; like goods: a tenth below {low}, half below {middle}, a tenth above {high}",
        "Đơn giá {price}; hàng tương tự: 10 % dưới {low}, một nửa dưới {middle}, 10 % trên {high}",
    ),
    "drisk.price.period": (
        (
            "Of {n} like goods declared before {day}, a tenth cost less than {low}, half less than {middle}, a tenth more than "
            "{high} {currency}. The scale is logarithmic. The test is a signal and changes no value."
        ),
        (
            "Trong {n} mặt hàng tương tự khai trước {day}, 10 % có giá dưới {low}, một nửa dưới {middle}, 10 % trên {high} "
            "{currency}. Thang lô-ga-rít. Đây chỉ là dấu hiệu, không làm thay đổi trị giá."
        ),
    ),
    "drisk.price.leans": (
        "They are few, so these figures lean on a wider group of goods.",
        "Số lượng ít nên các mức này dựa thêm vào nhóm hàng rộng hơn.",
    ),
    "drisk.key.mine": ("this price", "đơn giá này"),
    "drisk.key.span": ("the middle eight tenths, with the median", "khoảng 80 % ở giữa và trung vị"),
    "drisk.key.peer": ("a like declaration", "một tờ khai tương tự"),
    "drisk.peers": ("Comparable declarations: {n}", "Tờ khai tương tự: {n}"),
    "drisk.peers.caption": ("Comparable declarations, latest first", "Tờ khai tương tự, mới nhất trước"),
    "drisk.peers.day": ("Declared", "Ngày khai"),
    "drisk.peers.price": ("Unit price", "Đơn giá"),
    "drisk.peers.words": (
        "The latest of those declared since {since} and before this one; where a value had been found wrong by then, it is left out.",
        "Các tờ khai mới nhất từ {since} và trước tờ khai này; bỏ qua tờ khai đã bị xác định sai trị giá tại thời điểm đó.",
    ),
    "drisk.peers.none": ("No single comparable declaration since {since} is at hand.", "Chưa có tờ khai tương tự nào từ {since}."),
    "drisk.prices": ("Prices of all items: {n}", "Đơn giá các dòng hàng: {n}"),
    "drisk.prices.caption": ("Each item's unit price beside like goods", "Đơn giá từng dòng hàng so với hàng tương tự"),
    "drisk.low": ("A tenth below", "10 % thấp hơn"),
    "drisk.middle": ("Median", "Trung vị"),
    "drisk.high": ("A tenth above", "10 % cao hơn"),
    "drisk.choice": ("How it was chosen", "Cách lựa chọn"),
    "drisk.fallen": ("It was given up for want of officers.", "Đã thôi kiểm tra do thiếu công chức."),
    "drisk.propensity": ("Chance of an inspection, given what was known", "Xác suất bị kiểm tra theo thông tin khi đó"),
    "drisk.draw": ("Random draw", "Rút ngẫu nhiên"),
    "drisk.draw.none": ("none was committed", "chưa cam kết lượt rút nào"),
    "drisk.draw.yes": ("drawn, period {period}", "được rút, kỳ {period}"),
    "drisk.draw.no": ("not drawn, period {period}", "không được rút, kỳ {period}"),
    "importer.title": ("The importer's declarations", "Các tờ khai của người nhập khẩu"),
    "importer.words": (
        "{n} since {since} UTC, latest first; the record was not read further back.",
        "{n} tờ khai từ {since} UTC, mới nhất trước; chưa đọc xa hơn.",
    ),
    "importer.unnamed": (
        "No importer is named, or what was declared was erased.",
        "Không nêu người nhập khẩu, hoặc nội dung khai đã bị xóa.",
    ),
    "importer.day": ("Selected", "Thời điểm"),
    "importer.chapter": ("Chapter", "Chương"),
    "importer.lane": ("Lane", "Luồng"),
    "importer.result": ("Inspection", "Kiểm tra"),
    "importer.unlooked": ("nobody looked", "chưa ai kiểm tra"),
    "importer.found": ("Finding", "Phát hiện"),
    "importer.most": ("The latest {n} are listed.", "Chỉ liệt kê {n} tờ khai mới nhất."),
}
