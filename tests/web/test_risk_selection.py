"""The pages of selection: the queue in its order, a capacity proposed and signed, and who may do what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from httpx2 import Response

from clearlane.model.risk_facts import CapacitySet, QueueCut
from clearlane.office.office import Office
from tests.office.risk_office import committed, office, trade
from tests.office.test_risk_queue import ALL, SHARED
from tests.web.risk_seen import Desk, kept

PAGE = "/desk/risk/selection"
LAW = 'profile MUST "Footwear / Giày dép" scope item when hs starts with ("64", "61", "62") then lane red'


class Queue(Desk):
    """The desk of an office with a queue at its busiest customs office."""

    def __init__(self, made: Office) -> None:
        super().__init__(made)
        offices = Counter(one.office for one in made.store.chosen_from(made.clock().replace(year=2020), limit=10_000))
        self.where, self.shift = offices.most_common(1)[0][0], made.risk.capacities.shift()
        self.here = {"office": self.where, "shift": self.shift}
        self.sit("manager-1")

    def page(self, path: str = "", **asked: str) -> str:
        answer = self.client.get(f"{PAGE}{path}", params={**self.here, **asked})
        assert answer.status_code == 200
        return answer.text

    def sign(self, **fields: str) -> Response:
        return self.client.post(f"{PAGE}/sign", data={"form": self.form, **self.here, **fields})

    def agreed(self, inspections: str) -> str:
        """What the proposal page has the manager send back."""
        found = re.search(r'name="seen" value="(\w+)"', self.page("/proposal", inspections=inspections))
        assert found
        return found[1]


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Queue]:
    with office(kept(tmp_path_factory.mktemp("queue")), risk_profiles=(SHARED, LAW), expected={"red": 0.9, "yellow": 0.01}) as made:
        committed(made, 0.1)
        list(made.lodge_many(trade(200)))
        yield Queue(made)


def rows(page: str, section: str = "queue") -> list[str]:
    return re.findall(r"<tr.*?</tr>", page.partition(f'id="{section}"')[2].partition("</section>")[0].partition("<tbody>")[2], re.DOTALL)


def numbers(page: str, section: str) -> list[str]:
    return [number for row in rows(page, section) for number in re.findall(r'href="/declarations/(\w+)"', row)]


def test_the_queue_stands_in_the_order_of_its_turn_with_how_each_was_taken(desk: Queue) -> None:
    queue = desk.office.risk.capacities.queue(desk.where, desk.shift)
    shown = rows(desk.page())
    assert [re.search(r"/declarations/(\w+)", row)[1] for row in shown] == [one.chosen.number for one in queue]  # type: ignore[index]
    names = {"mandatory": "Mandatory profile", "percentage": "Share of a profile", "random": "Random draw", "fill": "Fill"}
    assert {one.chosen.arm for one in queue} == set(names)
    assert all(names[one.chosen.arm] in row for one, row in zip(queue, shown, strict=True))
    assert all("<td>yes</td>" in row if one.chosen.notified else "<td>no</td>" in row for one, row in zip(queue, shown, strict=True))
    assert all("not known" in row for row in shown)


def test_without_a_capacity_no_delay_is_claimed_and_with_one_each_shows_its_own(desk: Queue) -> None:
    assert "no delay can be told" in desk.page()
    desk.office.risk.capacities.set(desk.where, desk.shift, 4, by="M-1")
    page = desk.page()
    queue = desk.office.risk.capacities.queue(desk.where, desk.shift)
    assert max(one.waits or 0 for one in queue) >= 2
    for one, row in zip(queue, rows(page), strict=True):
        assert (f"<b>{one.waits} shift" if one.waits else "this shift") in row
    assert f"longest wait, in shifts: {queue[-1].waits}" in page
    assert "set by M-1" in page


def test_the_lanes_of_each_office_stand_beside_what_the_policy_expects(desk: Queue) -> None:
    page = desk.page().partition('id="lanes"')[2]
    assert "at least 90.0 %" in page
    counted = desk.office.risk.capacities.arrived(desk.where, desk.shift)
    share = 100 * counted.get("red", 0) / sum(counted.values())
    assert f"<b>{share:.1f} %</b>" in page
    assert page.count('class="short"') >= len({place for place, _ in desk.office.risk.capacities.offices()})
    assert "Lanes achieved in seven days" in desk.page(over="week")


def test_a_proposal_shows_exactly_what_falls_and_records_nothing(desk: Queue) -> None:
    before = desk.office.store.last_seq()
    made = desk.office.risk.capacities.proposed(desk.where, desk.shift, 2)
    page = desk.page("/proposal", inspections="2")
    assert made.fallen
    assert numbers(page, "falling") == list(made.fallen)
    assert numbers(page, "waiting") == [number for number, _ in made.waiting]
    assert f"{made.given_up:,.2f}" in page
    assert desk.office.store.last_seq() == before
    arms = {desk.office.store.chosen(number).arm for number in made.fallen}  # type: ignore[union-attr]
    assert arms == {"fill", "percentage"}


def test_what_a_manager_signs_is_what_he_saw_and_is_listed_afterwards(desk: Queue) -> None:
    made = desk.office.risk.capacities.proposed(desk.where, desk.shift, 2)
    answer = desk.sign(inspections="2", checks="30", seen=desk.agreed("2"))
    assert (answer.status_code, answer.url.path) == (200, PAGE)
    facts = [record.fact for record in desk.office.store.facts_of("risk") if isinstance(record.fact, CapacitySet | QueueCut)]
    assert facts[0] == CapacitySet(desk.where, desk.shift, 2, 30, "MANAGER-1")
    assert isinstance(facts[1], QueueCut)
    assert (facts[1].fallen, facts[1].by) == (made.fallen, "MANAGER-1")
    signed = answer.text.partition('id="cuts"')[2]
    assert all(f"/declarations/{number}" in signed for number in made.fallen)
    assert "MANAGER-1" in signed
    assert "Checks of documents: 30" in answer.text
    assert not {one.chosen.number for one in desk.office.risk.capacities.queue(desk.where, desk.shift)} & set(made.fallen)


@pytest.mark.parametrize("seen", ["", "0" * 32, "<b>"])
def test_nothing_is_signed_that_was_not_seen(desk: Queue, seen: str) -> None:
    before = desk.office.store.last_seq()
    answer = desk.sign(inspections="2", seen=seen)
    assert answer.status_code == 400
    assert "changed since you looked" in answer.text
    assert "What would fall" in answer.text
    assert desk.office.store.last_seq() == before


RUBBISH = [
    {"inspections": ""},
    {"inspections": "-1"},
    {"inspections": "2.5"},
    {"inspections": "٣"},
    {"inspections": "9" * 50},
    {"inspections": "2", "checks": "many"},
    {"inspections": "2", "office": ""},
    {"inspections": "2", "office": "NOWHERE"},
    {"inspections": "2", "shift": "2099-01-01 day"},
    {"inspections": "2", "shift": "<script>"},
]


@pytest.mark.parametrize("wrong", RUBBISH, ids=str)
def test_a_capacity_that_means_nothing_is_refused_before_and_at_signing(desk: Queue, wrong: dict[str, str]) -> None:
    before = desk.office.store.last_seq()
    asked = desk.client.get(f"{PAGE}/proposal", params={**desk.here, **wrong})
    sent = desk.sign(**{"seen": "0" * 32, **wrong})
    for answer in (asked, sent):
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text
        assert "<script>" not in answer.text
    assert desk.office.store.last_seq() == before


def test_the_queue_of_what_was_never_asked_for_is_shown_as_the_likeliest(desk: Queue) -> None:
    for asked in ({"office": "<x>", "shift": "yesterday"}, {"office": "", "shift": ""}, {"first": "99999"}, {"first": "-3"}):
        assert "Queue:" in desk.page(**asked)
        assert "<x>" not in desk.page(**asked)


def test_analysts_and_auditors_look_and_sign_nothing(desk: Queue) -> None:
    before = desk.office.store.last_seq()
    agreed = desk.agreed("2")
    for who in ("analyst-1", "auditor-1"):
        desk.sit(who)
        assert "A manager sets what officers can do" in desk.page()
        assert 'id="capacity"' not in desk.page()
        assert desk.client.get(f"{PAGE}/proposal", params={**desk.here, "inspections": "2"}).status_code == 403
        assert desk.sign(inspections="2", seen=agreed).status_code == 403
    assert desk.office.store.last_seq() == before


@pytest.mark.parametrize("who", ["officer", "tariff-1", "trader"])
def test_others_do_not_come_in(desk: Queue, who: str) -> None:
    desk.sit(who)
    for path in (PAGE, f"{PAGE}/proposal?inspections=2"):
        answer = desk.client.get(path)
        assert answer.status_code == 403
        assert not [secret for secret in ("SHARED", "MUST", "Footwear", "Random draw", "26XA") if secret in answer.text]
    assert desk.sign(inspections="2", seen="0" * 32).status_code == 403


def test_a_form_that_is_not_ours_sets_nothing(desk: Queue) -> None:
    before, agreed = desk.office.store.last_seq(), desk.agreed("2")
    answer = desk.client.post(f"{PAGE}/sign", data={**desk.here, "inspections": "2", "seen": agreed, "form": "x" * 43})
    assert answer.status_code == 403
    assert desk.office.store.last_seq() == before


def test_a_long_queue_goes_on_over_pages(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clearlane.web.risk_selection.SHOWN", 10)
    with office(kept(tmp_path_factory.mktemp("long")), risk_profiles=(ALL,)) as made:
        list(made.lodge_many(trade(150)))
        desk = Queue(made)
        first, second = desk.page(), desk.page(first="11")
        queue = [one.chosen.number for one in made.risk.capacities.queue(desk.where, desk.shift)]
    assert len(queue) > 20
    assert (numbers(first, "queue"), numbers(second, "queue")) == (queue[:10], queue[10:20])
    assert "first=11" in first


def test_an_office_without_declarations_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with office(kept(tmp_path_factory.mktemp("empty"))) as made:
        desk = Desk(made)
        desk.sit("manager-1")
        page = desk.get(PAGE)
    for words in (
        "Nothing waits for inspection",
        "No capacity was set yet",
        "Nothing was selected in this shift",
        "expects no least share",
    ):
        assert words in page


def test_a_capacity_can_be_set_for_a_shift_to_come(desk: Queue) -> None:
    desk.here["shift"] = desk.office.risk.capacities.coming()[1]
    answer = desk.sign(inspections="12", seen=desk.agreed("12"))
    assert answer.status_code == 200
    assert "Inspections: 12" in answer.text
    assert desk.office.risk.capacities.capacity(desk.where, desk.here["shift"]).inspections == 12  # type: ignore[union-attr]


def test_the_address_of_the_form_leads_back_to_the_page(desk: Queue) -> None:
    answer = desk.client.get(f"{PAGE}/sign?lang=vi", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?lang=vi")


def test_the_policy_is_told_and_a_hidden_first_view_too(desk: Queue) -> None:
    assert "First view free of the score</dt><dd>no" in desk.page()
    law = desk.office.profile
    desk.office.profile = replace(law, selection=msgspec.structs.replace(law.selection, hide_score=True))
    assert "First view free of the score</dt><dd>yes" in desk.page()
