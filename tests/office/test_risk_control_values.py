"""A value-control file stops what is declared outside its prices, in the one language of profiles."""

from __future__ import annotations

import pytest

from clearlane.model.refusals import Unreadable
from clearlane.model.risk_field import Value
from clearlane.office.risk_control_values import TOGETHER, control_profiles, read_control
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.closures import compile_condition
from clearlane.risk.language.parser import read_profile
from tests.office.risk_office import office

FILE = b"hs,unit,low,high,origin\n0901,KGM,3.10,,\n8517,NAR,45,2500,QM\n"


def hits(**declared: Value) -> bool:
    (text,) = control_profiles(read_control(FILE), "VC", "yellow")
    row: list[Value] = [declared.get(name.replace(".", "_")) for name in catalogue().names]
    return compile_condition(read_profile(text, catalogue()).condition, catalogue(), {})(row) is True


@pytest.mark.parametrize(
    ("declared", "stopped"),
    [
        ({"hs": "09011100", "price_per_kg": 3.09}, True),
        ({"hs": "09011100", "price_per_kg": 3.10}, False),
        ({"hs": "09011100"}, False),
        ({"hs": "851713", "quantity_unit": "NAR", "origin": "QM", "unit_price": 44.99}, True),
        ({"hs": "851713", "quantity_unit": "NAR", "origin": "QM", "unit_price": 2501.0}, True),
        ({"hs": "851713", "quantity_unit": "NAR", "origin": "XN", "unit_price": 1.0}, False),
        ({"hs": "851713", "quantity_unit": "KGM", "origin": "QM", "unit_price": 1.0}, False),
    ],
)
def test_what_lies_outside_is_stopped_and_what_is_missing_is_not(declared: dict[str, Value], stopped: bool) -> None:
    assert hits(**declared) is stopped


def test_a_long_file_becomes_several_profiles_that_can_all_be_kept() -> None:
    lines = b"".join(b"%06d,KGM,1.5,9.5,\n" % code for code in range(100_000, 100_000 + 2 * TOGETHER + 1))
    texts = control_profiles(read_control(b"hs,unit,low,high,origin\n" + lines), "VC", "red")
    with office(risk_profiles=()) as desk:
        kept = [desk.risk.profiles.write(text, by="A-1") for text in texts]
    assert [(one.code, one.version) for one in kept] == [("VC-1", 1), ("VC-2", 1), ("VC-3", 1)]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"code,price\n", 1),
        (b"hs,unit,low,high\n", 2),
        (b"hs,unit,low,high\n09,KGM,,\n", 2),
        (b"hs,unit,low,high\n09,KGM,2,1\n", 2),
        (b"hs,unit,low,high\n09,KGM,1,\nx,KGM,1,\n", 3),
        (b"hs,unit,low,high\n09,KGM,-1,\n", 2),
        (b"\xff\xfe", 1),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(Unreadable) as refused:
        read_control(data)
    assert refused.value.fields["line"] == line
