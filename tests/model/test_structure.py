"""The model against the published structure: every path has a home, with its id, format and limits."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from clearlane.model.declaration import Declaration
from clearlane.model.group import Group
from clearlane.model.structure import Place, places


def homes(group: type[Group], path: str) -> Iterator[tuple[str, Place]]:
    for place in places(group):
        here = f"{path}/{place.name}"
        yield here, place
        if place.group:
            yield from homes(place.group, here)


def test_every_path_of_the_declaration_has_a_home_with_its_id_and_format(shared_data: Path) -> None:
    with (shared_data / "wcodm" / "structure_dec.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["path"] != "/Declaration"]
    found = dict(homes(Declaration, "/Declaration"))
    assert len(rows) == 459
    for row in rows:
        home = found[row["path"]]
        most = 0 if row["max"] == "unbounded" else int(row["max"])
        assert (home.wco, home.form, home.most, home.required) == (
            row["wco_id"],
            row["wco_format"],
            most,
            row["min"] == "1" and row["kind"] == "attr",
        ), row["path"]
