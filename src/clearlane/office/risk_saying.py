"""Why a declaration took its lane, in words for officers: the arm of selection, and each profile's condition with the values it met."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.learning.saying import value_said
from clearlane.model.facts import Lane, Reason
from clearlane.model.profile import Profile
from clearlane.model.risk_facts import Arm, ProfileHit
from clearlane.model.risk_field import Value
from clearlane.model.risk_profile import RiskProfile
from clearlane.model.text import Text
from clearlane.office.risk_keeping import RuleBook
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.explain import Explained, explain
from clearlane.risk.row import declaration_row

ARMS: dict[Arm, Text] = {
    "mandatory": Text(en="A profile takes every declaration it hits.", vi="Một hồ sơ rủi ro chọn mọi tờ khai trúng tiêu chí."),
    "percentage": Text(
        en="A profile takes a share of what it hits, by a keyed draw.", vi="Một hồ sơ rủi ro chọn một tỷ lệ tờ khai bị trúng."
    ),
    "ranking": Text(en="Expected value, within what officers can do.", vi="Giá trị kỳ vọng, trong khả năng kiểm tra của công chức."),
    "random": Text(en="The random draw, which nobody can steer.", vi="Rút ngẫu nhiên, không ai can thiệp được."),
    "fill": Text(en="The lane's expected rate was not reached.", vi="Luồng chưa đạt tỷ lệ dự kiến."),
    "none": Text(en="No profile, score or draw takes it.", vi="Không hồ sơ rủi ro, điểm số hay lượt rút nào chọn."),
    "forced": Text(en="A practice office chooses by the reference.", vi="Cơ quan thực hành chọn theo số tham chiếu."),
}
_MOST = 5
_VALUES = 4


def reasons_of(book: RuleBook, rows: Sequence[Sequence[Value]], hits: Sequence[ProfileHit], *, explained: bool) -> tuple[Reason, ...]:
    """Return a reason for each profile in force that hit, with the values that met its condition where they are to be explained."""
    found: list[Reason] = []
    for hit in hits:
        entry = book.versions[hit.profile, hit.version]
        if hit.shadow:
            continue
        words = title_of(entry.profile)
        if explained and len(found) < _MOST:
            row = rows[hit.item - 1] if hit.item else declaration_row(rows)
            words = with_values(words, explain(entry.profile.condition, row, book.lists, catalogue()))
        found.append(Reason(hit.profile, words, hit.item))
    return tuple(found)


def title_of(profile: RiskProfile) -> Text:
    """Return a profile's title; one written in two languages has a stroke between them, English first."""
    english, _, vietnamese = profile.title.partition(" / ")
    return Text(en=english, vi=vietnamese or english)


def with_values(title: Text, explained: Sequence[Explained]) -> Text:
    """Return a profile's title with the parts of its condition that held, and the values read for them."""
    held = [one for one in explained if one.verdict and one.values][:_VALUES]
    if not held:
        return title
    en = "; ".join(f"{one.words.en} [{_read(one, 'en')}]" for one in held)
    vi = "; ".join(f"{one.words.vi} [{_read(one, 'vi')}]" for one in held)
    return Text(en=f"{title.en}: {en}.", vi=f"{title.vi}: {vi}.")


def _read(one: Explained, language: str) -> str:
    return ", ".join(value_said(value.value, language) for value in one.values)


def why_routed(arm: Arm, lane: Lane, law: Profile) -> tuple[Text, ...]:
    """Return why a declaration took its lane: the arm that took it. What profiles and models said stands with the score."""
    name, head = law.lanes.names[lane], ARMS[arm]
    return (Text(en=f"{name.en}: {head.en}", vi=f"{name.vi}: {head.vi}"),)
