"""Phrases of the page of estimates; in English and Vietnamese."""

from __future__ import annotations

ESTIMATES: dict[str, tuple[str, str]] = {
    "risk.period.since": ("First day", "Từ ngày"),
    "risk.period.until": ("Last day", "Đến ngày"),
    "risk.period.backwards": ("The first day is after the last.", "Ngày đầu sau ngày cuối."),
    "risk.estimates.title": ("Estimates", "Ước lượng mức độ không tuân thủ"),
    "risk.estimates.none": (
        "No declaration was selected about in this period. Choose a longer one.",
        "Không có tờ khai nào trong kỳ này. Hãy chọn kỳ dài hơn.",
    ),
    "risk.estimate.assume": ("Inspectors miss", "Tỷ lệ bỏ sót khi kiểm tra"),
    "risk.estimate.judged": ("as judged, by kind of inspection", "theo đánh giá, từng hình thức"),
    "risk.estimate.nothing-missed": ("nothing: as found", "không bỏ sót: như đã phát hiện"),
    "risk.estimate.missed": ("{share} of what is wrong", "{share} số sai phạm"),
    "risk.estimate.no-share": ("Choose one of the shares.", "Hãy chọn một tỷ lệ."),
    "risk.estimate.show": ("Show", "Xem"),
    "risk.estimate.short": ("In one sentence", "Tóm tắt"),
    "risk.estimate.sentence": (
        (
            "Of the declarations that go by in green, about {value} are not in order; the truth lies between {low} and {high} in 95 of 100 "
            "such estimates."
        ),
        "Trong số tờ khai luồng xanh, khoảng {value} không tuân thủ; giá trị thực từ {low} đến {high} trong 95 trên 100 lần ước lượng.",
    ),
    "risk.estimate.sentence.all": ("Of all declarations it is about {value}.", "Tính trên mọi tờ khai, tỷ lệ khoảng {value}."),
    "risk.estimate.sentence.few": (
        "This rests on only {n} random inspections: draw more, or look at a longer period.",
        "Ước lượng chỉ dựa trên {n} lượt kiểm tra ngẫu nhiên: cần rút thêm hoặc xem kỳ dài hơn.",
    ),
    "risk.estimate.sentence.unknown": (
        "How much goes by in green that is not in order is not known: no declaration that was drawn at random has a result in this period.",
        "Chưa biết tỷ lệ không tuân thủ ở luồng xanh: trong kỳ chưa có kết quả kiểm tra của tờ khai được rút ngẫu nhiên.",
    ),
    "risk.estimate.over": ("{n} declarations, {first} to {last}.", "{n} tờ khai, từ {first} đến {last}."),
    "risk.estimate.awaiting": (
        "{n} were taken for inspection and have no result yet; they count neither as found nor as in order.",
        "{n} tờ khai được chọn kiểm tra chưa có kết quả; chưa tính là vi phạm hay tuân thủ.",
    ),
    "risk.estimate.in-green": ("In green: what goes by", "Luồng xanh: phần đi qua"),
    "risk.estimate.overall": ("Of all declarations", "Trên mọi tờ khai"),
    "risk.estimate.random": ("All, from the draw alone", "Tất cả, chỉ theo bốc thăm"),
    "risk.estimate.propensity": ("All, from every inspection by its chance", "Tất cả, theo mọi lượt kiểm tra có trọng số"),
    "risk.estimate.revenue.green": ("Revenue lost per declaration in green, {currency}", "Thất thu mỗi tờ khai luồng xanh, {currency}"),
    "risk.estimate.revenue": ("Revenue lost per declaration, {currency}", "Thất thu mỗi tờ khai, {currency}"),
    "risk.estimate.no-bound": ("no upper bound known", "chưa biết giới hạn trên"),
    "risk.estimate.detected": ("Found by inspections, counted", "Đã phát hiện qua kiểm tra"),
    "risk.estimate.of-inspected": ("of {n} inspected", "trên {n} lượt kiểm tra"),
    "risk.estimate.fraud": ("Fraud, by a decision on intent: {n}", "Gian lận, theo kết luận về hành vi cố ý: {n}"),
    "risk.estimate.no-fraud": ("No decision on intent says fraud.", "Chưa có kết luận nào về hành vi cố ý."),
    "risk.estimate.rests": ("rests on {n} inspections, {found} with a finding", "dựa trên {n} lượt kiểm tra, {found} có phát hiện"),
    "risk.estimate.few": ("few", "ít mẫu"),
    "risk.estimate.misses": ("If inspectors miss some of it", "Nếu kiểm tra bỏ sót"),
    "risk.estimate.misses.words": (
        (
            "Nobody knows from inspections alone what they miss. Each row says what the truth would be if inspections missed that "
            "share. The draw and the weighing of every inspection should tell about the same; where they part, look at the propensities."
        ),
        (
            "Chỉ từ kết quả kiểm tra không thể biết tỷ lệ bỏ sót. Mỗi dòng cho biết giá trị thực nếu kiểm tra bỏ sót tỷ lệ đó. "
            "Hai cách ước lượng cần cho kết quả gần nhau; nếu khác xa, hãy xem lại xác suất được chọn."
        ),
    ),
    "risk.estimate.share-missed": ("Missed", "Bỏ sót"),
    "risk.estimate.on": ("Rests on", "Dựa trên"),
    "risk.estimate.judged.words": (
        "The figures above and below assume, by judgement, since nobody has measured it here:",
        "Các số liệu khác trên trang giả định, theo đánh giá do chưa có đo lường:",
    ),
    "risk.estimate.assumed.words": (
        "The figures above and below assume that every kind of inspection misses {share}.",
        "Các số liệu khác trên trang giả định mọi hình thức kiểm tra bỏ sót {share}.",
    ),
    "risk.estimate.how.documents": ("documents", "hồ sơ"),
    "risk.estimate.how.scan": ("scan", "soi chiếu"),
    "risk.estimate.how.physical": ("goods", "thực tế hàng hóa"),
    "risk.estimate.how.post-clearance": ("after release", "sau thông quan"),
    "risk.estimate.by.lanes": ("By lane", "Theo luồng"),
    "risk.estimate.by.green": ("What goes by in green, by kind", "Phần đi qua luồng xanh, theo loại"),
    "risk.estimate.by.kinds": ("By kind of finding", "Theo loại sai phạm"),
    "risk.estimate.by.offices": ("By customs office", "Theo cơ quan hải quan"),
    "risk.estimate.by.chapters": ("By chapter of the first item", "Theo chương của mặt hàng đầu"),
    "risk.estimate.one.lanes": ("Lane", "Luồng"),
    "risk.estimate.one.green": ("Kind", "Loại"),
    "risk.estimate.one.kinds": ("Kind", "Loại"),
    "risk.estimate.one.offices": ("Office", "Cơ quan"),
    "risk.estimate.one.chapters": ("Chapter", "Chương"),
    "risk.estimate.rate": ("Rate", "Tỷ lệ"),
    "risk.estimate.interval": ("95 of 100", "Khoảng 95 %"),
    "risk.estimate.drawn": ("Drawn", "Biểu đồ"),
    "risk.estimate.found-of": ("Found / inspected", "Phát hiện / kiểm tra"),
    "risk.estimate.speaks-for": ("Speaks for", "Đại diện cho"),
    "risk.estimate.counted": ("Counted", "Đã phát hiện"),
    "risk.estimate.most": ("The first {n} of {all} are shown.", "Hiển thị {n} trong {all}."),
    "risk.estimate.reading": ("How to read this", "Cách đọc"),
    "risk.estimate.reading.1": (
        "Among those inspected on purpose the rate says nothing of the others. Only chance speaks for those nobody looked at.",
        "Tỷ lệ trong số tờ khai được chọn có chủ đích không nói lên phần còn lại. Chỉ mẫu ngẫu nhiên đại diện cho phần chưa kiểm tra.",
    ),
    "risk.estimate.reading.2": (
        "A declaration drawn at random counts under green: that is where it would have gone.",
        "Tờ khai được rút ngẫu nhiên tính vào luồng xanh: đó là luồng nó lẽ ra được phân.",
    ),
    "risk.estimate.reading.3": (
        "A finding is non-compliance. The word fraud stands only where a decision on intent is recorded, and is never estimated.",
        "Phát hiện là không tuân thủ. Từ gian lận chỉ dùng khi có kết luận về hành vi cố ý và không bao giờ được ước lượng.",
    ),
    "risk.estimate.reading.4": (
        "Of many groups some look high by chance. Compare intervals, not the order of the rows.",
        "Trong nhiều nhóm, một số cao do ngẫu nhiên. Hãy so sánh khoảng tin cậy, không so thứ tự dòng.",
    ),
}
