"""Webhooks: a trader's software is told what becomes of his declarations, signed, in order, at least once. At ``office.webhooks``.

How far each subscriber was told is kept in the store and moves on only after he took what was sent: whatever dies in between, nothing is
lost, and the last delivery may come again.
"""

from __future__ import annotations

from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial

import msgspec
from msgspec.structs import replace

from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.text import Text
from clearlane.office.machine_key import MachineKey
from clearlane.office.ports import Store, Work
from clearlane.office.webhook_events import Event, Hook, following
from clearlane.office.webhook_sending import PATIENCE, Send, demand_public, sender, signature
from clearlane.signature.sealing import open_with_key, public_of, seal_to_key

TABLE = "webhooks"
MOST = 10
"""So many subscriptions a firm may have."""
FIRST, LONGEST = 5.0, 3600.0
"""Seconds after which a failed delivery is tried again: doubled each time, up to an hour."""
_AT_ONCE = 8
_ENOUGH = Text(
    en=f"You have {MOST} subscriptions, as many as one may have. End one before you make another.",
    vi=f"Đã có {MOST} đăng ký nhận thông báo, mức tối đa. Hãy hủy một đăng ký trước khi tạo mới.",
)
_hook = msgspec.json.Decoder(Hook)


class WebhookDesk:
    """Webhooks.

    Args:
      profile: The law.
      store: The store.
      key: The key of this office's machine.
      clock: What tells the time.
      randomness: What gives so many random bytes.
    """

    anywhere = False
    """Whether deliveries may go into private networks and without TLS, where someone tries the office out."""

    def __init__(
        self, profile: Profile, store: Store, key: MachineKey, clock: Callable[[], datetime], randomness: Callable[[int], bytes]
    ) -> None:
        self._profile, self._store, self._key, self._clock, self._randomness = profile, store, key, clock, randomness

    def subscribe(self, address: str, party: str, acts_for: Sequence[str] = ()) -> tuple[Hook, str]:
        """Tell an address from now on; return the subscription, and the secret, which is shown this once.

        Args:
          address: Where deliveries go, https.
          party: The firm whose declarations it is about; empty for everyone's.
          acts_for: Declarants for whom the firm may act as agent.

        Raises:
          Conflict: The address is none to deliver to, or the firm has as many as it may have.
        """
        demand_public(address, anywhere=self.anywhere)
        name, secret = self._randomness(8).hex(), "whsec_" + urlsafe_b64encode(self._randomness(24)).decode()
        sealed = seal_to_key(secret.encode(), public_of(self._key.private()), f"webhook {name}", self._randomness(32))
        with self._store.work() as work:
            since = self._clock().isoformat()
            hook = Hook(name, address, party, tuple(acts_for), b64encode(sealed).decode(), since, work.last_seq())
            if len(work.entries(TABLE, hook.owner)) >= MOST:
                raise Conflict(_ENOUGH)
            _put(work, hook)
        return hook, secret

    def of(self, party: str) -> list[Hook]:
        """Return a firm's subscriptions; those for everyone's declarations where none is named."""
        found = [_hook.decode(body) for _, body in self._store.entries(TABLE, party or "*")]
        return sorted(found, key=lambda one: (one.since, one.name))

    def end(self, name: str, party: str) -> None:
        """End a subscription.

        Raises:
          NotFound: The firm has none of that name.
        """
        with self._store.work() as work:
            if all(known != name for known, _ in work.entries(TABLE, party or "*")):
                raise NotFound(Text(en="There is no such subscription.", vi="Không có đăng ký nhận thông báo này."))
            work.drop_entries(TABLE, name=name)

    def deliver(self, send: Send | None = None, *, at_once: bool = False) -> int:
        """Deliver what is waiting to every subscriber who is due; return how many deliveries were taken.

        Args:
          send: What sends; over the network by default.
          at_once: Whether those are tried too that failed a moment ago.
        """
        how = send or sender(anywhere=self.anywhere)
        due = [name for name, body in self._store.entries(TABLE) if at_once or _hook.decode(body).next_at <= self._now()]
        if not due:
            return 0
        with ThreadPoolExecutor(_AT_ONCE) as several:
            return sum(several.map(lambda name: self._tell(name, how), due))

    def _tell(self, name: str, send: Send) -> int:
        """Tell one subscriber all that waits, until nothing does or a delivery fails."""
        taken, hook = 0, self._change(name, self._claimed)
        while hook is not None:
            events, last = following(self._store, hook, self._profile)
            if last == hook.told:
                self._change(name, lambda known: replace(known, busy_until=0.0))
                break
            count, hook = self._sent(hook, events, last, send)
            taken += count
        return taken

    def _sent(self, hook: Hook, events: Sequence[Event], last: int, send: Send) -> tuple[int, Hook | None]:
        """Send some events; return how many were taken, and the subscription moved on, None where that is all for now."""
        for place, event in enumerate(events):
            if why := send(hook.address, self._headers(hook, event), event.body):
                self._change(hook.name, partial(self._failed, why=why))
                return place, None
            whole = place + 1 == len(events) or events[place + 1].seq > event.seq
            if whole and self._change(hook.name, partial(self._told, seq=event.seq)) is None:
                return place + 1, None
        return len(events), self._change(hook.name, partial(self._told, seq=last))

    def _change(self, name: str, change: Callable[[Hook], Hook | None]) -> Hook | None:
        """Change a subscription as it stands; None where it was ended, or nothing is to be changed."""
        with self._store.work() as work:
            body = work.entry(TABLE, name)
            changed = change(_hook.decode(body)) if body else None
            if changed is not None:
                _put(work, changed)
        return changed

    def _claimed(self, hook: Hook) -> Hook | None:
        """Take a subscription for this process; None where another is at it."""
        return None if hook.busy_until > self._now() else replace(hook, busy_until=self._now() + 3 * PATIENCE)

    def _told(self, hook: Hook, seq: int) -> Hook:
        return replace(hook, told=max(hook.told, seq), tries=0, why="", next_at=0.0, busy_until=self._now() + 3 * PATIENCE)

    def _failed(self, hook: Hook, why: str) -> Hook:
        wait = min(FIRST * 2.0 ** min(hook.tries, 20), LONGEST)
        return replace(hook, tries=hook.tries + 1, why=why, next_at=self._now() + wait, busy_until=0.0)

    def _now(self) -> float:
        return self._clock().timestamp()

    def _headers(self, hook: Hook, event: Event) -> dict[str, str]:
        moment = int(self._now())
        secret = open_with_key(b64decode(hook.secret), self._key.private(), f"webhook {hook.name}").decode()
        return {
            "Content-Type": "application/json",
            "User-Agent": "Clearlane",
            "Clearlane-Delivery": event.name,
            "Clearlane-Timestamp": str(moment),
            "Clearlane-Signature": signature(secret, moment, event.body),
        }


def _put(work: Work, hook: Hook) -> None:
    work.put_entry(TABLE, hook.name, hook.owner, msgspec.json.encode(hook).decode())
