"""Phrases of risk and of inspections on the page of a declaration, for officers; in English and Vietnamese."""

from __future__ import annotations

RISK_OF_ONE: dict[str, tuple[str, str]] = {
    "drisk.title": ("Risk", "Rủi ro"),
    "drisk.unknown": ("Risk work did not look at this declaration.", "Tờ khai này chưa được đánh giá rủi ro."),
    "drisk.hits": ("Profiles that hit", "Hồ sơ rủi ro trúng"),
    "drisk.version": ("version {n}", "phiên bản {n}"),
    "drisk.items": ("items {list}", "dòng hàng {list}"),
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
    "results.title": ("Inspection", "Kết quả kiểm tra thực tế và hồ sơ"),
    "results.none": (
        "Nobody has looked at it: nothing is known, and nothing counts as clean.",
        "Chưa ai kiểm tra: chưa biết gì, và không được coi là đúng.",
    ),
    "results.enter": ("Enter what an inspection found", "Nhập kết quả kiểm tra"),
    "results.again": ("Enter a further inspection", "Nhập thêm kết quả kiểm tra"),
    "results.kind": ("How it was inspected", "Hình thức kiểm tra"),
    "results.how.documents": ("Documents checked", "Kiểm tra hồ sơ"),
    "results.how.physical": ("Goods examined", "Kiểm tra thực tế hàng hóa"),
    "results.how.scan": ("Image scanned", "Soi chiếu"),
    "results.how.post-clearance": ("Checked after release", "Kiểm tra sau thông quan"),
    "results.rest": ("Items without a code of their own", "Dòng hàng không chọn riêng"),
    "results.rest.each": ("each has its own code below", "mỗi dòng hàng chọn bên dưới"),
    "results.code": ("Found", "Kết quả"),
    "results.choose": ("Choose …", "Chọn …"),
    "results.conform": ("As declared", "Đúng khai báo"),
    "results.wrong": ("Wrong: {what}", "Sai lệch: {what}"),
    "results.not-looked-at": ("Not looked at", "Không kiểm tra"),
    "results.amount": ("Duty and tax missing, {currency}", "Số thuế thiếu, {currency}"),
    "results.missing": ("missing: {amount} {currency}", "thiếu: {amount} {currency}"),
    "results.words": (
        (
            "Where value, classification, origin or quantity was wrong, give what is missing, 0 where nothing is. A finding is no "
            "decision on intent."
        ),
        (
            "Nếu sai về trị giá, phân loại, xuất xứ hoặc lượng, hãy nhập số thuế thiếu, 0 nếu không thiếu. Phát hiện không phải là "
            "kết luận về cố ý."
        ),
    ),
    "results.by": ("Your staff number", "Số hiệu công chức của bạn"),
    "results.own": ("It is recorded under your staff number, {name}.", "Kết quả được ghi theo số hiệu của bạn, {name}."),
    "results.send": ("Record the result", "Ghi kết quả"),
    "results.not-yours": ("Results are entered by customs officers.", "Kết quả kiểm tra do công chức hải quan nhập."),
    "results.faults": (
        "Nothing was recorded: something is missing or wrong in the form below.",
        "Chưa ghi gì: biểu mẫu bên dưới còn thiếu hoặc sai.",
    ),
    "results.fault.kind": ("Choose how it was inspected.", "Hãy chọn hình thức kiểm tra."),
    "results.fault.code": ("Choose what was found.", "Hãy chọn kết quả."),
    "results.fault.amount": ("Give the duty and tax found missing, 0 where none is.", "Hãy nhập số thuế thiếu, 0 nếu không thiếu."),
    "results.fault.no-amount": ("No amount goes with this.", "Kết quả này không kèm số tiền."),
    "results.fault.figure": (
        "Give the amount in digits from 0 up, decimals after a point or comma, nothing between thousands.",
        "Hãy nhập số tiền bằng chữ số, từ 0 trở lên, phần thập phân sau dấu chấm hoặc phẩy, không ngăn cách hàng nghìn.",
    ),
    "results.fault.nothing": (
        "Nothing was recorded: at least one item must have been looked at.",
        "Chưa ghi gì: phải có ít nhất một dòng hàng được kiểm tra.",
    ),
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
