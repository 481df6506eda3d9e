"""One table of certificates, lists and moments with what is to be said of each: held against Python and against the page in a browser."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, NamedTuple

from clearlane.exchange.compact import compact
from clearlane_verify.code import written
from clearlane_verify.did_web import document as did_document
from clearlane_verify.status import encoded
from tests.verify.credentials import ISSUER, LIST, NOW, certificate, signed, snapshot

DAYS = 7
KEY = ISSUER.removeprefix("did:key:")
OLD, LATER = NOW - timedelta(days=30), NOW + timedelta(days=1)
ENTRY = certificate()["credentialStatus"]


class Case(NamedTuple):
    """A certificate as it is shown, the lists at hand, and what is to be said.

    Attributes:
      name: What is the matter.
      shown: JSON, or the code from a paper.
      said: ``in force``, ``withdrawn``, ``suspended``, ``unknown``, ``refused`` or ``malformed``.
      lists: The lists at hand.
      at: Now.
    """

    name: str
    shown: str
    said: str
    lists: tuple[dict[str, Any], ...] = (snapshot(),)
    at: Any = LATER


def _json(name: str, said: str, document: Any, *lists: dict[str, Any], **more: Any) -> Case:
    return Case(name, json.dumps(document, ensure_ascii=False), said, lists or (snapshot(),), **more)


def _entry(**changes: Any) -> dict[str, Any]:
    return certificate(credentialStatus={**ENTRY, **changes})


GOOD = certificate()
TEXT = json.dumps(GOOD)
CODE = compact(GOOD, signed)
PROOF = GOOD["proof"]
ORIGINAL = GOOD["credentialSubject"]
FORMED = [
    _json("good", "in force", GOOD),
    Case("with spaces", json.dumps(GOOD, indent=3) + "\n", "in force"),
    Case("with letters written by number", json.dumps(certificate(id="urn:cà phê 😀")), "in force"),
    _json("in Vietnamese, with signs that must be escaped", "in force", certificate(id='urn:cà phê "😀"\n\t\x7f\u2028')),
    _json("of numbers", "in force", certificate(more=[0.1, -0.0, 1e21, 1e-7, 123456789012345680000.0, 5e-324, 1.7976931348623157e308])),
    Case("said twice", TEXT[:-1] + ', "issuer": "did:web:another"}', "malformed"),
    Case("half a letter", TEXT.replace("Tolvik", "\\ud800"), "malformed"),
    Case("not a number", TEXT.replace("1200.5", "NaN"), "malformed"),
    Case("too large a number", TEXT.replace("1200.5", "1e400"), "malformed"),
    Case("a number not exact", TEXT.replace("1200.5", "9007199254740993"), "malformed"),
    Case("a number led by zero", TEXT.replace("1200.5", "01200.5"), "malformed"),
    Case("a comma too many", TEXT[:-1] + ",}", "malformed"),
    Case("cut off", TEXT[:-1], "malformed"),
    Case("followed by more", TEXT + "{}", "malformed"),
    Case("nested too deep", "[" * 70 + "]" * 70, "malformed"),
    Case("with a mark of order", "\ufeff" + TEXT, "malformed"),
    Case("nothing", "", "malformed"),
    Case("a list", "[]", "malformed"),
    _json("a number in another writing", "in force", json.loads(TEXT.replace("1200.5", "12005e-1"))),
]
SIGNED = [
    _json("without a proof", "malformed", {name: one for name, one in GOOD.items() if name != "proof"}),
    _json("of another suite", "refused", {**GOOD, "proof": {**PROOF, "cryptosuite": "eddsa-rdfc-2022"}}),
    _json("to authenticate", "refused", {**GOOD, "proof": {**PROOF, "proofPurpose": "authentication"}}),
    _json("on another proof", "refused", {**GOOD, "proof": {**PROOF, "previousProof": "urn:1"}}),
    _json("in another context", "refused", {**GOOD, "proof": {**PROOF, "@context": ["x"]}}),
    _json("by a key unknown", "refused", {**GOOD, "proof": {**PROOF, "verificationMethod": "did:web:origin.example#9"}}),
    _json("by a key that is none", "malformed", {**GOOD, "proof": {**PROOF, "verificationMethod": "did:key:zAAA"}}),
    _json("a signature cut off", "refused", {**GOOD, "proof": {**PROOF, "proofValue": PROOF["proofValue"][:-2]}}),
    _json("a signature that is none", "malformed", {**GOOD, "proof": {**PROOF, "proofValue": "z0"}}),
    _json("two proofs", "in force", {**GOOD, "proof": [PROOF, PROOF]}),
    _json("two proofs, one bad", "refused", {**GOOD, "proof": [PROOF, {**PROOF, "created": "2026-01-01T00:00:00Z"}]}),
    _json("a proof and something", "malformed", {**GOOD, "proof": [PROOF, "x"]}),
    _json("another issuer", "refused", certificate(issuer="did:web:another.example")),
    _json("no issuer", "refused", certificate(issuer=None)),
    _json("pinned by its web address", "refused", certificate(issuer="did:web:origin.example")),
]
DATED = [
    _json("not yet", "refused", GOOD, at=NOW - timedelta(days=40)),
    _json("over", "refused", GOOD, at=NOW + timedelta(days=400)),
    _json("until with an offset", "refused", certificate(validUntil="2026-11-24T16:00:00+07:01")),
    _json("until with parts of a second", "in force", certificate(validUntil="2026-11-24T16:00:00.5+07:00")),
    _json("no end", "in force", certificate(validUntil=None)),
    _json("a day alone", "malformed", certificate(validUntil="2026-11-24")),
    _json("a day there is not", "malformed", certificate(validUntil="2027-02-29T00:00:00Z")),
    _json("no offset", "malformed", certificate(validUntil="2027-02-28T00:00:00")),
    _json("a moment that is a number", "malformed", certificate(validFrom=2026)),
    _json("of another version", "malformed", certificate(**{"@context": ["https://www.w3.org/2018/credentials/v1"]})),
    _json("no credential", "malformed", certificate(type=["CertificateOfOrigin"])),
    _json("about nothing", "malformed", certificate(credentialSubject={})),
]
LISTED = [
    _json("withdrawn", "withdrawn", GOOD, snapshot(42)),
    _json("a neighbour withdrawn", "in force", GOOD, snapshot(41, 43)),
    _json("withdrawn in the youngest", "withdrawn", GOOD, snapshot(), snapshot(42, at=LATER)),
    _json("withdrawn and taken back", "in force", GOOD, snapshot(42), snapshot(at=LATER)),
    _json("withdrawn in one of two as young", "withdrawn", GOOD, snapshot(), snapshot(42)),
    _json("withdrawn in an old list", "withdrawn", GOOD, snapshot(42, at=OLD)),
    _json("an old list", "unknown", GOOD, snapshot(at=OLD)),
    _json("a list of tomorrow", "unknown", GOOD, snapshot(at=LATER + timedelta(days=1))),
    _json("another's list", "unknown", GOOD, snapshot(id="https://origin.example/status/2")),
    _json("a changed list", "refused", GOOD, {**snapshot(), "validFrom": LATER.isoformat()}),
    _json("a list of suspensions", "refused", GOOD, snapshot(purpose="suspension")),
    _json("suspended", "suspended", _entry(statusPurpose="suspension"), snapshot(42, purpose="suspension")),
    _json("two states, one gone", "withdrawn", certificate(credentialStatus=[ENTRY, {**ENTRY, "statusListIndex": "7"}]), snapshot(7)),
    _json("no state", "in force", certificate(credentialStatus=None)),
    _json("an empty state", "malformed", certificate(credentialStatus=[])),
    _json("a state unknown", "refused", _entry(type="StatusList2021Entry")),
    _json("a purpose unknown", "refused", _entry(statusPurpose="message")),
    _json("a purpose that is a list", "refused", _entry(statusPurpose=["revocation"])),
    _json("a place outside", "refused", _entry(statusListIndex="131072")),
    _json("a place that is a number", "malformed", _entry(statusListIndex=42)),
    _json("a place in other digits", "malformed", _entry(statusListIndex="４２")),
    _json("a place without end", "malformed", _entry(statusListIndex="9" * 30)),
    _json("no list named", "malformed", _entry(statusListCredential=None), snapshot(id=None)),
    _json(
        "a list too short",
        "malformed",
        GOOD,
        snapshot(credentialSubject={"id": f"{LIST}#list", "type": "BitstringStatusList", "statusPurpose": "revocation",
                                    "encodedList": encoded(bytes(1 << 14))[:-8]}),
    ),
]  # fmt: skip
CODED = [
    Case("a code", CODE, "in force"),
    Case("a code in lines", f" \n{CODE[:50]}\r\n{CODE[50:]}\n", "in force"),
    Case("a code of a withdrawn one", CODE, "withdrawn", (snapshot(42),)),
    Case("a code with an old list", CODE, "unknown", (snapshot(at=OLD),)),
    Case("a code of something changed", written({**GOOD, "validUntil": "2099-01-01T00:00:00Z"}), "refused"),
    Case("a code cut off", CODE[:-3], "malformed"),
    Case("a code with more", CODE + "000", "malformed"),
    Case("a code with a sign that is none", CODE[:-1] + "_", "malformed"),
    Case("the head alone", "CLC1:", "malformed"),
    Case("another head", "CLC2:" + CODE[5:], "malformed"),
]
CASES = [*FORMED, *SIGNED, *DATED, *LISTED, *CODED]
DIDS = [
    did_document("did:web:other.example", {"2026": KEY}),
    {**did_document("did:web:origin.example", {"9": KEY}), "assertionMethod": ["did:web:origin.example#8", 5]},
]
"""What is pinned: a good key of somebody else, and one that its subject does not name to assert with."""
