"""What can be done with a message before the store is asked: reading, signature, checks, passage."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.lodgement.check import check
from clearlane.lodgement.content import content_digest, digest
from clearlane.lodgement.read import read
from clearlane.model.declaration import Declaration, Purpose
from clearlane.model.facts import Fact, Signed
from clearlane.model.findings import Finding, blocking
from clearlane.model.message import Message
from clearlane.model.profile import Profile
from clearlane.model.receipt import Lodgement
from clearlane.model.refusals import NotAllowed
from clearlane.model.text import Text
from clearlane.office.access import may_lodge
from clearlane.office.passage import passage
from clearlane.office.permit_remarks import demanded
from clearlane.office.remarks import awaiting_goods, later_than_the_law_read, signature_does_not_hold, unsigned
from clearlane.office.selection import forced_rejection


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A message read and looked at.

    Attributes:
      lodgement: What was handed in.
      message: What it says.
      digest: SHA-256 of its bytes.
      content: SHA-256 of its content.
      signed: Its signature's evidence, where there is a good one.
      findings: What the signature and the declaration gave cause to remark.
      facts: What happens to it up to its selection; empty for requests, which depend on the declaration they are about.
    """

    lodgement: Lodgement
    message: Message
    digest: str
    content: str
    signed: tuple[Signed, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]

    @property
    def declaration(self) -> Declaration:
        """The declaration in the message."""
        return self.message.declaration

    @property
    def purpose(self) -> Purpose:
        """What it is for."""
        return self.message.declaration.purpose


def prepare(lodgement: Lodgement, profile: Profile, at: datetime, *, sandbox: bool) -> Prepared:
    """Read a message and, if it is a declaration, take it through its passage up to its selection.

    Raises:
      Unreadable: It is no message that can be read.
      NotAllowed: It is a declaration in the name of a party for whom the lodger may not act.
    """
    data, signed, findings = _signature(lodgement, profile, at)
    message = read(data)
    declaration = message.declaration
    facts: list[Fact] = []
    if declaration.purpose == "declaration":
        _permit(lodgement, declaration)
        findings += check(declaration, profile, profile.day(at), repaired=message.repaired)
        findings += demanded(declaration, profile)
        findings += forced_rejection(declaration) if sandbox else ()
        findings += () if blocking(findings) else (*awaiting(declaration, profile), *later_than_the_law_read(profile, profile.day(at)))
        facts = passage(declaration, findings, profile, at, look_first=lodgement.look_first)
    return Prepared(lodgement, message, digest(lodgement.data), content_digest(declaration), signed, findings, tuple(facts))


def _permit(lodgement: Lodgement, declaration: Declaration) -> None:
    if lodgement.lodger and not may_lodge(lodgement.lodger, lodgement.acts_for, declaration):
        raise NotAllowed(
            Text(
                en="You may lodge declarations as their declarant only, or as the agent named in them for a declarant who appointed you.",
                vi="Chỉ người khai hải quan, hoặc đại lý hải quan ghi trên tờ khai và được người khai ủy quyền, mới được nộp tờ khai này.",
            )
        )


def awaiting(declaration: Declaration, profile: Profile) -> tuple[Finding, ...]:
    """Return the remark to a declaration lodged before its goods: what comes next, and nothing of its outcome."""
    kind = profile.kind(declaration.type_code or "")
    return (awaiting_goods(),) if kind is not None and kind.moment == "pre-lodged" else ()


def readable(data: bytes) -> bytes:
    """Return a message without the signature it may hold."""
    if b"Signature" not in data:
        return data
    from clearlane.signature import detach  # noqa: PLC0415 - a heavy library, needed only where something is signed

    return detach(data)[0]


def _signature(lodgement: Lodgement, profile: Profile, at: datetime) -> tuple[bytes, tuple[Signed, ...], tuple[Finding, ...]]:
    data, beside = lodgement.data, lodgement.signature
    if beside is None and b"Signature" not in data:
        return data, (), (unsigned(),) if profile.signature_required else ()
    from clearlane.signature import verifier_from  # noqa: PLC0415 - as above

    evidence = verifier_from(profile.trust_anchors, at).verify(data, beside)
    if evidence is None:
        return data, (), (unsigned(),) if profile.signature_required else ()
    if evidence.status == "invalid":
        return readable(data), (), (signature_does_not_hold(evidence.reason),)
    kept = digest(beside) if beside is not None else ""
    return readable(data), (Signed(evidence.form, evidence.certificate_sha256, evidence.content_sha256, kept),), ()
