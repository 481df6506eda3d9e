"""Trials of which nothing is kept: profiles on goods recorded or in a file, a text not yet kept, and the model in force on a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
import numpy as np

from clearlane.learning.reasons import reasons
from clearlane.model.refusals import NotFound
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.risk_backtest import held
from clearlane.office.risk_files import read_goods
from clearlane.office.risk_recorded import Report
from clearlane.risk.backtest import BacktestReport
from clearlane.risk.catalogue import catalogue

MOST_EXPLAINED = 100
"""For so many goods of a file, the likeliest, it is said why."""


class Asked(msgspec.Struct, frozen=True):
    """What is to be tried; all profiles in force where neither a text nor a code is given.

    Attributes:
      text: The text of a profile.
      code: A profile that is kept.
      version: Its version; 0 for the latest.
      data: A file of goods; None for those recorded.
    """

    text: str = ""
    code: str = ""
    version: int = 0
    data: Path | None = None


def tried(office: Office, asked: Asked, since: datetime, until: datetime, report: Report = lambda done: None) -> BacktestReport:
    """Return what profiles would have done; the one asked for alone, or all in force.

    Args:
      office: The office, for its lists and profiles.
      asked: What is to be tried.
      since: The first moment of recorded goods.
      until: The last.
      report: Is told how many goods items were read.

    Raises:
      Refusal: The text cannot be kept, there is no such profile, or the file cannot be read.
    """
    if not asked.text and not asked.code and asked.data is None:
        return office.risk.trials.backtest_all(since, until, report)
    day = office.profile.day(until)
    profiles = _profiles(office, asked, until)
    goods, became = office.risk.trials.goods(since, until, report) if asked.data is None else read_goods(asked.data)
    return held(profiles, goods, became, office.risk.keeping.lists(day))


def _profiles(office: Office, asked: Asked, until: datetime) -> list[RiskProfile]:
    desk = office.risk.profiles
    if asked.text:
        return [desk.read(asked.text)]
    if asked.code:
        return [desk.tree(asked.code, asked.version)]
    book = office.risk.keeping.book(office.profile.day(until))
    return [entry.profile for entry in book.entries if not entry.shadow]


class Scored(msgspec.Struct, frozen=True):
    """What the model in force says of a goods item in a file.

    Attributes:
      number: The declaration, as the file names it.
      item: The goods item, from 1.
      probability: How likely a finding is, 0 to 1.
      revenue: What is at stake if there is one, in the profile's currency.
      reasons: Why, in at most five lines; for the hundred likeliest only.
    """

    number: str
    item: int
    probability: float
    revenue: float
    reasons: tuple[Text, ...]


def scored(office: Office, data: Path) -> list[Scored]:
    """Return what the model in force says of the goods of a file, in their order.

    Raises:
      NotFound: No model is in force.
      Refusal: The file cannot be read.
    """
    scorer = office.risk.models.champion()
    if scorer is None:
        raise NotFound(Text(en="No model is in force.", vi="Chưa có mô hình nào đang áp dụng."))
    goods, _ = read_goods(data)
    said = office.risk.scoring.score_on(goods)
    explained = set(np.argsort(-said.probability, kind="stable")[:MOST_EXPLAINED].tolist())
    found = []
    for place in range(len(goods)):
        why: tuple[Text, ...] = ()
        if place in explained:
            row = goods.row(place, catalogue())
            why = reasons(catalogue(), row, (), scorer.contributions(row))
        probability, revenue = float(said.probability[place]), float(said.revenue[place])
        found.append(Scored(goods.number(place), int(goods.items[place]), probability, revenue, why))
    return found
