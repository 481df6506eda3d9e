"""The statement of what is owed: every value and every tax with its computation, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from clearlane.model.assessment import Outcome, Step, TaxLine, ValueLine

Figure = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$", examples=["1250.00"], description="A decimal number, as text.")]


class StepAnswer(BaseModel):
    """One step of a computation."""

    formula: str = Field(description="In figures and in no language.")
    figure: Figure | None = Field(description="What it came to.")
    remark: str | None = Field(description="What must be known beside the figures.")


class ValueAnswer(BaseModel):
    """The customs value of one item."""

    item: int = Field(ge=1)
    value: Figure | None
    formula: str
    reference: str = Field(description="The law.")
    reason: str | None = Field(description="Why there is no value.")
    method: int = Field(ge=0, le=6, description="The method of the Valuation Agreement; 0 where none was recorded.")
    steps: list[StepAnswer]


class TaxAnswer(BaseModel):
    """One duty, tax or fee on one item."""

    item: int = Field(ge=1)
    tax: str = Field(examples=["A00"])
    outcome: Outcome
    amount: Figure | None
    base: Figure | None
    rate: str
    formula: str
    reference: str = Field(description="The law.")
    reason: str | None = Field(description="Why it is suspended, conditional or not priced; else what was claimed.")
    missing: list[str] = Field(description="What a conditional line waits for, such as document:U110.")
    measure: str = Field(description="The measure of the tariff that decided; empty for none.")
    steps: list[StepAnswer]


def figure(amount: Decimal | None) -> str | None:
    """Return a figure as it is written, without an exponent."""
    return None if amount is None else f"{amount:f}"


def value(line: ValueLine, language: str) -> ValueAnswer:
    """Return a customs value with its build-up."""
    return ValueAnswer(
        item=line.item,
        value=figure(line.value),
        formula=line.formula,
        reference=line.reference,
        reason=line.reason.said(language) if line.reason else None,
        method=line.method,
        steps=steps(line.steps, language),
    )


def tax(line: TaxLine, language: str) -> TaxAnswer:
    """Return a line of duty with its computation."""
    return TaxAnswer(
        item=line.item,
        tax=line.tax,
        outcome=line.outcome,
        amount=figure(line.amount),
        base=figure(line.base),
        rate=line.rate,
        formula=line.formula,
        reference=line.reference,
        reason=line.reason.said(language) if line.reason else None,
        missing=list(line.missing),
        measure=line.measure,
        steps=steps(line.steps, language),
    )


def steps(taken: Iterable[Step], language: str) -> list[StepAnswer]:
    """Return a computation step by step."""
    return [StepAnswer(formula=s.formula, figure=figure(s.figure), remark=s.remark.said(language) if s.remark else None) for s in taken]
