"""Documents: kept by digest, known for what their bytes are, given back to nobody without the declaration they belong to."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearlane.lodgement.document_type import MOST_BYTES, media_type
from clearlane.model.refusals import Closed, NotFound, Unreadable
from clearlane.office import documents
from clearlane.office.office import Office
from tests.office.risk_office import MORNING, office, trade

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


HEADER = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HEADER) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"
TIFF = b"II*\0" + struct.pack("<I", 8) + bytes(20)
WEBP = b"RIFF" + struct.pack("<I", 16) + b"WEBP" + bytes(12)
XML = "<?xml version='1.0'?><Invoice><Number>Hóa đơn 7</Number></Invoice>".encode()


KNOWN = {
    "application/pdf": PDF,
    "image/png": PNG,
    "image/jpeg": JPEG,
    "image/tiff": TIFF,
    "image/webp": WEBP,
    "application/xml": XML,
}
BROKEN = [PDF[:-8], PNG[:-20], JPEG[:-2], WEBP[:-4], b"<a><b></a>", b"<html><script>alert(1)"]
NONE = [b"", b"MZ\x90\0 a program", b"#!/bin/sh\nrm", b"PK\x03\x04 a zip", b"plain words"]
HOSTILE = [b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"]


@pytest.mark.parametrize(("kind", "data"), [*KNOWN.items(), ("application/pdf", b"junk before\n" + PDF)])
def test_a_document_is_known_by_its_bytes(kind: str, data: bytes) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize("data", [*BROKEN, *NONE, *HOSTILE], ids=range(12))
def test_what_is_no_document_or_broken_off_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        media_type(data)


def test_more_than_fifty_megabytes_are_refused() -> None:
    with pytest.raises(Unreadable):
        media_type(PDF + bytes(MOST_BYTES))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_kind_we_take_or_refused_in_words(data: bytes) -> None:
    try:
        kind = media_type(data)
    except Unreadable:
        return
    assert kind in KNOWN


def lodged(count: int = 1) -> tuple[Office, list[str]]:
    desk = office()
    list(desk.lodge_many(trade(count)))
    return desk, [one.number for one in desk.store.chosen_from(MORNING.replace(year=2020))]


def test_a_document_is_kept_once_and_given_back_unchanged() -> None:
    desk, (number,) = lodged()
    first = desk.documents.supply(number, PDF, "N935", 1)
    assert desk.documents.supply(number, PDF, "N935", 1) == first
    assert desk.documents.supply(number, PDF, "N703").seq > first.seq
    assert [one.document.subject for one in desk.documents.of(number)] == ["N935", "N703"]
    assert desk.documents.read(number, first.document.digest) == (first, PDF)
    assert first.name == f"N935-{first.document.digest[:12]}.pdf"


def test_a_document_is_no_other_declarations() -> None:
    desk, (one, other) = lodged(2)
    kept = desk.documents.supply(one, PNG)
    with pytest.raises(NotFound):
        desk.documents.read(other, kept.document.digest)
    with pytest.raises(NotFound):
        desk.documents.supply("26XA00000000000000", PNG)


def test_what_was_erased_is_missed_and_can_be_sent_again() -> None:
    desk, (number,) = lodged()
    kept = desk.documents.supply(number, XML)
    with desk.store.work() as work:
        work.erase(kept.document.digest)
    assert len(desk.documents.of(number)) == 1
    with pytest.raises(NotFound):
        desk.documents.read(number, kept.document.digest)
    assert desk.documents.supply(number, XML).seq == kept.seq
    assert desk.documents.read(number, kept.document.digest)[1] == XML


def test_a_declaration_has_no_more_documents_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST", 2)
    desk, (number,) = lodged()
    desk.documents.supply(number, PDF)
    desk.documents.supply(number, PNG)
    with pytest.raises(Closed):
        desk.documents.supply(number, JPEG)


def test_fifty_megabytes_are_kept_on_disk(tmp_path: Path) -> None:
    from clearlane.office.wiring import store_from

    desk = office(store_from(f"sqlite:///{tmp_path}/office.db"))
    list(desk.lodge_many(trade(1)))
    number = desk.store.chosen_from(MORNING.replace(year=2020))[0].number
    large = PDF[:-7] + bytes(MOST_BYTES - len(PDF)) + PDF[-7:]
    kept = desk.documents.supply(number, large)
    assert (kept.document.size, desk.documents.read(number, kept.document.digest)[1] == large) == (MOST_BYTES, True)
    desk.store.close()
