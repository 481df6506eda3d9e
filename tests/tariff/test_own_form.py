"""Our own form: what is written reads back the same, and a table an officer writes by hand is understood."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from clearlane.model.duty import AdValorem
from clearlane.model.measure import Season
from clearlane.model.tariff import TariffContent
from clearlane.tariff.load import read_tariff
from clearlane.tariff.own_write import write_tariff
from tests.tariff.tariffs import FILES, contents, files


@given(contents())
@settings(max_examples=60)
def test_any_tariff_written_as_csv_reads_back_the_same(content: TariffContent) -> None:
    with TemporaryDirectory() as folder:
        write_tariff(content, Path(folder))
        assert read_tariff(folder)[0] == content


@given(contents())
@settings(max_examples=15)
def test_any_tariff_written_as_parquet_reads_back_the_same(content: TariffContent) -> None:
    with TemporaryDirectory() as folder:
        write_tariff(content, Path(folder), as_parquet=True)
        assert read_tariff(folder)[0] == content


def test_a_folder_a_zip_and_loose_files_are_the_same_tariff(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in FILES.items():
            (tmp_path / name).write_text(text, encoding="utf-8-sig")
            archive.writestr(f"tariff/{name}", text)
    loose = read_tariff(files())[0]
    assert loose is not None
    assert read_tariff(tmp_path)[0] == loose == read_tariff(packed.getvalue())[0]


def test_a_report_counts_what_can_be_made_of_the_duties() -> None:
    _, report = read_tariff(files())
    assert (report.rows, report.lines, report.measures) == (11, 3, 3)
    assert report.outcomes == {"priced": 2, "conditional": 1, "unpriced": 0}


def test_a_duty_by_season_becomes_a_measure_for_each_season() -> None:
    content, _ = read_tariff(files(measures='id,code,type,duty\n1,0101,103,"10.0% (1 JUL - 31 JAN), 0.0% (1 FEB - 30 JUN)"\n'))
    assert content is not None
    assert [one.id for one in content.measures] == ["1-1", "1-2"]
    assert [one.season for one in content.measures] == [Season((7, 1), (1, 31)), Season((2, 1), (6, 30))]


def test_conditions_of_a_measure_are_read_in_order() -> None:
    rows = "measure,group,certificates,applies,duty\n1,A,N954,yes,2 %\n1,A,,no,\n"
    content, _ = read_tariff(files(conditions=rows))
    assert content is not None
    with_paper, without = content.measures[0].conditions
    assert with_paper.duty is not None
    assert with_paper.duty.terms[0].part == AdValorem(Decimal(2))
    assert not without.applies


def test_the_edition_an_officer_names_stands_in_the_header() -> None:
    content, _ = read_tariff(files(), edition="trial")
    assert content is not None
    assert content.header.edition == "trial"


@pytest.mark.parametrize("form", ["us-hts", "uk-gt", "vn"])
def test_a_form_of_one_file_refuses_several(form: str) -> None:
    content, report = read_tariff(files(), form)
    assert content is None
    assert report.faults


def test_a_day_is_read_as_written() -> None:
    content, _ = read_tariff(files(measures="id,code,type,duty,since,until\n1,0101,103,1 %,2026-01-31,2026-12-31\n"))
    assert content is not None
    assert (content.measures[0].since, content.measures[0].until) == (date(2026, 1, 31), date(2026, 12, 31))


def test_who_waits_is_told_how_many_rows_are_done() -> None:
    told: list[int] = []
    rows = "".join(f"{number:08},1,x,x,\n" for number in range(5_000))
    read_tariff(files(lines=FILES["lines.csv"] + rows), progress=told.append)
    assert told == sorted(told)
    assert len(told) == 2


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_whose_cells_are_parted_otherwise_is_read_alike(delimiter: str) -> None:
    other = {name: body.replace(b",", delimiter.encode()) for name, body in files().items()}
    assert read_tariff(other)[0] == read_tariff(files())[0]
