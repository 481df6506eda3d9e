"""A profile that names a section sends the case there; without one the office's own rule does; a trader is told of neither."""

from __future__ import annotations

from clearlane.model.risk_facts import Selected
from clearlane.office.office import Office
from tests.office.risk_office import office, trade

TO_TOBACCO = 'profile ALL "Every one" scope declaration when items >= 1 then lane {lane}, section {section}'
PLAIN = 'profile ALL "Every one" scope declaration when items >= 1 then lane red'


def sections(desk: Office) -> set[tuple[str, str]]:
    """Where the cases under control wait, and what the selection said."""
    said = {record.subject: record.fact.section for record in desk.store.facts() if isinstance(record.fact, Selected)}
    return {(desk.case(number).section, section) for number, section in said.items() if desk.case(number).state == "under-control"}


def test_the_case_waits_in_the_section_that_the_profile_names() -> None:
    with office(risk_profiles=(TO_TOBACCO.format(lane="red", section="tobacco"),)) as desk:
        list(desk.lodge_many(trade(10)))
        assert sections(desk) == {("tobacco", "tobacco")}
        desk.rebuild()
        assert sections(desk) == {("tobacco", "tobacco")}


def test_without_one_the_lane_decides() -> None:
    with office(risk_profiles=(PLAIN,)) as desk:
        list(desk.lodge_many(trade(10)))
        assert sections(desk) == {("quay", "")}


def test_a_profile_that_takes_every_hit_goes_before_one_that_takes_a_share() -> None:
    both = (TO_TOBACCO.format(lane="red at 99%", section="share").replace("ALL", "A-SHARE"), TO_TOBACCO.format(lane="red", section="every"))
    with office(risk_profiles=both) as desk:
        list(desk.lodge_many(trade(10)))
        assert sections(desk) == {("every", "every")}


def test_no_trader_is_told_of_a_section() -> None:
    with office(risk_profiles=(TO_TOBACCO.format(lane="red", section="tobacco"),)) as desk:
        numbers = [one.case.number for one in desk.lodge_many(trade(10)) if hasattr(one, "case")]
        assert not [one for number in numbers for one in desk.notices(number) if "tobacco" in str(one)]
