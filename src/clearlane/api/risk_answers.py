"""What is asked and answered about risk work; amounts as texts, shares as numbers from 0 to 1, what cannot be said as null."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from clearlane.api.tariff_answers import DAY, FIGURE
from clearlane.model.control_facts import CountersignatureAsked
from clearlane.model.facts import Record
from clearlane.model.inspection import Category, Intensity
from clearlane.model.risk_facts import DrawCommitted
from clearlane.model.risk_profile import ProfileVersion
from clearlane.office.risk_nouns import Estimate, Fault, NonCompliance

__all__ = ["DAY"]
_Plain = r"^[^\x00-\x1f]*$"


class DrawAnswer(BaseModel):
    """A draw as it was published."""

    period: str
    since: str = Field(description="The moment from which it decides.")
    public_key: str = Field(description="In hexadecimal; proofs are checked by it.")
    share: float = Field(description="The share drawn.")
    holders: int = Field(description="How many officers hold a part of its secret.")
    needed: int = Field(description="How many of them must come together.")


class ProofAsked(BaseModel):
    """A proof to be checked."""

    model_config = ConfigDict(extra="forbid")

    period: Annotated[str, Field(min_length=1, max_length=40, pattern=_Plain)]
    number: Annotated[str, Field(min_length=1, max_length=70, pattern=_Plain)]
    proof: Annotated[str, Field(max_length=400, pattern=r"^[0-9a-fA-F]*$", description="In hexadecimal.")]


class ProofAnswer(BaseModel):
    """Whether a declaration was drawn."""

    drawn: bool


class ProfileAsked(BaseModel):
    """The text of a risk profile."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=100_000)]


class ProfileAnswer(BaseModel):
    """A version of a risk profile."""

    code: str
    version: int
    state: str
    written_by: str
    approved_by: str
    since: str
    until: str
    text: str


class ResultAsked(BaseModel):
    """What was found of one goods item."""

    model_config = ConfigDict(extra="forbid")

    item: Annotated[int, Field(ge=0, le=9999, description="The goods item; 0 for the declaration as a whole.")] = 0
    conform: bool = Field(description="Whether all was as declared.")
    category: Category | None = Field(None, description="What was wrong.")
    revenue: Annotated[str, Field(pattern=FIGURE, description="Duty and tax found missing, as text.")] = "0"
    intent: bool | None = Field(None, description="Whether a decision on intent says fraud; null where none was taken.")


class InspectionAsked(BaseModel):
    """An inspection."""

    model_config = ConfigDict(extra="forbid")

    intensity: Intensity
    results: Annotated[list[ResultAsked], Field(min_length=1, max_length=9999)]
    by: Annotated[str, Field(max_length=100, pattern=_Plain, description="The officer's staff number, where the token names none.")] = ""


class InspectionAnswer(BaseModel):
    """That a result was recorded, or that it waits for a second officer."""

    number: str
    at: str
    waits: bool


class Rate(BaseModel):
    """An estimate; null where nobody looked, which is not the same as 0."""

    value: float | None
    low: float | None
    high: float | None
    inspected: int
    findings: int
    population: int


class StepAnswer(BaseModel):
    """The rates if every kind of inspection missed one share of what is wrong."""

    share: float = Field(description="The share missed.")
    from_draw: Rate
    by_propensity: Rate
    in_green: Rate


class EstimatesAnswer(BaseModel):
    """What is estimated of a period. Fraud counts decisions on intent, nothing else."""

    since: str
    until: str
    declarations: int
    awaiting: int = Field(description="Taken for inspection, without a result yet: neither found nor in order.")
    inspected: int
    non_compliant: int
    fraud: int
    from_draw: Rate
    by_propensity: Rate
    corrected: Rate = Field(description="Put right for what inspectors miss, from the least to the most misses.")
    in_green: Rate
    revenue: Rate = Field(description="Revenue lost per declaration, in the profile's currency.")
    lanes: dict[str, Rate]
    offices: dict[str, Rate]
    chapters: dict[str, Rate]
    categories: dict[str, Rate]
    green_kinds: dict[str, Rate] = Field(description="By kind among what goes by in green.")
    green_revenue: Rate = Field(description="Revenue lost per declaration among what goes by in green.")
    drawn: dict[str, dict[str, Rate]] = Field(description="Lanes, offices and chapters again, from the random draw alone.")
    steps: list[StepAnswer] = Field(description="The same at several shares missed.")


def draw(given: DrawCommitted) -> DrawAnswer:
    """Return a draw as it is answered."""
    return DrawAnswer(
        period=given.period,
        since=given.since.isoformat(),
        public_key=given.public_key,
        share=given.share,
        holders=given.holders,
        needed=given.needed,
    )


def profile(given: ProfileVersion, text: str) -> ProfileAnswer:
    """Return a version of a profile as it is answered."""
    return ProfileAnswer(
        code=given.code,
        version=given.version,
        state=given.state,
        written_by=given.written_by,
        approved_by=given.approved_by,
        since=given.since,
        until=given.until,
        text=text,
    )


def fault(given: Fault, language: str) -> str:
    """Return a fault of a profile's text in words."""
    return given.words.said(language) + (f" {given.suggestion.said(language)}" if given.suggestion else "")


def inspection(record: Record) -> InspectionAnswer:
    """Return what is answered to a result."""
    return InspectionAnswer(number=record.subject, at=record.at.isoformat(), waits=isinstance(record.fact, CountersignatureAsked))


def amount(written: str) -> Decimal:
    """Return an amount as it is recorded."""
    return Decimal(written)


def estimates(given: NonCompliance) -> EstimatesAnswer:
    """Return what is estimated as it is answered."""
    return EstimatesAnswer(
        since=given.since.isoformat(),
        until=given.until.isoformat(),
        declarations=given.declarations,
        awaiting=given.awaiting,
        inspected=given.detected.inspected,
        non_compliant=given.detected.non_compliant,
        fraud=given.detected.fraud,
        from_draw=_rate(given.from_draw),
        by_propensity=_rate(given.by_propensity),
        corrected=_rate(given.corrected),
        in_green=_rate(given.in_green),
        revenue=_rate(given.revenue),
        lanes=_rates(given.lanes),
        offices=_rates(given.offices),
        chapters=_rates(given.chapters),
        categories=_rates({str(name): one for name, one in given.categories.items()}),
        green_kinds=_rates({str(name): one for name, one in given.green_kinds.items()}),
        green_revenue=_rate(given.green_revenue),
        drawn={name: _rates(dict(of)) for name, of in given.drawn.items()},
        steps=[
            StepAnswer(share=at.share, from_draw=_rate(at.from_draw), by_propensity=_rate(at.by_propensity), in_green=_rate(at.in_green))
            for at in given.steps
        ],
    )


def _rates(given: Mapping[str, Estimate]) -> dict[str, Rate]:
    return {name: _rate(one) for name, one in given.items()}


def _rate(given: Estimate) -> Rate:
    known = given.value is not None and given.inspected > 0
    value, low, high = (given.value, given.low, given.high) if known else (None, None, None)
    return Rate(value=value, low=low, high=high, inspected=given.inspected, findings=given.findings, population=given.population)
