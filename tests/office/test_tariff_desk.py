"""A tariff is loaded by one officer and put in force by another, holds from its moment on, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from clearlane.model.facts import Assessed
from clearlane.model.refusals import Closed, Conflict, NotAllowed, NotFound, Refusal, Unavailable
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.office.wiring import store_from
from tests.office.memory_store import MemoryStore
from tests.office.tariffs import LAW, START, Clock, live, message, office, tariff
from tests.store.opening import run_sql


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    url = f"sqlite:///{tmp_path}/office.db" if request.param == "sqlite" else str(request.getfixturevalue("postgres_database"))
    with closing(store_from(url)) as opened:
        yield opened


def versions(desk: Office) -> dict[str, str]:
    return {one.version: one.state for one in desk.tariff.versions()}


def assessed(desk: Office, reference: str) -> Assessed:
    found = [record.fact for record in desk.facts(desk.case(reference).number) if isinstance(record.fact, Assessed)]
    return found[-1]


def test_a_tariff_loaded_is_kept_and_not_yet_in_force(store: Store) -> None:
    desk = office(store)
    report = desk.tariff.load(tariff(), by=" T-17 ")
    assert report.version is not None
    assert (report.new, report.lines, report.measures) == (True, 2, 2)
    assert (report.version.version, report.version.loaded_by, report.version.header.title) == ("XA-2026-1", "T-17", "Tariff of Arcadia")
    assert (versions(desk), desk.tariff.in_force(), desk.tariff.law()) == ({"XA-2026-1": "loaded"}, None, LAW)


def test_a_tariff_loaded_again_is_the_same_version(store: Store) -> None:
    desk = office(store)
    first, again = desk.tariff.load(tariff(), by="T-17"), desk.tariff.load(tariff(), by="T-18")
    assert (again.version, again.new, store.last_seq()) == (first.version, False, 1)


def test_another_tariff_of_an_edition_gets_the_next_number(store: Store) -> None:
    desk = office(store)
    for coffee, edition in (("10 %", "2026"), ("11 %", "2026"), ("11 %", "2027")):
        desk.tariff.load(tariff(coffee, edition=edition), by="T-17")
    assert list(versions(desk)) == ["XA-2027-1", "XA-2026-2", "XA-2026-1"]


def test_a_broken_row_changes_nothing_and_is_named_with_column_and_cause(store: Store) -> None:
    desk = office(store)
    live(desk)
    before = store.last_seq()
    report = desk.tariff.load(tariff(shirts="10 $%", edition="2027"), by="T-17")
    (fault,) = report.faults
    assert (fault.file, fault.row, fault.column, report.version) == ("measures.csv", 3, "duty", None)
    assert fault.cause.en
    assert fault.cause.vi
    assert (store.last_seq(), versions(desk)) == (before, {"XA-2026-1": "in-force"})


def test_a_check_keeps_nothing(store: Store) -> None:
    desk = office(store)
    assert (desk.tariff.check(tariff()).faults, store.last_seq()) == ((), 0)


@pytest.mark.parametrize("by", ["T-17", " t-17 ", "Ｔ-１７", "T\N{NON-BREAKING HYPHEN}17"])
def test_whoever_loaded_a_tariff_is_refused_to_put_it_in_force(store: Store, by: str) -> None:
    desk = office(store)
    desk.tariff.load(tariff(), by="T-17")
    with pytest.raises(NotAllowed, match="another officer"):
        desk.tariff.activate("XA-2026-1", by=by)
    assert versions(desk) == {"XA-2026-1": "loaded"}


@pytest.mark.parametrize("by", ["", "  ", "\x1b[2J", "x" * 101, "T-17\N{HANGUL FILLER}", "T-17\N{VARIATION SELECTOR-16}"])
def test_nobody_acts_without_saying_who_he_is(by: str) -> None:
    desk = office(MemoryStore())
    with pytest.raises(NotAllowed, match="staff number"):
        desk.tariff.load(tariff(), by=by)


def test_what_is_lodged_is_assessed_under_the_tariff_in_force_and_what_was_stays(store: Store) -> None:
    desk = office(store)
    desk.lodge(message("R-0"))
    live(desk)
    desk.lodge(message("R-1"))
    live(desk, "12 %")
    desk.lodge(message("R-2"))
    assert [assessed(desk, name).tariff for name in ("R-0", "R-1", "R-2")] == ["", "XA-2026-1", "XA-2026-2"]
    rates = [[line.rate for line in assessed(desk, name).lines] for name in ("R-1", "R-2")]
    assert rates == [["10 %", "20 %"], ["12 %", "20 %"]]
    assert versions(desk) == {"XA-2026-2": "in-force", "XA-2026-1": "superseded"}


def test_another_process_follows_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/office.db"
    with closing(store_from(url)) as mine, closing(store_from(url)) as other:
        here, there = office(mine), office(other)
        here.lodge(message("R-0"))
        live(there)
        here.lodge(message("R-1"))
        assert assessed(here, "R-1").tariff == "XA-2026-1"


def test_a_tariff_goes_live_at_midnight_of_the_law_and_not_before(store: Store) -> None:
    clock = Clock()
    desk = office(store, clock)
    desk.tariff.load(tariff(), by="T-17")
    made = desk.tariff.activate("XA-2026-1", by="T-18", since=date(2026, 11, 21))
    assert (made.state, made.since) == ("scheduled", datetime(2026, 11, 21, tzinfo=UTC))
    clock.now = datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC)
    desk.lodge(message("R-1"))
    clock.now = datetime(2026, 11, 21, tzinfo=UTC)
    desk.lodge(message("R-2"))
    assert [assessed(desk, name).tariff for name in ("R-1", "R-2")] == ["", "XA-2026-1"]
    assert versions(desk) == {"XA-2026-1": "in-force"}


def test_a_tariff_cannot_go_live_in_the_past_nor_twice_nor_unloaded(store: Store) -> None:
    desk = office(store)
    desk.tariff.load(tariff(), by="T-17")
    with pytest.raises(Conflict, match="now or later"):
        desk.tariff.activate("XA-2026-1", by="T-18", since=START - timedelta(seconds=1))
    with pytest.raises(NotFound, match="XA-2030-1"):
        desk.tariff.activate("XA-2030-1", by="T-18")
    desk.tariff.activate("XA-2026-1", by="T-18")
    with pytest.raises(Conflict, match="in force already"):
        desk.tariff.activate("XA-2026-1", by="T-18")


def test_of_two_who_put_one_tariff_in_force_at_once_one_is_refused(store: Store) -> None:
    desk = office(store)
    desk.tariff.load(tariff(), by="T-17")

    def act(by: str) -> str:
        try:
            return desk.tariff.activate("XA-2026-1", by=by).state
        except Refusal as refusal:
            return refusal.kind

    with ThreadPoolExecutor(1 if isinstance(store, MemoryStore) else 2) as pool:
        assert sorted(pool.map(act, ["T-18", "T-19"])) == ["conflict", "in-force"]


def test_a_roll_back_restores_the_former_and_names_each_declaration_with_its_difference(store: Store) -> None:
    desk = office(store)
    live(desk)
    desk.lodge(message("R-1"))
    live(desk, "12 %")
    for name in ("R-2", "R-3"):
        desk.lodge(message(name))
    before = [assessed(desk, name) for name in ("R-1", "R-2", "R-3")]
    withdrawn, due = desk.tariff.roll_back(by="T-17", why="A wrong rate for coffee")
    assert (withdrawn.version, withdrawn.state, withdrawn.withdrawn_by) == ("XA-2026-2", "withdrawn", "T-17")
    assert withdrawn.why == "A wrong rate for coffee"
    assert [task.number for task in due] == [desk.case(name).number for name in ("R-2", "R-3")]
    coffee = before[0].values[0].value
    assert coffee is not None
    assert {(task.was, task.would_be) for task in due} == {(before[1].total, before[0].total)}
    assert {task.difference for task in due} == {-(coffee * 2 / 100).quantize(Decimal("0.01"))}
    assert desk.tariff.reassessments() == due[::-1]
    assert [assessed(desk, name) for name in ("R-1", "R-2", "R-3")] == before
    desk.lodge(message("R-4"))
    assert assessed(desk, "R-4").tariff == "XA-2026-1"


def test_what_comes_in_while_a_roll_back_looks_is_named_too(store: Store) -> None:
    desk, waiting = office(store), ["R-2"]
    live(desk)
    desk.lodge(message("R-1"))

    def lodge_one(done: int) -> None:
        if waiting:
            desk.lodge(message(waiting.pop()))

    _, due = desk.tariff.roll_back(by="T-17", report=lodge_one)
    assert [task.number for task in due] == [desk.case(name).number for name in ("R-1", "R-2")]


def test_a_roll_back_gives_way_to_whoever_changed_the_tariff_meanwhile(store: Store) -> None:
    desk, waiting = office(store), ["12 %"]
    live(desk)

    def change(done: int) -> None:
        if waiting:
            live(desk, waiting.pop())

    with pytest.raises(Conflict, match="Someone else changed the tariff"):
        desk.tariff.roll_back(by="T-17", report=change)
    assert (versions(desk), desk.tariff.reassessments()) == ({"XA-2026-2": "in-force", "XA-2026-1": "superseded"}, [])


def test_a_task_changes_nothing_in_a_declaration_and_is_not_told(store: Store) -> None:
    desk = office(store)
    live(desk)
    desk.lodge(message("R-1"))
    case = desk.case("R-1")
    told = desk.notices(case.number)
    desk.tariff.roll_back(by="T-17")
    assert (desk.case("R-1"), desk.notices(case.number), len(desk.tariff.reassessments())) == (case, told, 1)


def test_after_the_last_roll_back_the_profiles_own_law_holds_and_a_task_stays_open(store: Store) -> None:
    desk = office(store)
    live(desk)
    desk.lodge(message("R-1"))
    _, due = desk.tariff.roll_back(by="T-18")
    assert [(task.restored, task.would_be, task.difference) for task in due] == [("", None, None)]
    assert desk.tariff.law() is LAW
    with pytest.raises(Closed, match="nothing to take back"):
        desk.tariff.roll_back(by="T-18")


def test_one_that_was_superseded_or_taken_back_can_be_put_in_force_again_by_a_second_officer(store: Store) -> None:
    desk = office(store)
    live(desk)
    live(desk, "12 %")
    assert desk.tariff.activate("XA-2026-1", by="T-18").state == "in-force"
    desk.tariff.roll_back(by="T-17")
    assert versions(desk) == {"XA-2026-2": "in-force", "XA-2026-1": "withdrawn"}
    with pytest.raises(NotAllowed, match="another officer"):
        desk.tariff.activate("XA-2026-1", by="T-17")
    assert desk.tariff.activate("XA-2026-1", by="T-18").state == "in-force"


def test_a_tariff_that_was_never_in_force_cannot_be_taken_back(store: Store) -> None:
    desk = office(store)
    desk.tariff.load(tariff(), by="T-17")
    with pytest.raises(Closed, match="was not put in force"):
        desk.tariff.roll_back(by="T-18", version="XA-2026-1")


def test_a_content_that_is_not_what_was_loaded_is_not_used(tmp_path: Path) -> None:
    with closing(store_from(f"sqlite:///{tmp_path}/office.db")) as store:
        live(office(store))
        run_sql(f"sqlite:///{tmp_path}/office.db", "DROP TRIGGER documents_are_not_changed")
        run_sql(f"sqlite:///{tmp_path}/office.db", "UPDATE documents SET body = x'00'")
        with pytest.raises(Unavailable, match="not what was loaded"):
            office(store).lodge(message("R-1"))


def test_one_that_is_scheduled_can_be_taken_back_and_leaves_no_task(store: Store) -> None:
    clock = Clock()
    desk = office(store, clock)
    live(desk)
    desk.tariff.load(tariff("12 %"), by="T-17")
    desk.tariff.activate("XA-2026-2", by="T-18", since=START + timedelta(days=1))
    withdrawn, due = desk.tariff.roll_back(by="T-19", version="XA-2026-2")
    clock.now += timedelta(days=2)
    assert (withdrawn.state, due, versions(desk)["XA-2026-1"]) == ("withdrawn", [], "in-force")


def test_a_declaration_whose_content_was_erased_is_named_without_a_difference(store: Store) -> None:
    desk = office(store)
    live(desk)
    desk.lodge(message("R-1"))
    with store.work() as work:
        work.erase(desk.case("R-1").message)
    live(desk, "12 %")
    _, due = desk.tariff.roll_back(by="T-17", version="XA-2026-1")
    assert [(task.number, task.would_be, task.difference) for task in due] == [(desk.case("R-1").number, None, None)]


def test_what_holds_at_a_moment_is_known_afterwards(store: Store) -> None:
    clock = Clock()
    desk = office(store, clock)
    moments = [clock()]
    for coffee in ("10 %", "12 %"):
        live(desk, coffee)
        clock.now += timedelta(hours=1)
        moments.append(clock())
    desk.tariff.roll_back(by="T-17")
    moments.append(clock())
    held = [desk.tariff.in_force(moment) for moment in moments]
    assert [one.version if one else "" for one in held] == ["", "XA-2026-1", "XA-2026-2", "XA-2026-1"]


def test_rebuilding_leaves_tariffs_and_tasks_as_they_were(store: Store) -> None:
    desk = office(store)
    live(desk)
    for name in ("R-1", "R-2"):
        desk.lodge(message(name))
    live(desk, "12 %")
    desk.lodge(message("R-3"))
    desk.tariff.roll_back(by="T-17")
    desk.lodge(message("R-4"))
    names = ("R-1", "R-2", "R-3", "R-4")

    def seen() -> object:
        cases = [desk.case(name) for name in names]
        attempts = [store.attempts_on(case.number) for case in cases]
        return cases, attempts, desk.tally(), desk.tariff.versions(), desk.tariff.reassessments(), desk.tariff.in_force()

    before = seen()
    assert desk.rebuild() == store.last_seq()
    assert seen() == before
    assert desk.lodge(message("R-3")).new is False


def test_a_tariff_of_another_country_is_not_kept(store: Store) -> None:
    desk = office(store)
    tables = tariff()
    tables["tariff.csv"] = tables["tariff.csv"].replace(b"\nXA,", b"\nUS,")
    with pytest.raises(Conflict, match="a tariff of US, and the law here is that of XA"):
        desk.tariff.load(tables, by="T-17")
    assert desk.tariff.versions() == []
