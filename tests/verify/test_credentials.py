"""Certificates: a field changed is refused, one withdrawn is withdrawn, and what is not known is never called valid."""

from __future__ import annotations

import copy
import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from clearlane_verify.credential import demand_issued, demand_proof, demand_valid
from clearlane_verify.multibase import base58, base64url, decoded, did_key, key_of, multikey
from clearlane_verify.refusal import Malformed, ProofRefused, Refused, SignatureRefused
from clearlane_verify.status import Status, bits_of, encoded, status
from tests.verify.credentials import ISSUER, KEYS, METHOD, NOW, certificate, snapshot

LIMIT = timedelta(days=7)


def demand(document: dict[str, Any]) -> None:
    """Everything a certificate must hold by itself."""
    demand_issued(document, demand_proof(document, KEYS))
    demand_valid(document, NOW)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value in a document."""
    yield path
    if isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, name))


def changed(value: Any) -> list[Any]:
    """Other values in the place of one: of the same kind, and none."""
    match value:
        case bool():
            return [not value, None]
        case int() | float():
            return [value + 1, str(value), -value]
        case str():
            return [value + "x", value[:-1], value.swapcase(), None]
        case list():
            return [[*value, value[0]], value[1:], []]
        case dict():
            return [{**value, "more": 1}, {}]
    return [0, "", False]


def test_a_certificate_holds_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    demand(certificate())
    assert status(certificate(), [snapshot()], KEYS, NOW, LIMIT) == Status("in force", NOW)


@pytest.mark.parametrize("path", [path for path in places(certificate()) if path], ids=str)
def test_each_field_changed_or_taken_away_is_refused(path: tuple[Any, ...]) -> None:
    whole = certificate()
    *way, last = path
    for other in [*changed(_at(whole, path)), ...]:
        document = copy.deepcopy(whole)
        holder = _at(document, tuple(way))
        if other is ...:
            del holder[last]
        elif other == _at(whole, path) and type(other) is type(_at(whole, path)):
            continue
        else:
            holder[last] = other
        with pytest.raises(Refused):
            demand(document)


def _at(document: Any, path: tuple[Any, ...]) -> Any:
    for name in path:
        document = document[name]
    return document


def test_the_vector_of_the_suite_holds_and_each_change_of_it_is_refused(shared_data: Path) -> None:
    folder = shared_data / "trust" / "vc-di-eddsa"
    vector = json.loads((folder / "eddsa-jcs-2022" / "signedJCS.json").read_text())
    assert demand_proof(vector, did_key)[0].method.startswith("did:key:z6Mkr")
    for path in list(places(vector))[1:]:
        document = copy.deepcopy(vector)
        _at(document, path[:-1])[path[-1]] = changed(_at(vector, path))[0]
        with pytest.raises(Refused):
            demand_proof(document, did_key)
    for other in ("signedProofSet2", "signedProofChain2"):
        with pytest.raises(ProofRefused):
            demand_proof(json.loads((folder / "proof-set-chain" / f"{other}.json").read_text()), did_key)


def test_a_certificate_that_another_signed_is_not_its_issuer_s() -> None:
    stranger = certificate(issuer="did:web:origin.example")
    with pytest.raises(SignatureRefused):
        demand_issued(stranger, demand_proof(stranger, KEYS))


@pytest.mark.parametrize(("days", "said"), [(-30, "in force from 2026-11-01"), (400, "in force until 2027-11-01")])
def test_a_certificate_is_in_force_between_its_days(days: int, said: str) -> None:
    with pytest.raises(ProofRefused, match=said):
        demand_valid(certificate(), NOW + timedelta(days=days))


@pytest.mark.parametrize(
    "changes", [{"@context": ["https://www.w3.org/2018/credentials/v1"]}, {"type": ["Other"]}, {"issuer": ""}, {"credentialSubject": {}},
                {"validFrom": "yesterday"}, {"validUntil": "2027-11-01"}],
)  # fmt: skip
def test_what_is_no_credential_is_refused_though_the_proof_holds(changes: dict[str, Any]) -> None:
    document = certificate(**changes)
    demand_proof(document, KEYS)
    with pytest.raises(Malformed):
        demand_valid(document, NOW)


def test_a_certificate_withdrawn_is_withdrawn_as_of_the_snapshot_that_says_so() -> None:
    assert status(certificate(), [snapshot(42), snapshot(at=NOW - timedelta(days=1))], KEYS, NOW, LIMIT) == Status("withdrawn", NOW)
    assert status(certificate(), [snapshot(41, 43)], KEYS, NOW, LIMIT) == Status("in force", NOW)


def test_an_old_snapshot_or_none_says_unknown_and_never_in_force() -> None:
    old = NOW - timedelta(days=8)
    assert status(certificate(), [snapshot(at=old)], KEYS, NOW, LIMIT) == Status("unknown", old)
    assert status(certificate(), [snapshot(42, at=old)], KEYS, NOW, LIMIT) == Status("withdrawn", old)
    assert status(certificate(), [], KEYS, NOW, LIMIT).word == "unknown"
    assert status(certificate(), [snapshot(id="https://origin.example/status/2")], KEYS, NOW, LIMIT).word == "unknown"
    assert status(certificate(), [snapshot(at=NOW + timedelta(days=1))], KEYS, NOW, LIMIT).word == "unknown"


def test_of_several_purposes_the_worst_counts() -> None:
    entry = certificate()["credentialStatus"]
    both = certificate(
        credentialStatus=[entry, {**entry, "statusPurpose": "suspension", "statusListCredential": "https://origin.example/s"}]
    )
    suspended = snapshot(42, purpose="suspension", id="https://origin.example/s")
    assert status(both, [snapshot(), suspended], KEYS, NOW, LIMIT).word == "suspended"
    assert status(both, [snapshot(42), suspended], KEYS, NOW, LIMIT).word == "withdrawn"


@pytest.mark.parametrize(
    "changes", [{"issuer": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"}, {"type": ["VerifiableCredential"]},
                {"credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "message", "encodedList": "u"}},
                {"credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": "uAAAA"}}],
)  # fmt: skip
def test_a_list_that_is_not_the_issuer_s_or_out_of_form_decides_nothing(changes: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        status(certificate(), [snapshot(**changes)], KEYS, NOW, LIMIT)


@pytest.mark.parametrize("index", ["-1", "131072", "x", 42, "４２"])
def test_a_place_that_is_none_is_refused(index: object) -> None:
    entry = {**certificate()["credentialStatus"], "statusListIndex": index}
    with pytest.raises(Refused):
        status(certificate(credentialStatus=entry), [snapshot()], KEYS, NOW, LIMIT)


def test_a_bitstring_that_unpacks_to_far_too_much_is_not_unpacked() -> None:
    with pytest.raises(Malformed):
        bits_of(encoded(bytes(1 << 23)))


@pytest.mark.parametrize("raw", [b"", b"\0\0", b"\0abc", bytes(range(256))])
def test_bytes_are_read_back_from_either_base(raw: bytes) -> None:
    assert decoded(base58(raw)) == decoded(base64url(raw)) == raw


@pytest.mark.parametrize("text", ["", "x12", "z0", "zIl", "uA", "u+/", "uAB"])
def test_what_is_in_no_base_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        decoded(text)


def test_a_key_is_found_in_its_own_name_and_in_no_other() -> None:
    assert multikey(did_key(METHOD)) == ISSUER.removeprefix("did:key:")
    for wrong in ("did:web:a", f"{ISSUER}#other", "did:key:z6Mk", "did:key:" + base58(b"\x80\x24" + bytes(32))):
        with pytest.raises(Malformed):
            did_key(wrong)
    with pytest.raises(Malformed):
        key_of(base58(b"\xed\x01" + bytes(31)))
