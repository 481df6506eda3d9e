"""Security keys: set up by their holder, taken as second factor, refused where a copy answers or another page asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyotp import TOTP

from clearlane.model.people_facts import KeyAdded, KeyDoubted, KeyRemoved
from clearlane.model.refusals import NotAllowed
from clearlane.office.office import Office
from clearlane.office.people_keys_checks import Party, party_of
from clearlane.office.settings import Misconfigured, Settings
from clearlane.office.sign_in_refusals import KeyWanted
from tests.office.people_office import PASSWORD, XA, StillClock, peopled, with_device, with_password
from tests.office.software_key import SoftwareKey


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(profile=XA, store=f"sqlite:///{tmp_path}/office.db", clock=StillClock()) as office:
        office.people.keys.party = Party("https://office.example", "office.example")
        yield peopled(office)


def enrolled(office: Office, person: str, key: SoftwareKey, name: str = "blue", password: str = "") -> list[str]:
    asked, options = office.people.keys.offer(person, name, password)
    return office.people.keys.add(person, asked, key.set_up(options))[0]


def question(office: Office, person: str = "T-1") -> str:
    with pytest.raises(KeyWanted) as wanted:
        office.people.accounts.sign_in(person, PASSWORD)
    return str(wanted.value.fields["question"])


def signed_in(office: Office, key: SoftwareKey, person: str = "T-1") -> str:
    asked = question(office, person)
    return office.people.keys.sign_in(asked, key.sign(office.people.keys.asked_of(asked)))


def test_a_key_stands_in_for_the_device_and_brings_recovery_codes(office: Office) -> None:
    with_password(office, "T-1")
    key = SoftwareKey()
    assert len(enrolled(office, "T-1", key)) == 10
    found = office.people.sessions.find(signed_in(office, key))
    assert found is not None
    assert not found[1].partial
    (kept,) = office.people.accounts.credential("T-1").keys
    assert (kept.name, kept.count, kept.used) == ("blue", 1, office.clock())


def test_the_log_knows_a_number_of_the_key_and_not_its_name(office: Office) -> None:
    with_device(office, "T-1")
    assert enrolled(office, "T-1", SoftwareKey(), "mine on the red ring", PASSWORD) == []
    enrolled(office, "T-1", SoftwareKey(b"key two"), "spare", PASSWORD)
    office.people.keys.remove("T-1", 1, PASSWORD)
    enrolled(office, "T-1", SoftwareKey(b"key three"), "new", PASSWORD)
    facts = [record.fact for record in office.facts("people") if isinstance(record.fact, KeyAdded | KeyRemoved)]
    assert facts == [KeyAdded("T-1", 1), KeyAdded("T-1", 2), KeyRemoved("T-1", 1), KeyAdded("T-1", 3)]
    assert "ring" not in repr(office.facts("people"))


def test_a_copy_that_counts_back_signs_nobody_in_and_is_never_taken_again(office: Office) -> None:
    with_device(office, "T-1")
    key = SoftwareKey()
    enrolled(office, "T-1", key, password=PASSWORD)
    signed_in(office, key)
    signed_in(office, key)
    key.count = 0
    with pytest.raises(NotAllowed, match="as a copy of it would"):
        signed_in(office, key)
    key.count = 70
    with pytest.raises(NotAllowed, match="does not fit"):
        office.people.accounts.sign_in("T-1", PASSWORD)
    assert office.facts("people")[-1].fact == KeyDoubted("T-1", 1)


def test_an_answer_given_on_another_page_or_for_another_domain_is_refused(office: Office) -> None:
    with_password(office, "T-1")
    key = SoftwareKey()
    enrolled(office, "T-1", key)
    for field, value in (("origin", "https://0ffice.example"), ("domain", "evil.example")):
        before = getattr(key, field)
        setattr(key, field, value)
        with pytest.raises(NotAllowed, match="not known here"):
            signed_in(office, key)
        setattr(key, field, before)
    assert signed_in(office, key)


def test_a_question_is_answered_once_in_time_and_by_its_own_person(office: Office) -> None:
    for person, identity in (("T-1", b"his"), ("A-1", b"hers")):
        with_password(office, person)
        enrolled(office, person, SoftwareKey(identity))
    key = SoftwareKey(b"third")
    enrolled(office, "T-1", key, password=PASSWORD)
    asked = question(office)
    answer = key.sign(office.people.keys.asked_of(asked))
    assert office.people.keys.sign_in(asked, answer)
    for late in (0, 6):
        again = question(office)
        fresh = answer if not late else key.sign(office.people.keys.asked_of(again))
        office.clock.pass_by(minutes=late)  # type: ignore[attr-defined]
        with pytest.raises(NotAllowed):
            office.people.keys.sign_in(again, fresh)
    hers = question(office, "A-1")
    with pytest.raises(NotAllowed):
        office.people.keys.sign_in(hers, key.sign(office.people.keys.asked_of(hers)))


def test_the_password_is_asked_before_a_key_is_added_or_removed_and_one_factor_stays(office: Office) -> None:
    with_password(office, "T-1")
    enrolled(office, "T-1", SoftwareKey())
    for attempt in (lambda: office.people.keys.offer("T-1", "second", "wrong"), lambda: office.people.keys.remove("T-1", 1, "wrong")):
        with pytest.raises(NotAllowed, match="does not fit"):
            attempt()
    with pytest.raises(NotAllowed, match="last second factor"):
        office.people.keys.remove("T-1", 1, PASSWORD)
    enrolled(office, "T-1", SoftwareKey(b"two"), password=PASSWORD)
    assert office.people.sessions.find(office.people.keys.remove("T-1", 1, PASSWORD))


def test_a_device_set_up_later_leaves_the_keys_and_either_is_taken(office: Office) -> None:
    with_password(office, "T-1")
    key = SoftwareKey()
    enrolled(office, "T-1", key)
    _, secret = office.people.accounts.offer_factor("T-1", "Office")
    device = TOTP(secret)
    with pytest.raises(NotAllowed):
        office.people.accounts.confirm_factor("T-1", device.at(office.clock()), "wrong")
    office.people.accounts.confirm_factor("T-1", device.at(office.clock()), PASSWORD)
    assert signed_in(office, key)
    office.clock.pass_by(seconds=30)  # type: ignore[attr-defined]
    assert office.people.accounts.sign_in("T-1", PASSWORD, device.at(office.clock()))


def test_an_answer_that_is_no_answer_is_refused_in_words(office: Office) -> None:
    with_password(office, "T-1")
    key = SoftwareKey()
    enrolled(office, "T-1", key)
    for said in ("", "{", "[]", '{"id": "a2V5IG9uZQ"}', '{"id": 1}', "null"):
        asked = question(office)
        with pytest.raises(NotAllowed, match="not known here"):
            office.people.keys.sign_in(asked, said)
        signed_in(office, key)


def test_an_office_without_an_address_of_its_own_takes_no_keys(office: Office) -> None:
    office.people.keys.party = party_of(Settings())
    with pytest.raises(NotAllowed, match="not set up for security keys"):
        office.people.keys.offer("T-1", "blue")


@pytest.mark.parametrize(("origin", "domain"), [("http://office.example", "origin"), ("https://a.example/x", "origin"),
                                                ("https://a.example", "b.example"), ("a.example", "origin")])  # fmt: skip
def test_an_address_that_no_browser_would_allow_is_refused_as_a_setting(origin: str, domain: str) -> None:
    with pytest.raises(Misconfigured):
        party_of(Settings(key_origin=origin, key_domain=domain))


def test_keys_may_be_set_up_for_a_domain_above(office: Office) -> None:
    assert party_of(Settings(key_origin="https://desk.customs.example", key_domain="customs.example")) == Party(
        "https://desk.customs.example", "customs.example"
    )
