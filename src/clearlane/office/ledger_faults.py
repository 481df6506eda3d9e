"""What verifying a store may find, in words: which record, since when, and what was not touched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from clearlane.ledger.statement import Stop
from clearlane.ledger.verifying import Doubt
from clearlane.model.ledger import LedgerFault, StoredFact
from clearlane.model.text import Text

_NAMED = 20


def fact(doubt: Doubt, before: Stop | None, after: Stop) -> LedgerFault:
    """A fact is not the one that was signed for, or is missing."""
    signed = _moment(after.at)
    since = f" It was recorded after {_moment(before.at)} and" if before else " It was"
    sau = f" ghi sau {_moment(before.at)} và" if before else ""
    if doubt.fact is None:
        return LedgerFault(
            "missing",
            Text(
                en=f"Record {doubt.seq} is missing.{since} signed for by {signed}.",
                vi=f"Thiếu bản ghi {doubt.seq};{sau} đã được ký xác nhận lúc {signed}.",
            ),
            doubt.seq,
        )
    subject, at = _shown(doubt.fact)
    return LedgerFault(
        "fact",
        Text(
            en=f"Record {doubt.seq} ({subject}, {at}) was changed.{since} signed for otherwise by {signed}.",
            vi=f"Bản ghi {doubt.seq} ({subject}, {at}) đã bị sửa;{sau} nội dung khác đã được ký xác nhận lúc {signed}.",
        ),
        doubt.seq,
        subject,
        at,
    )


def uncovered(doubt: Doubt) -> LedgerFault:
    """A fact differs from the tree, and no checkpoint covers it yet."""
    subject, at = _shown(doubt.fact) if doubt.fact else ("-", "-")
    return LedgerFault(
        "fact" if doubt.fact else "missing",
        Text(
            en=f"Record {doubt.seq} ({subject}, {at}) is not the one that was put into the tree; no checkpoint covers it yet.",
            vi=f"Bản ghi {doubt.seq} ({subject}, {at}) khác với bản ghi đã đưa vào cây; chưa có điểm kiểm tra nào bao gồm nó.",
        ),
        doubt.seq,
        subject,
        at,
    )


def rewritten(before: Stop | None, after: Stop, doubts: Sequence[Doubt]) -> LedgerFault:
    """The log and its tree were both changed, or the log was, and its tree made anew."""
    first, since = (before.size + 1, _moment(before.at)) if before else (1, "-")
    named = ", ".join(str(one.seq) for one in doubts[:_NAMED])
    en, vi = (f" Records that differ from the kept tree: {named}.", f" Các bản ghi khác với cây đang lưu: {named}.") if named else ("", "")
    where = (" kept elsewhere", " lưu ở nơi khác") if after.outside else ("", "")
    return LedgerFault(
        "rewritten",
        Text(
            en=f"Records {first} to {after.size} are not those of the checkpoint{where[0]} of {_moment(after.at)}: "
            f"between {since} and then something was changed, inserted or removed, and the tree with it.{en} "
            "What follows cannot be checked.",
            vi=f"Các bản ghi từ {first} đến {after.size} không phải nội dung của điểm kiểm tra{where[1]} lúc {_moment(after.at)}: "
            f"có bản ghi từ {since} đến lúc đó đã bị sửa, chèn hoặc xóa, và cây cũng bị sửa theo.{vi} Không thể kiểm tra phần sau.",
        ),
        first,
    )


def rolled_back(size: int, stop: Stop) -> LedgerFault:
    """The log ends before a checkpoint that was signed for it, and so does its tree."""
    where = (" kept elsewhere", " lưu ở nơi khác") if stop.outside else ("", "")
    return LedgerFault(
        "missing",
        Text(
            en=f"The log ends with record {size}; the checkpoint{where[0]} of {_moment(stop.at)} covers {stop.size}. "
            "What came after was taken away.",
            vi=f"Sổ kết thúc ở bản ghi {size}; điểm kiểm tra{where[1]} lúc {_moment(stop.at)} có {stop.size} bản ghi. "
            "Phần sau đã bị bỏ đi.",
        ),
        size + 1,
    )


def jump(size: int, seq: int) -> LedgerFault:
    """The log goes on at another place than the next."""
    return LedgerFault(
        "missing",
        Text(
            en=f"After record {size} the log goes on with {seq}: records are missing, or one was inserted.",
            vi=f"Sau bản ghi {size} là bản ghi {seq}: thiếu bản ghi hoặc có bản ghi bị chèn.",
        ),
        seq,
    )


def stray(found: StoredFact) -> LedgerFault:
    """A record stands before the first place of the log."""
    subject, at = _shown(found)
    return LedgerFault(
        "fact",
        Text(
            en=f"Record {found.seq} ({subject}, {at}) was inserted: the log begins with record 1.",
            vi=f"Bản ghi {found.seq} ({subject}, {at}) bị chèn vào: sổ bắt đầu từ bản ghi 1.",
        ),
        found.seq,
        subject,
        at,
    )


def tile(level: int, place: int) -> LedgerFault:
    """A tile of the kept tree is not that of the log; the facts are."""
    return LedgerFault(
        "tile",
        Text(
            en=f"Tile {place} of level {level} of the kept tree was changed or removed; no fact is. `ledger rebuild` mends it.",
            vi=f"Tệp {place} mức {level} của cây đang lưu đã bị sửa hoặc bị xóa. Dữ kiện vẫn đúng; lệnh `ledger rebuild` sẽ dựng lại cây.",
        ),
    )


def checkpoint(size: int) -> LedgerFault:
    """A checkpoint kept in the store does not hold."""
    return LedgerFault(
        "checkpoint",
        Text(
            en=f"The checkpoint of {size} records is not as it was signed, or none of the keys signed it.",
            vi=f"Điểm kiểm tra {size} bản ghi không đúng như khi ký, hoặc không do khóa nào ký.",
        ),
    )


def outside() -> LedgerFault:
    """A checkpoint kept elsewhere is not one of this log."""
    return LedgerFault(
        "checkpoint",
        Text(
            en="The checkpoint kept elsewhere was not signed by a key of this log.",
            vi="Điểm kiểm tra lưu ở nơi khác không do khóa của sổ này ký.",
        ),
    )


def nothing_signed() -> LedgerFault:
    """There is no checkpoint."""
    return LedgerFault(
        "checkpoint",
        Text(
            en="No checkpoint was signed yet, so nothing can be told. `ledger checkpoint` signs one.",
            vi="Chưa có điểm kiểm tra nào được ký nên chưa thể xác minh. Lệnh `ledger checkpoint` sẽ ký.",
        ),
    )


def no_key() -> LedgerFault:
    """There are checkpoints, and no key to check them by."""
    return LedgerFault(
        "key",
        Text(
            en="The public keys of the log are gone from the store. Give the key the office published with --key.",
            vi="Khóa công khai của sổ không còn trong kho dữ liệu. Hãy cung cấp khóa do cơ quan công bố bằng --key.",
        ),
    )


def key() -> LedgerFault:
    """A public key kept in the store was changed."""
    return LedgerFault(
        "key",
        Text(
            en="A public key of the log was changed in the store. Give the key the office published with --key.",
            vi="Khóa công khai của sổ trong kho dữ liệu đã bị sửa. Hãy cung cấp khóa do cơ quan công bố bằng --key.",
        ),
    )


def unknown_key(vkey: str) -> LedgerFault:
    """A key was put into the store to which none before handed over."""
    return LedgerFault(
        "key",
        Text(
            en=f"No key known before handed over to the key {vkey}. If the office published it, give it with --key beside the others.",
            vi=f"Không khóa đã biết nào chuyển giao cho khóa {vkey}. Nếu khóa đã được công bố, hãy nêu cùng các khóa khác bằng --key.",
        ),
    )


def handover() -> LedgerFault:
    """A note by which a key hands over was changed."""
    return LedgerFault(
        "key",
        Text(
            en="A note by which a key of the log hands over to the next was changed in the store.",
            vi="Văn bản chuyển khóa của sổ trong kho dữ liệu đã bị sửa.",
        ),
    )


def secret() -> LedgerFault:
    """The secret of the salts was changed."""
    return LedgerFault(
        "secret",
        Text(
            en="The secret of the tree's salts was changed or removed in the store, so facts cannot be compared. Restore it from a backup.",
            vi="Bí mật dùng để băm dữ kiện đã bị sửa hoặc bị xóa nên không so sánh được. Hãy khôi phục từ bản sao lưu.",
        ),
    )


def document(digest: str) -> LedgerFault:
    """A document beside the log is not the one it was kept as."""
    return LedgerFault(
        "document",
        Text(
            en=f"The document kept as {digest} was changed; the facts that name it stand.",
            vi=f"Chứng từ lưu với mã {digest} đã bị sửa; các dữ kiện nêu mã này không thay đổi.",
        ),
    )


def _shown(found: StoredFact) -> tuple[str, str]:
    return found.subject.decode(errors="replace"), found.at.decode(errors="replace")


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S} UTC" if at else "-"
