"""Phrases of the pages of lists and draws; in English and Vietnamese."""

from __future__ import annotations

LISTS: dict[str, tuple[str, str]] = {
    "risk.lists.title": ("Lists", "Danh sách"),
    "risk.lists.lead": (
        "Traders, countries, codes and words that profiles ask of. A list that has run out counts no more, though profiles still name it.",
        "Doanh nghiệp, quốc gia, mã và từ khóa dùng trong tiêu chí. Danh sách hết hạn không còn hiệu lực, dù tiêu chí vẫn nêu tên.",
    ),
    "risk.lists.kept": ("Lists kept", "Danh sách đang lưu"),
    "risk.lists.none": (
        "No list is kept yet. Profiles that ask for a list hit nothing by it.",
        "Chưa có danh sách nào. Điều kiện dùng danh sách sẽ không trúng trường hợp nào.",
    ),
    "risk.list.name": ("Name", "Tên"),
    "risk.list.name.hint": (
        "Letters, digits and _, as profiles write it: in list trusted",
        "Chữ cái, chữ số và _, như trong tiêu chí: in list trusted",
    ),
    "risk.list.holds": ("Holds", "Nội dung"),
    "risk.list.holds.traders": ("Traders", "Doanh nghiệp"),
    "risk.list.holds.countries": ("Countries", "Quốc gia"),
    "risk.list.holds.codes": ("Codes of goods", "Mã số hàng hóa"),
    "risk.list.holds.words": ("Words", "Từ khóa"),
    "risk.list.no-kind": ("Say what stands in the list.", "Hãy chọn nội dung của danh sách."),
    "risk.list.no-day": (
        "Line {line}: what follows the value is no day such as 2026-12-31. Leave it empty where the entry has no end.",
        "Dòng {line}: phần sau giá trị không phải ngày dạng 2026-12-31. Hãy để trống nếu mục không có thời hạn.",
    ),
    "risk.list.count": ("Entries", "Số mục"),
    "risk.list.owner": ("Owner", "Đơn vị phụ trách"),
    "risk.list.source": ("Source", "Nguồn"),
    "risk.list.until": ("Counts until", "Hiệu lực đến"),
    "risk.list.until.form": ("Counts until, empty for no end", "Hiệu lực đến, để trống nếu không thời hạn"),
    "risk.list.no-end": ("no end", "không thời hạn"),
    "risk.list.over": ("ran out", "đã hết hạn"),
    "risk.list.over.words": (
        "This list counts no more. Keep a version with a later day, or take the list out of the profiles that name it.",
        "Danh sách này không còn hiệu lực. Hãy lưu phiên bản có thời hạn mới hoặc bỏ danh sách khỏi các tiêu chí.",
    ),
    "risk.list.counts": ("counts", "có hiệu lực"),
    "risk.list.earlier": ("Version {version}", "Phiên bản {version}"),
    "risk.list.version": ("Version", "Phiên bản"),
    "risk.list.versions": ("Versions", "Các phiên bản"),
    "risk.list.kept": ("Kept", "Đã lưu"),
    "risk.list.value": ("Value", "Giá trị"),
    "risk.list.note": ("Note", "Ghi chú"),
    "risk.list.entries": ("Entries", "Các mục"),
    "risk.list.empty": ("The list is empty: nobody stands in it.", "Danh sách trống."),
    "risk.list.most": ("The first {n} of {all} are shown.", "Hiển thị {n} mục đầu trong {all}."),
    "risk.list.entries.hint": (
        "One to a line: the value, then where wanted the last day it counts and a note, parted by commas.",
        "Mỗi dòng một mục: giá trị, sau đó nếu cần là ngày cuối hiệu lực và ghi chú, cách nhau bằng dấu phẩy.",
    ),
    "risk.list.file": ("Or a CSV file, which then counts alone", "Hoặc tệp CSV; khi đó chỉ dùng tệp"),
    "risk.list.keep": ("Keep", "Lưu"),
    "risk.list.keep-new": ("Keep a new list", "Lưu danh sách mới"),
    "risk.list.keep-next": ("Keep the next version", "Lưu phiên bản tiếp theo"),
    "risk.list.at-once": (
        "It counts from the moment it is kept. Earlier versions stay, with who kept them.",
        "Có hiệu lực ngay khi lưu. Các phiên bản trước vẫn được giữ cùng người lưu.",
    ),
    "risk.draws.title": ("Draws", "Bốc thăm ngẫu nhiên"),
    "risk.draws.lead": (
        (
            "Each period's random draw is bound to a secret before lodging begins. What is published here cannot be changed afterwards, "
            "and nobody alone knows the secret."
        ),
        (
            "Việc bốc thăm của mỗi kỳ được ràng buộc với một bí mật trước giờ tiếp nhận tờ khai. Nội dung đã công bố không thể thay đổi "
            "và không cá nhân nào biết bí mật."
        ),
    ),
    "risk.draws.committed": ("Draws committed", "Các kỳ đã cam kết"),
    "risk.draws.public": ("The page everyone sees", "Trang công khai"),
    "risk.draws.none": (
        "No draw is committed. Until one is, nobody is drawn at random, and what goes by unseen cannot be estimated.",
        "Chưa cam kết bốc thăm. Khi chưa có cam kết, không tờ khai nào được rút ngẫu nhiên và không thể ước lượng phần bỏ sót.",
    ),
    "risk.draws.none-decides": (
        "No committed draw decides at present: nobody is drawn at random. Commit one.",
        "Hiện không có kỳ bốc thăm nào có hiệu lực: không tờ khai nào được rút ngẫu nhiên. Hãy cam kết một kỳ.",
    ),
    "risk.draw.period": ("Period", "Kỳ"),
    "risk.draw.state": ("State", "Tình trạng"),
    "risk.draw.state.to-come": ("to come", "sắp tới"),
    "risk.draw.state.decides": ("decides now", "đang áp dụng"),
    "risk.draw.state.over": ("over", "đã kết thúc"),
    "risk.draw.since": ("From (UTC)", "Từ (UTC)"),
    "risk.draw.share": ("Share", "Tỷ lệ"),
    "risk.draw.opens": ("Opened by", "Người mở"),
    "risk.draw.of": ("{needed} of {holders} holders", "{needed} trong {holders} người giữ"),
    "risk.draw.key": ("Public key (the commitment)", "Khóa công khai (cam kết)"),
    "risk.draws.opened": ("Opened to an auditor", "Đã mở cho kiểm toán viên"),
    "risk.draws.opened.none": ("No period was opened yet.", "Chưa kỳ nào được mở."),
    "risk.draw.opened-at": ("When (UTC)", "Thời điểm (UTC)"),
    "risk.draw.auditor": ("Auditor", "Kiểm toán viên"),
    "risk.draw.parts-of": ("Parts of", "Phần của"),
    "risk.draws.open.words": (
        "The holders open a period at the command line, on a machine you trust: their pass phrases never pass through a page.",
        "Những người giữ mở kỳ bằng dòng lệnh trên máy tin cậy: cụm mật khẩu không bao giờ đi qua trang web.",
    ),
    "risk.draws.commit": ("Commit the next period", "Cam kết kỳ tiếp theo"),
    "risk.draws.commit.words": (
        (
            "This is done at the command line, before lodging begins. Each holder types a pass phrase of their own; a page would carry it "
            "over the network, so no page takes it."
        ),
        (
            "Thực hiện bằng dòng lệnh trước giờ tiếp nhận. Mỗi người giữ tự nhập cụm mật khẩu; trang web sẽ truyền cụm mật khẩu qua mạng "
            "nên không nhận."
        ),
    ),
    "risk.draws.command-open": ("The command that opens a period", "Câu lệnh mở kỳ"),
    "risk.draws.command": ("The command", "Câu lệnh"),
    "risk.draws.public.title": ("The random draw", "Bốc thăm ngẫu nhiên"),
    "risk.draws.public.lead": (
        (
            "Some declarations are inspected because they were drawn at random. Here everyone can check that a draw was fixed before the "
            "declaration was lodged, and that no officer chose."
        ),
        (
            "Một số tờ khai được kiểm tra do bốc thăm ngẫu nhiên. Tại đây mọi người có thể kiểm tra rằng việc bốc thăm đã được ấn định "
            "trước khi đăng ký tờ khai và không do công chức nào lựa chọn."
        ),
    ),
    "risk.draws.public.none": ("No draw has been published yet.", "Chưa công bố kỳ bốc thăm nào."),
    "risk.draws.key.words": (
        "Keep a copy of the key of today: should it ever read otherwise for the same period, the draw was tampered with.",
        "Hãy lưu lại khóa của hôm nay: nếu sau này khóa của cùng kỳ khác đi, việc bốc thăm đã bị can thiệp.",
    ),
    "risk.proof.check": ("Check a proof", "Kiểm tra chứng minh"),
    "risk.proof.check.words": (
        "The office gives the number and the proof to whoever was drawn.",
        "Cơ quan hải quan cung cấp số và chứng minh cho người có tờ khai được rút.",
    ),
    "risk.proof.number": ("Number the draw was over", "Số tờ khai được bốc thăm"),
    "risk.proof.proof": ("Proof", "Chứng minh"),
    "risk.proof.proof.hint": ("162 characters, 0–9 and a–f; line breaks do not matter.", "162 ký tự 0–9 và a–f; có thể xuống dòng."),
    "risk.proof.drawn": (
        "{number} was drawn at random in the period {period}. Nobody chose it.",
        "{number} được rút ngẫu nhiên trong kỳ {period}. Không ai lựa chọn.",
    ),
    "risk.proof.not-shown": (
        "The proof does not show that {number} was drawn in the period {period}.",
        "Chứng minh không xác nhận {number} được rút trong kỳ {period}.",
    ),
    "risk.proof.not-shown.words": (
        (
            "Check that number, proof and period were copied whole, and belong together: an amended declaration keeps its first number and "
            "period. This does not say why a declaration was inspected."
        ),
        (
            "Hãy kiểm tra số, chứng minh và kỳ đã được chép đầy đủ và tương ứng với nhau: tờ khai sửa đổi giữ số và kỳ ban đầu. "
            "Kết quả này không cho biết vì sao tờ khai bị kiểm tra."
        ),
    ),
    "risk.proof.unknown": ("No draw of that period was published.", "Chưa công bố kỳ bốc thăm này."),
    "risk.proof.incomplete": ("Give both the number and the proof.", "Hãy nhập cả số và chứng minh."),
    "risk.proof.shows": ("What a proof shows", "Chứng minh cho biết điều gì"),
    "risk.proof.shows.1": (
        "That the number led to the draw under a key published before: the outcome was fixed, and could not be steered.",
        "Số tờ khai dẫn đến kết quả rút theo khóa đã công bố trước: kết quả đã ấn định và không thể tác động.",
    ),
    "risk.proof.shows.2": (
        "That nothing else mattered: not the trader, the goods, the value or the officer.",
        "Không yếu tố nào khác có ảnh hưởng: doanh nghiệp, hàng hóa, trị giá hay công chức.",
    ),
    "risk.proof.shows.3": (
        "That a share like the one published is drawn: about two in a hundred at 2 %.",
        "Tỷ lệ được rút đúng như công bố: khoảng hai trên một trăm tờ khai với tỷ lệ 2 %.",
    ),
    "risk.proof.shows-not": ("What it does not show", "Chứng minh không cho biết điều gì"),
    "risk.proof.shows-not.1": (
        "Why another declaration was inspected, or was not. That stays sealed, and only an auditor can have it opened.",
        "Vì sao tờ khai khác bị hoặc không bị kiểm tra. Điều đó được niêm phong, chỉ mở cho kiểm toán viên.",
    ),
    "risk.proof.shows-not.2": (
        "That anything is wrong with the declaration: chance knows nothing of that.",
        "Tờ khai có sai phạm hay không: bốc thăm ngẫu nhiên không biết điều đó.",
    ),
    "risk.proof.shows-not.3": (
        "That nothing else spoke for an inspection too: a declaration can be drawn and be of interest besides.",
        "Không còn lý do kiểm tra nào khác: tờ khai có thể vừa được rút vừa thuộc diện cần kiểm tra.",
    ),
}
