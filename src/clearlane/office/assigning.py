"""Who gets which case: rotas, a lottery nobody can steer, overrides with a reason, what the auditor sees. At ``office.assignment``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256

import msgspec

from clearlane.clearance.lottery import SEED_LENGTH, Doubt, Secret, chosen, committed, doubts, eligible, pseudonym
from clearlane.clearance.pairs import Meeting, meetings
from clearlane.clearance.standing import standing
from clearlane.model.control_facts import Assigned
from clearlane.model.lottery import Lot, LotDrawn, LotteryCommitted, LotteryOpened, NamesShown, OnDuty, Rota, RotaKept
from clearlane.model.profile import Profile
from clearlane.office.assignment_grounds import Rechecked, Wanted, grounds_of, kept_grounds, linked, no_such, rechecked
from clearlane.office.assignment_record import SUBJECT, first_lot, given_since, held, lots, lots_of, opened, periods, rota
from clearlane.office.assignment_refusals import (
    UNSIGNED,
    linked_to_party,
    no_lottery,
    no_reason,
    nobody_eligible,
    not_a_period,
    not_in_rota,
    not_over,
    to_oneself,
    unknown_period,
)
from clearlane.office.machine_key import MachineKey
from clearlane.office.people_record import PeopleRecord
from clearlane.office.ports import Reading, Store, Work
from clearlane.office.risk_shift import shift_of
from clearlane.office.tariff_refusals import identified, same_person
from clearlane.signature.sealing import open_with_key, public_of, seal_to_key

Meets = Meeting
"""An officer and a trader who met, as doors name it."""
_encoder = msgspec.json.Encoder()


class AssignmentDesk:
    """Assignment of cases.

    Args:
      profile: The law: shifts are its own.
      store: The store.
      key: The key of this office's machine, to which the secrets are sealed.
      clock: What tells the time.
      randomness: What gives random bytes.
    """

    def __init__(
        self, profile: Profile, store: Store, key: MachineKey, clock: Callable[[], datetime], randomness: Callable[[int], bytes]
    ) -> None:
        self._profile, self._store, self._key, self._clock, self._randomness = profile, store, key, clock, randomness
        self._people = PeopleRecord()

    def keep_rota(self, office: str, shift: str, officers: Sequence[OnDuty], *, by: str) -> RotaKept:
        """Keep who is on duty.

        Raises:
          NotAllowed: The supervisor gave no identification, or one of the officers has none.
          Conflict: It names nobody, or one twice.
        """
        supervisor = identified(by, UNSIGNED)
        counted = Counter(identified(one.officer, UNSIGNED).casefold() for one in officers)
        if not counted or max(counted.values()) > 1:
            raise not_in_rota(max(counted, key=counted.__getitem__, default=""))
        body = _encoder.encode(Rota(office, shift, tuple(officers)))
        kept = RotaKept(office, shift, sha256(body).hexdigest(), len(officers), supervisor)
        with self._store.work() as work:
            work.keep([(kept.digest, body)])
            work.append(self._clock(), [(SUBJECT, kept)])
        return kept

    def rota(self, office: str, shift: str = "") -> Rota | None:
        """Return who is on duty; in the shift that is now where none is named."""
        return rota(self._store, office, shift or shift_of(self._profile, self._clock()).name)

    def commit(self, period: str, since: datetime, until: datetime) -> LotteryCommitted:
        """Bind the lottery of a period to new secrets, which nobody sees.

        Raises:
          Conflict: It begins in the past, ends before it begins, or overlaps another.
        """
        if not self._clock() <= since < until:
            raise not_a_period(period)
        seed, names = self._randomness(SEED_LENGTH), self._randomness(SEED_LENGTH)
        fact = LotteryCommitted(period, since, until, committed(period, seed, "seed"), committed(period, names, "names"))
        with self._store.work() as work:
            if any(one.period == period or (one.since < until and since < one.until) for one in periods(work)):
                raise not_a_period(period)
            for which, secret in (("seed", seed), ("names", names)):
                sealed = seal_to_key(secret, public_of(self._key.private()), f"lottery {which} {period}", self._randomness(32))
                work.seal(f"lottery {which} {period}", sealed)
            work.append(self._clock(), [(SUBJECT, fact)])
        return fact

    def give(self, number: str, section: str, skills: Sequence[str] = (), *, barred: Sequence[str] = ()) -> Assigned:
        """Give a case to an officer by lot; one that has an officer keeps him, and a consignment lodged again keeps its first.

        Args:
          number: The declaration.
          section: The section it waits in.
          skills: What it needs besides what the law asks for its goods and lane.
          barred: Officers who must not get it.

        Raises:
          NotFound: There is no such declaration.
          Conflict: No lottery is committed to for now, there is no rota, or nobody on it can have the case.
        """
        now = self._clock()
        with self._store.work() as work:
            before = held(work, number)
            if before is not None and before.assigned.officer:
                return before.assigned
            known = self._kept_from(work, number, barred)
            if known is not None:
                return self._written(work, number, Assigned(known.officer, section, known.lot))
            period = next((one for one in periods(work) if one.since <= now < one.until), None)
            if period is None:
                raise no_lottery(now)
            names, seed = (self._secret(work, period.period, which) for which in ("names", "seed"))
            case, turn = pseudonym(names, "case", number), work.next_ordinal(f"lottery {period.period}")
            grounds = grounds_of(work, self._people, Wanted(number, section, tuple(skills), tuple(barred)), self._profile, now, names)
            by_name = {pseudonym(names, "officer", one): one for one in eligible(grounds)}
            if not by_name:
                raise nobody_eligible(number, section)
            kept = _encoder.encode(grounds)
            lot = Lot(period.period, turn, case, tuple(sorted(by_name)), chosen(seed, case, by_name), sha256(kept).hexdigest())
            body = _encoder.encode(lot)
            digest = sha256(body).hexdigest()
            work.keep([(digest, body), (lot.grounds, kept)])
            work.append(now, [(lots_of(period.period), LotDrawn(turn, digest))])
            return self._written(work, number, Assigned(by_name[lot.chosen], section, digest))

    def assign(self, number: str, officer: str, *, by: str, why: str, section: str = "") -> Assigned:
        """Give a case to an officer by a person's decision; an empty officer puts it back into the pool.

        Raises:
          NotFound: There is no such declaration.
          NotAllowed: Nobody signed, or someone gives it to himself.
          Conflict: No reason is given, or the officer declared to be linked to a party.
        """
        person = identified(by, UNSIGNED)
        if not why.strip():
            raise no_reason()
        if officer and same_person(officer, person):
            raise to_oneself()
        with self._store.work() as work:
            before = held(work, number)
            was = before.assigned.section if before else ""
            named = identified(officer, UNSIGNED) if officer else ""
            case = work.case(number)
            if named and case and linked(work, self._people, case, named):
                raise linked_to_party(named)
            lot = first_lot(work, number)
            return self._written(work, number, Assigned(named, section or was, lot.lot if lot else "", person, why.strip()[:200]))

    def held(self, number: str) -> Assigned | None:
        """Return to whom a case was last given; None where it never was."""
        found = held(self._store, number)
        return found.assigned if found else None

    def periods(self) -> list[LotteryCommitted]:
        """Return every period committed to."""
        return periods(self._store)

    def lots(self, period: str) -> list[Lot]:
        """Return the lots of a period: anyone may read them."""
        self._known(period)
        return lots(self._store, period)

    def open(self, period: str) -> LotteryOpened:
        """Publish the seed of a period that is over; once published it stays so.

        Raises:
          NotFound: There is no such period.
          Closed: It is not over.
        """
        with self._store.work() as work:
            known = next((one for one in periods(work) if one.period == period), None)
            if known is None:
                raise unknown_period(period)
            if (before := opened(work, period)) is not None:
                return before
            if self._clock() < known.until:
                raise not_over(period, known.until)
            fact = LotteryOpened(period, self._secret(work, period, "seed").hex(), len(lots(work, period)))
            work.append(self._clock(), [(SUBJECT, fact)])
        return fact

    def opened(self, period: str) -> LotteryOpened | None:
        """Return the opening of a period; None while its seed is secret."""
        return opened(self._store, period)

    def checked(self, period: str) -> list[Doubt] | None:
        """Return what is wrong with a period whose seed was published, as anyone would find it; None while the seed is secret."""
        fact = opened(self._store, period)
        return list(doubts(period, self._known(period).seed, bytes.fromhex(fact.seed), self.lots(period))) if fact else None

    def names(self, period: str, officers: Sequence[str], numbers: Sequence[str], *, auditor: str) -> dict[str, str]:
        """Return whose pseudonyms are whose, of those asked for; that the auditor was shown it is recorded.

        Raises:
          NotFound: There is no such period.
          NotAllowed: The auditor gave no identification.
        """
        who = identified(auditor, UNSIGNED)
        self._known(period)
        with self._store.work() as work:
            secret = self._secret(work, period, "names")
            work.append(self._clock(), [(SUBJECT, NamesShown(period, who))])
        by_officer = {pseudonym(secret, "officer", one): one for one in officers}
        return by_officer | {pseudonym(secret, "case", one): one for one in numbers}

    def grounds(self, number: str, *, auditor: str) -> Rechecked | None:
        """Return what the list of those who could get a case followed from, and whether it holds; that it was shown is recorded.

        Args:
          number: The declaration.
          auditor: The auditor's staff number.

        Raises:
          NotAllowed: The auditor gave no identification.
        """
        who = identified(auditor, UNSIGNED)
        with self._store.work() as work:
            given = first_lot(work, number)
            known = kept_grounds(work, given.lot) if given else None
            if known is None:
                return None
            names = self._secret(work, known[0].period, "names")
            work.append(self._clock(), [(SUBJECT, NamesShown(known[0].period, who))])
        return rechecked(*known, names)

    def meetings(self, since: datetime) -> list[Meeting]:
        """Return how often officers and traders met since a moment, the least likely pairs first. For supervisors and the auditor."""
        whose: dict[str, str] = {}
        everyone = {officer.officer for kept in self._rotas() for officer in kept.officers}
        for period in periods(self._store):
            if period.until > since:
                secret = self._secret(self._store, period.period, "names")
                whose |= {pseudonym(secret, "officer", one): one for one in everyone}
        return meetings(given_since(self._store, since, whose))

    def _rotas(self) -> list[Rota]:
        kept = {(fact.office, fact.shift) for record in self._store.facts_of(SUBJECT) if isinstance(fact := record.fact, RotaKept)}
        return [found for office, shift in kept if (found := rota(self._store, office, shift)) is not None]

    def _known(self, period: str) -> LotteryCommitted:
        found = next((one for one in periods(self._store) if one.period == period), None)
        if found is None:
            raise unknown_period(period)
        return found

    def _secret(self, reading: Reading, period: str, which: Secret | str) -> bytes:
        sealed = reading.sealed(f"lottery {which} {period}")
        if sealed is None:
            raise unknown_period(period)
        return open_with_key(sealed, self._key.private(), f"lottery {which} {period}")

    def _kept_from(self, work: Work, number: str, barred: Sequence[str]) -> Assigned | None:
        """Return the first lot of an earlier declaration of the same consignment: lodging again draws no other officer."""
        own = work.chosen(number)
        if own is None or not own.consignment:
            return None
        out = {one.strip().casefold() for one in barred}
        for other in work.chosen_under([own.consignment]):
            before = first_lot(work, other.number) if other.number != number else None
            if before is not None and before.officer.casefold() not in out:
                return before
        return None

    def _written(self, work: Work, number: str, fact: Assigned) -> Assigned:
        case = work.case(number)
        if case is None:
            raise no_such(number)
        records = work.append(self._clock(), [(number, fact)])
        work.put_cases([standing(records, case, self._profile.clearance)])
        return fact
