"""The ledger of an office, at ``office.ledger``: facts put into the tree, checkpoints signed, acts proved.

The tree follows the log and never holds it up: facts are recorded first, and put into the tree in batches behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from clearlane.keys.ports import Signer
from clearlane.ledger.growing import HASH, Growing, edge_places
from clearlane.ledger.leaf import leaves
from clearlane.ledger.statement import signed_by, stated
from clearlane.model.ledger import StoredCheckpoint
from clearlane.model.refusals import Closed
from clearlane.model.text import Text
from clearlane.office.ledger_keys import demand_own
from clearlane.office.ledger_proofs import LedgerProofs
from clearlane.office.ports import Store
from clearlane.office.ports_ledger import LedgerReading
from clearlane.office.settings import Settings

BATCH = 4096
_SECRET = 32


class Ledger:
    """The ledger; proofs out of it are at ``proofs``. Whoever serves it sets ``settings``, by which witnesses and partners are found.

    Args:
      store: The store.
      clock: What tells the time.
      randomness: What gives so many random bytes.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], randomness: Callable[[int], bytes]) -> None:
        self._store, self._clock, self._randomness = store, clock, randomness
        self.proofs = LedgerProofs(store)
        self.settings: Settings | None = None

    def sequence(self, batch: int = BATCH) -> int:
        """Put the next facts of the log into the tree, durably, and return how many; 0 where it has all.

        Args:
          batch: How many at most.
        """
        size, secret = self._store.ledger_size(), self._secret()
        facts = self._store.stored_facts(size, batch)
        if not facts:
            return 0
        hashes = leaves(secret, facts)
        with self._store.work() as work:
            if work.ledger_size() != size:  # another process was first
                return len(facts)
            work.put_tiles(tree(work, size).add(hashes))
        return len(facts)

    def follow(self, report: Callable[[int], None] = lambda done: None) -> None:
        """Put all facts that the log has into the tree."""
        while self.sequence():
            report(self._store.ledger_size())

    def checkpoint(self, signer: Signer, report: Callable[[int], None] = lambda done: None) -> StoredCheckpoint:
        """Put what the log has into the tree, and sign for it; where nothing came since the last checkpoint, that is returned.

        Args:
          signer: Signs in the name of the log.
          report: Is told how many facts are in the tree.

        Raises:
          Closed: The log has no facts yet.
          Conflict: It is not the log's own key, or not that any more.
        """
        demand_own(self._store.ledger_keys(), signer)
        self.follow(report)
        last, size = self._store.checkpoint(), self._store.ledger_size()
        if not size:
            raise Closed(Text(en="The log has no facts yet: there is nothing to sign for.", vi="Sổ chưa có dữ kiện nào để ký."))
        if last is not None and last.size == size:
            return last
        text = stated(signer.name, size, tree(self._store, size).root(), int(self._clock().timestamp()))
        made = StoredCheckpoint(size, signed_by(text, signer.vkey, signer.sign(text.encode())))
        with self._store.work() as work:
            demand_own(work.ledger_keys(), signer)
            if (last := work.checkpoint()) is not None and last.size >= size:  # another process was first: what was seen of its stays
                return last
            work.put_ledger_key(signer.vkey)
            work.put_checkpoint(made)
        return made

    def rebuild(self, report: Callable[[int], None] = lambda done: None) -> int:
        """Make the tree anew from the log, and return how many facts are in it; checkpoints stay."""
        with self._store.work() as work:
            work.forget_tiles()
        self.follow(report)
        return self._store.ledger_size()

    def _secret(self) -> bytes:
        """Return the secret of the salts, made at first."""
        if (kept := self._store.ledger_secret()) is None:
            new = self._randomness(_SECRET)
            with self._store.work() as work:
                if (kept := work.ledger_secret()) is None:
                    work.begin_ledger(new)
                    return new
        return kept[0]


def tree(reading: LedgerReading, size: int) -> Growing:
    """Return the tree as it stood at a size; what another process adds meanwhile is left out."""
    edge = [reading.ledger_tile(level, place)[: width * HASH] if width else b"" for level, place, width in edge_places(size)]
    return Growing(size, edge)
