"""All histories of one process, for one goods item at a time: learned from the log in its order, asked at a moment.

The clock of knowledge never runs back: what stands later in the log counts as learned no earlier than what stands before it. So the
value at a moment depends on nothing that the log got later, and is found again from the log at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clearlane.model.risk_field import Value
from clearlane.model.risk_history import Amount, Clock, Entity, Happening, History, HistoryEvent, Measure
from clearlane.risk.history.asking import Ask, ask, nothing
from clearlane.risk.history.definitions import DAY, HISTORIES, micros, parts
from clearlane.risk.history.track import Kept, Track

_Kind = tuple[Entity, Happening]


class _Snapshot(msgspec.Struct, array_like=True):
    asked: list[tuple[Entity, Happening, Measure, Amount | None, int | None, Clock]]
    seq: int
    latest: int
    kinds: list[tuple[Entity, Happening, dict[str, Kept]]]


class Memory:
    """What is remembered.

    Args:
      histories: The definitions to be asked for, in the order of their values.

    Attributes:
      seq: The place in the log up to which was learned; 0 for nothing yet.
    """

    def __init__(self, histories: Sequence[History] = HISTORIES) -> None:
        self.histories = tuple(histories)
        self.seq = 0
        self._latest = 0
        self._amounts = _amounts(self.histories)
        self._tracks: dict[_Kind, dict[str, Track]] = {kind: {} for kind in self._amounts}
        self._asked = [self._asking(history) for history in self.histories]

    def _asking(self, history: History) -> tuple[Entity, dict[str, Track], Ask, Value]:
        kind = (history.entity, history.of)
        return history.entity, self._tracks[kind], ask(history, self._amounts[kind]), nothing(history)

    def update(self, events: Iterable[HistoryEvent]) -> None:
        """Learn what stands next in the log, in its order; what was learned already is passed over.

        Everything from one place in the log is given in one call. ``ValueError`` for what would be learned before it was declared.
        """
        behind = self.seq
        for event in events:
            if event.seq <= behind:
                continue
            if event.seq < self.seq:
                raise ValueError("Events are learned in the order of the log.")
            declared, known = micros(event.event_at), micros(event.known_at)
            if known < declared:
                raise ValueError("Nothing is known of goods before they are declared.")
            self.seq, self._latest = event.seq, max(known, self._latest)
            self._learn(event, declared)

    def _learn(self, event: HistoryEvent, declared: int) -> None:
        for entity, key in event.keys.items():
            kind = (entity, event.happening)
            tracks = self._tracks.get(kind)
            if tracks is None:
                continue
            names = self._amounts[kind]
            track = tracks.get(key)
            if track is None:
                track = tracks[key] = Track(len(names))
            amounts = tuple(event.sign * parts(name, event.amounts.get(name, 0.0)) for name in names)
            track.add(self._latest, declared, event.sign, amounts)

    def values(self, keys: Mapping[Entity, str], at: int) -> tuple[Value, ...]:
        """Return the value of every history at a moment, in their order; missing where a key is missing.

        Args:
          keys: Whose histories: ``row.keys``.
          at: The moment, as ``micros`` gives it. What was learned at that very moment, or later, does not count.
        """
        found: list[Value] = []
        for entity, tracks, asked, empty in self._asked:
            key = keys.get(entity)
            if key is None:
                found.append(None)
            else:
                track = tracks.get(key)
                found.append(empty if track is None else asked(track, at))
        return tuple(found)

    def prune(self, at: int) -> None:
        """Sum up what no window reaches from a moment on; values at that moment or later stay as they were."""
        horizon = at - max((history.days or 0) for history in self.histories) * DAY
        for tracks in self._tracks.values():
            for track in tracks.values():
                track.prune(horizon)

    def __len__(self) -> int:
        return sum(len(tracks) for tracks in self._tracks.values())

    def snapshot(self) -> bytes:
        """Return all that is remembered as bytes, to be kept beside the log with ``seq``."""
        kinds = [(*kind, {key: track.kept() for key, track in tracks.items()}) for kind, tracks in self._tracks.items()]
        return msgspec.msgpack.encode(_Snapshot(_asked(self.histories), self.seq, self._latest, kinds))

    @classmethod
    def restored(cls, snapshot: bytes, histories: Sequence[History] = HISTORIES) -> Memory:
        """Return what a snapshot remembers. ``ValueError`` where it was made for other histories: then the log is read anew."""
        memory = cls(histories)
        try:
            kept = msgspec.msgpack.decode(snapshot, type=_Snapshot)
        except msgspec.DecodeError as reason:
            raise ValueError("The snapshot was made in another form.") from reason
        if kept.asked != _asked(memory.histories):
            raise ValueError("The snapshot was made for other histories.")
        memory.seq, memory._latest = kept.seq, kept.latest
        for entity, happening, tracks in kept.kinds:
            memory._tracks[entity, happening].update((key, Track.restored(track)) for key, track in tracks.items())
        return memory


def _asked(histories: Sequence[History]) -> list[tuple[Entity, Happening, Measure, Amount | None, int | None, Clock]]:
    return [(one.entity, one.of, one.measure, one.amount, one.days, one.clock) for one in histories]


def _amounts(histories: Sequence[History]) -> dict[_Kind, tuple[Amount, ...]]:
    """Return which tracks are needed, and the amounts each must hold."""
    needed: dict[_Kind, dict[Amount, None]] = {}
    for history in histories:
        held = needed.setdefault((history.entity, history.of), {})
        if history.amount:
            held[history.amount] = None
    return {kind: tuple(held) for kind, held in needed.items()}
