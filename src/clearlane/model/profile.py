"""A national profile: everything that differs between one customs territory and the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from clearlane.model.clearance_law import ClearanceLaw
from clearlane.model.dated import ALWAYS, CodeList, ExchangeRates
from clearlane.model.declaration import Declaration
from clearlane.model.facts import Lane
from clearlane.model.findings import Finding, Severity
from clearlane.model.money import Rounding
from clearlane.model.permit import PermitKind
from clearlane.model.risk_policy import SelectionPolicy
from clearlane.model.rule import Rule
from clearlane.model.tariff import Tariff
from clearlane.model.tax import Caveat, Claim, Relief, Tax
from clearlane.model.text import Text
from clearlane.model.valuation import Valuation

Direction = Literal["import", "export"]
Moment = Literal["presented", "pre-lodged", "supplementary"]


class DeclarationKind(msgspec.Struct, frozen=True):
    """What a type code (D013) means here.

    Attributes:
      direction: Whether goods come in or go out.
      moment: ``presented``: goods are here; ``pre-lodged``: they are still to come; ``supplementary``: they were released before.
      text: Its name in law.
    """

    direction: Direction
    moment: Moment
    text: Text


class Obligation(msgspec.Struct, frozen=True):
    """Data that must be present, as dated law.

    Attributes:
      rule: The code of the rule.
      path: The place, in plain element names below ``/Declaration``; ``GovernmentAgencyGoodsItem`` stands for every item.
      message: What is missing.
      remedy: What to give, with an example.
      types: Type codes it concerns; empty for all.
      procedures: Procedures of the item it concerns, by prefix such as ``40`` or ``4071``; empty for all.
      severity: As in a finding.
      since: First day.
      until: Last day, None while in force.
      reference: The law.
      directions: Directions of trade it concerns; empty for both.
    """

    rule: str
    path: str
    message: Text
    remedy: Text
    types: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    severity: Severity = "blocking"
    since: date = ALWAYS
    until: date | None = None
    reference: str = ""
    directions: tuple[Direction, ...] = ()


class CodeRule(msgspec.Struct, frozen=True):
    """A place whose value must stand in a code list.

    Attributes:
      rule: The code of the rule.
      path: As in ``Obligation``; several elements joined by ``+`` are looked up as one code.
      codes: The name of the list in ``Profile.code_lists``.
      severity: As in a finding.
      types: Type codes it concerns; empty for all.
    """

    rule: str
    path: str
    codes: str
    severity: Severity = "blocking"
    types: tuple[str, ...] = ()


class Act(msgspec.Struct, frozen=True):
    """An act of law the profile rests on.

    Attributes:
      code: Its number, such as ``107/2016/QH13``.
      title: Its title.
      as_of: The day up to which its amendments were read. Of what is registered later, the profile warns.
      read: Whether it was read; acts known to be unread are listed so that nobody takes them for applied.
      concerns: Codes of taxes and rules that rest on it.
    """

    code: str
    title: Text
    as_of: date
    read: bool = True
    concerns: tuple[str, ...] = ()


class LanePolicy(msgspec.Struct, frozen=True):
    """The published policy from score to lane, and what each lane is called.

    Attributes:
      yellow_from: Score from which documents are checked.
      red_from: Score from which goods are examined.
      names: What each lane is called in law.
      control_notice: What the trader is told of a control, by lane, without its reasons.
    """

    yellow_from: float
    red_from: float
    names: Mapping[Lane, Text]
    control_notice: Mapping[Lane, Text]


def _no_more(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True)
class Profile:
    """A customs territory's law and practice.

    Attributes:
      code: Its short name, as in ``--profile xa``.
      name: Its name.
      country: ISO 3166 code of the country, which stands in numbers it gives.
      agency: The administration's name, as in message metadata.
      currency: The currency of account.
      kinds: What each type code means.
      code_lists: Dated code lists by name.
      code_rules: Which places must hold a code of which list.
      obligations: Which data must be present.
      taxes: Taxes in the order they are computed.
      exchange: Rates of exchange; None where none are loaded.
      value_rounding: How the customs value is rounded.
      lanes: The lane policy.
      check_further: National checks that are not data.
      further_rules: The rules of those checks, each shown on the examples; findings are made by ``Rule.at``.
      reference_window: How long a declarant's reference must stay unique.
      signature_required: Whether a declaration must be signed.
      trust_anchors: Certificates (PEM) the administration trusts for signatures.
      field_names: National names of places, by WCO path, shown in findings beside the WCO name.
      languages: Languages spoken.
      document_days: Days the trader has to supply documents asked for.
      number_letters: Letters that follow the country in declaration numbers.
      examples: A JSON declaration in order for each direction, which the conformance suite lodges.
      origin_notes: Where the law here was taken from.
      time_zone: The zone whose days the law counts in, by its IANA name.
      tariff: The tariff in force; None where none is loaded. The office puts its own in place of the one shipped.
      valuation: How goods are valued.
      claims: What may be claimed for the rate of duty, by code.
      default_claim: The claim where none is declared; empty where the ``third-country`` rate holds.
      reliefs: Reliefs by additional procedure or document.
      acts: The acts of law the profile rests on.
      journeys: Worked journeys by name, each as the TOML file of a ``Journey``, which the conformance suite executes.
      caveats: What is said with an estimate of some goods, since the taxes here do not cover it.
      selection: The policy of selection.
      clearance: The law of clearance.
      risk_profiles: Texts of the national risk profiles that hold until the office keeps its own. Known to officers only.
      permits: Kinds of permits of other agencies that are kept here as data and written off.
    """

    code: str
    name: Text
    country: str
    agency: str
    currency: str
    kinds: Mapping[str, DeclarationKind]
    code_lists: Mapping[str, CodeList]
    code_rules: tuple[CodeRule, ...]
    obligations: tuple[Obligation, ...]
    taxes: tuple[Tax, ...]
    exchange: ExchangeRates | None
    value_rounding: Rounding
    lanes: LanePolicy
    check_further: Callable[[Declaration, date], tuple[Finding, ...]] = _no_more
    further_rules: tuple[Rule, ...] = ()
    reference_window: timedelta = timedelta(days=3650)
    signature_required: bool = False
    trust_anchors: tuple[bytes, ...] = ()
    field_names: Mapping[str, Text] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en", "vi")
    document_days: int = 5
    number_letters: str = ""
    examples: Mapping[str, bytes] = field(default_factory=dict)
    origin_notes: str = ""
    time_zone: str = "UTC"
    tariff: Tariff | None = None
    valuation: Valuation = field(default_factory=Valuation)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    default_claim: str = ""
    reliefs: tuple[Relief, ...] = ()
    acts: tuple[Act, ...] = ()
    journeys: Mapping[str, bytes] = field(default_factory=dict)
    caveats: tuple[Caveat, ...] = ()
    selection: SelectionPolicy = field(default_factory=SelectionPolicy)
    clearance: ClearanceLaw = field(default_factory=ClearanceLaw)
    risk_profiles: tuple[str, ...] = ()
    permits: tuple[PermitKind, ...] = ()

    def day(self, at: datetime) -> date:
        """Return the day of the law at a moment: rates change at midnight here, not in Greenwich."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()

    def kind(self, type_code: str) -> DeclarationKind | None:
        """Return what a type code means here, None if nothing."""
        return self.kinds.get(type_code)
