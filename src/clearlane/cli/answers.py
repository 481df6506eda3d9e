"""What is answered to one message, as JSON and as lines to read. A trader's answer holds nothing of risk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from clearlane.cli.speech import one_of, said
from clearlane.model.case import STATES, Case, State
from clearlane.model.declaration import Purpose
from clearlane.model.facts import Lane
from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.receipt import Receipt
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text
from clearlane.office.explanation import told

SEVERITIES = {"blocking": Text(en="to correct", vi="cần sửa"), "warning": Text(en="to note", vi="lưu ý")}
_REQUESTS = {
    "amendment": Text(en="amendment", vi="sửa đổi, bổ sung"),
    "cancellation": Text(en="cancellation", vi="hủy tờ khai"),
    "presentation": Text(en="presentation of goods", vi="xuất trình hàng hóa"),
}
_WAIT = Text(
    en="Registered. The outcome is told once the goods are presented.", vi="Đã đăng ký. Kết quả được thông báo khi hàng được xuất trình."
)
_PROVISIONAL = Text(
    en="Provisional, and not told to the trader before the goods are presented.",
    vi="Tạm thời, chưa thông báo cho người khai trước khi hàng được xuất trình.",
)
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Figure(msgspec.Struct, frozen=True):
    """An amount as exact text, with its currency."""

    amount: str
    currency: str


class Remark(msgspec.Struct, frozen=True):
    """A finding in one language."""

    rule: str
    pointer: str
    path: str
    severity: str
    message: str
    remedy: str


class Answer(msgspec.Struct, frozen=True):
    """The answer to one message; what was refused has a refusal, and nothing of the rest.

    Attributes:
      file: The file as it was named.
      reference: The declarant's reference.
      number: The declaration's number.
      state: Where the declaration stands.
      lane: Its lane, where the one who asks may know it.
      duty: The total; None where there is none.
      unpriced: Why there is no total.
      findings: Everything there was to say.
      refusal: ``kind``, ``message`` and, where known, ``line`` and ``column``.
      message: What the message was: ``declaration``, ``amendment``, ``cancellation`` or ``presentation``.
      taken: Whether it had its effect.
      waits: Whether it is a request that an officer decides on.
      new: Whether anything was recorded; false where the same message had come before.
      warnings: How many findings only warn.
      generation: The declaration's latest generation.
      notice: What comes next, in words.
    """

    file: str
    reference: str | None = None
    number: str | None = None
    state: State | None = None
    lane: Lane | None = None
    duty: Figure | None = None
    unpriced: list[str] = []
    findings: list[Remark] = []
    refusal: dict[str, str | int] | None = None
    message: Purpose | None = None
    taken: bool = False
    waits: bool = False
    new: bool = False
    warnings: int = 0
    generation: int | None = None
    notice: str | None = None


def answered(file: str, outcome: Receipt | Refusal, profile: Profile, *, officer: bool) -> Answer:
    """Return the answer to a message, in the language spoken."""
    if isinstance(outcome, Refusal):
        reference = str(outcome.fields.get("reference", "")) or None
        return Answer(file, reference, refusal={"kind": outcome.kind, "message": said(outcome.words), **outcome.fields})
    case = outcome.case if officer else told(outcome.case)
    return Answer(
        file,
        case.reference,
        case.number,
        case.state,
        case.lane,
        duty_of(case),
        [said(reason) for reason in case.unpriced],
        [remark(finding) for finding in outcome.findings],
        message=outcome.message,
        taken=outcome.taken,
        waits=outcome.waits,
        new=outcome.new,
        warnings=sum(finding.severity == "warning" for finding in outcome.findings),
        generation=case.generation,
        notice=notice_of(case, profile, officer=officer),
    )


def duty_of(case: Case) -> Figure | None:
    """Return what a declaration owes."""
    return None if case.duty is None else Figure(f"{case.duty:f}", case.currency)


def remark(finding: Finding) -> Remark:
    """Return a finding in the language spoken."""
    said_message, said_remedy = said(finding.message), said(finding.remedy)
    return Remark(finding.rule, str(finding.pointer), finding.path, finding.severity, said_message, said_remedy)


def notice_of(case: Case, profile: Profile, *, officer: bool) -> str | None:
    """Return what comes next for a declaration that still has its way to go."""
    if case.state == "pre-lodged":
        return said(_PROVISIONAL if officer else _WAIT)
    if case.state in ("rejected", "cancelled") or case.lane is None:
        return None
    return said(profile.lanes.control_notice[case.lane])


def as_json(answer: Answer) -> str:
    """Return an answer as one line of JSON, safe to show and to cut at line ends."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(answer).decode())


def lines(answer: Answer, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield an answer as lines to read, each with its style: one for the message, then two for each finding."""
    if answer.refusal is not None:
        yield f"{answer.file}: {one_of('refused', 'không tiếp nhận')}: {answer.refusal['message']}", "red"
        return
    yield f"{answer.file}: {_headline(answer, profile)}", ""
    for finding in answer.findings:
        yield from finding_lines(finding)
    if answer.notice:
        yield f"  {answer.notice}", ""


def finding_lines(finding: Remark) -> Iterator[tuple[str, str]]:
    """Yield a finding as two lines: what is the matter, and what to do."""
    style = "red" if finding.severity == "blocking" else "yellow"
    yield f"  {said(SEVERITIES[finding.severity])}: {finding.rule} {finding.path}: {finding.message}", style
    yield f"    {finding.remedy}", ""


def _headline(answer: Answer, profile: Profile) -> str:
    parts = [f"{answer.number} ({answer.reference})", standing_words(answer.state or "", answer.lane, profile)]
    if answer.message in _REQUESTS:
        outcome = one_of("done", "đã thực hiện") if answer.taken else one_of("rejected", "bị từ chối")
        waiting = one_of("received, an officer decides on it", "đã tiếp nhận, chờ công chức hải quan quyết định")
        parts.insert(1, f"{said(_REQUESTS[answer.message])} {waiting if answer.waits else outcome}")
    parts += duty_words(answer.duty, answer.unpriced)
    if not answer.new:
        parts.append(one_of("came before, nothing new recorded", "đã nhận trước đây, không ghi thêm"))
    return ", ".join(parts)


def standing_words(state: str, lane: Lane | None, profile: Profile) -> str:
    """Say where a declaration stands, with its lane where it may be told."""
    words = said(STATES[state]) if state in STATES else state
    if lane is None:
        return words
    name, called = said(profile.lanes.names[lane]), one_of("lane", "luồng")
    return f"{words}, {name}" if called in name.casefold() else f"{words}, {called}: {name}"


def duty_words(duty: Figure | None, unpriced: list[str]) -> list[str]:
    """Say what is owed, or why it is not known; nothing for what was never assessed."""
    if duty is not None:
        return [f"{one_of('duty', 'tiền thuế')} {duty.amount} {duty.currency}"]
    return [f"{one_of('duty not known yet', 'chưa xác định được tiền thuế')}: {' '.join(unpriced)}"] if unpriced else []
