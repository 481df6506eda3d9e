"""Files that are no tariff are refused in words, whatever they are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.tariff import files as files_module
from clearlane.tariff.load import FORMS, read_tariff
from tests.tariff.tariffs import files


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), body)
    return packed.getvalue()


RUBBISH = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\n ", "empty"),
    "a mark of UTF-8 alone": (b"\xef\xbb\xbf", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text table"),
    "a web page": (b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
    "a table with a NUL": (b"HTS Number,Indent\n01\x0001,0\n", "no text table"),
    "UTF-16": ("HTS Number,Indent\n".encode("utf-16"), "UTF-16"),
    "another alphabet": (b"HTS Number,Indent\n\xe9\xe8,0\n", "UTF-8"),
    "JSON": (b'{"lines": []}', "no text table"),
    "an Excel workbook": (zipped(xl__workbook=b"<workbook/>"), "Excel"),
    "a zip of nothing": (zipped(), "no file"),
    "half a zip": (zipped(lines_csv=b"code,indent\n" * 100)[:60], "damaged"),
    "a table of something else": (b"name,age\nAn,7\n", "no column"),
}


@pytest.mark.parametrize("form", [form for form in FORMS if form != "own"])
@pytest.mark.parametrize(("body", "words"), RUBBISH.values(), ids=RUBBISH)
def test_a_form_of_one_file_refuses(form: str, body: bytes, words: str) -> None:
    content, report = read_tariff(body, form)
    assert content is None
    assert any(words in fault.cause.en for fault in report.faults), report.faults


@pytest.mark.parametrize(("body", "words"), list(RUBBISH.values())[:9], ids=list(RUBBISH)[:9])
def test_our_own_form_refuses_as_a_table(body: bytes, words: str) -> None:
    _, report = read_tariff(files() | {"lines.csv": body})
    assert any(words in fault.cause.en and fault.file == "lines.csv" for fault in report.faults)


def test_a_zip_that_grows_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LARGEST", 1_000_000)
    _, report = read_tariff(zipped(lines_csv=b"0" * 2_000_000))
    assert "too large" in report.faults[0].cause.en


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, report = read_tariff(tmp_path / "absent.csv", "us-hts")
    assert "cannot be opened" in report.faults[0].cause.en


def test_a_table_a_tariff_does_not_have_is_told() -> None:
    _, report = read_tariff(files() | {"colours.csv": b"code\nred\n"})
    assert [fault.file for fault in report.faults] == ["colours.csv"]


def test_rubbish_called_parquet_is_told() -> None:
    _, report = read_tariff(files() | {"footnotes.parquet": b"PAR1 not really PAR1"})
    assert "Parquet" in report.faults[0].cause.en


@given(st.binary(max_size=300), st.sampled_from(FORMS))
@settings(max_examples=200)
def test_no_bytes_at_all_bring_anything_but_a_report(body: bytes, form: str) -> None:
    content, report = read_tariff(body, form)
    assert content is None
    assert report.faults


@given(st.text(max_size=300), st.sampled_from(["lines", "measures", "types", "tariff", "areas"]))
@settings(max_examples=200)
def test_no_text_in_a_table_brings_anything_but_a_report(text: str, table: str) -> None:
    content, report = read_tariff(files() | {f"{table}.csv": text.encode("utf-8", "replace")})
    assert (content is None) == bool(report.faults)
