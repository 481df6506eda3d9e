"""``clearlane explain``: every amount with its law and, for officers, the lane with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from clearlane.cli.answers import notice_of, standing_words
from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import As, Language, Profile, Reference, Role, Sandbox, Store
from clearlane.cli.payment_options import money
from clearlane.cli.speech import one_of, out, said
from clearlane.model.assessment import Step, TaxLine, ValueLine
from clearlane.model.facts import Assessed
from clearlane.model.profile import Profile as Law
from clearlane.model.text import Text
from clearlane.office.explanation import Explanation

_OUTCOMES = {
    "priced": Text(en="due", vi="phải nộp"),
    "suspended": Text(en="suspended", vi="tạm chưa thu"),
    "conditional": Text(en="conditional", vi="còn phụ thuộc điều kiện"),
    "unpriced": Text(en="not known yet", vi="chưa xác định"),
}


def explain(
    reference: Reference,
    role: As = Role.trader,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
    sandbox: Sandbox = None,
) -> None:
    """Explain what a declaration owes, line by line, and for officers why it took its lane."""
    found = settled(profile=profile, store=store, language=language, sandbox=sandbox)
    officer = role is Role.officer
    with office_of(found) as office:
        explanation = office.explain(office.case(reference), officer=officer)
        for line in _lines(explanation, office.profile, officer=officer):
            out(line)


def _lines(explanation: Explanation, law: Law, *, officer: bool) -> Iterator[str]:
    case = explanation.case
    yield f"{case.number} ({case.reference}): {standing_words(case.state, case.lane, law)}"
    if (notice := notice_of(case, law, officer=officer)) is not None:
        yield f"  {notice}"
    if explanation.assessed is None:
        yield one_of(
            "Nothing was assessed; see clearlane show for the findings.", "Chưa tính thuế; xem clearlane show để biết các điểm cần sửa."
        )
    else:
        yield from _assessment(explanation.assessed, law)
    if officer:
        yield from _selection(explanation, law)


def _assessment(assessed: Assessed, law: Law) -> Iterator[str]:
    tariff = f", {one_of('tariff', 'biểu thuế')} {assessed.tariff}" if assessed.tariff else ""
    yield f"{one_of('At the rates of', 'Theo mức thuế và tỷ giá ngày')} {law.day(assessed.on):%Y-%m-%d}{tariff}"
    for value in assessed.values:
        yield from _value(value, assessed.currency)
        for line in assessed.lines:
            if line.item == value.item:
                yield from _tax(line, assessed.currency, law)
    if assessed.total is not None:
        yield f"{one_of('Total', 'Tổng cộng')}: {money(assessed.total)} {assessed.currency}"
    for reason in assessed.unpriced:
        yield f"{one_of('No total yet', 'Chưa có tổng số')}: {said(reason)}"


def _value(value: ValueLine, currency: str) -> Iterator[str]:
    figure = one_of("not known", "chưa xác định") if value.value is None else f"{money(value.value)} {currency}"
    yield f"{one_of('Item', 'Dòng hàng')} {value.item}: {one_of('customs value', 'trị giá hải quan')} {figure}"
    yield from _grounds(value.steps, value.formula, "", value.reference, value.reason)


def _tax(line: TaxLine, currency: str, law: Law) -> Iterator[str]:
    name = next((said(tax.name) for tax in law.taxes if tax.code == line.tax), "")
    figure = "" if line.amount is None else f" {money(line.amount)} {currency}"
    yield f"  {line.tax} {name}:{figure} {said(_OUTCOMES[line.outcome])}"
    yield from (f"  {ground}" for ground in _grounds(line.steps, line.formula, line.rate, line.reference, line.reason))


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    """Yield a computation step by step, each in figures with what must be known beside them."""
    for number, step in enumerate(steps, 1):
        figures = " ".join(part for part in (step.formula, said(step.remark) if step.remark else "") if part)
        yield f"    {number}. {figures}"


def _grounds(steps: tuple[Step, ...], formula: str, rate: str, reference: str, reason: Text | None) -> Iterator[str]:
    """Yield how an amount was computed, in one line where one step says it all, and on which grounds."""
    at_once = len(steps) < 2 and not any(step.remark for step in steps)
    yield from () if at_once else _steps(steps)
    grounds = {
        one_of("computed", "cách tính"): formula if at_once else "",
        one_of("rate", "thuế suất"): rate,
        one_of("law", "căn cứ"): reference,
        one_of("because", "lý do"): said(reason) if reason else "",
    }
    yield from (f"    {name}: {ground}" for name, ground in grounds.items() if ground)


def _selection(explanation: Explanation, law: Law) -> Iterator[str]:
    routed, scored = explanation.routed, explanation.scored
    if routed is not None:
        yield one_of(f"Lane given: {routed.lane}", f"Kết quả phân luồng: {law.lanes.names[routed.lane].vi}")
        yield from (f"  {said(why)}" for why in routed.why)
    if scored is not None:
        if scored.models:
            yield f"{one_of('Score', 'Điểm rủi ro')}: {scored.score:.2f}"
        for reason in scored.reasons:
            item = f" ({one_of('item', 'dòng hàng')} {reason.item})" if reason.item else ""
            yield f"  {reason.rule} {said(reason.words)}{item}"
