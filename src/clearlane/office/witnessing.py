"""Asking partners' witnesses to cosign a checkpoint, once it was made: one that is down holds nothing up and is shown as lacking."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from clearlane.ledger.witness import Submission
from clearlane.model.ledger import StoredCheckpoint
from clearlane.model.text import Text
from clearlane.model.witnessing import Answered, WitnessAsked
from clearlane.office.ledger_proofs import LedgerProofs
from clearlane.office.ports import Store
from clearlane.office.ports_witness import WitnessRecords
from clearlane.office.witness_sending import Send
from clearlane_verify.checkpoint import Checkpoint, parse
from clearlane_verify.cosignature import cosigned
from clearlane_verify.note import Note, Signature, Verifier, read, verifier
from clearlane_verify.refusal import Refused
from clearlane_verify.tiles import TileTree

_SIZE = re.compile(rb"(0|[1-9][0-9]{0,18})\n")


def gather(store: Store, book: WitnessRecords, send: Send) -> list[Answered]:
    """Ask every witness that has not cosigned the latest checkpoint, and keep what they sign; return what came of it, one line each.

    Args:
      store: The store with the checkpoint.
      book: Who is asked.
      send: What asks an address.

    Raises:
      Unavailable: The kept tree is not as it was signed for.
    """
    latest, tree = LedgerProofs(store).tree()
    if latest is None or tree is None:
        return []
    note, answers = read(latest.note), list[Answered]()
    for asked in book.asked():
        key = verifier(asked.vkey)
        if already := cosigned(note, [key]):
            answers.append(Answered(key.name, already[0].at))
            continue
        lines, answer, size = _Asking(note, parse(note.text), tree, send).of(key, asked)
        note = Note(note.text, (*note.signatures, *lines))
        book.ask(asked._replace(size=size))
        answers.append(answer)
    _keep(store, latest.size, note)
    return answers


def _keep(store: Store, size: int, note: Note) -> None:
    """Keep what witnesses signed, beside what others were given meanwhile."""
    with store.work() as work:
        kept = work.checkpoint(size)
        if kept is None or kept.size != size or (known := read(kept.note)).text != note.text:
            return
        more = tuple(one for one in note.signatures if one not in known.signatures)
        if more:
            work.put_checkpoint(StoredCheckpoint(size, str(known._replace(signatures=(*known.signatures, *more)))))


def seen_by(asked: WitnessAsked, send: Send) -> tuple[list[str], Text | None]:
    """Return the checkpoints that a partner's node saw, to compare them; nothing and why where it does not say."""
    try:
        status, answer = send(f"{asked.address.rstrip('/')}/seen", None)
        return msgspec.json.decode(answer, type=list[str]) if status == 200 else [], None
    except (OSError, msgspec.DecodeError):
        return [], _silent(asked.address)


def lacking(note: str, book: WitnessRecords) -> tuple[int, list[str]]:
    """Return how many witnesses cosigned a checkpoint, and the names of those asked that did not."""
    keys = [verifier(asked.vkey) for asked in book.asked()]
    found = {one.witness for one in cosigned(read(note), keys)}
    return len(found), [key.name for key in keys if key not in found]


class _Asking:
    """One checkpoint, to be shown to witnesses."""

    def __init__(self, note: Note, found: Checkpoint, tree: TileTree, send: Send) -> None:
        own = tuple(one for one in note.signatures if one.name == found.origin) or note.signatures
        self._note, self._found, self._tree, self._send = note._replace(signatures=own), found, tree, send

    def of(self, key: Verifier, asked: WitnessAsked) -> tuple[Iterable[Signature], Answered, int]:
        """Return the lines a witness signed, what came of asking it, and how many records it saw by now."""
        size = min(asked.size, self._found.size)
        try:
            status, answer = self._ask(asked.address, size)
            if status == 409 and (told := _SIZE.fullmatch(answer)) and int(told[1]) <= self._found.size:
                size = int(told[1])
                status, answer = self._ask(asked.address, size)
        except OSError:
            return (), Answered(key.name, 0, _silent(asked.address)), size
        if status == 200 and (lines := self._lines(key, answer)):
            return lines, Answered(key.name, cosigned(self._note._replace(signatures=lines), [key])[0].at), self._found.size
        return (), Answered(key.name, 0, _refused(status, answer, self._found.size)), size

    def _ask(self, address: str, size: int) -> tuple[int, bytes]:
        proof = tuple(self._tree.consistency(size)) if size else ()
        return self._send(f"{address.rstrip('/')}/add-checkpoint", str(Submission(size, proof, str(self._note))).encode())

    def _lines(self, key: Verifier, answer: bytes) -> tuple[Signature, ...]:
        """Return the cosignatures in an answer that are this witness's and hold; what else it says is passed over."""
        try:
            said = read(self._note.text.encode() + b"\n" + answer)
            return tuple(one for one in said.signatures if cosigned(said._replace(signatures=(one,)), [key]))
        except Refused:
            return ()


def _silent(address: str) -> Text:
    return Text(en=f"Nobody answers at {address}.", vi=f"Không có trả lời tại {address}.")


def _refused(status: int, answer: bytes, size: int) -> Text:
    told = _SIZE.fullmatch(answer)
    if status == 409 and told:
        return Text(
            en=f"It saw {told[1].decode()} records of this log, which now has {size}: it was rolled back, or rewritten.",
            vi=f"Bên này đã thấy {told[1].decode()} bản ghi của sổ, nay sổ có {size}: sổ đã bị lùi lại hoặc bị sửa.",
        )
    why = {
        403: ("It knows this log by another key.", "Bên này biết sổ bằng khóa khác."),
        404: ("It does not know this log yet: send it an invitation.", "Bên này chưa biết sổ: hãy gửi giấy mời."),
        409: ("It was shown another history of this log.", "Bên này đã được cho xem một lịch sử khác của sổ."),
        429: ("It was asked too often; it is asked again later.", "Đã hỏi quá nhiều lần; sẽ hỏi lại sau."),
        422: ("It was shown another history of this log.", "Bên này đã được cho xem một lịch sử khác của sổ."),
    }.get(status, (f"It answers {status}, and no cosignature of its key.", f"Trả lời {status}, không có chữ ký chứng kiến đúng khóa."))
    return Text(en=why[0], vi=why[1])
