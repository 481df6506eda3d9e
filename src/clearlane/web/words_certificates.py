"""Phrases of the pages of certificates."""

from __future__ import annotations

from clearlane.web.words_certificate_fields import FIELDS

_CHECK = {
    "reads.what.certificate": ("certificate", "chứng chỉ"),
    "nav.check": ("Check a certificate", "Kiểm tra chứng chỉ"),
    "certificate.check": ("Check a certificate", "Kiểm tra chứng chỉ"),
    "certificate.check.lead": (
        "Of origin, of an authorised operator, of release. It is checked on this device: nothing of it is sent, and no network is needed.",
        "Xuất xứ, doanh nghiệp ưu tiên, thông quan. Việc kiểm tra diễn ra trên thiết bị này: không gửi đi gì và không cần mạng.",
    ),
    "certificate.check.plain": (
        "Without scripts this office checks it for you, and keeps nothing of it.",
        "Khi không có script, cơ quan này kiểm tra giúp bạn và không lưu lại gì.",
    ),
    "certificate.check.file": ("File of the certificate, or a picture of its code", "Tệp chứng chỉ, hoặc ảnh mã QR"),
    "certificate.check.drop": ("A file can also be dropped anywhere on this page.", "Có thể thả tệp vào bất kỳ đâu trên trang này."),
    "certificate.check.text": ("Or what the code on its paper says", "Hoặc nội dung mã QR trên giấy"),
    "certificate.check.hint": ("It begins with CLC1:", "Bắt đầu bằng CLC1:"),
    "certificate.check.act": ("Check", "Kiểm tra"),
    "certificate.check.scan": ("Scan with the camera", "Quét bằng camera"),
    "certificate.check.stop": ("Stop the camera", "Dừng camera"),
    "certificate.check.camera": ("The camera's picture", "Hình từ camera"),
    "certificate.check.no-scan": (
        "This browser does not read codes from pictures. Scan the code with another app and paste what it says.",
        "Trình duyệt này không đọc được mã từ ảnh. Hãy quét mã bằng ứng dụng khác rồi dán nội dung vào đây.",
    ),
    "certificate.check.no-code": ("No code of a certificate was found in this picture.", "Không tìm thấy mã chứng chỉ trong ảnh này."),
    "certificate.check.no-camera": ("The camera cannot be used.", "Không dùng được camera."),
    "certificate.check.result": ("What was found", "Kết quả"),
    "certificate.check.says": ("What it says", "Nội dung"),
    "certificate.known": ("What it is checked by", "Căn cứ kiểm tra"),
    "certificate.known.made": ("Keys and lists as of {day}", "Khóa và danh sách tính đến {day}"),
    "certificate.known.days": (
        "A list older than {days} days does not say that something still holds.",
        "Danh sách cũ hơn {days} ngày không đủ để khẳng định chứng chỉ còn hiệu lực.",
    ),
    "certificate.known.none": ("No issuer's keys are at hand.", "Chưa có khóa của bên cấp nào."),
    "certificate.known.list": ("{issuer}: list of {day}", "{issuer}: danh sách ngày {day}"),
    "certificate.known.ready": (
        "This page works on this device without a network.",
        "Trang này hoạt động trên thiết bị mà không cần mạng.",
    ),
    "certificate.word.in-force": ("It holds, and was not withdrawn as of {day}.", "Chứng chỉ đúng và chưa bị thu hồi tính đến {day}."),
    "certificate.word.unlisted": (
        "It holds. It names no list in which it could be withdrawn.",
        "Chứng chỉ đúng; không nêu danh sách thu hồi.",
    ),
    "certificate.word.withdrawn": ("It was withdrawn, as of {day}.", "Đã bị thu hồi, theo danh sách ngày {day}."),
    "certificate.word.suspended": ("It is suspended, as of {day}.", "Đang bị đình chỉ, theo danh sách ngày {day}."),
    "certificate.word.unknown": (
        "Status unknown. No list of its issuer is young enough to say (the last: {day}). Do not take it as valid.",
        "Không rõ trạng thái. Không có danh sách đủ mới của bên cấp (bản gần nhất: {day}). Không coi là hợp lệ.",
    ),
    "certificate.word.refused": ("It does not hold.", "Chứng chỉ không đúng."),
    "certificate.word.malformed": ("That is no certificate, or not all of it.", "Đây không phải chứng chỉ, hoặc chưa đầy đủ."),
    "certificate.by": ("Issued by {issuer}", "Bên cấp: {issuer}"),
    "certificate.left": ("Not checked, since the code has no room for it:", "Không kiểm tra vì mã không đủ chỗ:"),
}
_WHY = {
    "certificate.why.malformed": ("Paste or drop all of it.", "Hãy dán hoặc thả toàn bộ nội dung."),
    "certificate.why.unsigned": ("Nobody signed it.", "Không có chữ ký."),
    "certificate.why.suite": (
        "Its proof is of a kind that is not checked here.",
        "Bằng chứng chữ ký thuộc loại không được kiểm tra ở đây.",
    ),
    "certificate.why.context": ("Its words are not explained as was signed.", "Ngữ cảnh không phải ngữ cảnh đã ký."),
    "certificate.why.unknown-key": ("No key of its issuer is at hand: {more}", "Không có khóa của bên cấp: {more}"),
    "certificate.why.signature": (
        "The signature does not hold: a field was changed, or another signed it.",
        "Chữ ký không đúng: có trường đã bị sửa hoặc do người khác ký.",
    ),
    "certificate.why.issuer": ("It was not signed by its issuer, {more}.", "Không phải do bên cấp {more} ký."),
    "certificate.why.early": ("It is in force from {more} only.", "Chỉ có hiệu lực từ {more}."),
    "certificate.why.over": ("It was in force until {more}.", "Đã hết hiệu lực từ {more}."),
    "certificate.why.status": ("What it says of its status cannot be followed.", "Không theo được thông tin trạng thái của chứng chỉ."),
    "certificate.why.browser": (
        "This browser cannot check signatures. Use a newer one, or clearlane-verify.",
        "Trình duyệt này không kiểm tra được chữ ký. Hãy dùng bản mới hơn, hoặc clearlane-verify.",
    ),
}
_DESK = {
    "nav.certificates": ("Certificates", "Chứng chỉ"),
    "certificate.list": ("Certificates", "Chứng chỉ"),
    "certificate.list.lead": (
        "What this office certified, and what of it was withdrawn.",
        "Những gì cơ quan này đã chứng nhận và đã thu hồi.",
    ),
    "certificate.list.lead.own": (
        "What this office certified about you: as a file, and on paper with a code that anyone checks.",
        "Những gì cơ quan này chứng nhận về bạn: dạng tệp, và bản giấy có mã mà ai cũng kiểm tra được.",
    ),
    "certificate.every": ("All", "Tất cả"),
    "certificate.kind": ("Kind", "Loại"),
    "certificate.about": ("About", "Về"),
    "certificate.issued": ("Issued", "Cấp ngày"),
    "certificate.issued.at": ("Issued {when} UTC", "Cấp lúc {when} UTC"),
    "certificate.state": ("State", "Tình trạng"),
    "certificate.stands": ("in force", "có hiệu lực"),
    "certificate.withdrawn": ("withdrawn", "đã thu hồi"),
    "certificate.withdrawn.at": ("withdrawn {when} UTC", "thu hồi lúc {when} UTC"),
    "certificate.erased": ("erased", "đã xóa"),
    "certificate.erased.words": ("What it said was erased.", "Nội dung đã bị xóa."),
    "certificate.none": ("No certificate was issued yet.", "Chưa cấp chứng chỉ nào."),
    "certificate.none.own": ("No certificate about you was issued yet.", "Chưa có chứng chỉ nào về bạn."),
    "certificate.not-yours": ("Certificates are for officials and for traders.", "Chứng chỉ dành cho công chức và người khai."),
    "certificate.files": ("Files", "Tệp"),
    "certificate.file": ("The certificate", "Chứng chỉ"),
    "certificate.file.words": (
        "Signed; hand it to whoever checks. It is the proof, whole.",
        "Đã ký; gửi cho bên kiểm tra. Đây là bằng chứng đầy đủ.",
    ),
    "certificate.paper.en": ("On paper, in English", "Bản giấy, tiếng Anh"),
    "certificate.paper.vi": ("On paper, in Vietnamese", "Bản giấy, tiếng Việt"),
    "certificate.paper.words": ("PDF with a code that is checked without a network.", "PDF có mã kiểm tra được khi không có mạng."),
    "certificate.check.words": ("On any device, without a network.", "Trên mọi thiết bị, không cần mạng."),
    "certificate.issue": ("Issue a certificate", "Cấp chứng chỉ"),
    "certificate.issue.act": ("Sign and issue", "Ký và cấp"),
    "certificate.optional": ("if there is one", "nếu có"),
    "certificate.invoices.hint": ("Several invoices are set apart by commas.", "Nhiều hóa đơn cách nhau bằng dấu phẩy."),
    "certificate.more-lines": ("More items", "Thêm mục hàng"),
    "certificate.release.words": (
        "What it says is taken from the declaration, whose goods must be released.",
        "Nội dung lấy từ tờ khai; hàng hóa phải đã được thông quan.",
    ),
    "certificate.withdraw": ("Withdraw it", "Thu hồi"),
    "certificate.withdraw.why": ("Why", "Lý do"),
    "certificate.withdraw.words": (
        "Whoever checks learns it from the next list of status. It cannot be taken back.",
        "Bên kiểm tra biết qua danh sách trạng thái tiếp theo. Không thể hoàn tác.",
    ),
    "certificate.withdraw.act": ("Withdraw", "Thu hồi"),
}
CERTIFICATES: dict[str, tuple[str, str]] = _CHECK | _WHY | _DESK | FIELDS
