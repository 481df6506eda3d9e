"""``clearlane-verify certificate``: an issuer pinned beforehand, a snapshot at hand, and no socket."""

from __future__ import annotations

import json
import socket
from datetime import timedelta
from pathlib import Path

import pytest

from clearlane_verify.command import main
from clearlane_verify.did_web import document, pinned
from clearlane_verify.multibase import multikey
from clearlane_verify.refusal import Malformed, SignatureRefused
from tests.verify.credentials import ISSUER, METHOD, NOW, certificate, snapshot

WEB = "did:web:origin.example"
KEY = ISSUER.removeprefix("did:key:")
AT = ["--at", NOW.isoformat()]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "socket", None)
    for name, made in {
        "certificate": certificate(),
        "good": snapshot(),
        "old": snapshot(at=NOW - timedelta(days=30)),
        "withdrawn": snapshot(42),
        "changed": {**certificate(), "validUntil": "2099-01-01T00:00:00Z"},
    }.items():
        Path(name).write_text(json.dumps(made))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["certificate", "--status", "good"], 0, "was not withdrawn as of 2026-11-23 09:00"),
        (["certificate", "--status", "good", "--status", "withdrawn"], 1, "withdrawn"),
        (["certificate", "--status", "withdrawn"], 1, "withdrawn"),
        (["certificate", "--status", "old"], 1, "Status unknown"),
        (["certificate", "--status", "old", "--days", "31"], 0, "as of 2026-10-24"),
        (["certificate"], 1, "Status unknown"),
        (["changed", "--status", "good"], 1, "The signature does not hold"),
        (["nothing"], 2, "cannot be read"),
    ],
)
def test_it_says_what_holds_as_of_when_and_never_valid_where_nobody_knows(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["certificate", *words, *AT]) == code
    found = capsys.readouterr()
    assert said in found.out + found.err


def test_it_says_every_field_and_speaks_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["certificate", "certificate", "--status", "good", *AT, "--language", "vi"]) == 0
    found = capsys.readouterr().out
    assert all(word in found for word in ("items[1].commodity: 090111", "consignee: XA8320001365", "chưa bị thu hồi"))


def test_a_key_of_a_web_address_is_known_from_the_document_pinned_and_from_no_other() -> None:
    keys = pinned([document(WEB, {"2026": KEY})])
    assert multikey(keys(f"{WEB}#2026")) == KEY
    assert multikey(keys(METHOD)) == KEY
    for other in (f"{WEB}#2027", "did:web:another.example#2026"):
        with pytest.raises(SignatureRefused):
            keys(other)


@pytest.mark.parametrize(
    "changes", [{"assertionMethod": []}, {"id": "did:web:another.example"},
                {"verificationMethod": [{"id": f"{WEB}#2026", "type": "Multikey", "controller": "did:web:x", "publicKeyMultibase": KEY}]}],
)  # fmt: skip
def test_a_key_that_its_subject_does_not_name_to_assert_with_is_not_known(changes: dict[str, object]) -> None:
    with pytest.raises(SignatureRefused):
        pinned([{**document(WEB, {"2026": KEY}), **changes}])(f"{WEB}#2026")


def test_what_is_no_did_document_is_refused() -> None:
    with pytest.raises(Malformed):
        pinned([{"id": WEB}])
