"""An office with weeks of trade, a learned model in force, a draw, and more declared since: for the pages of selection and of risk."""

from __future__ import annotations

from datetime import timedelta

from fastapi import FastAPI
from fastapi.testclient import TestClient

from clearlane.model.chosen import Chosen
from clearlane.office.office import Office
from clearlane.office.ports import Store
from clearlane.store.sqlite import SqliteStore
from clearlane.web.pages import pages
from tests.office.risk_office import committed, trade
from tests.office.risk_season import BEGIN, season

HERE = "http://127.0.0.1"
CHEAP = 'profile CHEAP "Cheap garments / May mặc giá thấp" scope item when hs starts with ("61", "62") and price_per_kg < 90 then lane red'
SHARED = 'profile SHARED "A share of machines / Một phần máy móc" scope item when hs starts with ("84", "85") then lane red at 50%'


def practised(store: Store | None = None, *, share: float = 0.1) -> Office:
    """An office after a season, whose model scores what is declared since."""
    office = season(store, profiles=(CHEAP, SHARED))
    version = office.risk.training.train(BEGIN, office.clock(), by="T-1").kept.version
    office.risk.models.promote(version, by="T-2")
    office.risk.training.references()
    committed(office, share, "2026-02-26")
    list(office.lodge_many(trade(1000)[800:]))
    return office


def latest(office: Office) -> list[Chosen]:
    """What was declared since the model scores."""
    return office.store.chosen_from(office.clock() - timedelta(hours=2), limit=1000)


def hit_and_scored(office: Office) -> Chosen:
    """A declaration that a profile hit and the model scored, its trader not yet inspected."""
    return max((one for one in latest(office) if one.hits and one.scores), key=lambda one: one.probability)


class Desk:
    """Pages of an office that is tried out, and someone at them."""

    def __init__(self, office: Office) -> None:
        self.office = office
        app = FastAPI()
        app.include_router(pages(office, open_demo=True))
        self.client = TestClient(app, base_url=HERE, client=("127.0.0.1", 50000))
        self.sit("officer")

    def sit(self, who: str) -> None:
        """Sit down as someone."""
        self.client.cookies.clear()
        self.client.get(f"/?as={who}")
        self.form = self.client.cookies["form"]

    def get(self, path: str) -> str:
        """Open a page."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text


def kept(folder: object) -> SqliteStore:
    """A store in a folder."""
    return SqliteStore(f"sqlite:///{folder}/office.db")
