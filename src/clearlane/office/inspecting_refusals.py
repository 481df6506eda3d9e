"""Why an act of an inspector is not carried out, or not taken at all."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.clearance.intent import same_hand
from clearlane.model.clearance_facts import Disposed
from clearlane.model.control_facts import CheckBegun, CheckEnded
from clearlane.model.facts import Amended, Cancelled, Record
from clearlane.model.inspection_facts import ActReceived
from clearlane.model.refusals import Conflict, Unreadable
from clearlane.model.text import Text
from clearlane.office.clearing_refusals import refuse_stale
from clearlane.office.inspecting_acts import Conclude, Made


def refuse_overtaken(records: Sequence[Record], made: Made) -> None:
    """Refuse an act of an inspector where the case changed since he saw it.

    What he noticed stands as long as his check and the declaration do; to conclude is decided upon all that is known.

    Raises:
      Conflict: It changed; the words say how, and by whom.
    """
    counts = _of_others if isinstance(made.act, Conclude) else _ends_it
    refuse_stale([one for one in records if counts(one, made.by)], made.expect, officer=True)


def _of_others(record: Record, by: str) -> bool:
    return not isinstance(record.fact, ActReceived) and not same_hand(getattr(record.fact, "by", ""), by)


def _ends_it(record: Record, by: str) -> bool:
    begun = isinstance(record.fact, CheckBegun) and record.fact.check == "goods" and not same_hand(record.fact.by, by)
    return begun or isinstance(record.fact, CheckEnded | Amended | Cancelled | Disposed)


def not_a_place() -> Conflict:
    """Return that an order names no place."""
    return Conflict(Text(en="Say where the goods are to be inspected.", vi="Hãy ghi địa điểm kiểm tra hàng hóa."))


def not_a_picture() -> Unreadable:
    """Return that a photograph is none, or that its bytes were changed on the way."""
    return Unreadable(
        Text(
            en="The photograph is not a whole JPEG, PNG or WebP picture. It stays on the phone; take it once more.",
            vi="Ảnh không phải tệp JPEG, PNG, WebP hoàn chỉnh. Ảnh vẫn được giữ trên điện thoại; hãy chụp lại.",
        )
    )


def too_many(most: int) -> Unreadable:
    """Return that an inspection has as many photographs as it may have."""
    return Unreadable(
        Text(en=f"The inspection has {most} photographs, as many as it may have.", vi=f"Lần kiểm tra đã có {most} ảnh, số lượng tối đa.")
    )
