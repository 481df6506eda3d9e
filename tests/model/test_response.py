"""The nouns of the response: every place the WCO Data Model gives it has a home."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from clearlane.model.group import Group
from clearlane.model.response import Response
from clearlane.model.structure import Place, places

CORRECTED = "/Response/od:Declaration"


def walk(group: type[Group], above: str) -> Iterator[tuple[str, Place]]:
    for place in places(group):
        path = f"{above}/{place.name}"
        yield path, place
        if place.group:
            yield from walk(place.group, path)


def published(shared_data: Path) -> dict[str, dict[str, str]]:
    with (shared_data / "wcodm" / "structure_res.csv").open() as rows:
        return {row["path"]: row for row in csv.DictReader(rows)}


def test_every_path_of_the_response_has_a_home(shared_data: Path) -> None:
    homes = {"/Response", CORRECTED, *(path for path, _ in walk(Response, "/Response"))}
    assert homes == set(published(shared_data))


def test_ids_formats_and_limits_are_the_published_ones(shared_data: Path) -> None:
    rows = published(shared_data)
    for path, place in walk(Response, "/Response"):
        row = rows[path]
        assert (place.wco, place.form) == (row["wco_id"], row["wco_format"]), path
        assert place.required == (row["min"] == "1"), path
        assert (place.shape == "groups") == (row["max"] == "unbounded"), path


def test_a_corrected_declaration_is_no_place_of_the_response_itself() -> None:
    assert "corrected_declaration" not in {place.field for place in places(Response)}
