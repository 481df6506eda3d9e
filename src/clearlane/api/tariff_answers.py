"""What is answered about the tariff: an edition, lines, measures and estimates; figures as texts, words in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from clearlane.api import statement
from clearlane.api.statement import Figure, TaxAnswer, ValueAnswer
from clearlane.model.edition import TariffVersion
from clearlane.model.estimate import Enquiry, Estimate
from clearlane.model.measure import Condition
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import Tariff
from clearlane.model.text import Text
from clearlane.web.tariff_names import Named, Row
from clearlane.web.tariff_view import LineView, Node

FIGURE = r"^[0-9]{1,15}(\.[0-9]{1,6})?$"
DAY = r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
CODE = r"^[0-9]{2,14}$"
NO_RULING = Text(
    en="An estimate, not a ruling. What is owed is decided on the declaration of the goods.",
    vi="Đây là ước tính, không phải quyết định của cơ quan hải quan. Số thuế phải nộp được xác định theo tờ khai hải quan.",
)
Given = Annotated[str, Field(pattern=FIGURE, description="A decimal number, as text.", examples=["1250.00"])]
Short = Annotated[str, Field(max_length=40)]


class NamedCode(BaseModel):
    """A code and what it means; empty where that is not known here."""

    code: str
    name: str


class EditionAnswer(BaseModel):
    """The tariff in force."""

    version: str = Field(description="The name the office keeps it under; empty for the one that came with the profile.")
    country: str
    edition: str
    title: str
    hs: str = Field(description="Version of the Harmonized System.")
    currency: str
    source: str
    since: date = Field(description="The first day it describes.")
    in_force_since: str | None = Field(description="The moment from which declarations are assessed under it; null for the profile's own.")
    caveats: list[str] = Field(description="What it leaves open.")


class LineShort(BaseModel):
    """A line of the nomenclature."""

    code: str = Field(description="Its digits; empty for a heading in between.")
    text: str


class HitAnswer(LineShort):
    """A line that was found."""

    path: list[LineShort] = Field(description="The lines above it, from the top.")


class LineBelow(LineShort):
    """A line below another."""

    duty: str = Field(description="The ordinary duty, where goods can be declared under it; else empty.")
    below: list[LineBelow] = Field(description="What stands below a heading in between.")


class ConditionAnswer(BaseModel):
    """One condition. Of those of one group, in order, the first that is met decides."""

    group: str
    documents: list[NamedCode] = Field(description="Any of which meets it.")
    threshold: Figure | None
    per: str = Field(description="The quantity the threshold counts or is per; empty for a value.")
    currency: str
    at_least: bool
    applies: bool = Field(description="Whether the measure applies when it is met.")
    duty: str = Field(description="What is then charged instead; empty to leave that.")


class SeasonAnswer(BaseModel):
    """A part of every year, both days included, as month and day."""

    since: str = Field(examples=["06-01"])
    until: str = Field(examples=["09-30"])


class MeasureAnswer(BaseModel):
    """What goods of the code bear."""

    id: str
    group: str = Field(description="import, preference, remedy, tax or control.")
    name: str
    duty: str = Field(description="As the tariff states it; empty for none.")
    origin: NamedCode | None = Field(description="Null for every origin.")
    excluded: list[NamedCode]
    agreement: str
    proofs: list[NamedCode] = Field(description="Documents any of which proves the origin.")
    conditions: list[ConditionAnswer]
    additional_code: NamedCode | None
    order_number: str = Field(description="The quota it draws on.")
    season: SeasonAnswer | None
    since: date | None
    until: date | None
    reference: str = Field(description="The law.")
    footnotes: list[NamedCode]
    stands_on: str = Field(description="The code it is stated for; empty for a tax of the law beside the tariff.")


class LineAnswer(LineShort):
    """A code on a day."""

    on: date
    declarable: bool = Field(description="Whether goods can be declared under it.")
    units: list[str]
    path: list[LineShort] = Field(description="The lines above it, from the top.")
    below: list[LineBelow]
    measures: list[MeasureAnswer] = Field(description="Only where goods can be declared under it.")
    footnotes: list[NamedCode] = Field(description="What is said beside the line and those above it.")
    changed: date | None = Field(description="The last day on which what is charged changed.")
    changes: date | None = Field(description="The next such day, where one is known.")
    tariff: str = Field(description="The version of the tariff.")
    caveats: list[str]


class EnquiryAsked(BaseModel):
    """What someone wants to bring in."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(pattern=CODE, description="A goods code under which goods can be declared.", examples=["020130"])
    price: Given
    currency: str = Field(pattern=r"^[A-Z]{3}$", examples=["USD"])
    origin: str = Field(pattern=r"^[A-Z]{2}$", description="Country of origin, ISO 3166.", examples=["QN"])
    on: str | None = Field(None, pattern=DAY, description="The day of importation; today if left out.", examples=["2026-11-30"])
    incoterm: str = Field("CIF", pattern=r"^[A-Z&]{3}$", description="The term of delivery.")
    charges: dict[str, Given] = Field(default_factory=dict, max_length=50, description="Charges beside the price, by charge code.")
    quantities: dict[str, Given] = Field(
        default_factory=dict, max_length=50, description="By unit, or unit and qualifier.", examples=[{"KGM": "1200"}]
    )
    claim: Short = Field("", description="The rate claimed, by the profile's code; empty for the usual one.")
    documents: list[Short] = Field(default_factory=list, max_length=50, description="Codes of documents at hand.")
    additional_codes: list[Short] = Field(
        default_factory=list, max_length=50, description="Additional codes that measures of the goods ask for, such as a producer's."
    )
    mode: Short = Field("", description="Mode of transport at the border, such as 1 for the sea.")


