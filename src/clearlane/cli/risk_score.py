"""``clearlane risk score``: what the model in force says of a declaration, or of goods in a file, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_backtest import Data
from clearlane.cli.risk_options import figure, percent
from clearlane.cli.speech import helped, one_of, out, said
from clearlane.cli.tariff_options import Json, out_columns, out_json
from clearlane.model.refusals import NotFound, Unreadable
from clearlane.model.risk_facts import ModelScore
from clearlane.model.text import Text
from clearlane.office.risk_trying import Scored, scored

Asked = Annotated[str, typer.Argument(metavar="[NUMBER]", help=helped("A declaration's number.", "Số tờ khai."))]
_SHOWN = 50


def score(
    number: Asked = "",
    data: Data = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Say how likely a finding is, what is at stake, and why, in at most five lines."""
    found = settled(profile=profile, store=store, language=language)
    if bool(number) == (data is not None):
        raise Unreadable(Text(en="Name a declaration, or a file by --data.", vi="Hãy nêu số tờ khai, hoặc tệp bằng --data."))
    with office_of(found) as office:
        law = office.profile
        if data is not None:
            _file(scored(office, data), law.currency, json=json)
            return
        number = office.case(number).number
        scores, reasons = office.risk.scoring.score(number), office.risk.scoring.reasons(number)
    if json:
        out_json({"number": number, "scores": scores, "reasons": reasons})
        return
    if not scores:
        raise NotFound(Text(en="No model is in force.", vi="Chưa có mô hình nào đang áp dụng."))
    _scores(scores, law.currency)
    for line in reasons:
        out(f"- {said(line)}")


def _scores(scores: tuple[ModelScore, ...], currency: str) -> None:
    heading = one_of("item", "mặt hàng"), one_of("finding", "khả năng sai phạm"), one_of(f"at stake {currency}", f"số thu {currency}"), ""
    shadow = one_of(" (in shadow)", " (chấm ngầm)")
    rows = [
        (str(one.item), percent(one.probability), figure(one.revenue), one.model + (shadow if one.challenger else "")) for one in scores
    ]
    out_columns([heading, *rows], right=(0, 1, 2))


def _file(scores: list[Scored], currency: str, *, json: bool) -> None:
    if json:
        for one in scores:
            out_json(one)
        return
    heading = (one_of("declaration", "tờ khai"), one_of("item", "mặt hàng"), one_of("finding", "khả năng sai phạm"), f"{currency}")
    ranked = sorted(scores, key=lambda one: -one.probability)
    out_columns(
        [heading, *((one.number, str(one.item), percent(one.probability), figure(one.revenue)) for one in ranked[:_SHOWN])], right=(1, 2, 3)
    )
    for one in ranked[:1]:
        for line in one.reasons:
            out(f"- {said(line)}")
    if (more := len(ranked) - _SHOWN) > 0:
        out(one_of(f"and {more} more; --json has them all", f"và {more} dòng nữa; xem đủ bằng --json"))
