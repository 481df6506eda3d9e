"""``clearlane tariff price``: what one duty text comes to, with every step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, out_json
from clearlane.cli.tariff_price_parts import parts_of
from clearlane.model.assessment import Conditional, Priced, Step, Unpriced
from clearlane.model.duty_text import DIALECTS, DutyTextFault
from clearlane.model.measuring import quantity_key
from clearlane.model.money import Rounding
from clearlane.model.price_enquiry import PricedText, PriceEnquiry
from clearlane.model.refusals import Refusal, Unreadable
from clearlane.model.text import Text
from clearlane.office.duty_pricing import price_text

Expression = Annotated[
    str,
    typer.Argument(metavar="EXPRESSION", help=helped("A duty as a tariff writes it.", "Mức thuế như ghi trong biểu."), show_default=False),
]
Dialect = Annotated[
    str,
    typer.Option(
        "--dialect", metavar="|".join(DIALECTS), help=helped("How it is written.", "Cách viết; mặc định tự nhận biết."), show_default=False
    ),
]
Value = Annotated[
    str, typer.Option("--value", metavar="AMOUNT", help=helped("The customs value.", "Trị giá hải quan."), show_default=False)
]
Quantity = Annotated[
    list[str] | None,
    typer.Option(
        "--quantity",
        metavar="UNIT=FIGURE",
        help=helped("A quantity, such as KGM=10; may be repeated.", "Số lượng, ví dụ KGM=10; có thể lặp lại."),
        show_default=False,
    ),
]
Currency = Annotated[
    str, typer.Option("--currency", metavar="CODE", help=helped("The currency of account.", "Đồng tiền tính thuế."), show_default=False)
]
Rate = Annotated[
    list[str] | None,
    typer.Option(
        "--rate",
        metavar="CODE=FIGURE",
        help=helped("A rate of exchange, such as EUR=0.8571.", "Tỷ giá, ví dụ EUR=0.8571."),
        show_default=False,
    ),
]
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DAY", help=helped("The day.", "Ngày áp dụng."), show_default=False),
]
Document = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="CODE", help=helped("A document at hand, such as D018.", "Chứng từ, ví dụ D018."), show_default=False
    ),
]
Round = Annotated[
    str,
    typer.Option(
        "--round", metavar="MANNER:PLACES", help=helped("How it is rounded: half-up:2.", "Cách làm tròn: half-up:2."), show_default=False
    ),
]
Programme = Annotated[
    str,
    typer.Option(
        "--programme",
        metavar="MARK",
        help=helped("The programme claimed, such as KR.", "Chương trình ưu đãi, ví dụ KR."),
        show_default=False,
    ),
]
_MANNERS = ("half-up", "down", "up", "half-even")
_MOST_DIGITS = 30
_OUTCOMES = {
    "conditional": Text(en="conditional", vi="còn phụ thuộc điều kiện"),
    "unpriced": Text(en="unpriced", vi="không tính được"),
}


def price(  # noqa: PLR0913 - each option is one thing that may be known of the goods
    expression: Expression,
    *,
    dialect: Dialect = "",
    value: Value = "",
    quantity: Quantity = None,
    currency: Currency = "",
    rate: Rate = None,
    on: On = None,
    document: Document = None,
    round_: Round = "",
    programme: Programme = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Compute what one duty text comes to; exit 0 with an answer, 1 where it is open and no JSON was asked for, 2 where it is malformed."""
    settled(profile=profile, store=store, language=language)
    try:
        quantities, unknown = _quantities(quantity or [])
        enquiry = PriceEnquiry(
            expression,
            dialect,
            _figure(value, "--value") if value else None,
            quantities,
            currency.upper(),
            {code.upper(): figure for code, figure in _pairs(rate or [], "--rate") if figure},
            on.date() if on else None,
            tuple(code.replace("-", "") for code in document or ()),
            programme,
            _rounding(round_) if round_ else None,
        )
        found = price_text(enquiry)
    except (DutyTextFault, Refusal) as fault:
        _refuse(fault, json=json)
    if json:
        out_json(_answer(found, unknown))
    else:
        _tell(found, unknown)


