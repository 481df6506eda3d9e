"""``clearlane risk``: profiles and lists are written, tried, approved by a second person, and withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import file, message

COFFEE = """\
profile COFFEE "Coffee / Cà phê" scope item, import
when hs starts with "09" and price_per_kg > 0
then lane red at 50%, inspect physical, reason VAL-01, owner risk-unit
"""
WRONG = COFFEE.replace("price_per_kg", "price_per_kilo").replace("lane red", "lane rde")


def written(clearlane: Clearlane, text: str = COFFEE) -> None:
    assert clearlane("risk", "profile", "write", file("coffee.txt", text.encode()), "--by", "A-1").code == 0


def test_every_fault_is_told_with_its_place_and_nothing_is_kept(clearlane: Clearlane) -> None:
    name = file("wrong.txt", WRONG.encode())
    for command in (("write", name, "--by", "A-1"), ("check", name)):
        said = clearlane("risk", "profile", *command)
        assert [line.partition(":")[0] for line in said.out.splitlines()] == ["Line 2, column 30", "Line 3, column 11"]
        assert (said.code, said.err) == (1, "Points to put right: 2. Nothing was kept.\n")
    assert "COFFEE" not in clearlane("risk", "profile", "list").out
    (told,) = clearlane("risk", "profile", "check", name, "--json").answers
    assert [(one["line"], one["column"]) for one in told["faults"]] == [(2, 30), (3, 11)]


def test_a_profile_is_written_listed_and_told_in_words(clearlane: Clearlane) -> None:
    written(clearlane)
    stands = [one for one in clearlane("risk", "profile", "list", "--json").answers if one["code"] == "COFFEE"]
    assert [(one["version"], one["state"], one["written_by"]) for one in stands] == [(1, "draft", "A-1")]
    assert clearlane("risk", "profile", "show", "COFFEE").out == COFFEE
    lines = clearlane("risk", "profile", "show", "COFFEE", "--words", "--language", "vi").out.splitlines()
    assert (lines[:2], lines[-2:]) == (
        ["Cà phê", "Dừng mặt hàng khi:"],
        ["Khi đó: luồng đỏ với 50 % số bị trúng; kiểm tra: thực tế hàng hóa.", "Chỉ áp dụng với hàng nhập khẩu."],
    )


def test_what_changed_is_told_in_words(clearlane: Clearlane) -> None:
    written(clearlane)
    written(clearlane, COFFEE.replace("50%", "80%"))
    said = clearlane("risk", "profile", "diff", "COFFEE", "1", "2")
    assert (said.code, "80%" in said.out.replace(" ", "")) == (1, True)
    assert clearlane("risk", "profile", "diff", "COFFEE", "1", "1").code == 0


def test_approval_rests_on_a_back_test_and_takes_a_second_person_who_says_yes(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    written(clearlane)
    said = clearlane("risk", "profile", "approve", "COFFEE", "1", "--yes", "--by", " a-1")
    assert (said.code, said.err) == (2, "You wrote this version of COFFEE. Another person puts it in force.\n")
    refused = clearlane("risk", "profile", "approve", "COFFEE", "1", "--by", "A-2", given=b"n\n")
    assert (refused.code, "COFFEE version 1 on 2 goods items" in refused.out) == (1, True)
    made = clearlane("risk", "profile", "approve", "COFFEE", "1", "--by", "A-2", given=b"y\n")
    assert (made.code, made.out.splitlines()[-1]) == (0, "COFFEE version 1: in force")


def test_a_version_rests_is_counted_only_and_is_withdrawn(clearlane: Clearlane) -> None:
    written(clearlane)
    assert clearlane("risk", "profile", "shadow", "COFFEE", "1", "--by", "A-1").out == "COFFEE version 1: in shadow\n"
    assert clearlane("risk", "profile", "snooze", "COFFEE", "1", "--until", "2020-01-01", "--by", "A-1").code in (0, 2)
    assert clearlane("risk", "profile", "retire", "COFFEE", "1", "--by", "A-1", "--why", "old").out == "COFFEE version 1: withdrawn\n"


def test_a_back_test_says_that_nothing_is_known_where_nobody_looked(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    written(clearlane)
    (kept,) = clearlane("risk", "backtest", "COFFEE", "--by", "A-1", "--json").answers
    line = kept["report"]["line"]
    assert (line["inspected"], line["rate"]) == (0, None)
    assert len(kept["digest"]) == 64
    tried = clearlane("risk", "backtest", "coffee.txt")
    assert "hit rate of the inspected                      not known" in tried.out
    assert clearlane("risk", "backtest", "--all").code == 0
    assert clearlane("risk", "backtest").code == 2


def test_a_profile_is_tried_on_goods_of_a_file(clearlane: Clearlane) -> None:
    rows = ["number,item,day,direction,hs,price_per_kg,inspected,found,propensity"]
    rows += [f"N{place},1,2026-03-{1 + place % 28:02},import,0901{place % 10},5,{place < 40},{place < 10},0.5" for place in range(100)]
    Path("goods.csv").write_text("\n".join(rows))
    (made,) = clearlane("risk", "backtest", file("coffee.txt", COFFEE.encode()), "--data", "goods.csv", "--json").answers
    (line,) = made["profiles"]
    assert (line["hits"], line["inspected"], line["findings"], line["rate"]) == (100, 40, 10, 0.25)


def test_fields_are_found_by_a_word(clearlane: Clearlane) -> None:
    assert "price_per_kg" in clearlane("risk", "profile", "fields", "net mass").out
    assert clearlane("risk", "profile", "fields", "zeppelin").code == 1


def test_a_list_is_kept_in_versions_and_shown(clearlane: Clearlane) -> None:
    entries = file("list.csv", b"value,until,note\nXA1,,first\nXA2,2026-12-31,second\n")
    how = ("--name", "watched", "--holds", "traders", "--owner", "unit", "--source", "a letter", "--by", "A-1")
    assert clearlane("risk", "list", "keep", entries, *how).out.startswith("watched version 1 is kept, with 2 entries.")
    assert clearlane("risk", "list", "show", "watched").out.splitlines() == [
        "watched: traders, unit, a letter", "XA1              first", "XA2  2026-12-31  second",
    ]  # fmt: skip
    (one,) = clearlane("risk", "list", "names", "--json").answers
    assert (one["name"], one["entries"]) == ("watched", 2)


@pytest.mark.parametrize("content", [b"name\nXA1\n", b"value,until\nXA1,soon\n", b"\xff\xfe\x00"])
def test_a_list_that_cannot_be_read_is_refused(clearlane: Clearlane, content: bytes) -> None:
    how = ("--name", "watched", "--holds", "traders", "--owner", "unit", "--source", "a letter", "--by", "A-1")
    assert clearlane("risk", "list", "keep", file("list.csv", content), *how).code == 2
    assert clearlane("risk", "list", "names", "--json").answers == []
