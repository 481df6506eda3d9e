"""A profile as a form: what the text says goes through the form and back unchanged; rows come and go; a fault stands at its input."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearlane.office.office import Office
from clearlane.office.risk_forms import as_form, as_text
from tests.office.risk_office import office
from tests.web.test_risk_profiles import CHEAP, Desk


class Filled(HTMLParser):
    """What a browser would send of the form on a page, and the inputs marked as wrong."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.wrong: list[str] = []
        self._area = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if "aria-invalid" in given:
            self.wrong.append(name)
        if tag == "input":
            self.fields[name] = given.get("value", "")
        elif tag == "textarea":
            self._area, self.fields[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and (self._select not in self.fields or "selected" in given):
            self.fields[self._select] = given["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = ""
        elif tag == "select":
            self._select = ""


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with office() as made:
        yield Desk(made)


def shown_as_form(desk: Desk, text: str) -> Filled:
    return Filled(desk.post("write", text=text, act="form").text)


def sent(desk: Desk, filled: Filled, act: str) -> Filled:
    fields = {name: value for name, value in filled.fields.items() if name not in ("", "form")}
    return Filled(desk.post("form", **fields | {"act": act}).text)


def canonical(made: Office, text: str) -> str:
    rows = as_form(made, text)
    assert rows is not None
    said = as_text(made, rows)
    assert isinstance(said, str)
    return said


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters='"\\'), max_size=12).map(str.strip)
LEAVES = st.one_of(
    st.sampled_from(["importer.first_time", "origin is missing", "net is not missing", 'hs not starts with ("61", "8517")']),
    st.tuples(
        st.sampled_from(["net", "value", "price_ratio"]), st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), st.integers(0, 9999)
    ).map(lambda one: f"{one[0]} {one[1]} {one[2]}"),
    st.tuples(st.integers(0, 50), st.integers(51, 99)).map(lambda one: f"gross between {one[0]} and {one[1]}"),
    WORDS.filter(bool).map(lambda one: f'description contains ("{one}")'),
    st.just("unit_price < 60% * ref.price_median + 2"),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        st.lists(part, min_size=2, max_size=3).map(lambda parts: f"({' and '.join(parts)})"),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: f"({' or '.join(parts)})"),
        part.map(lambda one: f"not ({one})"),
    ),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=CONDITIONS, title=WORDS)
def test_any_text_goes_through_the_form_on_the_page_and_comes_back(desk: Desk, condition: str, title: str) -> None:
    text = f'# A note\nprofile P-1 "{title}"\nscope item, import, procedures 4000 7100, valid 2026-01-01..2026-12-31\nwhen {condition}\n'
    text += 'then lane red at 80%, inspect physical documents, reason VAL-01, owner unit, quiet 5\ntest hit {net: 5, origin: "QM"}\n'
    expected = canonical(desk.office, text)
    back = sent(desk, shown_as_form(desk, text), "text")
    assert back.fields["text"].replace("\r\n", "\n").strip() == expected.strip()


def test_rows_and_examples_come_and_go_and_nothing_else_changes(desk: Desk) -> None:
    begun = shown_as_form(desk, CHEAP)
    more = sent(desk, sent(desk, begun, "add when.1"), "example")
    assert "when.1.2.of" in more.fields
    assert "test.2.values" in more.fields
    back = sent(desk, sent(desk, more, "drop when.1.2"), "unexample 2")
    assert back.fields | {"form": ""} == begun.fields | {"form": ""}


def test_a_condition_alone_becomes_two_by_adding_one_beside_it(desk: Desk) -> None:
    text = 'profile P-1 "One"\nscope item\nwhen net < 5\nthen lane red\n'
    more = sent(desk, shown_as_form(desk, text), "add when")
    assert more.fields["when.joins"] == "all"
    more.fields |= {"when.1.of": "origin", "when.1.asks": "=", "when.1.value": "QM"}
    assert 'net < 5 and origin = "QM"' in " ".join(sent(desk, more, "text").fields["text"].split())


def test_a_fault_stands_at_its_input_and_what_was_filled_in_stays(desk: Desk) -> None:
    begun = shown_as_form(desk, CHEAP)
    begun.fields |= {"when.1.0.of": "price_per_kgs", "share": "many"}
    told = sent(desk, begun, "keep")
    assert sorted(told.wrong) == ["share", "when.1.0.of"]
    assert (told.fields["when.1.0.of"], told.fields["share"]) == ("price_per_kgs", "many")


def test_a_form_is_kept_as_the_text_it_says(desk: Desk) -> None:
    filled = shown_as_form(desk, CHEAP.replace("CHEAP", "FORMED"))
    sent(desk, filled, "keep")
    assert desk.office.risk.profiles.text("FORMED") == canonical(desk.office, CHEAP.replace("CHEAP", "FORMED"))


def test_a_text_that_cannot_be_read_stays_text_with_its_faults(desk: Desk) -> None:
    answer = desk.post("write", text="profile", act="form")
    assert answer.status_code == 400
    assert 'name="text"' in answer.text


def test_looking_at_a_form_shows_what_it_would_stop(desk: Desk) -> None:
    filled = shown_as_form(desk, CHEAP)
    fields = {name: value for name, value in filled.fields.items() if name not in ("", "form")}
    assert 'id="would"' in desk.post("form", **fields | {"act": "look"}).text