def _refuse(fault: DutyTextFault | Refusal, *, json: bool) -> None:
    """Say what is wrong and end with 2."""
    if isinstance(fault, Refusal) and not json:
        raise fault
    if isinstance(fault, Refusal):
        out_json({"error": {"cause": said(fault.words)}})
    elif json:
        out_json({"error": {"column": fault.column, "cause": said(fault.cause), "hint": said(fault.hint)}})
    else:
        tell(f"{one_of('column', 'cột')} {fault.column}: {said(fault.cause)} {said(fault.hint)}")
    raise typer.Exit(2)


def _answer(found: PricedText, unknown: list[str]) -> dict[str, Any]:
    price = found.price
    answer: dict[str, Any] = {"expression": found.read.text, "dialect": found.read.dialect}
    if isinstance(price, Priced):
        answer |= {"outcome": "priced", "duty": f"{price.amount:f}", "currency": found.currency, "missing": [], "reason": None}
    else:
        outcome, reason = _outcome(price), said(price.reason)
        missing = list(price.missing) if isinstance(price, Conditional) else []
        answer |= {"outcome": outcome, outcome: reason, "currency": found.currency, "missing": missing, "reason": reason}
    steps = () if isinstance(price, Unpriced) else price.steps
    answer["trace"] = [*_remarks(found, unknown), *map(_line, steps)]
    return answer | parts_of(found)


def _outcome(price: Conditional | Unpriced) -> str:
    return "conditional" if isinstance(price, Conditional) else "unpriced"


def _tell(found: PricedText, unknown: list[str]) -> None:
    price = found.price
    steps = () if isinstance(price, Unpriced) else price.steps
    if isinstance(price, Priced):
        out(f"{price.amount:f} {found.currency}".rstrip())
    else:
        out(f"{said(_OUTCOMES[_outcome(price)])}: {said(price.reason)}")
    for line in (*_remarks(found, unknown), *map(_line, steps)):
        out(f"  {line}")
    if not isinstance(price, Priced):
        raise typer.Exit(1)


def _remarks(found: PricedText, unknown: list[str]) -> Iterator[str]:
    yield from map(said, found.remarks)
    for unit in unknown:
        yield one_of(f"No unit is known as {unit}; it is left aside.", f"Không có đơn vị tính {unit}; số lượng này được bỏ qua.")


def _line(step: Step) -> str:
    words = said(step.remark) if step.remark else ""
    return f"{step.formula}  {words}".strip() if step.formula else words


def _quantities(given: list[str]) -> tuple[dict[str, Decimal], list[str]]:
    found: dict[str, Decimal] = {}
    unknown: list[str] = []
    for words, figure in _pairs(given, "--quantity"):
        key = quantity_key(words)
        if key is None:
            unknown.append(words)
        elif found.setdefault(key, figure) != figure:
            raise Unreadable(Text(en=f"{key} is given twice.", vi=f"{key} được khai hai lần."))
    return found, unknown


def _pairs(given: list[str], option: str) -> Iterator[tuple[str, Decimal]]:
    for pair in given:
        name, equals, figure = pair.rpartition("=")
        if not equals or not name.strip():
            raise Unreadable(
                Text(en=f"{option} takes a name and a figure, such as KGM=10.", vi=f"{option} gồm tên và con số, ví dụ KGM=10.")
            )
        yield name.strip(), _figure(figure, option)


def _figure(written: str, option: str) -> Decimal:
    try:
        figure = Decimal(written.strip())
    except InvalidOperation:
        figure = Decimal("NaN")
    if not figure.is_finite() or figure < 0 or abs(figure.adjusted()) > _MOST_DIGITS:
        raise Unreadable(Text(en=f"{option}: {written} is not a figure from 0 up.", vi=f"{option}: {written} không phải là số không âm."))
    return figure


def _rounding(written: str) -> Rounding:
    manner, _, places = written.replace(":", "-").rpartition("-")
    if manner not in _MANNERS or not places.isdecimal() or len(places) > 2:
        known = ", ".join(_MANNERS)
        raise Unreadable(
            Text(
                en=f"--round takes a manner ({known}) and decimal places, such as half-up:2.",
                vi=f"--round gồm cách làm tròn ({known}) và số chữ số thập phân, ví dụ half-up:2.",
            )
        )
    return Rounding(manner, int(places))
