"""Verifying a whole store: every fact, the tree, every checkpoint, the documents beside the log. Nothing is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from hashlib import sha256
from operator import itemgetter

from clearlane.ledger.growing import HASH
from clearlane.ledger.statement import Stop
from clearlane.ledger.verifying import Doubt, Pass
from clearlane.model.ledger import LedgerFault, LedgerVerdict, StoredFact
from clearlane.office import ledger_faults as faults
from clearlane.office.ledger_stops import LOWEST, stops
from clearlane.office.ports_ledger import LedgerReading
from clearlane_verify.tiles import WIDTH

Report = Callable[[int], None]
_PAGE, _NAMED = 4096, 20


class LedgerVerifying:
    """One verification.

    Args:
      store: The store, or a copy of it.
      keys: Public keys of the log known from elsewhere; those kept in the store where none is given.
      outside: Checkpoints kept elsewhere, as signed notes: the store must hold what they say.
      report: Is told how many facts were read.
    """

    def __init__(
        self, store: LedgerReading, keys: Sequence[str] = (), outside: Sequence[str] = (), report: Report = lambda done: None
    ) -> None:
        self._store, self._report = store, report
        self._stops, self._keys, self._faults = stops(store, keys, outside)
        self._held: list[Stop] = []

    def verdict(self, *, documents: bool = True) -> LedgerVerdict:
        """Go through everything, and return what holds and what does not.

        Args:
          documents: Whether the documents beside the log are gone through too.
        """
        secret = self._store.ledger_secret()
        known = secret is not None and sha256(secret[0]).hexdigest() == secret[1]
        if not known and (secret is not None or self._stops):
            self._faults.append(faults.secret())
        facts = self._log(secret[0]) if secret is not None and known else 0
        count = self._documents() if documents else 0
        last = max(self._held, key=lambda stop: stop.size, default=None)
        return LedgerVerdict(
            facts, last.size if last else 0, len(self._held), last.at if last else 0, self._keys, count, tuple(dict.fromkeys(self._faults))
        )

    def _log(self, secret: bytes) -> int:
        """Go through the log, and return how many facts there are."""
        going, rows = Pass(secret), _Rows(self._store, self._report)
        self._faults += [faults.stray(one) for one in self._store.stored_facts(LOWEST, _NAMED) if one.seq < 1]
        for stop in self._stops:
            if stop.size > max(self._store.ledger_size(), end := self._store.last_seq()):
                self._faults.append(faults.rolled_back(end, stop))
                break
            self._reach(going, rows, stop.size)
            if not self._settled(going, stop):
                return rows.rest(going.size)[0]
        self._tiles(going)
        self._reach(going, rows, self._kept(going.size))
        self._faults += [faults.uncovered(one) for one in going.doubts if one.leaf]
        found, jump = rows.rest(going.size)
        self._faults += [faults.jump(going.size, jump)] if jump else []
        return found

    def _kept(self, size: int) -> int:
        """Return how many leaves the kept tree has without a gap, from a size on; name a tile that stands apart."""
        place, body = size // WIDTH, b""
        while len(body := self._store.ledger_tile(0, place)) == WIDTH * HASH:
            place += 1
        found = max(size, place * WIDTH + min(len(body) // HASH, WIDTH))
        if self._store.ledger_size() != found and not any(one.kind == "tile" for one in self._faults):
            self._faults.append(faults.tile(0, self._store.ledger_size() // WIDTH))
        return found

    def _reach(self, going: Pass, rows: _Rows, size: int) -> None:
        while going.size < size:
            place = going.size // WIDTH
            end = min(size, (place + 1) * WIDTH)
            going.step(rows.until(end), self._store.ledger_tile(0, place), end)

    def _settled(self, going: Pass, stop: Stop) -> bool:
        """Say what a checkpoint tells; return whether what follows can be checked."""
        outcome, doubts = going.settle(stop.root), going.doubts
        going.doubts = []
        before = next((one for one in reversed(self._held) if one.size < stop.size), None)
        if outcome == "both changed":
            self._faults.append(faults.rewritten(before, stop, doubts))
            return False
        if outcome == "tree changed":
            self._faults += _cut(doubts)
        else:
            self._faults += [faults.fact(one, before, stop) for one in doubts if one.leaf] + _cut([one for one in doubts if not one.leaf])
        self._held.append(stop)
        return True

    def _tiles(self, going: Pass) -> None:
        """Compare the tiles above the leaves with those grown."""
        wrong = [tile for tile in [*going.full, *going.edge()] if not self._store.ledger_tile(tile.level, tile.place).startswith(tile.body)]
        self._faults += [faults.tile(tile.level, tile.place) for tile in wrong]

    def _documents(self) -> int:
        count = 0
        for digest, body in self._store.document_digests():
            count += 1
            if sha256(body).hexdigest() != digest:
                self._faults.append(faults.document(digest))
        return count


def _cut(doubts: Sequence[Doubt]) -> list[LedgerFault]:
    """Name the tiles of leaves that are not those of their facts, or are not there."""
    return [faults.tile(0, place) for place in sorted({(one.seq - 1) // WIDTH for one in doubts})]


class _Rows:
    """The facts of a store in order, handed out up to a place."""

    def __init__(self, store: LedgerReading, report: Report) -> None:
        self._store, self._report = store, report
        self._page: list[StoredFact] = []
        self._at = self._count = 0
        self._turn(0)

    def _turn(self, after: int) -> None:
        self._page, self._at = self._store.stored_facts(after, _PAGE), 0
        self._report(after)

    def until(self, end: int) -> list[StoredFact]:
        """Return the facts there are up to a place."""
        found: list[StoredFact] = []
        while self._page:
            cut = bisect_right(self._page, end, self._at, key=itemgetter(0))
            found += self._page[self._at : cut]
            self._at = cut
            if cut < len(self._page):
                break
            self._turn(self._page[-1].seq)
        self._count += len(found)
        return found

    def rest(self, size: int) -> tuple[int, int]:
        """Return how many facts there are in all, and the first place after a size at which the log jumps; 0 where it does not."""
        jump, expected = 0, size + 1
        while self._page:
            for fact in self._page[self._at :]:
                jump = jump or (fact.seq if fact.seq != expected else 0)
                expected = fact.seq + 1
            self._count += len(self._page) - self._at
            self._turn(self._page[-1].seq)
        return self._count, jump
