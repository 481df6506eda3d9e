"""How two administrations come to see each other's logs: an invitation, a fingerprint read aloud, and parting with all that was seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from clearlane.keys.ports import Signer
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.text import Text
from clearlane.model.witnessing import Evidence, Invitation, WitnessAsked
from clearlane.office.ports_witness import WitnessRecords
from clearlane_verify import handover
from clearlane_verify.note import COSIGNATURE, ED25519, Note, Signature, Verifier, demand_signed, read, verifier
from clearlane_verify.refusal import Malformed, Refused

HEAD = "clearlane-partner/1"
LEAST = "least"
_ADDRESS = re.compile(r"https?://[!-~]{1,400}")


def invitation(address: str, witness: Signer, log: Signer | None = None) -> str:
    """Return what a partner is sent: the public keys of this node and where it is asked, signed by each of those keys.

    Args:
      address: Where this node's witness is asked.
      witness: The key of the witness.
      log: The key of the log; None where this node keeps none.

    Raises:
      Conflict: The address is none of http or https.
    """
    if not _ADDRESS.fullmatch(address):
        raise Conflict(
            Text(en="Give an address that begins with https:// or http://.", vi="Hãy nêu địa chỉ bắt đầu bằng https:// hoặc http://.")
        )
    key = Verifier(witness.name, COSIGNATURE, witness.public)
    text = f"{HEAD}\nlog {log.vkey if log else '-'}\nwitness {key}\naddress {address}\n"
    signers = [witness, *([log] if log else [])]
    return str(Note(text, tuple(Signature(one.name, _plain(one).key, one.sign(text.encode())) for one in signers)))


def opened(text: str | bytes) -> Invitation:
    """Read an invitation.

    Raises:
      Conflict: It is none, was changed, or is not signed by each key it names.
    """
    try:
        note = read(text)
        head, log, witness, address, end = note.text.split("\n")
        keys = [verifier(log.removeprefix("log "))] if log != "log -" else []
        key = verifier(witness.removeprefix("witness "))
        known = [*keys, Verifier(key.name, ED25519, key.public)]
        if head != HEAD or end or key.algorithm != COSIGNATURE or len(demand_signed(note, known)) < len(known):
            raise Malformed("", "")
    except (Refused, ValueError):
        raise Conflict(
            Text(
                en="That is no invitation, or it was changed on its way. Ask your partner for it anew.",
                vi="Đây không phải giấy mời hợp lệ hoặc đã bị sửa trên đường. Hãy đề nghị đối tác gửi lại.",
            )
        ) from None
    return Invitation(str(keys[0]) if keys else "", str(key), address.removeprefix("address "), fingerprint(note.text))


def fingerprint(text: str) -> str:
    """Return what two people read to each other to know that they hold the same text: 32 signs in groups of four.

    >>> fingerprint("a")
    'ca97 8112 ca1b bdca fac2 31b3 9a23 dc4d'
    """
    raw = sha256(text.encode()).hexdigest()[:32]
    return " ".join(raw[place : place + 4] for place in range(0, len(raw), 4))


def accept(book: WitnessRecords, found: Invitation, told: str) -> None:
    """See a partner's log and ask its witness, from now on.

    Args:
      book: The book of this node.
      found: The invitation.
      told: The fingerprint as the partner read it, over another way than the invitation came.

    Raises:
      Conflict: The fingerprint is another.
    """
    if re.sub(r"\s", "", told).lower() != found.fingerprint.replace(" ", ""):
        raise Conflict(
            Text(
                en=f"The invitation's fingerprint is {found.fingerprint}. If your partner reads another, somebody changed it on its way.",
                vi=f"Mã đối chiếu của giấy mời là {found.fingerprint}. Nếu đối tác đọc khác, giấy mời đã bị sửa trên đường.",
            )
        )
    with book.turn():
        if found.log:
            book.trust(found.log.partition("+")[0], found.log)
        book.ask(WitnessAsked(found.witness, found.address))


def followed(book: WitnessRecords, text: str | bytes) -> str | None:
    """Know a partner's log, or witness, by its new key too, where the one known hands over to it.

    Return whose key it is; None where that is no handover.

    Raises:
      Conflict: It is one, but not by a key that is known.
    """
    raw = text.encode() if isinstance(text, str) else text
    if not raw.startswith(handover.HEAD.encode()):
        return None
    known = [verifier(key) for origin in book.origins() for key in book.keys(origin)] + [verifier(one.vkey) for one in book.asked()]
    try:
        found = handover.read(raw, known)
    except Refused as why:
        raise Conflict(Text(en=why.en, vi=why.vi)) from None
    if found.new.algorithm == ED25519:
        book.trust(found.new.name, str(found.new))
    book.hand_over(raw.decode(), str(found.old), str(found.new))
    return found.new.name


def ask_for(book: WitnessRecords, least: int) -> None:
    """Set how many witnesses a checkpoint needs before it is called witnessed.

    Raises:
      Conflict: There are not that many.
    """
    if not 0 <= least <= len(book.asked()):
        raise Conflict(
            Text(
                en=f"{len(book.asked())} witnesses are asked; no more can be needed.",
                vi=f"Chỉ có {len(book.asked())} bên chứng kiến được hỏi.",
            )
        )
    book.say(LEAST, str(least))


def needed(book: WitnessRecords) -> int:
    """Return how many witnesses a checkpoint needs: those set, or more than half of those asked."""
    said, many = book.said(LEAST), len(book.asked())
    return min(int(said), many) if said else many // 2 + 1 if many else 0


def part(book: WitnessRecords, name: str) -> None:
    """Part from a partner's log or witness: it is neither seen nor asked any more; what was seen stays.

    Raises:
      NotFound: No partner is of that name.
    """
    known, also = book.part(name), book.part(f"{name}/witness")
    if not (known or also):
        raise NotFound(Text(en=f"There is no partner {name}.", vi=f"Không có đối tác {name}."))


def taken_along(book: WitnessRecords) -> Iterator[tuple[str, str]]:
    """Yield path and content of all that a node saw, of partners parted from too: keys, checkpoints, evidence, for any verifier."""
    parted = [verifier(key) for key in book.parted()]
    names = dict.fromkeys([*book.origins(), *(key.name for key in parted if key.algorithm == ED25519)])
    for origin in names:
        folder = _folder(origin)
        keys = [*(str(key) for key in parted if key.name == origin and key.algorithm == ED25519), *book.keys(origin)]
        yield f"{folder}/keys", "".join(f"{key}\n" for key in dict.fromkeys(keys))
        yield from ((f"{folder}/checkpoint.{one.size}", one.note) for one in book.history(origin, 10**9))
    for place, one in enumerate(book.evidence(), 1):
        yield from files_of(one, place)
    yield from ((f"handovers/{place:03d}", note) for place, note in enumerate(book.handovers(), 1))
    witnesses = [*(str(key) for key in parted if key.algorithm == COSIGNATURE), *(one.vkey for one in book.asked())]
    yield "witnesses", "".join(f"{key}\n" for key in dict.fromkeys(witnesses))
    yield "addresses", "".join(f"{one.vkey.partition('+')[0]} {one.address}\n" for one in book.asked())


def files_of(one: Evidence, place: int) -> Iterator[tuple[str, str]]:
    """Yield the two signed checkpoints of a piece of evidence as files."""
    folder = f"evidence/{place:03d}-{one.kind}-{_folder(one.origin)}"
    yield f"{folder}/first", one.first
    yield f"{folder}/second", one.second


def _folder(origin: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "_", origin).strip(".") or "_"


def _plain(signer: Signer) -> Verifier:
    return Verifier(signer.name, ED25519, signer.public)
