"""The quick look at structure and format never calls sound what the thorough walk finds fault with."""

from __future__ import annotations

from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as st

from clearlane.lodgement.rules import formats, positions
from clearlane.lodgement.rules.example import baseline, edited, values_of
from clearlane.lodgement.rules.sound import is_sound
from clearlane.lodgement.rules.walk import walk
from clearlane.model.declaration import Declaration

PATHS = [*values_of(baseline()), "AcceptanceDateTime", "GoodsShipment/GovernmentAgencyGoodsItem/StatisticalValueAmount"]
FIGURES = st.from_regex(r"[+-]?[0-9]{0,18}(\.[0-9]{0,8})?( [A-Z$#]{0,4})?", fullmatch=True)
MOMENTS = st.from_regex(r"[0-9]{4}[01][0-9][0-3][0-9]([0-2][0-9][0-6][0-9][0-6][0-9]Z?)? (102|304|203)", fullmatch=True)


def faults(declaration: Declaration) -> list[str]:
    of_value = [notice for notice in walk(declaration) if notice.kind < positions.GROUP]
    return [finding.rule for finding in chain.from_iterable(formats.explain(notice, {}) for notice in of_value)]


@given(st.sampled_from(PATHS), st.one_of(st.text(max_size=40), FIGURES, MOMENTS))
@example("BorderTransportMeans/ModeCode", "1\n")
@example("FunctionCode", "９")
@example("AcceptanceDateTime", "20260229 102")
@example("AcceptanceDateTime", "20260504 304")
def test_what_passes_the_quick_look_has_no_fault(path: str, value: str) -> None:
    declaration = edited(baseline(), {path: value})
    assert not (is_sound(declaration) and faults(declaration))


@given(st.sampled_from(PATHS), FIGURES)
def test_what_the_quick_look_does_not_take_is_looked_into(path: str, value: str) -> None:
    declaration = edited(baseline(), {path: value})
    assert is_sound(declaration) or walk(declaration)
