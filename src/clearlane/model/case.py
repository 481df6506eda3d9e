"""Where a declaration stands: what its facts add up to, and how cases are asked for and counted."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.facts import Lane
from clearlane.model.situation import Debt, Situation
from clearlane.model.text import Text

State = Literal[
    "rejected",
    "pre-lodged",
    "accepted",
    "under-control",
    "released",
    "cancelled",
    "queried",
    "stored",
    "cleared",
    "left",
    "detained",
    "seized",
    "abandoned",
    "re-exported",
    "destroyed",
    "refused",
]
STATES: dict[str, Text] = {
    "rejected": Text(en="rejected", vi="bị từ chối"),
    "pre-lodged": Text(en="registered, waiting for its goods", vi="đã đăng ký, chờ hàng đến"),
    "accepted": Text(en="accepted", vi="đã chấp nhận"),
    "under-control": Text(en="under control", vi="đang được kiểm tra"),
    "released": Text(en="released", vi="đã thông quan"),
    "cancelled": Text(en="cancelled", vi="đã hủy"),
    "queried": Text(en="waiting for the trader's answer", vi="chờ người khai trả lời"),
    "stored": Text(en="in the owner's storage, not released", vi="đưa hàng về bảo quản"),
    "cleared": Text(en="cleared, with the duty final", vi="đã hoàn thành thủ tục hải quan"),
    "left": Text(en="out of the supervised area", vi="đã qua khu vực giám sát"),
    "detained": Text(en="detained", vi="bị tạm giữ"),
    "seized": Text(en="seized", vi="bị tịch thu"),
    "abandoned": Text(en="abandoned to the State", vi="được từ bỏ cho Nhà nước"),
    "re-exported": Text(en="re-exported", vi="đã tái xuất"),
    "destroyed": Text(en="destroyed", vi="đã tiêu hủy"),
    "refused": Text(en="refused release", vi="bị từ chối thông quan"),
}
"""What each state is called within a sentence."""
RELEASED: tuple[State, ...] = ("released", "cleared", "left")
"""States of declarations whose goods were released."""

Waits = Literal[
    "",
    "signature",
    "dispute",
    "request",
    "answered",
    "answer",
    "inspection",
    "documents",
    "detained",
    "payment",
    "release",
    "final",
    "review",
    "gate",
]
"""What a case waits for; empty for nothing that a worklist knows."""
BY_CUSTOMS: tuple[Waits, ...] = (
    "signature", "dispute", "request", "answered", "inspection", "documents", "detained", "release", "final"
)  # fmt: skip
"""What an officer does; the rest waits for the trader, for a supervisor's review or for the gate."""
NOBODY = "-"
"""In a ``Query``, that a case is nobody's."""


class Case(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A declaration's standing, folded from its facts; it can be dropped and rebuilt at any time.

    Attributes:
      number: Its number.
      declarant: The declarant's identification number.
      reference: The declarant's own reference.
      type_code: The kind of declaration.
      state: Where it stands.
      lane: The lane by the latest routing; None before. Provisional, and for officers only, until ``told``.
      told: Whether the declarant may know the lane: not before the goods are presented.
      currency: The profile's currency.
      duty: The total; None while rejected or unpriced.
      unpriced: Why there is no total.
      lodged_at: When it came in.
      changed_at: When it last changed.
      generation: The latest generation.
      outside_number: A number another system gave it.
      warnings: How many warnings the checks left.
      sandbox: Whether it is practice.
      message: Digest of the message of the first generation.
      result: Digest of the latest generation in JSON where amended; empty for the first.
      office: The customs office whose officers look; empty where nobody is selected.
      situation: Where it stands in full; None for one whose facts were never folded.
      waits: What it waits for.
      section: The section of its office where it waits; empty where it never did.
      due_at: The earliest clock that runs on it; None where none does, and where it waits for nothing.
    """

    number: str
    declarant: str
    reference: str
    type_code: str
    state: State
    lane: Lane | None
    told: bool
    currency: str
    duty: Decimal | None
    unpriced: tuple[Text, ...]
    lodged_at: datetime
    changed_at: datetime
    generation: int = 1
    outside_number: str = ""
    warnings: int = 0
    sandbox: bool = False
    message: str = ""
    result: str = ""
    office: str = ""
    situation: Situation | None = None
    waits: Waits = ""
    section: str = ""
    due_at: datetime | None = None

    @property
    def officer(self) -> str:
        """To whom the case is assigned; empty for nobody."""
        return self.situation.officer if self.situation else ""

    @property
    def debt(self) -> Debt:
        """What became of the debt."""
        return self.situation.debt if self.situation else "unknown"

    def late(self, at: datetime) -> bool:
        """Whether its earliest clock has run out."""
        return self.due_at is not None and self.due_at < at


class Attempt(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One message taken, for recognising it when it comes again.

    Attributes:
      declarant: The declarant's identification number.
      reference: The reference the message carries.
      content: Digest of its content.
      number: The declaration it made or changed.
      original: Whether it is a declaration; False for amendments, presentations and cancellations.
      rejected: Whether it was rejected.
      at: When it was taken.
      first: The place in the log of the first fact it made.
      last: The place of the last.
    """

    declarant: str
    reference: str
    content: str
    number: str
    original: bool
    rejected: bool
    at: datetime
    first: int = 0
    last: int = 0


class Query(msgspec.Struct, frozen=True, gc=False):
    """Which cases to list: all that meet every part given, latest change first, or where ``by_due`` those that wait, earliest clock first.

    Attributes:
      declarant: Only this declarant's.
      state: Only in this state.
      lane: Only in this lane.
      words: Only whose number or reference begins so.
      limit: At most so many.
      before: Only changed before this moment.
      before_number: With ``before``: of those changed at that very moment, the ones of a lower number too.
        The last case of a page gives both, and the next page follows without a gap.
      offices: Only of these customs offices; empty for all.
      officer: Only this officer's; ``NOBODY`` for those that nobody has.
      section: Only in this section.
      waits: Only those that wait for one of these; empty for any.
      due_before: Only those whose clock runs out before this moment.
      by_due: Whether to list those that wait for something, the earliest clock first and those without one last.
      after_due: With ``by_due`` and ``after_number``: only from behind the case of this clock (None: without one) and number on.
      after_number: As said there; empty from the beginning.
    """

    declarant: str = ""
    state: str = ""
    lane: str = ""
    words: str = ""
    limit: int = 50
    before: datetime | None = None
    before_number: str = ""
    offices: tuple[str, ...] = ()
    officer: str = ""
    section: str = ""
    waits: tuple[Waits, ...] = ()
    due_before: datetime | None = None
    by_due: bool = False
    after_due: datetime | None = None
    after_number: str = ""


class Load(msgspec.Struct, frozen=True, gc=False):
    """How many cases wait in one place for one thing.

    Attributes:
      office: The customs office.
      section: The section.
      officer: Whose they are; empty for nobody's.
      waits: What for.
      cases: How many.
      late: Of how many a clock has run out.
    """

    office: str
    section: str
    officer: str
    waits: Waits
    cases: int
    late: int


class Tally(msgspec.Struct, frozen=True, gc=False):
    """How many cases stand where, and what duty they come to (sum of priced totals, as decimal text by currency)."""

    states: dict[str, int]
    lanes: dict[str, int]
    duty: dict[str, str]
