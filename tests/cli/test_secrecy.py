"""A trader is told nothing of risk, in any answer; and of a declaration lodged early, nothing of its control."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import RISKY, XA, file, message, request
from tests.secrets_of_risk import codes, titles

ASKED = (
    ("show", "A-1"),
    ("show", "A-1", "--notices"),
    ("show", "A-1", "--res"),
    ("show", "A-1", "--xml"),
    ("explain", "A-1"),
)
SECRETS = {
    *codes(XA),
    *titles(XA),
    "score",
    "risk",
    "weight 0.",
    "điểm rủi ro",
    "rủi ro",
    "trọng số",
}


def told(clearlane: Clearlane, language: str, data: bytes, *more: str) -> list[str]:
    """Everything a trader is answered who lodges a message and asks about it."""
    lodged = [clearlane("lodge", *form, *more, "--language", language, file("a.json", data)) for form in ((), ("--json",))]
    asked = [clearlane(*words, *more, "--language", language) for words in ASKED]
    return [said.out + said.err for said in lodged + asked]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("type_code", ["IMA", "IMD"])
def test_no_answer_to_a_trader_holds_reasons_rules_or_scores(clearlane: Clearlane, language: str, type_code: str) -> None:
    answers = told(clearlane, language, message("A-1", TypeCode=type_code, commodity=RISKY))
    assert [secret for secret in SECRETS for answer in answers if secret.casefold() in answer.casefold()] == []


def test_an_officer_is_told_what_the_trader_is_not(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1", commodity=RISKY)))
    officer = clearlane("explain", "A-1", "--as", "officer").out
    assert "XA-R08 Waste and scrap" in officer
    assert "commodity code begins with" in officer


def without_names(answer: str) -> str:
    """An answer without what differs between any two declarations: number, reference and moments."""
    answer = re.sub(r"\d\dXA\d{14}", "NUMBER", answer)
    answer = re.sub(r"SBX-[A-Z]+-1|A-1", "REFERENCE", answer)
    return re.sub(r"\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\d{14}Z|\d\d:\d\d ngày \d\d/\d\d/\d{4}", "MOMENT", answer)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_declarations_lodged_early_are_answered_alike_whatever_their_lane(clearlane: Clearlane, language: str) -> None:
    answers = []
    for prefix in ("GREEN", "YELLOW", "RED", "QUERY"):
        reference = f"SBX-{prefix}-1"
        lodged = clearlane("lodge", "--sandbox", "--language", language, file(f"{prefix}.json", message(reference, TypeCode="IMD")))
        asked = [clearlane(words[0], reference, *words[2:], "--sandbox", "--language", language) for words in ASKED]
        answers.append([without_names(said.out + said.err).replace(f"{prefix}.json", "FILE") for said in (lodged, *asked)])
    assert answers[1:] == answers[:1] * 3


def test_a_lane_is_told_once_the_goods_are_presented(clearlane: Clearlane) -> None:
    early = clearlane("lodge", "--json", file("a.json", message("A-1", TypeCode="IMD", commodity=RISKY))).answers[0]
    assert "Red" not in clearlane("show", "A-1").out
    clearlane("lodge", file("b.xml", request(early["number"], "GPR")))
    assert "Red" in clearlane("show", "A-1").out
