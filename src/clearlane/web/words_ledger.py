"""Phrases of the page of the ledger."""

from __future__ import annotations

from clearlane.web.words_ledger_acts import LEDGER_ACTS

LEDGER: dict[str, tuple[str, str]] = LEDGER_ACTS | {
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
    "ledger.witnesses": ("Witnesses", "Bên chứng kiến"),
    "ledger.witnesses.words": (
        "Partners whose nodes looked at the checkpoint and signed that it follows from what they saw before.",
        "Các đối tác đã xem điểm kiểm tra và ký rằng nó nối tiếp những gì họ đã thấy trước đó.",
    ),
    "ledger.witnesses.none": ("No partner is asked to look at this log yet.", "Chưa có đối tác nào được đề nghị chứng kiến sổ này."),
    "ledger.witnesses.enough": ("{n} of {all} saw it; needed: {needed}.", "Có {n}/{all} bên đã chứng kiến; cần {needed}."),
    "ledger.witnesses.few": (
        "Only {n} of {all} saw it; needed: {needed}. Lacking: {names}.",
        "Mới có {n}/{all} bên chứng kiến; cần {needed}. Còn thiếu: {names}.",
    ),
    "ledger.witness.at": ("Saw it", "Chứng kiến lúc"),
    "ledger.witness.lacking": ("has not seen it yet", "chưa chứng kiến"),
    "ledger.logs": ("Partners' logs seen here", "Sổ của đối tác được chứng kiến tại đây"),
    "ledger.logs.seen": ("{n} records, last seen", "{n} bản ghi, lần cuối"),
    "ledger.logs.never": ("not seen yet", "chưa thấy lần nào"),
    "ledger.logs.good": ("follows from what was seen", "nối tiếp những gì đã thấy"),
    "ledger.logs.split": ("signed two histories, found {when}", "đã ký hai lịch sử khác nhau, phát hiện {when}"),
    "ledger.logs.unproved": ("did not show that it only grew, {when}", "không chứng minh được chỉ ghi thêm, {when}"),
    "ledger.logs.first": ("first checkpoint", "điểm kiểm tra thứ nhất"),
    "ledger.logs.second": ("second checkpoint", "điểm kiểm tra thứ hai"),
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
    "ledger.look-up": ("Prove what happened", "Chứng minh việc đã xảy ra"),
    "ledger.number": ("Number of the declaration, or of the record", "Số tờ khai hoặc số bản ghi"),
    "ledger.show": ("Show its acts", "Xem các việc"),
    "ledger.acts": ("Acts of {number}", "Các việc của {number}"),
    "ledger.acts.none": ("There is no act whose proof is for you.", "Không có việc nào có bằng chứng dành cho bạn."),
    "ledger.record": ("Record", "Bản ghi"),
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
    "ledger.proof.check": ("To check one:", "Để kiểm tra:"),
    "ledger.proofs": ("Proofs of what happened", "Bằng chứng về việc đã xảy ra"),
    "reads.what.proof": ("proof of an act", "bằng chứng của một việc"),
}
