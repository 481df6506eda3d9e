"""Phrases of the page of the ledger."""

from __future__ import annotations

LEDGER: dict[str, tuple[str, str]] = {
    "nav.ledger": ("Check the log", "Kiểm tra sổ"),
    "ledger.title": ("The log, and who signed for it", "Sổ và bên đã ký"),
    "ledger.lead": (
        "Every act of this office stands in one log that nobody can change unseen. This page says how far it is signed for.",
        "Mọi việc của cơ quan này nằm trong một sổ mà không ai sửa được mà không bị phát hiện. Trang này cho biết sổ đã được ký đến đâu.",
    ),
    "ledger.name": ("Log", "Sổ"),
    "ledger.facts": ("Records", "Bản ghi"),
    "ledger.size": ("Signed for", "Đã ký"),
    "ledger.backlog": ("Not signed for yet", "Chưa ký"),
    "ledger.at": ("Last signed", "Ký lần cuối"),
    "ledger.seen": ("Signed by", "Bên ký"),
    "ledger.never": ("Nothing was signed for yet.", "Chưa có gì được ký."),
    "ledger.keys": ("Public keys", "Khóa công khai"),
    "ledger.keys.words": (
        "Compare them with the keys this office published elsewhere.",
        "Hãy so với khóa mà cơ quan này đã công bố ở nơi khác.",
    ),
    "ledger.checkpoint": ("The checkpoint", "Điểm kiểm tra"),
    "ledger.checkpoint.words": (
        "Keep a copy: an old checkpoint shows later whether the log only grew.",
        "Hãy giữ một bản: điểm kiểm tra cũ cho thấy sau này sổ chỉ được ghi thêm hay đã bị sửa.",
    ),
    "ledger.checkpoint.get": ("Download the checkpoint", "Tải điểm kiểm tra"),
    "ledger.look-up": ("Prove what happened to a declaration", "Chứng minh việc đã xảy ra với tờ khai"),
    "ledger.number": ("Number of the declaration", "Số tờ khai"),
    "ledger.show": ("Show its acts", "Xem các việc"),
    "ledger.acts": ("Acts of declaration {number}", "Các việc của tờ khai {number}"),
    "ledger.acts.none": ("There is no act whose proof is for you.", "Không có việc nào có bằng chứng dành cho bạn."),
    "ledger.record": ("Record", "Bản ghi"),
    "ledger.act": ("Act", "Việc"),
    "ledger.when": ("Recorded", "Ghi lúc"),
    "ledger.proof": ("Proof", "Bằng chứng"),
    "ledger.proof.get": ("Download the proof", "Tải bằng chứng"),
    "ledger.proof.of": ("of record {n}", "của bản ghi {n}"),
    "ledger.proof.later": ("not signed for yet", "chưa ký"),
    "ledger.proof.words": (
        "Each file proves one act by itself, without this office and without a network, to whoever has the public key.",
        "Mỗi tệp tự chứng minh một việc, không cần cơ quan này và không cần mạng, với bất kỳ ai có khóa công khai.",
    ),
    "ledger.covered": ("under checkpoint {size}, signed {when}", "điểm kiểm tra {size}, ký {when}"),
    "ledger.proofs.all": ("Check the log of this office", "Kiểm tra sổ của cơ quan này"),
    "ledger.proofs": ("Proofs of what happened", "Bằng chứng về việc đã xảy ra"),
    "reads.what.proof": ("proof of an act", "bằng chứng của một việc"),
}
