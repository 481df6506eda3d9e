"""``clearlane explain``: every amount with how it was computed, step by step, its rate, its law and its day."""

from __future__ import annotations

import re

from tests.cli.conftest import Clearlane
from tests.cli.messages import RISKY, file, message


def test_every_amount_has_its_steps_formula_rate_and_law(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    lines = [line.strip() for line in clearlane("explain", "A-1").out.splitlines()]
    place = next(place for place, line in enumerate(lines) if re.fullmatch(r"A00 Import duty: \d{1,3}(,\d{3})*\.\d\d ARD due", line))
    assert re.fullmatch(r"1\. [\d.]+ USD x [\d.]+ \(\d{4}-\d\d-\d\d\) Price under CIF, valued on a CIF basis\.", lines[place - 3])
    assert [line.partition(":")[0] for line in lines[place + 1 : place + 4]] == ["computed", "rate", "law"]
    assert re.fullmatch(r"Total: \d{1,3}(,\d{3})+\.\d\d ARD", lines[-1])


def test_the_day_of_the_rates_is_named(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    shown = clearlane("show", "A-1").out
    day = next(line for line in shown.splitlines() if "lodged" in line).split()[1]
    assert f"At the rates of {day}\n" in clearlane("explain", "A-1").out


def test_a_rejected_declaration_owes_nothing_and_says_so(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1", DeclarationOfficeID="NOWHERE")))
    assert "Nothing was assessed" in clearlane("explain", "A-1").out


def test_an_officer_reads_the_reasons_in_vietnamese(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1", commodity=RISKY)))
    said = clearlane("explain", "A-1", "--as", "officer", "--language", "vi").out
    assert re.search(r"XA-R08 Phế liệu, phế thải: mã số hàng hóa.*\(dòng hàng 1\)", said)
    assert "Kết quả phân luồng: Đỏ\n" in said
