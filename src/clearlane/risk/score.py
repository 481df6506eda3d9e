"""Score a declaration by the profile's plain criteria, with a reason for each that is met."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearlane.model.declaration import Declaration
from clearlane.model.facts import Assessed, Reason, Scored
from clearlane.model.profile import Profile, RiskRule
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text


def score(declaration: Declaration, assessed: Assessed, profile: Profile) -> Scored:
    """Return the risk between 0 and 1: the chance that at least one criterion speaks true, taken as independent.

    A criterion that needs a value not present is not met: what is missing never hits.
    """
    reasons = tuple(_reasons(declaration, assessed, profile))
    innocent = 1.0
    for reason in reasons:
        innocent *= 1.0 - reason.weight
    return Scored(round(1.0 - innocent, 6), reasons)


def _reasons(declaration: Declaration, assessed: Assessed, profile: Profile) -> Iterator[Reason]:
    values = {line.item: line.value for line in assessed.values}
    for count, item in enumerate(declaration.item, 1):
        for rule in profile.risk_rules:
            if met := _met(rule, declaration, item, values.get(count)):
                words = Text(en=f"{rule.words.en} ({met})", vi=f"{rule.words.vi} ({met})")
                yield Reason(rule.code, words, count, rule.weight)


def _met(rule: RiskRule, declaration: Declaration, item: GovernmentAgencyGoodsItem, value: Decimal | None) -> str:
    """Return the values that meet a criterion, empty where it is not met."""
    seen: list[str] = []
    if rule.commodity_prefixes:
        if not item.commodity_code.startswith(rule.commodity_prefixes):
            return ""
        seen.append(item.commodity_code)
    if rule.origins:
        if item.origin_country not in rule.origins:
            return ""
        seen.append(item.origin_country)
    if rule.importers:
        if declaration.importer_id not in rule.importers:
            return ""
        seen.append(declaration.importer_id)
    if rule.value_per_kg_below:
        per_kg = _per_kg(item, value)
        if per_kg is None or per_kg >= Decimal(str(rule.value_per_kg_below)):
            return ""
        seen.append(f"{per_kg:.2f}/kg < {rule.value_per_kg_below:g}/kg")
    return ", ".join(seen)


def _per_kg(item: GovernmentAgencyGoodsItem, value: Decimal | None) -> Decimal | None:
    measure = item.commodity.goods_measure if item.commodity else None
    mass = measure.net_net_weight_measure.figure if measure and measure.net_net_weight_measure else None
    return value / mass if value is not None and mass else None
