"""Two officers decide the same case at the same time, on a real store: one wins, the other is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

from clearlane.model.refusals import Conflict
from clearlane.office.office import Office
from tests.office.clearing_office import GROUND, LAW, kinds, lodged
from tests.office.test_office import XA


def test_one_decides_and_the_other_learns_who_did(tmp_path: Path) -> None:
    with Office.open(profile=replace(XA, clearance=LAW), store=f"sqlite:///{tmp_path}/office.db", sandbox=True) as office:
        number = lodged(office, "RED")
        seen, together = office.clearance.situation(number).last, Barrier(2)

        def decide(officer: str) -> str:
            together.wait()
            try:
                office.clearance.dispose(number, "detained", GROUND, by=officer, expect=seen)
            except Conflict as refusal:
                return str(refusal.fields["by"])
            return "won"

        with ThreadPoolExecutor(2) as pool:
            first, second = pool.map(decide, ("O-1", "O-2"))
        assert {first, second} in ({"won", "O-1"}, {"won", "O-2"})
        assert kinds(office, number).count("disposed") == 1
