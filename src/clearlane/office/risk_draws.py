"""The random draw: bound to a secret before lodging hours, its parts held by several officers, opened to the auditor only.

The office's own machine keeps the secret sealed under its key, since it draws all day; no officer can read it, and fewer than the needed
number of holders together can not either.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property

import msgspec

from clearlane.model.risk_facts import DrawCommitted, DrawOpened
from clearlane.office.machine_key import MachineKey
from clearlane.office.ports import Reading, Store
from clearlane.office.risk_draw_refusals import (
    already_committed,
    begun_already,
    no_such_draw,
    not_a_share,
    not_the_secret,
    too_few_holders,
)
from clearlane.office.risk_keeping import RiskKeeping
from clearlane.office.risk_timeline import SUBJECT
from clearlane.office.tariff_refusals import identified, same_person
from clearlane.risk.draw.drawing import Draw, bears_out, check
from clearlane.risk.draw.proof import secret_from
from clearlane.risk.draw.shares import Part, joined, parts
from clearlane.signature.curve import LibraryCurve
from clearlane.signature.sealing import open_with_key, open_with_words, public_of, seal_to_key, seal_with_words

_encoder = msgspec.json.Encoder()


class InForce:
    """The draw that decides.

    Args:
      committed: What was committed; None where nothing was, and then nobody is drawn.
      draw: The draw, ready; None likewise.
      secret: What gives the secret that the coins of profiles' shares are made of.
    """

    def __init__(self, committed: DrawCommitted | None, draw: Draw | None, secret: Callable[[], bytes]) -> None:
        self.committed, self.draw, self._secret = committed, draw, secret

    @cached_property
    def coins(self) -> bytes:
        """The key of the shares of profiles."""
        return hmac.digest(self._secret(), b"shares of profiles", "sha256")


class DrawDesk:
    """Draws, at ``office.risk.draws``.

    Args:
      store: The store.
      keeping: What is kept of risk work.
      key: The key of this office's machine.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(
        self, store: Store, keeping: RiskKeeping, key: MachineKey, clock: Callable[[], datetime], randomness: Callable[[int], bytes]
    ) -> None:
        self._store, self._keeping, self._key, self._clock, self._randomness = store, keeping, key, clock, randomness
        self._ready: tuple[str, InForce] | None = None

    def commit(self, period: str, since: datetime, share: float, holders: Mapping[str, str], needed: int) -> DrawCommitted:
        """Bind the draw of a period to a new secret, and seal its parts to their holders by a pass phrase each chose.

        Args:
          period: Its name, such as the day.
          since: From when it decides; not in the past.
          share: The share drawn.
          holders: Pass phrases by the staff number of each holder.
          needed: How many of them must come together to open it.

        Raises:
          Conflict: The period has a draw already, or has begun.
          NotAllowed: There are too few holders, or one is named twice.
        """
        now = self._clock()
        people = {identified(name): words for name, words in holders.items()}
        if not 2 <= needed <= len(people) or len({name.casefold() for name in people}) < len(holders):
            raise too_few_holders(needed, len(people))
        if not 0 < share <= 1:
            raise not_a_share()
        if since < now:
            raise begun_already(period)
        secret = secret_from(self._randomness(48))
        draw = Draw(secret, share, LibraryCurve())
        committed = DrawCommitted(period, since, draw.public_key.hex(), share, len(people), needed)
        shared = parts(secret, len(people), needed, self._randomness(48 * (needed - 1)))
        with self._store.work() as work:
            if any(one.period == period for one in self._keeping.timeline(work).draws):
                raise already_committed(period)
            work.seal(f"draw {period}", seal_to_key(secret, public_of(self._key.private()), period, self._randomness(32)))
            for (name, words), part in zip(people.items(), shared, strict=True):
                sealed = seal_with_words(_encoder.encode((part.place, part.value.hex())), words, period, self._randomness(16))
                work.seal(f"draw {period} part {name.casefold()}", sealed)
            work.append(now, [(SUBJECT, committed)])
        return committed

    def in_force(self, at: datetime, reading: Reading | None = None) -> InForce:
        """Return the draw that decides at a moment."""
        committed = self._keeping.timeline(reading).draw_at(at)
        period = committed.period if committed else ""
        if self._ready is None or self._ready[0] != period:
            self._ready = period, self._opened_here(committed, reading or self._store)
        return self._ready[1]

    def _opened_here(self, committed: DrawCommitted | None, reading: Reading) -> InForce:
        if committed is None:
            return InForce(None, None, self._key.private)
        sealed = reading.sealed(f"draw {committed.period}")
        if sealed is None:
            raise no_such_draw(committed.period)
        secret = open_with_key(sealed, self._key.private(), committed.period)
        return InForce(committed, Draw(secret, committed.share, LibraryCurve()), lambda: secret)

    def open(self, period: str, parts_given: Mapping[str, str], *, auditor: str) -> bytes:
        """Return the secret of a period to the auditor, from the parts of enough holders. The secret is not recorded; the opening is.

        Args:
          period: The period.
          parts_given: Pass phrases by the staff number of each holder who came.
          auditor: The auditor; no holder.

        Raises:
          NotFound: The period has no draw.
          NotAllowed: There are too few holders, a pass phrase is wrong, or the auditor is one of them.
        """
        who = identified(auditor)
        committed = next((one for one in self._keeping.timeline().draws if one.period == period), None)
        if committed is None:
            raise no_such_draw(period)
        names = [identified(name) for name in parts_given]
        holds = self._store.sealed(f"draw {period} part {who.casefold()}") is not None
        if len(names) < committed.needed or holds or any(same_person(name, who) for name in names):
            raise too_few_holders(committed.needed, len(names))
        secret = joined(self._opened(period, dict(zip(names, parts_given.values(), strict=True))))
        if not bears_out(secret, bytes.fromhex(committed.public_key)):
            raise not_the_secret(period)
        with self._store.work() as work:
            work.append(self._clock(), [(SUBJECT, DrawOpened(period, who, tuple(names)))])
        return secret

    def _opened(self, period: str, given: Mapping[str, str]) -> Sequence[Part]:
        found = []
        for name, words in given.items():
            sealed = self._store.sealed(f"draw {period} part {name.casefold()}")
            if sealed is None:
                raise not_the_secret(period)
            place, value = msgspec.json.decode(open_with_words(sealed, words, period), type=tuple[int, str])
            found.append(Part(place, bytes.fromhex(value)))
        return found

    def commitments(self) -> list[DrawCommitted]:
        """Return every draw committed, the latest first. Anyone may see them."""
        return self._keeping.timeline().draws[::-1]

    def verify(self, period: str, number: str, proof: str) -> bool:
        """Say whether a proof shows that a declaration was drawn in a period. Anyone may ask.

        Raises:
          NotFound: The period has no draw.
        """
        committed = next((one for one in self._keeping.timeline().draws if one.period == period), None)
        if committed is None:
            raise no_such_draw(period)
        try:
            return check(bytes.fromhex(committed.public_key), number, committed.share, bytes.fromhex(proof))
        except ValueError:
            return False
