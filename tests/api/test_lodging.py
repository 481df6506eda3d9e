"""Messages come in over HTTP, one or many, and each is answered once."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from clearlane.lodgement.read import read
from clearlane.lodgement.write import write
from tests.api.desk import Counter, counter, message, request

LODGE = "/v1/declarations"


def test_a_new_declaration_is_answered_201_with_number_lane_and_duty(at: Counter) -> None:
    answer = at.trader.post(LODGE, content=message())
    told = answer.json()
    assert answer.status_code == 201
    assert (told["state"], told["lane"], told["duty"]) == ("released", "green", {"amount": "46927.46", "currency": "ARD"})
    assert at.trader.get(answer.headers["Location"]).json()["number"] == told["number"]


def test_the_same_message_again_is_answered_200_with_the_same_receipt(at: Counter) -> None:
    first, again = at.trader.post(LODGE, content=message()), at.trader.post(LODGE, content=write(read(message())))
    assert again.status_code == 200
    assert again.json() == first.json() | {"new": False}


def test_a_rejected_declaration_was_taken_and_its_receipt_holds_every_finding(at: Counter) -> None:
    answer = at.trader.post(LODGE, content=message(TypeCode="ZZZ", DeclarationOfficeID="NOWHERE"))
    told = answer.json()
    assert (answer.status_code, told["state"], told["taken"], told["duty"]) == (201, "rejected", False, None)
    assert {finding["path"] for finding in told["findings"]} >= {"/Declaration/TypeCode", "/Declaration/DeclarationOfficeID"}


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "application/xml", "multipart/form-data", "x"])
def test_xml_is_recognised_whatever_its_content_type(at: Counter, content_type: str) -> None:
    assert at.trader.post(LODGE, content=write(read(message())), headers={"Content-Type": content_type}).status_code == 201


def test_many_in_an_array_are_each_answered_in_their_order(at: Counter) -> None:
    body = b"[" + b",".join([message("A"), b'{"Declaration": 1}', message("B"), message("A", TypeCode="EXA")]) + b"]"
    answer = at.trader.post(LODGE, content=body)
    assert answer.status_code == 200
    assert [part.get("kind") or part["reference"] for part in answer.json()] == ["A", "unreadable", "B", "conflict"]


def test_many_in_json_lines_are_each_answered(at: Counter) -> None:
    answer = at.trader.post(LODGE, content=b"\n".join([message("A"), message("B")]))
    assert [part["reference"] for part in answer.json()] == ["A", "B"]


def test_many_in_xml_are_each_answered(at: Counter) -> None:
    inside = b"".join(write(read(message(name))).partition(b"?>")[2] for name in ("A", "B"))
    answer = at.trader.post(LODGE, content=b"<Messages>" + inside + b"</Messages>")
    assert [part["reference"] for part in answer.json()] == ["A", "B"]


def test_too_many_together_are_refused_whole(tmp_path: Path) -> None:
    with counter(tmp_path, max_messages=2) as at:
        answer = at.trader.post(LODGE, content=b"[" + b",".join(message(name) for name in "ABC") + b"]")
        assert (answer.status_code, at.office.store.last_seq()) == (400, 0)


def test_an_unreadable_message_is_refused_with_line_and_column(at: Counter) -> None:
    answer = at.trader.post(LODGE, content=b"<Declaration>\n<TypeCode>IMA</Declaration>")
    assert (answer.status_code, answer.json()["kind"], answer.json()["line"]) == (400, "unreadable", 2)


def test_another_message_under_a_taken_reference_is_a_conflict_that_names_the_first(at: Counter) -> None:
    first = at.trader.post(LODGE, content=message()).json()
    answer = at.trader.post(LODGE, content=message(TypeCode="IMB"))
    assert (answer.status_code, answer.json()["number"]) == (409, first["number"])


def test_presenting_what_was_released_is_refused_as_closed(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message()).json()["number"]
    answer = at.trader.post(LODGE, content=request(number, "GPR"))
    assert (answer.status_code, answer.json()["kind"], answer.json()["state"]) == (409, "closed", "released")


def test_an_amendment_of_what_is_not_recorded_is_not_found(at: Counter) -> None:
    assert at.trader.post(LODGE, content=request("26XA00000000000099", "COR")).status_code == 404


def test_a_number_from_outside_is_recorded_and_found_again(at: Counter) -> None:
    number = at.trader.post(LODGE, content=message(), headers={"X-Outside-Number": "GB-77"}).json()["number"]
    assert at.trader.get(f"{LODGE}/GB-77").json()["number"] == number


def test_a_signature_beside_the_message_is_looked_at(at: Counter) -> None:
    told = at.trader.post(LODGE, content=message(), headers={"X-JWS-Signature": "not..one"}).json()
    assert (told["state"], [finding["path"] for finding in told["findings"]]) == ("rejected", ["/Declaration/Authentication"])


def test_a_signature_not_in_base64_is_refused_as_invalid(at: Counter) -> None:
    assert at.trader.post(LODGE, content=message(), headers={"X-CMS-Signature": "abc"}).status_code == 422


def test_a_signature_in_base64_is_taken_as_bytes(at: Counter) -> None:
    beside = {"X-CMS-Signature": base64.b64encode(b"0\x03\x02\x01\x01").decode()}
    assert at.trader.post(LODGE, content=message(), headers=beside).json()["state"] == "rejected"


def test_a_compressed_body_is_not_read(at: Counter) -> None:
    assert at.trader.post(LODGE, content=b"\x1f\x8b", headers={"Content-Encoding": "gzip"}).status_code == 415


def test_a_body_announced_too_large_is_refused(tmp_path: Path) -> None:
    with counter(tmp_path, max_bytes=1000) as at:
        assert at.trader.post(LODGE, content=message()).status_code == 413


def test_a_body_that_grows_too_large_is_refused_while_it_comes(tmp_path: Path) -> None:
    with counter(tmp_path, max_bytes=1000) as at:
        assert at.trader.post(LODGE, content=iter([b" " * 600, b" " * 600])).status_code == 413
