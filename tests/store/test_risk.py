"""What every store holds of risk work: two persons for what decides, texts that stay, histories and selections that are found."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clearlane.model.chosen import Chosen
from clearlane.model.risk_facts import ModelKept, ModelStanding, ProfileStanding, ProfileWritten
from clearlane.model.risk_history import HistoryEvent
from clearlane.model.risk_row import RiskRow
from tests.store.opening import AnyStore, opened, run_sql
from tests.store.samples import NOON, later

WRITTEN = ProfileWritten("UV-1", 1, "d" * 64, "A-1")
KEPT = ModelKept("M-1", "e" * 64, "c" * 64, "A-1", 1000)
BLANK_OR_SAME = ["A-1", " a-1\t", "A-1\n", "", "  "]


def append(store: AnyStore, *facts: Any) -> None:
    with store.work() as work:
        work.append(NOON, [("risk", fact) for fact in facts])


@pytest.mark.parametrize("by", BLANK_OR_SAME)
def test_the_author_of_a_profile_does_not_put_it_in_force_even_past_the_desk(store: AnyStore, by: str) -> None:
    append(store, WRITTEN)
    with pytest.raises(Exception, match="another person than its author"):
        append(store, ProfileStanding("UV-1", 1, "live", by))
    assert store.last_seq() == 1


def test_a_profile_goes_live_by_a_second_person_and_rests_by_anyone(store: AnyStore) -> None:
    append(store, WRITTEN, ProfileStanding("UV-1", 1, "shadow", "A-1"), ProfileStanding("UV-1", 1, "live", "A-2"))
    append(store, ProfileStanding("UV-1", 1, "snoozed", "A-1"))
    assert store.last_seq() == 4


def test_a_version_that_was_never_written_does_not_go_live(store: AnyStore) -> None:
    append(store, WRITTEN)
    with pytest.raises(Exception, match="another person than its author"):
        append(store, ProfileStanding("UV-1", 2, "live", "A-2"))


@pytest.mark.parametrize("by", BLANK_OR_SAME)
def test_whoever_trained_a_model_does_not_make_it_score(store: AnyStore, by: str) -> None:
    append(store, KEPT, ModelStanding("M-1", "challenger", "A-1"))
    with pytest.raises(Exception, match="another person than who trained it"):
        append(store, ModelStanding("M-1", "champion", by))
    append(store, ModelStanding("M-1", "champion", "A-2"))
    assert store.last_seq() == 3


@pytest.mark.parametrize(("by", "taken"), [("A-1", False), ("a-1 ", False), ("A-2", True)])
def test_four_eyes_over_profiles_hold_for_an_administrator_with_sql(url: str, by: str, *, taken: bool) -> None:
    store = opened(url)
    append(store, WRITTEN)
    body = json.dumps({"type": "risk-profile-standing", "code": "UV-1", "version": 1, "state": "live", "by": by})
    sql = f"INSERT INTO facts (seq, at, subject, kind, body) VALUES (2, '2026-03-02T12:00:00.000000Z', 'risk', 'other', '{body}')"
    if taken:
        run_sql(url, sql)
    else:
        with pytest.raises(Exception, match="another person"):
            run_sql(url, sql)
    assert store.last_seq() == 1 + taken
    store.close()


def test_what_a_decision_rested_on_cannot_be_erased(store: AnyStore) -> None:
    with store.work() as work:
        work.keep([(WRITTEN.digest, b"a text"), ("a" * 64, b"a message")])
    append(store, WRITTEN)
    with pytest.raises(Exception, match="never erased"), store.work() as work:
        work.erase(WRITTEN.digest)
    with store.work() as work:
        work.erase("a" * 64)
    assert (store.document(WRITTEN.digest), store.document("a" * 64)) == (b"a text", None)


def happening(seq: int, item: int = 1, number: str = "N1") -> HistoryEvent:
    return HistoryEvent("declared", number, item, NOON, NOON, seq, {"importer": "XA1"}, {"value": 10.5})


def test_what_happened_is_read_in_order_and_the_events_of_one_place_together(store: AnyStore) -> None:
    events = [happening(5), *(happening(7, item) for item in (1, 2, 3)), happening(9, number="N2")]
    with store.work() as work:
        work.put_happenings(events)
    assert store.happenings_after(0, limit=2) == events[:1] + events[1:4]
    assert store.happenings_after(5) == events[1:]
    assert store.happenings_of("N2") == events[4:]


def chosen(number: str, minutes: int = 0, **changes: Any) -> Chosen:
    told = {"office": "XA01", "shift": "day", "consignment": "", "importer": "XA1", "chapter": "61", "arm": "none", "lane": "green"}
    return Chosen(number=number, seq=minutes + 1, at=later(minutes), **(told | changes))


def test_selections_are_found_by_shift_by_time_and_by_consignment(store: AnyStore) -> None:
    made = [chosen("N1"), chosen("N2", 1, arm="random", consignment="c1"), chosen("N3", 2, office="XA02"), chosen("N4", 2, fallen=True)]
    with store.work() as work:
        work.put_chosen([chosen("N1", arm="ranking"), *made])
    assert store.chosen("N1") == made[0]
    assert [one.number for one in store.chosen_in("XA01", "day")] == ["N4", "N2", "N1"]
    assert store.chosen_in("XA01", "day", ["random"]) == [made[1]]
    assert store.chosen_counts("XA01", "day") == {("none", "green"): 1, ("random", "green"): 1, ("fallen", "green"): 1}
    assert [one.number for one in store.chosen_from(later(1), "N2")] == ["N3", "N4"]
    assert store.chosen_under(["c1", ""]) == [made[1]]
    assert store.offices() == [("XA01", "day"), ("XA02", "day")]


def test_goods_items_are_found_as_risk_saw_them_last(store: AnyStore) -> None:
    made = [RiskRow("N1", item, later(item), 4, ("6109", None, 1.5, True)) for item in (1, 2)]
    with store.work() as work:
        work.put_risk_rows([RiskRow("N1", 1, NOON, 3, ()), *made, RiskRow("N2", 1, later(2), 5, ())])
    assert store.risk_rows_of("N1") == made
    assert [row.number for row in store.risk_rows_from(later(2), ("N1", 2))] == ["N2"]
    assert store.risk_rows_from(NOON)[0] == made[0]


def test_what_risk_saw_of_a_declaration_can_be_erased_and_nothing_else_is(store: AnyStore) -> None:
    with store.work() as work:
        work.put_risk_rows([RiskRow("N1", 1, NOON, 3, ("Jane Doe",)), RiskRow("N2", 1, NOON, 3, ())])
        work.put_happenings([happening(1), happening(2, number="N2")])
        work.erase_seen("N1")
    assert (store.risk_rows_of("N1"), store.happenings_of("N1")) == ([], [])
    assert (len(store.risk_rows_of("N2")), len(store.happenings_of("N2"))) == (1, 1)


def test_a_snapshot_is_replaced_and_a_secret_is_kept_once(store: AnyStore) -> None:
    with store.work() as work:
        work.put_snapshot("histories", 3, b"old")
        work.put_snapshot("histories", 9, b"new\x00")
        work.seal("draw 2026-03-02", b"\x00sealed")
    assert (store.snapshot("histories"), store.sealed("draw 2026-03-02")) == ((9, b"new\x00"), b"\x00sealed")
    with pytest.raises(Exception, match=r"(?i)unique"), store.work() as work:
        work.seal("draw 2026-03-02", b"another")


def test_rebuilding_drops_what_is_derived_and_keeps_secrets(store: AnyStore) -> None:
    with store.work() as work:
        work.put_chosen([chosen("N1")])
        work.put_happenings([happening(1)])
        work.put_snapshot("histories", 1, b"x")
        work.seal("draw", b"s")
        work.forget_read_models()
    assert (store.chosen("N1"), store.happenings_after(0), store.snapshot("histories")) == (None, [], None)
    assert store.sealed("draw") == b"s"
