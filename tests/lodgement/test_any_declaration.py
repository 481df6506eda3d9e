"""Any declaration the model can hold is given back equal, through XML and through JSON."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from clearlane.lodgement.json_form import read_json, write_json
from clearlane.lodgement.read import read
from clearlane.lodgement.write import write
from clearlane.model.declaration import Declaration
from clearlane.model.group import Group, RawElement, Unplaced
from clearlane.model.message import Message, MetaData
from clearlane.model.structure import Place, places
from clearlane.model.values import Amount, DateTime, Quantity

# What XML 1.0 can carry, without the white space that is not kept at the ends of a text.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r"),
    max_size=12,
).map(lambda text: text.strip(" \t\r\n"))
CODE = st.none() | TEXT
NAME = st.from_regex(r"[A-Za-z][A-Za-z0-9_.-]{0,8}", fullmatch=True).filter(lambda name: not name.lower().startswith("xml"))
QUALIFIED = NAME | NAME.map(lambda name: "{urn:x:other}" + name)
ATTRIBUTES = st.dictionaries(QUALIFIED, TEXT, max_size=2)
RAW = st.recursive(
    st.builds(RawElement, QUALIFIED, ATTRIBUTES, TEXT),
    lambda below: st.builds(RawElement, QUALIFIED, ATTRIBUTES, st.just(""), st.lists(below, max_size=2).map(tuple)),
    max_leaves=3,
)
FOREIGN = RAW.filter(lambda raw: raw.name.startswith("{"))
LEAVES = {
    "text": TEXT,
    "amount": st.builds(Amount, TEXT, CODE),
    "quantity": st.builds(Quantity, TEXT, CODE),
    "moment": st.builds(DateTime, TEXT, CODE),
}


def value(place: Place, depth: int) -> st.SearchStrategy[Any]:
    if place.group is None:
        return LEAVES[place.shape]
    below = groups(place.group, depth + 1)
    return below if place.shape == "group" else st.lists(below, min_size=1, max_size=2).map(tuple)


@st.composite
def groups(draw: st.DrawFn, group: type[Group], depth: int = 0) -> Group:
    """Draw a class with some of its fields, and sometimes with what has no field."""
    known = [place for place in places(group) if depth < 3 or place.group is None]
    chosen = draw(st.lists(st.sampled_from(known), max_size=4, unique_by=lambda place: place.field)) if known else []
    fields = {place.field: draw(value(place, depth)) for place in chosen}
    left = draw(st.none() | st.builds(Unplaced, ATTRIBUTES, st.just({}), st.just(""), st.lists(FOREIGN, max_size=2).map(tuple)))
    return group(**fields, unplaced=left if left != Unplaced() else None)


MESSAGES = st.builds(lambda d, m: Message(declaration=d, metadata=m), groups(Declaration), st.none() | groups(MetaData))


@settings(max_examples=150)
@given(MESSAGES)
def test_any_message_is_given_back_equal_through_xml(message: Message) -> None:
    assert read(write(message)) == message


@settings(max_examples=150)
@given(MESSAGES)
def test_any_message_is_given_back_equal_through_json(message: Message) -> None:
    assert read_json(write_json(message)) == message
