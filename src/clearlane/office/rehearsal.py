"""Rehearsal of a national profile: an office takes its examples, and each of its further rules is shown on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from clearlane.lodgement.check import check
from clearlane.lodgement.rules.example import shown
from clearlane.model.findings import Finding
from clearlane.model.profile import Profile
from clearlane.model.refusals import Refusal
from clearlane.model.rule import Edits, Rule
from clearlane.model.text import Text
from clearlane.office.complaints import Complaint
from clearlane.office.office import Office
from clearlane.office.remarks import AWAITING_GOODS, LATER_THAN_THE_LAW_READ


def rehearsal(profile: Profile, clock: Callable[[], datetime]) -> list[Complaint]:
    """Lodge every example of a profile in an office of its own, in memory; return what goes wrong.

    Where nothing does, each further rule is shown on them. Examples are lodged unsigned, whatever the profile
    demands of signatures.

    Args:
      profile: Law in which dates, lists, places, taxes and lanes are in order.
      clock: What tells the time of lodging.
    """
    law = replace(profile, signature_required=False)
    with Office.open(profile=law, clock=clock) as office:
        wrong = [complaint for name, example in law.examples.items() for complaint in _lodged(office, name, example)]
    return wrong or [complaint for rule in law.further_rules for complaint in _shown(rule, law, law.day(clock()))]


def _lodged(office: Office, name: str, example: bytes) -> Iterator[Complaint]:
    try:
        receipt = office.lodge(example)
        further = office.profile.check_further(office.declaration(receipt.case), office.profile.day(office.clock()))
    except Refusal as refusal:
        yield Complaint("examples", Text(en=f"{name}: {refusal.words.en}", vi=f"{name}: {refusal.words.vi}"))
        return
    except Exception as fault:  # noqa: BLE001 - a country's own code may fail in any way, and its author is told how
        yield _broken("examples", name, fault)
        return
    for finding in receipt.findings:
        if finding.rule not in (AWAITING_GOODS.code, LATER_THAN_THE_LAW_READ.code):
            yield _found("examples", name, finding)
    yield from _unregistered(further, office.profile)


def _shown(rule: Rule, profile: Profile, on: date) -> Iterator[Complaint]:
    try:
        passing = _check(rule, rule.passing, profile, on)
        failing = _check(rule, rule.failing, profile, on)
        further = profile.check_further(shown(rule, rule.failing, profile), on)
    except Exception as fault:  # noqa: BLE001 - as above
        yield _broken("rules", rule.code, fault)
        return
    for finding in passing:
        yield _found("rules", f"{rule.code}, passing", finding)
    own = [finding for finding in failing if finding.rule == rule.code and finding.severity == rule.severity]
    if not own:
        yield Complaint(
            "rules",
            Text(
                en=f"{rule.code}: the failing example brings no {rule.severity} finding of the rule.",
                vi=f"{rule.code}: ví dụ sai không làm phát sinh kết quả kiểm tra nào của quy tắc.",
            ),
        )
    for finding in own:
        if not all(text.en.strip() and text.vi.strip() for text in (finding.message, finding.remedy)):
            yield Complaint(
                "words", Text(en=f"{rule.code}: a finding lacks a language.", vi=f"{rule.code}: kết quả kiểm tra thiếu một ngôn ngữ.")
            )
    yield from _unregistered(further, profile)


def _check(rule: Rule, edits: Edits, profile: Profile, on: date) -> tuple[Finding, ...]:
    return check(shown(rule, edits, profile), profile, on)


def _unregistered(findings: tuple[Finding, ...], profile: Profile) -> Iterator[Complaint]:
    for code in sorted({finding.rule for finding in findings} - {rule.code for rule in profile.further_rules}):
        yield Complaint(
            "rules",
            Text(
                en=f"check_further finds {code}, which is not among the further rules.",
                vi=f"check_further dùng mã {code} không có trong các quy tắc bổ sung.",
            ),
        )


def _found(demand: str, where: str, finding: Finding) -> Complaint:
    place = f"{where}: {finding.rule} {finding.path}"
    return Complaint(demand, Text(en=f"{place}: {finding.message.en}", vi=f"{place}: {finding.message.vi}"))


def _broken(demand: str, where: str, fault: Exception) -> Complaint:
    what = f"{type(fault).__name__}: {fault}"
    return Complaint(demand, Text(en=f"{where}: it cannot be worked with ({what}).", vi=f"{where}: không xử lý được ({what})."))
