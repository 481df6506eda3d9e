"""The table of cases, said by Python and by the scripts of the page in a browser: both the same, case by case."""

from __future__ import annotations

import json
import math
import shutil
import struct
import subprocess
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clearlane_verify.code import WORDS, opened
from clearlane_verify.credential import demand_issued, demand_proof, demand_valid
from clearlane_verify.did_web import pinned
from clearlane_verify.jcs import number
from clearlane_verify.refusal import Malformed, Refused
from clearlane_verify.status import status
from tests.verify.cases import CASES, DAYS, DIDS, Case
from tests.verify.credentials import certificate
from tests.verify.test_credentials import changed, places

HERE = Path(__file__).parent
STATIC = Path(__file__).parents[2] / "src" / "clearlane" / "web" / "static"


def said(case: Case) -> str:
    """What Python says of a case."""
    try:
        found, keys = opened(case.shown.encode()), pinned(DIDS)
        demand_issued(found, demand_proof(found, keys))
        demand_valid(found, case.at)
        return status(found, case.lists, keys, case.at, timedelta(days=DAYS)).word
    except Refused as why:
        return "malformed" if isinstance(why, Malformed) else "refused"


def ran(**asked: Any) -> dict[str, Any]:
    """What the scripts of the page say, run by Node.js."""
    if (node := shutil.which("node")) is None:
        pytest.skip("Node.js is not installed.")
    every = {"cases": [], "dids": DIDS, "days": DAYS, "at": CASES[0].at.timestamp() * 1000, "changed": [], "numbers": [], "vectors": []}
    scripts = [str(HERE / "elsewhere" / "cases.mjs"), *(str(STATIC / f"certificate-{name}.js") for name in ("read", "check"))]
    made = subprocess.run([node, *scripts], input=json.dumps(every | asked), capture_output=True, text=True, check=False, timeout=120)
    assert made.returncode == 0, made.stderr
    found: dict[str, Any] = json.loads(made.stdout)
    return found


@pytest.fixture(scope="module")
def browser_says() -> dict[str, Any]:
    return ran(
        cases=[{"shown": one.shown, "lists": one.lists, "at": one.at.timestamp() * 1000} for one in CASES],
        changed=[json.dumps(one) for one in CHANGED],
        numbers=[f"{value!r}" for value in NUMBERS],
    )


def _changed() -> list[Any]:
    """A certificate with each of its values changed in turn."""
    found = []
    for path in [one for one in places(certificate()) if one]:
        whole = certificate()
        inner: Any = whole
        for name in path[:-1]:
            inner = inner[name]
        for other in changed(inner[path[-1]]):
            inner[path[-1]] = other
            found += [json.loads(json.dumps(whole))] if whole != certificate() else []
    return found


CHANGED = _changed()
_DRAWN = Random(1)
NUMBERS = [
    one for one in (struct.unpack("<d", _DRAWN.randbytes(8))[0] for _ in range(2000)) if math.isfinite(one)
] + [_DRAWN.randrange(1, 10**12) / 10**9 for _ in range(500)]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_python_says_of_each_case_what_the_table_says(case: Case) -> None:
    assert said(case) == case.said


def test_the_page_in_a_browser_says_of_each_case_what_the_table_says(browser_says: dict[str, Any]) -> None:
    assert dict(zip([one.name for one in CASES], browser_says["cases"], strict=True)) == {one.name: one.said for one in CASES}


def test_the_page_in_a_browser_refuses_each_field_changed(browser_says: dict[str, Any]) -> None:
    assert len(CHANGED) > 100
    assert set(browser_says["changed"]) <= {"refused", "malformed"}


def test_the_page_in_a_browser_writes_numbers_as_python_does(browser_says: dict[str, Any]) -> None:
    assert browser_says["numbers"] == [number(one) for one in NUMBERS]


def test_both_know_the_same_words_beforehand(browser_says: dict[str, Any]) -> None:
    assert browser_says["known"] == WORDS


def test_the_vector_of_w3c_holds_in_a_browser_and_no_change_of_it(shared_data: Path) -> None:
    vector = (shared_data / "trust" / "vc-di-eddsa" / "eddsa-jcs-2022" / "signedJCS.json").read_text()
    others = [vector.replace(old, new) for old, new in (("2023", "2024"), ("assertionMethod", "authentication"), ('"https', '"http'))]
    found = ran(vectors=[vector, *others])["vectors"]
    assert found[0].startswith("did:key:z6Mkr")
    assert len(set(others) - {vector}) == len(others)
    assert set(found[1:]) <= {"signature", "suite", "context", "malformed"}
