"""What lines of the tariff add to the duty that are declared beside the goods' own line, each by its own rate.

Such a line says "the duty of the goods' own line, plus so much": only what it adds is charged here. A line whose rate stands
in place of another, or that the tariff does not hold, leaves the tax open, and is never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearlane.assessment.choice import Choice, covering, of_measure
from clearlane.assessment.goods import Goods
from clearlane.model.duty import DutyExpression, Nil, Term
from clearlane.model.measure import Measure
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.tax import DeclaredLines, Tax
from clearlane.model.text import Text

_RATES = frozenset({"third-country", "ordinary", "additional"})


def of_declared_lines(tax: Tax, goods: Goods, tariff: Tariff, on: date) -> Iterator[Choice]:
    """Yield a choice for each line that is declared beside the goods' own.

    Args:
      tax: The tax.
      goods: The goods.
      tariff: The tariff.
      on: The day.
    """
    known = tax.declared_lines
    if known is None:
        return
    for code in sorted(one for one in goods.additional_codes if one.startswith(known.prefix)):
        line = tariff.line(code, on)
        if line is None or line.code != code:
            yield Choice(missing=(f"line:{code}",), reason=_no_line(code))
            continue
        borne = [Borne(measure, line, 0) for measure in tariff.on_line(line, on)]
        found = covering(borne, tariff, goods, _RATES, frozenset(tariff.types))
        added = _added(found[0], known) if found else None
        if added is None:
            yield Choice(measure=found[0] if found else None, reason=_in_place(code))
        else:
            yield of_measure(found[0], tax, added)


def _added(measure: Measure, known: DeclaredLines) -> DutyExpression | None:
    """Return what a rate adds to the duty of the goods' own line; None where it is not of that kind."""
    duty = measure.duty
    if duty is None:
        return None
    text = duty.text.lower().strip()
    own = next((beginning for beginning in known.own_duty if text.startswith(beginning)), None)
    if own is None:
        return None
    rest = duty.text.strip()[len(own) :].strip(" .")
    if not rest:
        return DutyExpression(duty.text, (Term(Nil()),))
    terms = duty.terms[1:]
    if not rest.startswith("+") or not terms or any(term.operator != "+" for term in terms):
        return None
    return DutyExpression(rest.removeprefix("+").strip(), terms)


def _no_line(code: str) -> Text:
    return Text(en=f"The tariff holds no line {code}, which is declared.", vi=f"Biểu thuế không có dòng {code} đã khai.")


def _in_place(code: str) -> Text:
    return Text(
        en=f"The rate of line {code} stands in place of another or is not stated: what it comes to is law outside its columns.",
        vi=f"Mức thuế của dòng {code} thay cho mức khác hoặc không được ghi rõ: phải xác định theo quy định ngoài các cột thuế suất.",
    )
