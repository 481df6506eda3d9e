"""The whole passage, from XML to committed facts, with risk work: profiles, histories, a model, a draw and what officers can do."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from bench.commit import floor_postgres, floor_sqlite
from bench.corpus import Corpus, distinct, simulated
from bench.figure import Figure
from bench.risk_profiles import lists, profiles
from clearlane.learning.learn import Learned, learn
from clearlane.learning.settings import Settings
from clearlane.learning.table import Texts, table_of_columns
from clearlane.lodgement.read import read
from clearlane.model.inspection import ItemResult
from clearlane.model.receipt import Receipt
from clearlane.model.risk_condition import AllOf, Condition, InList, StartsWith
from clearlane.model.risk_profile import ListEntry, RiskList
from clearlane.office.office import GROUP, Office
from clearlane.office.wiring import profile_named
from clearlane.risk.catalogue import catalogue
from clearlane.risk.language.writer import write_profile
from tests import postgres

NUMBER, EARLIER, PROFILES, LABELLED = 10_000, 1_000, 1_000, 6_000
HOLDERS = {"H-1": "first words of mine", "H-2": "second words of mine"}
PLAIN, BARE = "the same office without profiles, model and draw", f"the bare bytes, one durable commit per {GROUP}"
TARGET = "1,000/s sustained"


def figures(corpus: Corpus, *, number: int = NUMBER) -> Iterator[Figure]:
    """Yield declarations a second into SQLite and into PostgreSQL: the messages to measure with, and simulated trade."""
    for messages in (corpus, simulated()):
        said = f"the whole passage, {PROFILES:,} profiles, histories, model, prepared ahead: {messages.name}"
        with tempfile.TemporaryDirectory() as folder:
            plain = taken(f"sqlite:///{folder}/plain.db", messages, number, whole=False)
            whole = taken(f"sqlite:///{folder}/whole.db", messages, number)
            yield Figure(f"{said}, SQLite", whole, "declarations/s", PLAIN, plain, TARGET)
            yield Figure(f"{said}, SQLite", whole, "declarations/s", BARE, floor_sqlite(Path(folder) / "bare.db", _bytes(messages, number)))
        with postgres.server(durable=True) as server:
            with postgres.fresh_database(server) as address:
                plain = taken(address, messages, number, whole=False)
            with postgres.fresh_database(server) as address:
                whole = taken(address, messages, number)
                yield Figure(f"{said}, PostgreSQL", whole, "declarations/s", PLAIN, plain, TARGET)
                yield Figure(f"{said}, PostgreSQL", whole, "declarations/s", BARE, floor_postgres(address, _bytes(messages, number)))


def taken(address: str, corpus: Corpus, number: int, *, whole: bool = True) -> float:
    """Return how many declarations a second an office takes that took some before, with risk work or without."""
    with opened(address, corpus, whole=whole) as office:
        messages = _bytes(corpus, number)
        start = time.perf_counter()
        good = sum(isinstance(outcome, Receipt) for outcome in office.lodge_many(messages, ahead=True))
        spent = time.perf_counter() - start
    if good != number:
        raise AssertionError(f"{number - good} of {number} messages were refused.")
    return good / spent


@contextmanager
def opened(address: str, corpus: Corpus, *, whole: bool = True) -> Iterator[Office]:
    """Open an office; with risk work, histories are warm, some results are in, and everything that selects is in force."""
    law = profile_named(corpus.profile)
    with Office.open(profile=replace(law, risk_profiles=_texts() if whole else ()), store=address) as office:
        if whole:
            _prepared(office, sorted({read(message).declaration.importer_id for message in corpus.stripped}))
        receipts = [one for one in office.lodge_many(distinct(corpus.stripped, EARLIER, tag="A")) if isinstance(one, Receipt)]
        if whole:
            _looked_at(office, receipts)
        yield office


def _prepared(office: Office, importers: list[str]) -> None:
    for place, (name, values) in enumerate(lists().items()):
        entries = tuple(ListEntry(value) for value in sorted(values | set(importers[8 * place :: 8 * len(lists())]) - {""}))
        office.risk.lists.keep(RiskList(name, "traders", "risk-unit", "invented", entries), by="A-1")
    model = _model()
    office.risk.models.keep(model.model, model.card, by="A-1")
    office.risk.models.promote("bench", by="A-2")
    since = office.clock() + timedelta(seconds=0.5)
    office.risk.draws.commit("bench", since, 0.01, HOLDERS, 2)
    time.sleep(max(0.0, (since - datetime.now(UTC)).total_seconds()))


def _looked_at(office: Office, receipts: list[Receipt]) -> None:
    """Enter what some inspections found, and say what officers can do in the shift."""
    for place, receipt in enumerate(receipts[::5]):
        result = ItemResult(0, conform=False, category="value") if place % 10 == 0 else ItemResult(0, conform=True)
        if office.store.chosen(receipt.case.number):
            office.risk.results.record(receipt.case.number, "physical", [result], by="I-1")
    for name, shift in office.risk.capacities.offices():
        if name:
            office.risk.capacities.set(name, shift, 100, by="M-1")


def _bytes(corpus: Corpus, number: int) -> list[bytes]:
    return distinct(corpus.stripped, number)


@cache
def _texts() -> tuple[str, ...]:
    """Return profiles as texts: those that name headings or listed importers, since one that hits half of all trade is never approved."""
    named = (one for one in profiles(2 * PROFILES) if isinstance(one.condition, AllOf) and _names(one.condition.parts[0]))
    return tuple(write_profile(one).replace("importer.hits_90d", "importer.results_365d") for one in islice(named, PROFILES))


def _names(condition: Condition) -> bool:
    return isinstance(condition, StartsWith) or (isinstance(condition, InList) and not condition.negated)


@cache
def _model() -> Learned:
    """Return a model of 200 trees, learned from invented goods with every field of the catalogue."""
    chance = np.random.default_rng(7)
    columns: dict[str, Any] = {}
    for field in catalogue():
        if field.kind == "text":
            values = tuple(f"{field.name}{place:05}" for place in range(500))
            columns[field.name] = Texts((500 * chance.random(LABELLED) ** 2).astype(np.int32), values)
        else:
            columns[field.name] = chance.normal(size=LABELLED)
    odds = -2 - columns["net"] - columns["value"]
    found = (chance.random(LABELLED) < 1 / (1 + np.exp(-odds))).astype(np.float64)
    revenue = np.where(found == 1, np.exp(6 + columns["duty"]), 0.0)
    at = np.arange(LABELLED) / 100
    return learn(table_of_columns(columns, at, found, columns["importer.id"], revenue=revenue), "bench", Settings())
