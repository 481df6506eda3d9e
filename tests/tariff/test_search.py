"""Words and codes found in a tariff, with or without accents, and nothing a questioner writes is a command."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import Tariff, TariffContent, TariffHeader
from clearlane.tariff.search import Words

DAY = date(2026, 1, 1)
LINES = (
    TariffLine(1, "01", 0, {"en": "Live animals", "vi": "Động vật sống"}),
    TariffLine(2, "0101", 1, {"en": "Horses, asses and mules:", "vi": "Ngựa, lừa, la"}),
    TariffLine(3, "", 2, {"en": "Horses:", "vi": "Ngựa:"}, suffix="10"),
    TariffLine(4, "01012100", 3, {"en": "Purebred", "vi": "Loại thuần chủng"}),
    TariffLine(5, "01012900", 3, {"en": "Other", "vi": "Loại khác"}),
    TariffLine(6, "0102", 1, {"en": "Cattle", "vi": "Trâu, bò"}, until=date(2026, 6, 30)),
)
WORDS = Words(Tariff(TariffContent(TariffHeader("XA", "1", "T"), LINES)))


def found(words: str, on: date = DAY) -> Sequence[str]:
    return [hit.line.code for hit in WORDS.search(words, on)]


@pytest.mark.parametrize("words", ["ngựa thuần chủng", "ngua thuan chung", "NGUA THUAN", "horses purebred", "hors pureb", "purebred horse"])
def test_words_find_a_line_by_its_own_and_those_above_it(words: str) -> None:
    assert found(words)[0] == "01012100"


@pytest.mark.parametrize("words", ["đông vât", "dong vat", "Động vật"])
def test_accents_do_not_matter(words: str) -> None:
    assert found(words)[0] == "01"


@pytest.mark.parametrize("digits", ["0101.2", "01012", "0101 2"])
def test_the_beginning_of_a_code_finds_with_or_without_dots(digits: str) -> None:
    assert found(digits) == ["01012100", "01012900"]


def test_a_code_finer_than_the_tariff_finds_the_line_it_falls_under() -> None:
    assert found("0101210099") == ["01012100"]


def test_a_code_among_words_narrows_what_is_found() -> None:
    assert found("01012900 other") == ["01012900"]
    assert found("horses 0101")[0] == "0101"


def test_the_path_of_what_is_found_leads_from_the_top() -> None:
    (hit,) = WORDS.search("thuần chủng", DAY)
    assert [line.place for line in hit.path] == [1, 2, 3, 4]


def test_a_line_that_has_ended_is_not_found() -> None:
    assert found("cattle") == ["0102"]
    assert found("cattle", date(2026, 7, 1)) == []


def test_a_line_that_begins_later_is_found_from_its_day_on() -> None:
    later = TariffLine(7, "0103", 1, {"en": "Swine"}, since=date(2026, 7, 1))
    words = Words(Tariff(TariffContent(TariffHeader("XA", "1", "T"), (*LINES, later))))
    assert [len(words.search("swine", on)) for on in (date(2026, 6, 30), date(2026, 7, 1))] == [0, 1]


def test_words_that_never_stand_together_find_what_has_one_of_them() -> None:
    assert set(found("cattle purebred")) == {"0102", "01012100"}


def test_no_more_is_told_than_asked_for() -> None:
    assert len(WORDS.search("horses", DAY, 1)) == 1
    assert WORDS.search("horses", DAY, 0) == []


@given(st.text(max_size=80))
def test_whatever_is_written_is_only_words(words: str) -> None:
    assert len(WORDS.search(words, DAY, 3)) <= 3


@pytest.mark.parametrize("words", ['"', "horses AND (", "own:horses", "NEAR(", "*", "a OR", "'; drop table lines --"])
def test_signs_of_the_index_have_no_meaning(words: str) -> None:
    assert isinstance(found(words), list)


def test_many_may_search_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(found, ["ngựa thuần chủng"] * 64))
    assert all(answer[0] == "01012100" for answer in answers)
