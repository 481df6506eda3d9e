"""What an invented country for risk work is like: how much it trades, who cheats, what changes when."""

from __future__ import annotations

import msgspec


class WorldPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The parameters of an invented country; the same plan and seed give the same trade.

    Attributes:
      weeks: How long it lasts.
      per_week: Declarations in a mean week.
      importers: Firms that import at some time; shells of the ring and firms reborn come on top.
      brokers: Customs brokers.
      offices: Customs offices.
      chapters: Chapters of the goods nomenclature in use, from 10 on.
      origins: Countries, numbered from 0; about one in four has a preferential agreement.
      prevalence: Share of declarations that are wrong, about, before the ring.
      kinds: Shares of undervaluation, misclassification and false origin among the dishonest firms.
      noise: Typical spread of the logarithm of honest prices per kilogram.
      shock_week: When the duty of some chapters rises sharply and undervaluing them begins to pay.
      shock_chapters: How many chapters that touches.
      ring_firms: New firms that share one broker and one chapter; 0 for no ring.
      ring_begins: The ring's first week.
      ring_weeks: How long it lasts.
      ring_rows: Its declarations in a mean week.
      ring_share: Share of them that are wrong.
      ring_kind: What it does: ``underval``, ``misclass`` or ``origin``.
      audit: Chance that an inspection of the country's own finds a wrong declaration; the firm then adapts.
      newcomers: Share of firms that first trade in a later week.
    """

    weeks: int = 104
    per_week: int = 1200
    importers: int = 4000
    brokers: int = 200
    offices: int = 15
    chapters: int = 20
    origins: int = 40
    prevalence: float = 0.025
    kinds: tuple[float, float, float] = (0.7, 0.15, 0.15)
    noise: float = 0.33
    shock_week: int = 40
    shock_chapters: int = 4
    ring_firms: int = 30
    ring_begins: int = 56
    ring_weeks: int = 32
    ring_rows: int = 35
    ring_share: float = 0.26
    ring_kind: str = "underval"
    audit: float = 0.15
    newcomers: float = 0.6