class EstimateAnswer(BaseModel):
    """What it would come to: an estimate, not a ruling."""

    notice: str = Field(description="That this binds nobody.")
    code: str
    on: date
    currency: str
    value: ValueAnswer
    taxes: list[TaxAnswer]
    total: Figure | None = Field(description="Duties and taxes; null where one is open.")
    landed: Figure | None = Field(description="Customs value with duties and taxes; null where the total is.")
    conditional: bool = Field(description="Whether anything is open, in a tax or in the tariff.")
    caveats: list[str]
    tariff: str = Field(description="The version of the tariff used.")


def edition(tariff: Tariff, version: TariffVersion | None, language: str) -> EditionAnswer:
    """Return what the tariff in force is."""
    header = tariff.header
    return EditionAnswer(
        version=tariff.version,
        country=header.country,
        edition=header.edition,
        title=header.title,
        hs=header.hs,
        currency=header.currency,
        source=header.source,
        since=header.since,
        in_force_since=version.since.isoformat() if version and version.since else None,
        caveats=[one.said(language) for one in header.caveats],
    )


def hit(line: TariffLine, above: Iterable[TariffLine], language: str) -> HitAnswer:
    """Return a line that was found, with those above it."""
    path = [_short(one, language) for one in above if one is not line]
    return HitAnswer(code=line.code, text=line.text(language), path=path)


def line(view: LineView, tariff: Tariff, on: date, language: str) -> LineAnswer:
    """Return a code on a day."""
    return LineAnswer(
        code=view.code,
        text=view.line.text(language) if view.line else "",
        on=on,
        declarable=view.declarable,
        units=list(view.line.units) if view.line else [],
        path=[_short(node.line, language) for node in view.path],
        below=[_below(node, language) for node in view.below],
        measures=[_measure(row, group, language) for group, rows in view.groups.items() for row in rows],
        footnotes=[_named(one, language) for one in view.notes],
        changed=view.before,
        changes=view.after,
        tariff=tariff.version,
        caveats=[one.said(language) for one in tariff.header.caveats],
    )


def estimate(found: Estimate, language: str) -> EstimateAnswer:
    """Return an estimate in one language."""
    return EstimateAnswer(
        notice=NO_RULING.said(language),
        code=found.enquiry.code,
        on=found.enquiry.on,
        currency=found.currency,
        value=statement.value(found.value, language),
        taxes=[statement.tax(one, language) for one in found.lines],
        total=statement.figure(found.total),
        landed=statement.figure(found.landed),
        conditional=found.total is None or bool(found.caveats),
        caveats=[one.said(language) for one in found.caveats],
        tariff=found.tariff,
    )


def enquiry(asked: EnquiryAsked, on: date) -> Enquiry:
    """Return what was asked, as the office asks it."""
    return Enquiry(
        asked.code,
        Decimal(asked.price),
        asked.currency,
        asked.origin,
        on,
        incoterm=asked.incoterm,
        charges={code: Decimal(figure) for code, figure in asked.charges.items()},
        quantities={key: Decimal(figure) for key, figure in asked.quantities.items()},
        claim=asked.claim,
        documents=tuple(asked.documents),
        additional_codes=tuple(asked.additional_codes),
        mode=asked.mode,
    )


def _short(given: TariffLine, language: str) -> LineShort:
    return LineShort(code=given.code, text=given.text(language))


def _below(node: Node, language: str) -> LineBelow:
    below = [_below(one, language) for one in node.below]
    return LineBelow(code=node.address, text=node.line.text(language), duty=node.rate, below=below)


def _measure(row: Row, group: str, language: str) -> MeasureAnswer:
    return MeasureAnswer(
        id=row.id,
        group=group,
        name=row.name.said(language),
        duty=row.duty,
        origin=_named(row.origin, language) if row.origin else None,
        excluded=[_named(one, language) for one in row.excluded],
        agreement=row.agreement,
        proofs=[_named(one, language) for one in row.proofs],
        conditions=[_condition(one, papers, language) for one, papers in row.conditions],
        additional_code=_named(row.additional, language) if row.additional else None,
        order_number=row.order_number,
        season=SeasonAnswer(since="{:02}-{:02}".format(*row.season.since), until="{:02}-{:02}".format(*row.season.until))
        if row.season
        else None,
        since=row.since,
        until=row.until,
        reference=row.reference,
        footnotes=[_named(one, language) for one in row.footnotes],
        stands_on=row.code,
    )


def _condition(given: Condition, papers: Iterable[Named], language: str) -> ConditionAnswer:
    return ConditionAnswer(
        group=given.group,
        documents=[_named(one, language) for one in papers],
        threshold=statement.figure(given.threshold),
        per=given.per,
        currency=given.currency,
        at_least=given.at_least,
        applies=given.applies,
        duty=given.duty.text if given.duty else "",
    )


def _named(given: Named, language: str) -> NamedCode:
    return NamedCode(code=given.code, name=given.text.said(language) if given.text else "")
