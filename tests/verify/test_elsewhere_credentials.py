"""The packages of Digital Bazaar agree with ours on certificates and status lists, both ways."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from clearlane.exchange.certificates import WORDS, Listed, status_list, unsigned, words_of
from clearlane.exchange.compact import compact
from clearlane.keys import open_signer
from clearlane.office.certificate_checks import seen
from clearlane.office.certificates import list_of, method_of, named
from clearlane_verify.code import unpacked
from clearlane_verify.credential import secured
from clearlane_verify.did_web import document as did_document
from clearlane_verify.multibase import multikey
from tests.office.test_certificates import ORIGIN
from tests.verify.credentials import NOW
from tests.verify.elsewhere_run import installed, judged

SIGNER = open_signer("memory:", "did:web:customs.example")
LISTED = Listed(list_of(SIGNER), 42)


def ours(document: Any) -> dict[str, Any]:
    return secured(document, method_of(SIGNER), SIGNER.sign, NOW)


def listed(*withdrawn: int) -> dict[str, Any]:
    return ours(status_list(SIGNER.name, LISTED.address, withdrawn, NOW))


def bare(place: int = 42) -> dict[str, Any]:
    at = Listed(LISTED.address, place)
    return unsigned("origin", "ORIGIN-2026-000001", SIGNER.name, ORIGIN, since=NOW, until=NOW + timedelta(days=365), listed=at)


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the packages say of ours, and what they issue."""
    good = ours(bare())
    shown = [
        (good, listed()),
        (unpacked(compact(good, ours)), listed()),
        ({**good, "validUntil": "2099-01-01T00:00:00Z"}, listed()),
        ({**good, "credentialSubject": {**good["credentialSubject"], "consignee": "Another"}}, listed()),
        (good, listed(42)),
        (good, {**listed(), "issuer": "did:web:another.example"}),
        (good, None),
    ]
    asked = {
        "did": SIGNER.name,
        "issuer": did_document(SIGNER.name, {named(SIGNER): multikey(SIGNER.public)}),
        "words": {"url": words_of(SIGNER.name), "document": WORDS},
        "list": LISTED.address,
        "now": f"{NOW + timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}",
        "certificates": [{"document": one, "list": held} for one, held in shown],
        "unsigned": bare(),
    }
    return judged(["node", "check.mjs"], asked, installed("npm-vc", tmp_path_factory.mktemp("npm") / "check"))


def test_they_accept_ours_and_refuse_it_changed_withdrawn_or_of_a_status_unknown(answer: dict[str, Any]) -> None:
    assert answer["certificates"] == [True, True, False, False, False, False, False]


def test_ours_accepts_theirs_and_refuses_it_changed_or_withdrawn(answer: dict[str, Any]) -> None:
    did, status = (json.dumps(answer[name]).encode() for name in ("did", "list"))

    def said(document: Any) -> str:
        return seen(json.dumps(document).encode(), [did], [status], NOW + timedelta(hours=2), 7).word

    assert said(answer["issued"]) == "in force"
    assert said({**answer["issued"], "id": "urn:certificate:2"}) == "refused"
    assert seen(json.dumps(answer["issued"]).encode(), [did], [], NOW + timedelta(hours=2), 7).word == "unknown"


def test_their_list_says_to_ours_what_was_withdrawn(answer: dict[str, Any]) -> None:
    did = json.dumps(did_document(SIGNER.name, {named(SIGNER): multikey(SIGNER.public)})).encode()
    theirs, own = (json.dumps(one).encode() for one in (answer["list"], answer["did"]))
    at = NOW + timedelta(hours=2)
    found = [seen(json.dumps(ours(bare(place))).encode(), [did, own], [theirs], at, 7).word for place in (6, 7, 8)]
    assert found == ["in force", "withdrawn", "in force"]
