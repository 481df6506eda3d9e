"""Risk on an officer's page of a declaration: what profiles found beside the learned score, its prices, how it was chosen.

Where the policy says so, the first view is kept free of the score: what is hidden is not in the page at all until it is asked for.
"""

from __future__ import annotations

from math import log

import msgspec
from starlette.requests import Request

from clearlane.model.case import Case
from clearlane.model.chosen import Chosen
from clearlane.model.refusals import NotFound
from clearlane.model.risk_field import Value
from clearlane.model.risk_row import RiskRow
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.risk_nouns import Likeness, Line, catalogue, importer_of
from clearlane.office.risk_saying import ARMS, title_of

OPENED = "opened"
_MOST_PRICES = 100
_FIELDS = [catalogue().place(name) for name in ("unit_price", "ref.price_p10", "ref.price_median", "ref.price_p90")]


class Wanted(msgspec.Struct, frozen=True):
    """What an address of a declaration asks for: a generation, 0 for the latest; whether the score; whose price, 0 for any."""

    generation: int = 0
    opened: bool = False
    like: int = 0


class Hit(msgspec.Struct, frozen=True):
    """A profile that hit: its title, and the goods items; none where it was the declaration as a whole."""

    code: str
    version: int
    title: Text
    items: tuple[int, ...]


class Choice(msgspec.Struct, frozen=True):
    """How a declaration was chosen, and what the learned score said of it; no part of a page that hides the score.

    Attributes:
      why: The arm that took it.
      propensity: How likely its inspection was, 0 to 1.
      drawn: Whether the random draw took it; None where no draw was committed.
      period: The period of the draw.
      fallen: Whether the selection fell for want of officers.
      probability: The chance of a finding; None where no model scored.
      revenue: The revenue expected to be at stake, in the profile's currency.
      model: The model that scored.
    """

    why: Text
    propensity: float
    drawn: bool | None
    period: str
    fallen: bool
    probability: float | None
    revenue: float
    model: str


class Price(msgspec.Struct, frozen=True):
    """A goods item's unit price beside like goods, as known when it was looked at; None where a figure is missing."""

    item: int
    price: float | None
    low: float | None
    middle: float | None
    high: float | None


class Mark(msgspec.Struct, frozen=True):
    """A like declaration in the drawing: its place from 0 to 100 on a scale of logarithms."""

    number: str
    place: float


class Drawing(msgspec.Struct, frozen=True):
    """A price test drawn, on a scale of logarithms from 0 to 100: the tenth and ninetieth percentile, the middle, this price, peers."""

    low: float
    middle: float
    high: float
    mine: float
    peers: list[Mark]


class RiskView(msgspec.Struct, frozen=True):
    """What the panel shows.

    Attributes:
      known: Whether risk looked at the declaration at all.
      hidden: Whether the score is kept out of this view.
      hits: Profiles that hit.
      choice: How it was chosen; None where that is hidden.
      item: The goods item of which the lines speak; 0 for none.
      lines: Why, in at most five lines.
      lines_missing: Why there are none.
      importer: Whether an importer is named whose declarations can be listed.
      prices: Each goods item's price, where there are several.
      likeness: One goods item's price test.
      drawing: The same, drawn.
    """

    known: bool
    hidden: bool = False
    hits: list[Hit] = []
    choice: Choice | None = None
    item: int = 0
    lines: tuple[Line, ...] = ()
    lines_missing: Text | None = None
    importer: bool = False
    prices: list[Price] = []
    likeness: Likeness | None = None
    drawing: Drawing | None = None


def wanted(request: Request) -> Wanted:
    """Return what the address of a declaration asks for."""
    asked = request.query_params
    return Wanted(_small(asked.get("generation", "")), asked.get("score") == OPENED, _small(asked.get("like", "")))


def risk_view(office: Office, case: Case, asked: Wanted) -> RiskView:
    """Return what an officer sees of a declaration's risk.

    Args:
      office: The office.
      case: The declaration.
      asked: What the address asks for.
    """
    chosen = office.store.chosen(case.number)
    if chosen is None:
        return RiskView(known=False)
    hidden = office.profile.selection.hide_score and not asked.opened
    rows = office.risk.looking.rows(case.number)
    item, lines, missing = _reasons(office, case.number, scored=not hidden)
    row = next((row for row in rows if row.item == (asked.like or item)), rows[0] if rows else None)
    likeness = office.risk.looking.like_goods(row) if row else None
    return RiskView(
        known=True,
        hidden=hidden,
        hits=_hits(office, chosen),
        choice=None if hidden else _choice(chosen),
        item=item,
        lines=lines,
        lines_missing=missing,
        importer=bool(importer_of(rows)),
        prices=[_price(row) for row in rows[:_MOST_PRICES]] if len(rows) > 1 else [],
        likeness=likeness,
        drawing=_drawing(likeness) if likeness else None,
    )


def _reasons(office: Office, number: str, *, scored: bool) -> tuple[int, tuple[Line, ...], Text | None]:
    """Return the goods item that stands out, the lines that speak of it, and why there are none."""
    try:
        lines = office.risk.scoring.lines(number, scored=scored)
        return office.risk.scoring.item(number, scored=scored), lines, None
    except NotFound as refusal:
        return 0, (), refusal.words


def _small(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 0


def _hits(office: Office, chosen: Chosen) -> list[Hit]:
    known = office.risk.keeping.timeline().profiles
    found: dict[tuple[str, int], list[int]] = {}
    for hit in chosen.hits:
        if not hit.shadow and (hit.profile, hit.version) in known:
            found.setdefault((hit.profile, hit.version), []).extend([hit.item] if hit.item else [])
    titles = {which: title_of(office.risk.keeping.read(known[which].written)) for which in found}
    return [Hit(code, version, titles[code, version], tuple(items)) for (code, version), items in found.items()]


def _choice(chosen: Chosen) -> Choice:
    model = next((one.model for one in chosen.scores if not one.challenger), "")
    return Choice(
        why=ARMS[chosen.arm],
        propensity=chosen.propensity,
        drawn=chosen.drawn if chosen.period else None,
        period=chosen.period,
        fallen=chosen.fallen,
        probability=chosen.probability if model else None,
        revenue=chosen.revenue,
        model=model,
    )


def _price(row: RiskRow) -> Price:
    price, low, middle, high = (_figure(row.values[place]) for place in _FIELDS)
    return Price(row.item, price, low, middle, high)


def _figure(value: Value) -> float | None:
    return value if isinstance(value, float) else None


def _drawing(likeness: Likeness) -> Drawing | None:
    test = likeness.test
    if test is None:
        return None
    held = test.reference
    others = [(one.number, one.goods.price) for one in test.peers if one.goods.price]
    figures = [test.price, held.price_p10, held.price_median, held.price_p90, *(price for _, price in others)]
    low, high = log(min(figures)), log(max(figures))
    wide = (high - low) or 1.0

    def place(figure: float) -> float:
        return 3.0 + 94.0 * (log(figure) - low) / wide

    marks = [Mark(number, place(price)) for number, price in others]
    return Drawing(place(held.price_p10), place(held.price_median), place(held.price_p90), place(test.price), marks)
