"""Every remark that the office itself makes shows on a lodging that passes and one that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from clearlane.lodgement.json_form import read_json, write_json
from clearlane.lodgement.rules.example import shown
from clearlane.lodgement.write import write
from clearlane.model.facts import Signed
from clearlane.model.message import Message
from clearlane.model.profile import Act, Profile
from clearlane.model.receipt import Lodgement, Receipt
from clearlane.model.rule import Edits, Rule
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.remarks import LATER_THAN_THE_LAW_READ, POINTS_NOWHERE, REMARKS, SIGNATURE_DOES_NOT_HOLD, UNSIGNED
from clearlane.office.wiring import profile_named
from tests.signature.certificates import NOW, authority, declarant, root
from tests.signature.samples import FORMS, signed

XA = profile_named("xa")
SIGNING = replace(XA, signature_required=True, trust_anchors=(root().pem,))
OF_SIGNATURES = (UNSIGNED, SIGNATURE_DOES_NOT_HOLD)
AS_LODGED = read_json(XA.examples["import"]).declaration
OTHERS = [rule for rule in REMARKS if rule not in (*OF_SIGNATURES, LATER_THAN_THE_LAW_READ)]


def opened(profile: Profile, *, sandbox: bool = False) -> Office:
    return Office.open(profile=profile, sandbox=sandbox, clock=lambda: NOW)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened(SIGNING) as office:
        yield office


def said(receipt: Receipt) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in receipt.findings]


def document(rule: Rule, edits: Edits) -> bytes:
    return write_json(Message(declaration=shown(rule, edits, XA)))


def lodged(rule: Rule, edits: Edits) -> Receipt:
    """Lodge the message a remark is shown on; what is about a declaration is about the example, lodged before."""
    with opened(XA, sandbox=rule.code.startswith("SBX-")) as office:
        if rule.baseline != "amendment":
            return office.lodge(document(rule, edits))
        number = office.lodge(XA.examples["import"]).case.number
        return office.lodge(document(rule, {**edits, "ID": number, "Declarant/ID": AS_LODGED.declarant_id}))


@pytest.mark.parametrize("rule", OTHERS, ids=lambda rule: rule.code)
def test_the_passing_example_of_a_remark_brings_none(rule: Rule) -> None:
    receipt = lodged(rule, rule.passing)
    assert (said(receipt), receipt.taken) == ([], True)


@pytest.mark.parametrize("rule", OTHERS, ids=lambda rule: rule.code)
def test_the_failing_example_of_a_remark_brings_it_and_no_other(rule: Rule) -> None:
    receipt = lodged(rule, rule.failing)
    assert said(receipt) == [(rule.code, rule.severity)]
    assert receipt.taken == (rule.severity == "warning")


@pytest.mark.parametrize(
    ("as_of", "expected"), [(NOW.date(), []), (NOW.date() - timedelta(days=1), [(LATER_THAN_THE_LAW_READ.code, "warning")])]
)
def test_a_declaration_registered_after_the_law_was_read_is_warned_of_and_taken(as_of: date, expected: list[tuple[str, str]]) -> None:
    act = Act("Customs Act", Text(en="Customs Act", vi="Luật hải quan"), as_of)
    unread = Act("Circular 7", Text(en="Circular 7", vi="Thông tư 7"), as_of, read=False)
    with opened(replace(XA, acts=(act, unread))) as office:
        receipt = office.lodge(XA.examples["import"])
    assert (said(receipt), receipt.taken) == (expected, True)
    assert all("Customs Act" in found.message.en and "read: Circular 7" in found.message.en for found in receipt.findings)


def test_a_declaration_without_the_signature_demanded_is_rejected(office: Office) -> None:
    receipt = office.lodge(XA.examples["import"])
    assert said(receipt) == [(UNSIGNED.code, UNSIGNED.severity)]
    assert receipt.case.state == "rejected"


@pytest.mark.parametrize("form", FORMS)
def test_a_declaration_signed_as_demanded_is_accepted_and_the_evidence_recorded(office: Office, form: str) -> None:
    data, beside = signed(form, write(read_json(XA.examples["import"])))
    receipt = office.lodge(Lodgement(data, signature=beside))
    assert (said(receipt), receipt.taken) == ([], True)
    (evidence,) = [record.fact for record in office.facts(receipt.case.number) if isinstance(record.fact, Signed)]
    assert evidence.form == form
    assert office.message(receipt.case) == data
    assert evidence.signature == (sha256(beside).hexdigest() if beside else "")
    assert beside is None or office.store.document(evidence.signature) == beside


@pytest.mark.parametrize("form", FORMS)
def test_a_signature_over_another_message_does_not_hold(office: Office, form: str) -> None:
    data, beside = signed(form, write(read_json(XA.examples["import"])))
    receipt = office.lodge(Lodgement(data.replace(b"9600.00", b"960.00"), signature=beside))
    assert (SIGNATURE_DOES_NOT_HOLD.code, "blocking") in said(receipt)
    assert not receipt.taken
    assert not [record for record in office.facts(receipt.case.number) if isinstance(record.fact, Signed)]


def test_a_signature_that_does_not_hold_is_no_signature_and_said_once(office: Office) -> None:
    data, beside = signed("jws", XA.examples["import"], by=declarant(authority("Another Root")))
    assert said(office.lodge(Lodgement(data, signature=beside))) == [(SIGNATURE_DOES_NOT_HOLD.code, "blocking")]


@pytest.mark.parametrize("remark", [POINTS_NOWHERE, *OF_SIGNATURES], ids=lambda rule: rule.code)
def test_an_amendment_needs_its_signature_too(office: Office, remark: Rule) -> None:
    first, beside = signed("cms", XA.examples["import"])
    number = office.lodge(Lodgement(first, signature=beside)).case.number
    edits = {**(remark.failing if remark is POINTS_NOWHERE else {}), "ID": number, "Declarant/ID": AS_LODGED.declarant_id}
    data, good = signed("cms", document(POINTS_NOWHERE, edits))
    signature = {POINTS_NOWHERE.code: good, UNSIGNED.code: None, SIGNATURE_DOES_NOT_HOLD.code: beside}[remark.code]
    assert said(office.lodge(Lodgement(data, signature=signature))) == [(remark.code, "blocking")]


@pytest.mark.parametrize("rule", REMARKS, ids=lambda rule: rule.code)
def test_a_remark_is_worded_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.words):
        assert text.en.strip()
        assert text.vi.strip()
        assert text.en != text.vi
