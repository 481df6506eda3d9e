"""The price test against peers: a declared unit value beside the percentiles of like goods, with the declarations it is held against.

It is a signal for an officer and never changes a value (WTO Valuation Agreement, Art. 7.2: no value from minimum or arbitrary values).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from clearlane.model.risk_history import Reference
from clearlane.risk.history.building import LikeGoods
from clearlane.risk.history.compared import deviation
from clearlane.risk.history.references import LEVELS, PER_KILOGRAM, name


class Peer(msgspec.Struct, frozen=True):
    """One earlier goods item: numbers only.

    Attributes:
      number: The declaration's number.
      item: The goods item, from 1.
      goods: What was declared of it.
    """

    number: str
    item: int
    goods: LikeGoods


class PriceTest(msgspec.Struct, frozen=True):
    """A unit value held against like goods.

    Attributes:
      price: The unit value declared.
      reference: The percentiles it is held against.
      deviation: How many robust standard deviations it lies above the middle; below 0 where it lies lower.
      standing: ``below`` the 10th percentile, ``within``, or ``above`` the 90th.
      peers: The latest like declarations, latest first.
    """

    price: float
    reference: Reference
    deviation: float | None
    standing: str
    peers: tuple[Peer, ...]


def peers(goods: LikeGoods, reference: Reference, prior: Iterable[Peer], most: int = 20) -> PriceTest | None:
    """Return the price test of a goods item; None where it has no unit price. ``ValueError`` for a reference of other goods.

    Args:
      goods: The goods item.
      reference: Of its like goods: ``References.of``.
      prior: Declarations to choose peers from: those of the reference's group, declared before it, with a price. One whose value was
        found wrong by then is shown with the price found right, and left out where none is known.
      most: The most peers shown.
    """
    if goods.price is None or goods.price <= 0:
        return None
    level = next((level for level in LEVELS if _name(level, goods) == reference.group), None)
    if level is None:
        raise ValueError("The reference is not one of like goods.")
    like = (_as_known(one, goods.at) for one in prior if one.goods.at < goods.at and _name(level, one.goods) == reference.group)
    latest = sorted((one for one in like if one.goods.price), key=lambda one: (one.goods.at, one.number, one.item), reverse=True)
    standing = "below" if goods.price < reference.price_p10 else "above" if goods.price > reference.price_p90 else "within"
    away = deviation(goods.price, reference.price_median, reference.price_spread)
    return PriceTest(goods.price, reference, away, standing, tuple(latest[:most]))


def _name(level: str, goods: LikeGoods) -> str:
    return name(level, goods.hs, goods.origin, goods.unit or PER_KILOGRAM)


def _as_known(peer: Peer, at: datetime) -> Peer:
    """Return a peer with what was known of it at a moment: what was learned later of its value is not shown."""
    goods, wrong = peer.goods, peer.goods.wrong_since
    price = goods.right_price if wrong is not None and wrong < at else goods.price
    return Peer(peer.number, peer.item, msgspec.structs.replace(goods, price=price, wrong_since=None, right_price=None))
