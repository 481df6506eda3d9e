"""The United Kingdom and Việt Nam assess by a tariff that the user loads, their law ships none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from lxml import etree

from clearlane.assessment.assess import assess
from clearlane.lodgement.json_form import read_json
from clearlane.lodgement.respond import write_notices
from clearlane.model.assessment import TaxLine
from clearlane.model.journey import read_journey
from clearlane.model.profile import Profile
from clearlane.model.tariff import Tariff
from clearlane.office.journeys import walk
from clearlane.office.office import Office
from clearlane.office.wiring import profile_named
from clearlane.tariff.load import read_tariff

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
VN_TABLE = """code,text.vi,unit,mfn,ordinary,B05,B10,excise,vat
01012100,Ngựa thuần chủng để nhân giống,con,0%,,0%,,,
73239390,Đồ dùng nhà bếp,kg,10%,,0 (-TH),,,10%
84571010,Trung tâm gia công,chiếc,5%,20%,0%,0%,,10%
87032361,Ô tô con,chiếc,70%,,,,40%,10%
"""


def loaded(name: str, source: Path | bytes, form: str) -> Profile:
    content, report = read_tariff(source, form)
    assert report.faults == ()
    assert content is not None
    return replace(profile_named(name), tariff=Tariff(content))


@pytest.fixture(scope="module")
def vn(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    file = tmp_path_factory.mktemp("tariff") / "bieu-thue.csv"
    file.write_text(VN_TABLE, "utf-8")
    return loaded("vn", file, "vn")


@pytest.mark.parametrize("name", ["oto", "may-cnc-vjepa", "may-cnc-mfn", "thue-suat-thong-thuong"])
def test_a_journey_comes_to_the_same_by_a_tariff_loaded_as_a_plain_table(vn: Profile, name: str) -> None:
    journey = read_journey(vn.journeys[name])
    assert walk(msgspec.structs.replace(journey, tariff=()), vn).total == journey.total


def declared(profile: Profile, code: str, claim: str, origin: str, *documents: str) -> list[TaxLine]:
    """What 100 million dong of goods bear."""
    journey = read_journey(profile.journeys["thue-suat-thong-thuong"])
    goods = msgspec.structs.replace(journey.goods[0], code=code, claim=claim, origin=origin, documents=documents)
    return list(walk(msgspec.structs.replace(journey, goods=(goods,), tariff=()), profile).lines)


@pytest.mark.parametrize(
    ("code", "claim", "origin", "documents", "outcome", "amount"),
    [
        ("84571010", "B03", "XN", (), "priced", Decimal(20_000_000)),  # its own list is loaded
        ("01012100", "B03", "XN", (), "unpriced", None),  # 150 % of nothing
        ("73239390", "B05", "CN", ("N861",), "priced", Decimal(0)),
        ("73239390", "B05", "CN", (), "conditional", None),
        ("73239390", "B05", "TH", ("N861",), "conditional", None),  # left out of the agreement's rate
        ("73239390", "B30", "CN", (), "conditional", None),
        ("73239390", "", "CN", ("N861",), "priced", Decimal(10_000_000)),
    ],
)
def test_the_schedule_claimed_decides_the_rate_of_import_duty(
    vn: Profile, code: str, claim: str, origin: str, documents: tuple[str, ...], outcome: str, amount: Decimal | None
) -> None:
    duty = declared(vn, code, claim, origin, *documents)[0]
    assert (duty.tax, duty.outcome, duty.amount) == ("NK", outcome, amount)


@pytest.mark.parametrize(("code", "tax"), [("22030091", "TTDB"), ("27101222", "BVMT"), ("01012100", "GTGT")])
def test_a_tax_whose_rate_is_not_loaded_is_open_and_not_nothing(vn: Profile, code: str, tax: str) -> None:
    line = next(line for line in declared(vn, code, "B01", "CN") if line.tax == tax)
    assert (line.outcome, line.amount) == ("unpriced", None)


def test_the_british_tariff_prices_the_example_s_tea(shared_data: Path) -> None:
    law = loaded("gb", shared_data / "tariff" / "schedules" / "uk_ukgt_vs_eu_cet_2020-12.csv", "uk-gt")
    assessed = assess(read_json(law.examples["import"]).declaration, law, AT)
    assert [(line.tax, line.outcome, line.amount) for line in assessed.lines] == [
        ("A00", "priced", Decimal("0.00")),
        ("B00", "priced", Decimal("1920.00")),
    ]


def test_a_british_declaration_goes_from_message_to_a_tax_statement_by_the_tariff_loaded(shared_data: Path, tmp_path: Path) -> None:
    file = shared_data / "tariff" / "schedules" / "uk_ukgt_vs_eu_cet_2020-12.csv"
    schema = etree.XMLSchema(etree.parse(shared_data / "wcodm" / "schemas" / "wco" / "notification" / "_driver.xsd"))
    with Office.open(profile="gb", store=f"sqlite:///{tmp_path}/office.db") as office:
        version = office.tariff.load(file, "uk-gt", by="T-1", edition="2021-01").version
        assert version is not None
        office.tariff.activate(version.version, by="T-2")
        case = office.lodge(office.profile.examples["import"]).case
        statement = next(notice for notice in office.notices(case.number) if notice.function_code == "13")
    message = etree.fromstring(write_notices([statement], profile_named("gb")))
    schema.assertValid(message)
    lines = {
        line.findtext("{*}TypeCode"): line.findtext("{*}Payment/{*}TaxAssessedAmount")
        for line in message.iterfind(".//{*}Commodity/{*}DutyTaxFee")
    }
    assert lines == {"A00": "0.00", "B00": "1920.00"}
