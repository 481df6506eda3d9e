"""People get rights from others, never from themselves; they sign in with what only they have; guessing is slowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pyotp import TOTP

from clearlane.model.people_facts import SignInBarred
from clearlane.model.person import Person
from clearlane.model.refusals import Conflict, NotAllowed, NotFound
from clearlane.office.office import Office
from clearlane.office.people_lockout import count_attempt
from clearlane.office.sign_in_refusals import Barred
from tests.office.people_office import DAY, PASSWORD, XA, StillClock, add, granted, peopled, with_device, with_password


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def office(clock: StillClock) -> Iterator[Office]:
    with Office.open(profile=XA, clock=clock) as office:
        yield peopled(office)


def test_the_first_administrator_registers_a_second_and_an_officer_is_made_by_both(office: Office) -> None:
    asker = office.people.asker("t-1")
    assert asker is not None
    assert (asker.role, asker.party, asker.officer, asker.offices) == ("officer", "T-1", True, frozenset({"XA01"}))
    assert asker.holds("officer", office="XA01")
    assert not asker.holds("officer", office="XA02")


def test_whoever_registers_a_person_does_not_give_him_a_role_of_customs(office: Office) -> None:
    office.people.rights.register(Person("T-2"), by="A-1")
    with pytest.raises(NotAllowed, match="You registered"):
        office.people.rights.grant("T-2", granted("officer"), by="a-1 ")
    office.people.rights.grant("T-2", granted("trader", party="XA1234567897"), by="A-1")


@pytest.mark.parametrize("by", ["A-2", " a-2", ""])
def test_nobody_changes_his_own_rights(office: Office, by: str) -> None:
    rights = office.people.rights
    for act in (
        lambda: rights.grant("A-2", granted("partner"), by=by),
        lambda: rights.end("A-2", 1, by=by),
        lambda: rights.find_fit("A-2", "red-case", DAY, DAY, by=by),
        lambda: rights.open("A-2", by=by),
        lambda: office.people.accounts.invite("A-2", by=by),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize(
    ("held", "more"),
    [
        ("officer", "auditor"),
        ("officer", "admin"),
        ("officer", "trader"),
        ("officer", "cashier"),
        ("analyst", "officer"),
        ("analyst", "auditor"),
    ],
)
def test_roles_to_be_kept_apart_do_not_meet_in_one_person(office: Office, held: str, more: str) -> None:
    add(office, "T-5", held, until=date(2026, 12, 31))  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="One person may not hold"):
        office.people.rights.grant("T-5", granted(more, party="XA1", since=date(2026, 12, 31)), by="A-2")  # type: ignore[arg-type]
    office.people.rights.grant("T-5", granted(more, party="XA1", since=date(2027, 1, 1)), by="A-2")  # type: ignore[arg-type]


def test_a_role_holds_on_its_days_and_not_after_it_was_ended(office: Office, clock: StillClock) -> None:
    add(office, "T-6", "inspector", since=DAY + timedelta(1), until=DAY + timedelta(2))
    held = []
    for _ in range(4):
        held.append(office.people.asker("T-6") is not None)
        clock.pass_by(days=1)
    assert held == [False, True, True, False]
    office.people.rights.end("T-1", 1, by="A-1")
    assert office.people.asker("T-1") is None
    with pytest.raises(NotFound):
        office.people.rights.end("T-1", 1, by="A-1")


def test_a_grants_number_is_not_given_twice(office: Office) -> None:
    office.people.rights.end("T-1", 1, by="A-1")
    assert office.people.rights.grant("T-1", granted("officer"), by="A-2").grant == 2


def test_a_competence_holds_until_its_day(office: Office, clock: StillClock) -> None:
    office.people.rights.find_fit("T-1", "value-uplift", DAY, DAY, by="A-1")
    fit = [asker.fit_for("value-uplift") for asker in [office.people.asker("T-1")] if asker]
    clock.pass_by(days=1)
    fit += [asker.fit_for("value-uplift") for asker in [office.people.asker("T-1")] if asker]
    assert fit == [True, False]


def test_an_administrator_of_accounts_sees_no_declaration(office: Office) -> None:
    asker = office.people.asker("A-1")
    assert asker is not None
    assert (asker.may_administer, asker.officer, asker.trades, asker.party) == (True, False, False, "")


def test_a_broker_lodges_for_his_firm_and_those_whose_mandate_he_has(office: Office) -> None:
    add(office, "B-1", "broker", party="XA2900117451", acts_for=("XA2045183361",))
    asker = office.people.asker("B-1")
    assert asker is not None
    lodgement = asker.lodgement(b"{}")
    assert (lodgement.lodger, lodgement.acts_for) == ("XA2900117451", ("XA2045183361",))


def test_a_password_and_a_code_begin_a_session_and_no_code_counts_twice(office: Office, clock: StillClock) -> None:
    device, accounts = with_device(office, "T-1"), office.people.accounts
    clock.pass_by(seconds=30)
    code = device.at(clock.now)
    found = office.people.sessions.find(accounts.sign_in(" t-1", PASSWORD, code))
    assert found is not None
    assert (found[0].person, found[1].partial) == ("T-1", False)
    with pytest.raises(NotAllowed, match="does not fit"):
        accounts.sign_in("T-1", PASSWORD, code)


@pytest.mark.parametrize(
    ("number", "password", "code"), [("T-1", PASSWORD, "000000"), ("T-1", PASSWORD, ""), ("T-1", "wrong", None), ("T-9", PASSWORD, None)]
)
def test_whatever_is_wrong_the_answer_is_the_same(office: Office, clock: StillClock, number: str, password: str, code: str | None) -> None:
    device = with_device(office, "T-1")
    clock.pass_by(seconds=30)
    with pytest.raises(NotAllowed) as refused:
        office.people.accounts.sign_in(number, password, device.at(clock.now) if code is None else code)
    assert refused.value.words.en == "The number, the password or the code does not fit. Check all three and try again."


def test_an_officer_without_a_second_factor_may_only_set_one_up(office: Office) -> None:
    with_password(office, "T-1")
    found = office.people.sessions.find(office.people.accounts.sign_in("T-1", PASSWORD))
    assert found is not None
    assert found[1].partial


def test_a_recovery_code_stands_in_for_the_device_once(office: Office, clock: StillClock) -> None:
    with_password(office, "T-1")
    accounts = office.people.accounts
    secret = accounts.offer_factor("T-1", "Office")[1]
    codes, _ = accounts.confirm_factor("T-1", TOTP(secret).at(clock.now))
    assert len(codes) == 10
    accounts.sign_in("T-1", PASSWORD, codes[3].lower())
    with pytest.raises(NotAllowed):
        accounts.sign_in("T-1", PASSWORD, codes[3])


def test_a_device_is_replaced_only_with_the_password(office: Office, clock: StillClock) -> None:
    with_device(office, "T-1")
    accounts = office.people.accounts
    new = TOTP(accounts.offer_factor("T-1", "Office")[1])
    with pytest.raises(NotAllowed):
        accounts.confirm_factor("T-1", new.at(clock.now))
    assert accounts.confirm_factor("T-1", new.at(clock.now), PASSWORD)[1]


def test_guessing_at_an_account_waits_longer_each_time(office: Office, clock: StillClock) -> None:
    waits = []
    for _ in range(13):
        try:
            with office.store.work() as work:
                count_attempt(work, "T-1", "", clock.now)
        except Barred as barred:
            waits.append(barred.fields["seconds"])
            clock.pass_by(seconds=float(barred.fields["seconds"]))
    assert waits == [30, 60, 120, 240]


def test_ten_failures_in_a_row_are_recorded(office: Office, clock: StillClock) -> None:
    with_password(office, "T-1")
    with office.store.work() as work:
        for _ in range(10):
            count_attempt(work, "T-1", "", clock.now)
            clock.pass_by(hours=1)
    for _ in range(2):
        with pytest.raises(NotAllowed):
            office.people.accounts.sign_in("T-1", "a guess of a password", client="10.0.0.1")
        clock.pass_by(hours=1)
    barred = [record.fact for record in office.facts("people") if isinstance(record.fact, SignInBarred)]
    assert barred == [SignInBarred("T-1", 10)]
    assert office.people.accounts.sign_in("T-1", PASSWORD)


def test_guessing_from_one_address_at_many_accounts_waits_too(office: Office, clock: StillClock) -> None:
    with office.store.work() as work:
        for number in range(30):
            count_attempt(work, f"T-{number + 100}", "10.0.0.1", clock.now)
    with pytest.raises(Barred):
        office.people.accounts.sign_in("T-500", "a guess of a password", client="10.0.0.1")
    with pytest.raises(NotAllowed):
        office.people.accounts.sign_in("T-500", "a guess of a password", client="10.0.0.2")


def test_failures_are_counted_for_all_processes_on_one_store(tmp_path: Path, clock: StillClock) -> None:
    store = f"sqlite:///{tmp_path}/office.db"
    with Office.open(profile=XA, store=store, clock=clock) as one, Office.open(profile=XA, store=store, clock=clock) as other:
        peopled(one)
        for office in (one, other, one, other, one):
            with pytest.raises(NotAllowed):
                office.people.accounts.sign_in("T-1", "a guess of a password")
        with pytest.raises(Barred):
            other.people.accounts.sign_in("T-1", "a guess of a password")


def test_one_time_words_are_spent_once_and_grow_old(office: Office, clock: StillClock) -> None:
    accounts = office.people.accounts
    words = accounts.invite("T-1", by="A-1")
    with pytest.raises(NotAllowed, match="at least 12"):
        accounts.accept("T-1", words, "t-1 is my password")
    with pytest.raises(NotAllowed, match="one-time"):
        accounts.accept("A-2", words, PASSWORD)
    accounts.accept("T-1", words.lower().replace("-", " "), PASSWORD)
    with pytest.raises(NotAllowed, match="one-time"):
        accounts.accept("T-1", words, PASSWORD)
    late = accounts.invite("T-1", by="A-1")
    clock.pass_by(hours=73)
    with pytest.raises(NotAllowed, match="one-time"):
        accounts.accept("T-1", late, PASSWORD)


def test_a_session_ends_when_idle_when_old_and_when_rights_change(office: Office, clock: StillClock) -> None:
    device, sessions = with_device(office, "T-1"), office.people.sessions

    def begun() -> str:
        clock.pass_by(minutes=5)
        return office.people.accounts.sign_in("T-1", PASSWORD, device.at(clock.now))

    idle = begun()
    clock.pass_by(minutes=61)
    assert sessions.find(idle) is None
    old = begun()
    alive = []
    for _ in range(12):
        clock.pass_by(minutes=55)
        alive.append(sessions.find(old) is not None)
    assert alive == [True] * 10 + [False] * 2
    changed = begun()
    office.people.rights.find_fit("T-1", "red-case", DAY, DAY, by="A-1")
    assert sessions.find(changed) is None
    locked = begun()
    office.people.rights.lock("T-1", by="A-1")
    assert sessions.find(locked) is None
    with pytest.raises(NotAllowed, match="closed"):
        begun()


def test_a_person_sees_and_ends_his_own_sessions_only(office: Office, clock: StillClock) -> None:
    device, sessions = with_device(office, "T-1"), office.people.sessions
    clock.pass_by(seconds=30)
    here = office.people.accounts.sign_in("T-1", PASSWORD, device.at(clock.now), about="Browser")
    listed = dict(sessions.of("T-1"))
    name = next(name for name, one in listed.items() if one.about == "Browser")
    sessions.end_named("A-1", name)
    assert sessions.find(here) is not None
    sessions.end_named("T-1", name)
    assert sessions.find(here) is None


def test_a_changed_password_ends_every_session(office: Office) -> None:
    with_password(office, "T-1")
    token = office.people.accounts.sign_in("T-1", PASSWORD)
    office.people.accounts.change_password("T-1", PASSWORD, "quite another one 42")
    assert office.people.sessions.find(token) is None
    assert office.people.accounts.sign_in("T-1", "quite another one 42")


def test_who_a_person_is_stands_beside_the_log_and_can_be_erased(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "office.db"
    with Office.open(profile=XA, store=f"sqlite:///{path}", clock=clock) as office:
        with_device(peopled(office), "T-1")
        logged = repr([record.fact for record in office.facts("people")])
        assert "Trần" not in logged
        office.people.rights.erase("T-1", by="A-1")
        assert office.people.rights.who("T-1") == Person("T-1")
        assert office.people.rights.standing("T-1").locked
        with pytest.raises(NotAllowed):
            office.people.accounts.sign_in("T-1", PASSWORD)


def test_no_secret_stands_in_the_store_as_it_is(tmp_path: Path, clock: StillClock) -> None:
    path = tmp_path / "office.db"
    with Office.open(profile=XA, store=f"sqlite:///{path}", clock=clock) as office:
        words = peopled(office).people.accounts.invite("A-2", by="A-1")
        with_password(office, "T-1")
        secret = office.people.accounts.offer_factor("T-1", "Office")[1]
        codes, token = office.people.accounts.confirm_factor("T-1", TOTP(secret).at(clock.now))
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.name.startswith("office.db"))
    assert [one for one in (words, PASSWORD, secret, token, *codes) if one.encode() in kept] == []


def test_what_an_officer_is_shown_is_noted_and_what_a_trader_sees_of_his_own_is_not(office: Office) -> None:
    add(office, "B-1", "trader", party="XA2045183361")
    for number in ("T-1", "B-1", "A-1"):
        asker = office.people.asker(number)
        assert asker is not None
        office.people.reads.note(asker, "message", "26XA1", " the case ")
    noted = [(one.who, one.role, one.what, one.subject, one.why) for _, one in office.people.reads.list()]
    assert noted == [("T-1", "officer", "message", "26XA1", "the case")]
