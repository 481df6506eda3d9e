"""A path in plain names leads to the same place in WCO ids."""

from __future__ import annotations

import pytest

from clearlane.model.pointing import finding_at, point
from clearlane.model.text import Text

WORDS = Text(en="words", vi="lời")


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("", "42A"),
        ("TypeCode", "42A / D013"),
        ("GoodsShipment", "42A > 67A"),
        ("GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Classification[1]/ID", "42A > 67A > 68A[2] > 23A > 21A[1] / 145"),
    ],
)
def test_a_path_becomes_a_pointer(path: str, pointer: str) -> None:
    assert str(point(path)) == pointer


@pytest.mark.parametrize("path", ["Shoe", "TypeCode/ID", "GoodsShipment//ID", "GoodsShipment/Importer[x]/ID"])
def test_a_place_the_model_does_not_have_is_refused(path: str) -> None:
    with pytest.raises(LookupError, match="no place"):
        point(path)


@pytest.mark.parametrize(("path", "plain"), [("", "/Declaration"), ("Declarant/ID", "/Declaration/Declarant/ID")])
def test_a_finding_names_its_place_from_the_declaration_on(path: str, plain: str) -> None:
    finding = finding_at("XA-1", path, WORDS, WORDS)
    assert (finding.path, finding.severity) == (plain, "blocking")
