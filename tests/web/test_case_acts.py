"""What an officer does on the page of a case: every act of his with its reason, by his role, at his office, upon what he saw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from fastapi.testclient import TestClient

from clearlane.api.app import create_app
from clearlane.clearance.standing import standing
from clearlane.model.assessment import TaxLine
from clearlane.model.control_facts import Assigned, CheckEnded, CountersignatureAsked, ExtensionDecided, Queried
from clearlane.model.duty_facts import DutyReduced, Reduction
from clearlane.model.facts import Assessed, Released
from clearlane.model.person import Grant, Person
from clearlane.model.refusals import NotAllowed
from clearlane.model.risk_facts import Examined
from clearlane.model.text import Text
from clearlane.office.access import Asker
from clearlane.office.clearing_allowed import allowed
from clearlane.office.office import Office
from clearlane.office.settings import Settings
from clearlane.web.case_forms import DOING
from clearlane.web.language import Speech
from tests.web.declarations import XA, Clock, amendment, coded, example

if TYPE_CHECKING:
    from pathlib import Path

FORM = "f" * 43


class Desk:
    """An office, and the browsers of those who work there."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.app = create_app(Settings(tokens=str(folder / "tokens.toml")), office, open_demo=True)
        self.number = office.lodge(example("RED-1", coded("240110"))).case.number

    def as_(self, who: str) -> TestClient:
        client = TestClient(self.app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), follow_redirects=False)
        client.cookies.update({"as": who, "form": FORM})
        return client

    def page(self, who: str = "officer-1") -> str:
        return self.as_(who).get(f"/declarations/{self.number}?lang=en").text

    def does(self, act: str, who: str = "officer-1", expect: int | str = 0, **form: str) -> tuple[int, str]:
        seen = str(expect or self.office.store.last_of(self.number))
        answer = self.as_(who).post(f"/declarations/{self.number}/acts/{act}?lang=en", data={"form": FORM, "expect": seen} | form)
        return answer.status_code, answer.text

    def facts(self, kind: type) -> list[object]:
        return [record.fact for record in self.office.facts(self.number) if isinstance(record.fact, kind)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as office:
        made = Desk(office, tmp_path)
        yield made
        made.app.state.desk.close()


def test_every_act_of_an_officer_stands_there_and_what_is_not_possible_says_why(desk: Desk) -> None:
    page = desk.page()
    assert "Begin the check: goods" in page
    assert "Not possible now" in page
    assert re.search(r"Release the goods.{0,80}<dd>[^<]{20,}", page, re.DOTALL)
    assert "Seize the goods" not in page  # a supervisor's


def test_a_case_goes_from_check_to_release(desk: Desk) -> None:
    assert desk.does("begin-check", check="goods")[0] == 303
    page = desk.page()
    assert "Conclude the check: goods" in page
    items = {f"code-{n}": "conform" for n in desk.office.risk.results.items(desk.number)}
    assert desk.does("end-check", check="goods", satisfied="yes", **items)[0] == 303
    (looked,) = desk.facts(Examined)
    assert isinstance(looked, Examined)
    assert (looked.intensity, looked.by) == ("physical", "OFFICER-1")
    assert [one.satisfied for one in desk.facts(CheckEnded) if isinstance(one, CheckEnded)] == [True]
    if "documents" in desk.office.clearance.situation(desk.number).needed:
        desk.does("begin-check", check="documents")
        desk.does("end-check", check="documents", satisfied="yes", **items)
    assert desk.does("release")[0] == 303
    assert len(desk.facts(Released)) == 1


def test_a_query_asks_for_several_things_at_once_and_nothing_twice(desk: Desk) -> None:
    asks = {"what-0": "N861", "item-0": "1", "what-1": "question", "words-1": "Who made the goods?"}
    assert desk.does("query", **asks)[0] == 303
    (query,) = desk.facts(Queried)
    assert isinstance(query, Queried)
    assert [(one.subject, one.item) for one in query.asks] == [("N861", 1), ("question-1e8ea3d5", 0)]
    assert "Giấy chứng nhận xuất xứ" in desk.as_("officer-1").get(f"/declarations/{desk.number}?lang=vi").text
    assert "Who made the goods?" in desk.page()
    desk.office.clearance.answer(desk.number, 1, "Mill 4 made them.")
    assert "Mill 4 made them." in desk.page()
    desk.does("settle", number="1")
    status, page = desk.does("query", **{"what-0": "N861", "item-0": "1"})
    assert status == 400
    assert "nothing is asked twice" in page


def test_more_time_asked_for_is_shown_with_its_reason_and_decided(desk: Desk) -> None:
    desk.does("query", **{"what-0": "N861", "item-0": "1"})
    desk.office.clearance.ask_extension(desk.number, 1, "The mill is closed until Monday.")
    assert "The mill is closed until Monday." in desk.page()
    assert "Choose whether" in desk.does("decide-extension", number="1")[1]
    assert desk.does("decide-extension", number="1", more="yes", why="As asked.")[0] == 303
    (decided,) = desk.facts(ExtensionDecided)
    assert isinstance(decided, ExtensionDecided)
    assert decided.until is not None


def test_what_was_typed_is_kept_where_somebody_decided_first(desk: Desk) -> None:
    seen = desk.office.store.last_of(desk.number)
    assert desk.does("begin-check", "officer-2", check="documents")[0] == 303
    status, page = desk.does("query", expect=seen, **{"what-0": "question", "words-0": "Where is the seal?"})
    assert status == 400
    assert "OFFICER-2" in page
    assert 'value="Where is the seal?"' in page
    assert not desk.facts(Queried)


FILLED = {
    "sure": "yes",
    "check": "documents", "satisfied": "yes", "rest": "conform", "why": "As declared", "what-0": "question", "words-0": "Where?",
    "number": "1", "place": "Shed 4", "ground": "As found", "verdict": "varied", "sound": "yes", "granted": "yes", "due": "2026-12-01",
    "more": "yes", "error": "error", "less.1.A00": "1",
}  # fmt: skip


SUPERVISED = ("review", "seize", "refuse", "decide-dispute")


@pytest.mark.parametrize("act", DOING)
def test_no_act_is_decided_upon_an_older_view(desk: Desk, act: str) -> None:
    before = desk.office.store.last_seq()
    status, page = desk.does(act, "supervisor-1" if act in SUPERVISED else "officer-1", expect="1", **FILLED)
    assert (status, "changed since you looked at it" in page) == (400, True)
    assert desk.office.store.last_seq() == before


def test_a_large_amount_waits_for_another_officer_who_signs(desk: Desk) -> None:
    desk.does("begin-check", check="goods")
    found = {"code-1": "value", "amount-1": "12000", "rest": "conform"}
    assert desk.does("end-check", check="goods", satisfied="no", **found)[0] == 303
    assert not desk.facts(Examined)
    asked = next(record.seq for record in desk.office.facts(desk.number) if isinstance(record.fact, CountersignatureAsked))
    status, page = desk.does("countersign", number=str(asked), granted="yes")
    assert (status, "second officer" in page.lower()) == (400, True) or status == 403
    before = desk.page("officer-2")
    assert "OFFICER-1 has signed" in before
    assert "Item 1: Customs value, 12,000 ARD" in before  # he sees what he signs
    assert desk.does("countersign", "officer-2", number=str(asked), granted="yes")[0] == 303
    assert len(desk.facts(Examined)) == 1


def test_duty_charged_in_error_is_taken_off_on_a_ground(desk: Desk) -> None:
    assert 'name="less.1.A00"' in desk.page()
    refused = {"why": "Wrong rate.", "less.1.A00": "10"}
    assert "Choose the ground" in desk.does("reduce", **refused)[1]
    assert "plain figure" in desk.does("reduce", error="error", **(refused | {"less.1.A00": "ten"}))[1]
    assert desk.does("reduce", error="customs-error", **refused)[0] == 303
    (fell,) = desk.facts(DutyReduced)
    assert isinstance(fell, DutyReduced)
    assert (fell.reductions, fell.ground) == ((Reduction(1, "A00", 1000),), "customs-error")


def shown(page: str) -> list[str]:
    """The words of the table of what was taken off."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition('id="duty-off"')[2].partition("</table>")[0])).split()


@pytest.mark.parametrize(("who", "lang"), [("officer-1", "en"), ("trader", "vi")])
def test_what_was_taken_off_stands_in_the_duty_table_with_its_ground_and_the_new_total(desk: Desk, who: str, lang: str) -> None:
    computed = desk.office.case(desk.number).duty or Decimal(0)
    for amount in ("10", "2.50"):
        desk.does("reduce", error="customs-error", why="A secret reason.", **{"less.1.A00": amount})
    client = desk.as_(who)
    client.cookies.set("declarant", desk.office.case(desk.number).declarant)
    page = client.get(f"/declarations/{desk.number}?lang={lang}").text
    words, say = shown(page), Speech(lang)
    stood = next(one.amount for one in assessed_lines(desk) if (one.item, one.tax) == (1, "A00")) or Decimal(0)
    for figure in (stood, stood - 10, stood - Decimal("12.50"), computed - Decimal("12.50")):
        assert say.figure(figure) in words
    assert {"−" + say.figure(Decimal("10.00")), "−" + say.figure(Decimal("2.50"))} <= set(words)
    assert {"en": "Error of customs", "vi": "Sai sót của cơ quan hải quan"}[lang] in " ".join(words)
    assert who != "trader" or "secret" not in page


def assessed_lines(desk: Desk) -> tuple[TaxLine, ...]:
    return next(fact.lines for fact in reversed(desk.facts(Assessed)) if isinstance(fact, Assessed))


def test_what_cannot_be_taken_back_is_said_twice(desk: Desk) -> None:
    status, page = desk.does("refuse", ground="Article 9.")
    assert status == 400
    assert "Say that you are sure" in page
    assert ">Article 9.</textarea>" in page


@pytest.mark.parametrize(
    ("who", "act"), [("officer-1", "seize"), ("inspector-1", "release"), ("analyst-1", "begin-check"), ("trader", "release")]
)
def test_an_act_of_other_duties_is_refused(desk: Desk, who: str, act: str) -> None:
    before = desk.office.store.last_of(desk.number)
    assert desk.does(act, who, ground="Article 9.", sure="yes")[0] in (403, 404)
    assert desk.office.store.last_of(desk.number) == before


def test_an_officer_who_gives_no_number_sees_the_acts_and_does_none(desk: Desk) -> None:
    assert "come as yourself" in desk.page("officer")
    assert desk.does("begin-check", "officer", check="goods")[0] == 403


def test_reasons_lead_to_the_goods_items_they_speak_of(desk: Desk) -> None:
    desk.number = desk.office.lodge(example("RED-2", coded("240220"))).case.number
    page = desk.page()
    risk = page.partition('id="risk"')[2].partition("</section>")[0]
    assert 'href="#item-1"' in risk
    assert '<tr id="item-1">' in page
    assert 'id="step-' in page


def test_a_right_that_asks_for_a_competence_is_refused_without_it(desk: Desk) -> None:
    people = desk.office.people.rights
    people.register(Person("O-7"), by="A-0")
    people.grant("O-7", Grant(0, "officer", date(2026, 1, 1)), by="A-9")
    asker = desk.office.people.asker("O-7")
    assert asker is not None
    with pytest.raises(NotAllowed, match="value uplift"):
        desk.office.clearance.demand("end-check", asker, desk.number, uplift=True)
    with pytest.raises(NotAllowed, match="second signature"):
        desk.office.clearance.demand("countersign", asker, desk.number)
    assert desk.office.clearance.demand("begin-check", asker, desk.number) == "begin-check"


def test_a_case_with_another_officer_is_left_to_him(desk: Desk) -> None:
    with desk.office.store.work() as work:
        record = work.append(desk.office.clock(), [(desk.number, Assigned("OFFICER-2", by="S-1", why="rota"))])
        case = work.case(desk.number)
        assert case is not None
        work.put_cases([standing(record, case, XA.clearance)])
    status, page = desk.does("begin-check", check="goods")
    assert status == 403
    assert "The case is with OFFICER-2" in page
    assert desk.does("begin-check", "officer-2", check="goods")[0] == 303


def test_what_an_amendment_asks_for_is_read_before_it_is_granted(desk: Desk) -> None:
    desk.office.lodge(amendment(desk.number))
    page = desk.page()
    assert "The trader asks for an amendment." in page
    assert re.search(r"<del>.{0,80}1200.{0,20}</del>.{0,20}<ins>.{0,80}1199", page, re.DOTALL)
    place = str(desk.office.clearance.situation(desk.number).requests[0].request)
    assert desk.does("grant-amendment", number=place, why="A slip of the pen.")[0] == 303
    assert desk.office.case(desk.number).generation == 2


def test_which_right_asks_for_a_competence_is_said_by_the_profile(desk: Desk) -> None:
    asker, case, law = (
        Asker("officer", "O-8", person="O-8", grants=(Grant(1, "officer", date(2026, 1, 1)),)),
        desk.office.case,
        XA.clearance,
    )
    other = msgspec.structs.replace(law.competences[0], name="price-court", title=Text(en="price court", vi="hội đồng giá"))
    asked = msgspec.structs.replace(law, competences=(other,))
    refused = allowed("end-check", asker, case(desk.number), asked, uplift=True)
    assert refused is not None
    assert "price court" in refused.en
    fit = msgspec.structs.replace(asker, competences=("price-court",))
    assert allowed("end-check", fit, case(desk.number), asked, uplift=True) is None
    assert allowed("countersign", asker, case(desk.number), asked) is None
