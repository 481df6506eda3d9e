"""A Vietnamese tariff as a plain table: columns of rates, schedules of agreements, and partners left out."""

from __future__ import annotations

from clearlane.model.tariff import Tariff, TariffContent
from clearlane.tariff.load import read_tariff

TABLE = """code,text.vi,unit,mfn,ordinary,B05,B18,vat
0101,Ngựa,,,,,,
0101.21.00,- - Loại thuần chủng,con,0,5,0 (-TH),*,10
01012900,- - Loại khác,con,5,,"28; TH: 35",0,10
"""


def read(table: str) -> TariffContent | None:
    return read_tariff({"vn.csv": table.encode()}, "vn", edition="2026")[0]


def content() -> TariffContent:
    found = read(TABLE)
    assert found is not None
    return found


def test_a_line_stands_below_the_code_it_begins_with_and_loses_its_dashes() -> None:
    assert [(line.code, line.indent, line.text("vi")) for line in content().lines] == [
        ("0101", 0, "Ngựa"),
        ("01012100", 1, "Loại thuần chủng"),
        ("01012900", 1, "Loại khác"),
    ]


def test_each_column_of_rates_is_a_kind_of_measure() -> None:
    series = Tariff(content()).types
    assert [series[one.type].series for one in content().measures if one.code == "01012100"][:3] == ["third-country", "ordinary", "vat"]


def test_a_partner_left_out_of_an_agreement_is_not_covered() -> None:
    measure = next(one for one in content().measures if one.id == "01012100:142:B05")
    assert measure.excluded == ("TH",)


def test_a_partner_with_its_own_rate_is_taken_out_of_the_common_one() -> None:
    rates = {
        one.area: (one.duty.text, one.excluded) for one in content().measures if one.code == "01012900" and one.type == "142" and one.duty
    }
    assert rates["B05"] == ("28", ("TH",))
    assert rates["B05-TH"][0] == "35"


def test_a_broken_rate_changes_nothing() -> None:
    assert read(TABLE + "01013010,Lừa,con,năm,,,,10\n") is None
