"""Every store takes a second signature of another person only, whatever program writes it."""

from __future__ import annotations

from typing import Any

import pytest

from clearlane.model.control_facts import CountersignatureAsked, Countersigned
from tests.store.opening import AnyStore
from tests.store.samples import NOON

ASKED = CountersignatureAsked("d" * 64, "check-ended", "O-1")


def append(store: AnyStore, *facts: Any, subject: str = "26XA1") -> None:
    with store.work() as work:
        work.append(NOON, [(subject, fact) for fact in facts])


@pytest.mark.parametrize("by", ["O-1", " o-1\t", "O-1\n", "", "  "])
def test_the_first_officer_does_not_give_the_second_signature_even_past_the_desk(store: AnyStore, by: str) -> None:
    append(store, ASKED)
    with pytest.raises(Exception, match="The second signature is another officer's"):
        append(store, Countersigned(1, granted=True, by=by))
    assert store.last_seq() == 1


def test_another_officer_gives_it(store: AnyStore) -> None:
    append(store, ASKED, Countersigned(1, granted=True, by="O-2"))
    assert store.last_seq() == 2


def test_a_signature_on_one_declaration_is_none_on_another(store: AnyStore) -> None:
    append(store, ASKED)
    with pytest.raises(Exception, match="The second signature is another officer's"):
        append(store, Countersigned(1, granted=True, by="O-2"), subject="26XA2")
