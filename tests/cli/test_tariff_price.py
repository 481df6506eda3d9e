"""One duty text is priced at the command line, in words and in JSON, and what is malformed is refused with its column."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Clearlane

COMPOUND = "9.60 % + 95.30 EUR / 100 kg MAX 15.00 %"
CONDITIONS = "Cond: A cert: D-018 (01):0.000 GBP DTN; A (01):172.200 GBP DTN"


@pytest.fixture
def answered(clearlane: Clearlane) -> Any:
    """The answer in JSON to what is asked."""

    def ask(*words: str) -> dict[str, Any]:
        said = clearlane("tariff", "price", *words, "--json")
        assert said.code == 0
        (answer,) = said.answers
        return answer

    return ask


def test_a_price_is_told_with_every_step(clearlane: Clearlane) -> None:
    said = clearlane(
        "tariff", "price", COMPOUND, "--value", "1000", "--quantity", "KG=250", "--currency", "GBP", "--rate", "EUR=0.8571"
    )  # fmt: skip
    assert (said.code, said.out.splitlines()[0], said.out.splitlines()[-1]) == (0, "150.00 GBP", "  min(300.204075, 150.00) = 150.00")


def test_a_price_in_json_is_text_exact_and_with_its_trace(answered: Any) -> None:
    answer = answered("$1.104/kg + 14.9%", "--value", "100", "--quantity", "KG=1", "--currency", "USD", "--round", "half-up:2")
    assert (answer["outcome"], answer["duty"], answer["currency"], answer["dialect"]) == ("priced", "16.00", "USD", "us")
    assert answer["trace"][-1] == "16.004 -> 16.00 (half-up:2)"
    assert [part["kind"] for part in answer["parts"]] == ["specific", "ad-valorem"]


def test_without_rounding_no_figure_is_lost(answered: Any) -> None:
    assert answered("35.10 EUR / 100 kg", "--quantity", "DTN=100", "--currency", "GBP", "--rate", "EUR=0.8571")["duty"] == "3008.421000"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("4.4¢/kg + 6%", ["value", "KGM"]),
        ("Entry Price", ["element:entry-price"]),
        ("4.0% (12 JAN - 13 MAR)", ["date"]),
        ("Free (AU) 3.5% (KR)", ["programme"]),
        ("Cond: A cert: D-018 (01):0.000 %", ["document:D018"]),
    ],
)
def test_what_is_missing_is_named(answered: Any, text: str, missing: list[str]) -> None:
    answer = answered(text)
    assert (answer["outcome"], answer["missing"], "duty" in answer) == ("conditional", missing, False)
    assert answer["conditional"] == answer["reason"]


def test_what_refers_to_other_law_is_unpriced_with_the_reason(answered: Any) -> None:
    answer = answered("The duty provided in the applicable subheading + 25%", "--value", "100")
    assert (answer["outcome"], answer["kind"], "duty" in answer) == ("unpriced", "reference", False)
    assert "applicable subheading" in answer["unpriced"]


def test_an_open_duty_ends_with_one_in_words(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "price", "Entry Price", "--language", "vi")
    assert (said.code, said.out.startswith("còn phụ thuộc điều kiện")) == (1, True)


def test_the_day_decides_the_season(answered: Any) -> None:
    text = "16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV);"
    answer = answered(text, "--value", "100", "--on", "2026-10-03")
    assert answer["duty"] == "12.5"
    assert [(one["rate"], one["since"], one["until"]) for one in answer["seasons"]] == [
        ("16.1%", "01-15", "07-06"),
        ("12.5%", "10-03", "11-29"),
    ]
    assert answered(text, "--value", "100", "--on", "2026-08-01")["outcome"] == "unpriced"


@pytest.mark.parametrize(("documents", "duty"), [([], "172.200"), (["--document", "D-018"], "0.000")])
def test_documents_decide_the_condition(answered: Any, documents: list[str], duty: str) -> None:
    answer = answered(CONDITIONS, "--quantity", "DTN=1", *documents)
    assert (answer["duty"], len(answer["conditions"])) == (duty, 2)


def test_the_programme_claimed_decides_the_rate(answered: Any) -> None:
    text = "Free (A+,AU) 3.5% (KR) See 9822.05.10 (P+)"
    assert answered(text, "--programme", "KR", "--value", "100")["duty"] == "3.5"
    assert answered(text, "--programme", "P+")["outcome"] == "unpriced"
    assert answered(text, "--programme", "XX")["outcome"] == "unpriced"


def test_a_unit_nobody_knows_is_left_aside_and_told(answered: Any) -> None:
    answer = answered("5%", "--value", "100", "--quantity", "FURLONG=3")
    assert (answer["duty"], "FURLONG" in answer["trace"][0]) == ("5", True)


def test_a_unit_alone_charges_nothing_and_says_so(answered: Any) -> None:
    answer = answered("100 kg")
    assert (answer["outcome"], answer["rates"][0]["units"][0]["key"]) == ("unpriced", "KGM")


def test_a_malformed_text_is_refused_with_column_cause_and_example(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "price", "10%&@#^&", "--json")
    assert said.code == 2
    assert json.loads(said.out)["error"].keys() == {"column", "cause", "hint"}
    in_words = clearlane("tariff", "price", "10%&@#^&")
    assert (in_words.code, in_words.out, in_words.err.startswith("column 4: ")) == (2, "", True)


@pytest.mark.parametrize(
    "words",
    [
        ["--value", "-5"],
        ["--value", "many"],
        ["--value", "NaN"],
        ["--value", "1e99999999"],
        ["--quantity", "KGM=-1"],
        ["--quantity", "KGM"],
        ["--quantity", "KGM=1", "--quantity", "KG=2"],
        ["--rate", "EUR=0,9"],
        ["--round", "sideways:2"],
    ],
)
def test_a_figure_that_is_none_is_refused_in_words_and_in_json(clearlane: Clearlane, words: list[str]) -> None:
    said = clearlane("tariff", "price", "46.3¢/kg + 14.9%", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err
    in_json = clearlane("tariff", "price", "46.3¢/kg + 14.9%", *words, "--json")
    assert (in_json.code, list(json.loads(in_json.out)["error"])) == (2, ["cause"])


def test_a_rate_of_exchange_of_nothing_is_none_and_no_duty_is_lost_by_it(clearlane: Clearlane) -> None:
    said = clearlane("tariff", "price", "5 EUR/kg", "--quantity", "KG=2", "--currency", "USD", "--rate", "EUR=0", "--json")
    assert json.loads(said.out)["missing"] == ["rate:EUR"]
