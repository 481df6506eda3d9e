"""What a second officer signs, line by line: the results with their amounts, how the check ends, what becomes of the goods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearlane.model.clearance_facts import Disposed, DisputeDecided
from clearlane.model.control_facts import CheckEnded
from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.model.facts import Fact
from clearlane.model.inspection import CATEGORIES, ItemResult
from clearlane.model.payment import from_minor
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.web.language import Speech
from clearlane.web.words import WORDS


def lines(facts: Iterable[Fact], currency: str) -> Iterator[Text]:
    """Yield what an act that waits for its second signature will be.

    Args:
      facts: The facts it will be.
      currency: The currency of the amounts.
    """
    for fact in facts:
        match fact:
            case Examined():
                yield from (_result(one, currency) for one in fact.results)
            case CheckEnded():
                yield WORDS["acts.satisfied.yes" if fact.satisfied else "acts.satisfied.no"]
            case DisputeDecided():
                yield WORDS[f"acts.verdict.{fact.verdict}"]
            case DutyReduced():
                yield from (_less(one, currency) for one in fact.reductions)
            case Disposed():
                yield fact.ground
            case _:
                pass


def _less(one: Reduction, currency: str) -> Text:
    minor = from_minor(one.minor, currency)
    en, vi = Speech("en").figure(minor), Speech("vi").figure(minor)
    return Text(en=f"Item {one.item}, {one.tax}: {en} {currency} less", vi=f"Dòng hàng {one.item}, {one.tax}: giảm {vi} {currency}")


def _result(one: ItemResult, currency: str) -> Text:
    where = Text(en=f"Item {one.item}", vi=f"Dòng hàng {one.item}") if one.item else WORDS["drisk.whole"]
    what = CATEGORIES[one.category] if one.category else WORDS["results.conform"]
    amount = Text(en=_amount("en", one, currency), vi=_amount("vi", one, currency))
    return Text(en=f"{where.en}: {what.en}{amount.en}", vi=f"{where.vi}: {what.vi}{amount.vi}")


def _amount(language: str, one: ItemResult, currency: str) -> str:
    return f", {Speech(language).figure(one.revenue.normalize())} {currency}" if one.revenue else ""
