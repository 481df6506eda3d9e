"""Whose key signs for a log: the one that began it, and each to which the one before handed over. No other, made elsewhere, is taken."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.keys.ports import Signer
from clearlane.model.ledger import LedgerFault
from clearlane.model.refusals import Conflict
from clearlane.model.text import Text
from clearlane.office import ledger_faults as faults
from clearlane.office.ports_ledger import LedgerReading
from clearlane_verify import handover
from clearlane_verify.note import Verifier, verifier
from clearlane_verify.refusal import Malformed, Refused, SignatureRefused


def demand_own(known: Sequence[str], signer: Signer) -> None:
    """Do nothing where a key may sign for a log: it is the last one known, or the first of all.

    Args:
      known: The public keys kept in the store, oldest first.
      signer: The key.

    Raises:
      Conflict: It is another, made elsewhere or under another name, or it handed over already.
    """
    if known and known[-1] != signer.vkey:
        raise Conflict(_renewed() if signer.vkey in known else _unknown(known[-1].partition("+")[0], signer.name))


def demand_keys(given: Sequence[str]) -> None:
    """Do nothing where texts are public keys.

    Raises:
      Conflict: One is none.
    """
    for text in given:
        try:
            verifier(text)
        except Refused as why:
            raise Conflict(Text(en=why.en, vi=why.vi)) from None


def trusted(store: LedgerReading, given: Sequence[str], wrong: list[LedgerFault]) -> list[Verifier]:
    """Return the keys by which the checkpoints of a store are checked: those given, or else the first, and all they handed over to.

    Args:
      store: The store.
      given: Public keys known from elsewhere.
      wrong: What does not hold is added here.
    """
    kept = _read(store.ledger_keys(), wrong)
    known = _read(given, wrong) if given else kept[:1]
    for note in store.ledger_handovers():
        try:
            known.append(handover.read(note, known).new)
        except SignatureRefused:  # by a key not known here: the keys it leads to are named below, unless given
            continue
        except Malformed:
            wrong.append(faults.handover())
    wrong += [faults.unknown_key(str(key)) for key in kept if key not in known]
    return list(dict.fromkeys(known))


def _read(texts: Sequence[str], wrong: list[LedgerFault]) -> list[Verifier]:
    found = []
    for text in texts:
        try:
            found.append(verifier(text))
        except Refused:
            wrong.append(faults.key())
    return found


def _renewed() -> Text:
    return Text(
        en="This key of the log was renewed and signs no more. Use the new one.",
        vi="Khóa này của sổ đã được thay và không còn dùng để ký. Hãy dùng khóa mới.",
    )


def _unknown(log: str, name: str) -> Text:
    if name != log:
        return Text(
            en=f"The log is called {log} and cannot be signed for as {name}. Correct the setting ledger_name.",
            vi=f"Sổ này tên là {log}, không thể ký với tên {name}. Hãy sửa thiết lập ledger_name.",
        )
    return Text(
        en=f"This key is not the one of {log}: it was made anew, or elsewhere. Restore the file that the setting ledger_key names. "
        "If it is lost for good, `clearlane ledger renew --lost` goes on with this one.",
        vi=f"Đây không phải khóa của {log}: khóa mới tạo hoặc của bên khác. Hãy khôi phục tệp mà thiết lập ledger_key chỉ tới. "
        "Nếu khóa đã mất hẳn, lệnh `clearlane ledger renew --lost` sẽ dùng tiếp khóa này.",
    )
