"""What traders ask for in everyday words is found among the first three lines, in English and Vietnamese."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import clearlane_xa
from clearlane.model.tariff import Tariff
from clearlane.tariff.load import read_tariff
from clearlane.tariff.search import Words

DAY = date(2026, 6, 1)
PUBLISHED = Path(__file__).resolve().parents[3] / "shared/data/tariff/schedules/us_hts_2025-04.csv"
ENGLISH = """
coffee beans: 0901; leather shoes: 6403 6404; laptop: 8471; tea: 0902; cotton shirts: 6205 6206 6105; bananas: 0803; rice: 1006
wheat flour: 1101; beer: 2203; wine: 2204; cigarettes: 2402; bicycles: 8712; furniture: 94; toys: 9503; umbrellas: 6601
shrimp: 0306 1605; chocolate: 1806; soap: 3401; perfume: 3303; tyres: 4011; steel pipes: 7304 7305 7306; cheese: 0406
paper bags: 4819; watches: 9101 9102; glass bottles: 7010
"""
VIETNAMESE = """
cà phê: 0901; giày da: 6403; gạo: 1006; chè: 0902; xe đạp: 8712; bia: 2203; pho mát: 0406; đồ chơi: 9503; ô tô: 8703
thuốc lá: 2401 2402
"""


def missed(words: Words, queries: str) -> set[str]:
    """Return the queries whose goods are not among the first three lines."""
    asked = [one.partition(": ") for line in queries.strip().splitlines() for one in line.split("; ")]
    return {
        query for query, _, codes in asked if not any(hit.line.code.startswith(tuple(codes.split())) for hit in words.search(query, DAY, 3))
    }


@pytest.fixture(scope="module")
def arcadia() -> Words:
    tariff = clearlane_xa.profile().tariff
    assert tariff
    return Words(tariff)


@pytest.fixture(scope="module")
def published() -> Words:
    if not PUBLISHED.is_file():
        pytest.skip("The published tariff is not beside this checkout.")
    content, _ = read_tariff({"hts_2025-04.csv": PUBLISHED.read_bytes()}, "us-hts")
    assert content
    return Words(Tariff(content))


def test_goods_asked_for_in_english_are_found(arcadia: Words) -> None:
    assert missed(arcadia, ENGLISH) <= {"laptop", "paper bags"}  # no line of it has these words


def test_goods_asked_for_in_vietnamese_are_found(arcadia: Words) -> None:
    assert missed(arcadia, VIETNAMESE) == set()


def test_coffee_beans_are_coffee_before_beans(arcadia: Words) -> None:
    assert arcadia.search("coffee beans", DAY)[0].line.code == "0901"


def test_goods_are_found_in_a_published_tariff(published: Words) -> None:
    assert missed(published, ENGLISH) <= {"laptop", "tyres"}  # the words of that tariff are others


def test_footwear_comes_before_special_provisions_that_repeat_its_words(published: Words) -> None:
    found = [hit.line.code[:2] for hit in published.search("leather shoes", DAY)]
    assert found[:3] == ["64", "64", "64"]
    late = [chapter in ("98", "99") for chapter in found]
    assert late == sorted(late)
