"""The random draw: bound beforehand, once for each consignment, checked by anyone, opened by enough holders to the auditor."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clearlane.model.chosen import Chosen
from clearlane.model.facts import Cancelled
from clearlane.model.refusals import Conflict, NotAllowed, NotFound, Refusal
from clearlane.model.risk_facts import DrawOpened, Selected
from clearlane.office.machine_key import KeyFile
from clearlane.office.office import Office
from clearlane.office.own_messages import own_message
from tests.office.risk_office import HOLDERS, MORNING, committed, office, trade
from tests.office.tariffs import Clock


def every(desk: Office) -> list[Chosen]:
    return desk.store.chosen_from(MORNING.replace(year=2020), limit=100_000)


def test_the_share_is_drawn_and_each_proof_holds_for_its_own_declaration_only() -> None:
    desk = office(risk_profiles=())
    committed(desk, 0.25)
    list(desk.lodge_many(trade()))
    chosen = every(desk)
    drawn = [one for one in chosen if one.drawn]
    assert 0.18 < len(drawn) / len(chosen) < 0.32
    assert all(desk.risk.draws.verify(one.period, one.number, one.proof) for one in drawn[:5])
    assert not desk.risk.draws.verify(drawn[0].period, drawn[1].number, drawn[0].proof)
    assert {one.lane for one in drawn} == {"red"}
    assert {one.propensity for one in chosen} == {0.25}


def test_without_a_draw_nobody_is_drawn_and_no_chance_is_claimed() -> None:
    desk = office(risk_profiles=())
    list(desk.lodge_many(trade(50)))
    assert {(one.drawn, one.propensity) for one in every(desk)} == {(False, 0.0)}


@pytest.mark.parametrize("proof", ["", "zz", "00" * 81])
def test_a_proof_that_is_none_does_not_hold(proof: str) -> None:
    desk = office()
    committed(desk, 0.5)
    assert not desk.risk.draws.verify("2026-02-10", "26XA1", proof)


def test_a_draw_is_bound_before_it_decides_and_never_twice() -> None:
    desk = office()
    with pytest.raises(Conflict, match="before it begins"):
        desk.risk.draws.commit("2026-02-10", MORNING - timedelta(hours=1), 0.1, HOLDERS, 2)
    committed(desk, 0.1)
    with pytest.raises(Conflict, match="never made twice"):
        desk.risk.draws.commit("2026-02-10", MORNING + timedelta(hours=9), 0.1, HOLDERS, 2)


@pytest.mark.parametrize(("holders", "needed"), [(HOLDERS, 1), (HOLDERS, 4), ({"H-1": "x", " h-1": "y", "H-2": "z"}, 2)])
def test_no_single_officer_can_hold_the_secret(holders: dict[str, str], needed: int) -> None:
    with pytest.raises(NotAllowed):
        office().risk.draws.commit("2026-02-10", MORNING + timedelta(hours=1), 0.1, holders, needed)


def test_enough_holders_open_it_to_the_auditor_and_the_opening_is_recorded_without_the_secret() -> None:
    desk = office()
    committed(desk, 0.1)
    parts = {name: HOLDERS[name] for name in ("H-3", "H-1")}
    secret = desk.risk.draws.open("2026-02-10", parts, auditor="AU-1")
    facts = [record.fact for record in desk.store.facts_of("risk")]
    assert DrawOpened("2026-02-10", "AU-1", ("H-3", "H-1")) in facts
    assert secret.hex() not in str(facts)
    assert not any(secret in (desk.store.sealed(f"draw 2026-02-10{end}") or b"") for end in ("", " part h-1"))


@pytest.mark.parametrize(
    ("parts", "auditor"),
    [
        ({"H-1": HOLDERS["H-1"]}, "AU-1"),
        ({"H-1": HOLDERS["H-1"], "H-2": "other words"}, "AU-1"),
        ({"H-1": HOLDERS["H-1"], "H-9": "who"}, "AU-1"),
        ({"H-1": HOLDERS["H-1"], "H-2": HOLDERS["H-2"]}, "h-2"),
    ],
)
def test_too_few_wrong_words_or_a_holder_as_auditor_open_nothing(parts: dict[str, str], auditor: str) -> None:
    desk = office()
    committed(desk, 0.1)
    with pytest.raises(NotAllowed):
        desk.risk.draws.open("2026-02-10", parts, auditor=auditor)
    assert desk.store.last_seq() == 1


def test_a_draw_of_a_period_nobody_committed_is_not_found() -> None:
    with pytest.raises(NotFound):
        office().risk.draws.verify("2020-01-01", "26XA1", "00")


def test_cancelling_and_lodging_the_same_goods_again_keeps_the_first_draw() -> None:
    desk = office(risk_profiles=())
    committed(desk, 0.3)
    first = {one.consignment: one for one in (receipts(desk, trade(200))) if one.consignment}
    again = trade(200)
    renewed = [body.replace(b"<ID>", b"<ID>", 1) for body in again]
    with desk.store.work() as work:
        work.append(desk.clock(), [(one.number, Cancelled("m", "c")) for one in first.values()])
    list(desk.lodge_many([_renamed(body) for body in renewed]))
    second = [one for one in every(desk) if one.consignment in first and one.number != first[one.consignment].number]
    assert len(second) > 50
    assert {one.drawn == first[one.consignment].drawn for one in second} == {True}
    kept = [r.fact.kept_from for one in second for r in desk.facts(one.number) if isinstance(r.fact, Selected)]
    assert set(kept) == {first[one.consignment].number for one in second}


def test_presenting_the_goods_in_a_later_period_keeps_the_first_draw() -> None:
    desk = office(risk_profiles=())
    committed(desk, 0.3)
    waiting = [one for one in receipts(desk, trade(200)) if desk.case(one.number).state == "pre-lodged"]
    assert {one.drawn for one in waiting} == {True, False}
    assert isinstance(desk.clock, Clock)
    desk.clock.now += timedelta(days=1)
    committed(desk, 1.0, "2026-02-11")
    list(desk.lodge_many([own_message("present", desk.case(one.number), 1) for one in waiting]))
    kept = {one.number: one for one in every(desk)}
    assert {(kept[one.number].drawn, kept[one.number].period) == (one.drawn, "2026-02-10") for one in waiting} == {True}
    assert {desk.case(one.number).state == "pre-lodged" for one in waiting} == {False}


def receipts(desk: Office, messages: tuple[bytes, ...]) -> list[Chosen]:
    list(desk.lodge_many(messages))
    return every(desk)


def _renamed(message: bytes) -> bytes:
    """The same goods under a new reference of the declarant's."""
    from msgspec.structs import replace

    from clearlane.lodgement.read import read
    from clearlane.lodgement.write import write

    told = read(message)
    return write(replace(told, declaration=replace(told.declaration, functional_reference_id=told.declaration.reference + "-2")))


def test_the_secret_opens_with_the_machines_key_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("office")
    store, clock = f"sqlite:///{folder}/office.db", Clock(MORNING)
    with Office.open(store=store, clock=clock, key=KeyFile(folder / "office.key")) as desk:
        committed(desk, 0.5)
    assert oct((folder / "office.key").stat().st_mode)[-3:] == "600"
    with Office.open(store=store, clock=clock, key=KeyFile(folder / "office.key")) as desk:
        assert not isinstance(next(iter(desk.lodge_many(trade(1)))), Refusal)
    (folder / "office.key").write_bytes(bytes(range(32)))
    with Office.open(store=store, clock=clock, key=KeyFile(folder / "office.key")) as desk, pytest.raises(NotAllowed):
        list(desk.lodge_many(trade(2)[1:]))
