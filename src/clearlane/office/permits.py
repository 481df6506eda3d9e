"""Permits of other agencies: given, withdrawn, and looked up with what is left. At ``office.permits``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.clearance.permits import account
from clearlane.model.permit import Permit, PermitAccount
from clearlane.model.permit_facts import SUBJECT, PermitGiven, PermitWithdrawn
from clearlane.model.profile import Profile
from clearlane.model.refusals import Closed, Conflict, NotFound, Unreadable
from clearlane.model.text import Text
from clearlane.office.ports import Store

_LONGEST = 70


class PermitDesk:
    """Permits.

    Args:
      profile: The law.
      store: The store.
      clock: What tells the time.
    """

    def __init__(self, profile: Profile, store: Store, clock: Callable[[], datetime]) -> None:
        self._profile, self._store, self._clock = profile, store, clock

    def give(self, permit: Permit, *, by: str) -> PermitAccount:
        """Register a permit an agency gave.

        Raises:
          Unreadable: It makes no sense: no number, a kind not kept here, no goods, days that end before they begin, no bound it could have.
          Conflict: Another permit stands under the number.
        """
        _demand_sense(permit, self._profile)
        subject = SUBJECT + permit.number
        with self._store.work() as work:
            known = account(work.facts_of(subject))
            if known is None:
                work.append(self._clock(), [(subject, PermitGiven(permit, by))])
                return PermitAccount(permit, by)
        if known.permit != permit:
            raise Conflict(
                Text(
                    en=f"Another permit stands under the number {permit.number}. A permit is not changed; withdraw it and give a new one.",
                    vi=f"Số {permit.number} đã dùng cho giấy phép khác. Giấy phép không được sửa; hãy thu hồi và cấp giấy phép mới.",
                ),
                number=permit.number,
            )
        return known

    def withdraw(self, number: str, *, by: str) -> PermitAccount:
        """Withdraw a permit: nothing more is drawn from it; what was drawn stays drawn.

        Raises:
          NotFound: There is none.
          Closed: It was withdrawn before.
        """
        with self._store.work() as work:
            known = account(work.facts_of(SUBJECT + number))
            if known is None:
                raise unknown(number)
            if known.withdrawn:
                raise Closed(
                    Text(en=f"Permit {number} was withdrawn before.", vi=f"Giấy phép {number} đã bị thu hồi trước đó."), number=number
                )
            work.append(self._clock(), [(SUBJECT + number, PermitWithdrawn(by))])
        return self.find(number)

    def find(self, number: str) -> PermitAccount:
        """Return a permit with what was drawn from it.

        Raises:
          NotFound: There is none.
        """
        known = account(self._store.facts_of(SUBJECT + number))
        if known is None:
            raise unknown(number)
        return known

    def every(self, holder: str = "", limit: int = 500) -> list[PermitAccount]:
        """Return permits by their number, of one holder or of all."""
        found = (account(self._store.facts_of(subject)) for subject in self._store.subjects(SUBJECT, limit))
        return [one for one in found if one is not None and (not holder or one.permit.holder == holder)]


def unknown(number: str) -> NotFound:
    """Return the refusal of a permit that is not there."""
    return NotFound(Text(en=f"No permit {number} is registered here.", vi=f"Không có giấy phép {number} trong hệ thống."), number=number)


def _demand_sense(permit: Permit, profile: Profile) -> None:
    kinds = ", ".join(one.code for one in profile.permits) or "-"
    bounds = [one for one in (permit.quantity, permit.value) if one is not None]
    ways = (
        (not permit.number.strip() or len(permit.number) > _LONGEST, "a number of 1 to 70 signs", "số giấy phép từ 1 đến 70 ký tự"),
        (permit.kind not in {one.code for one in profile.permits}, f"a kind kept here: {kinds}", f"loại được theo dõi: {kinds}"),
        (not permit.holder.strip(), "its holder's identification number", "mã số của người được cấp"),
        (not permit.commodities or not all(permit.commodities), "the beginnings of its commodity codes", "phần đầu mã số hàng hóa"),
        (permit.until < permit.since, "a last day not before the first", "ngày hết hạn không trước ngày hiệu lực"),
        (any(one <= 0 or not one.is_finite() for one in bounds), "a quantity or a value above zero", "số lượng hoặc trị giá lớn hơn 0"),
        (permit.quantity is not None and not permit.unit, "the unit of its quantity, such as KGM", "đơn vị tính, ví dụ KGM"),
    )
    for wrong, en, vi in ways:
        if wrong:
            raise Unreadable(Text(en=f"A permit needs {en}.", vi=f"Giấy phép phải có {vi}."))
