"""Ten thousand open cases and fifty officers at work: how long the next case and a dossier take, over HTTP and in a browser."""

from __future__ import annotations

import http.client
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from bench.corpus import distinct, simulated
from bench.figure import Figure
from clearlane.model.case import Query
from clearlane.model.lottery import OnDuty
from clearlane.model.person import Grant, Person
from clearlane.office.machine_key import KeyFile
from clearlane.office.office import Office
from clearlane.office.risk_shift import shift_of
from clearlane.office.wiring import profile_named

OPEN, OFFICERS, SECONDS, THINKING = 10_000, 50, 60.0, 5.0
"""Cases, officers, how long they work, and how long each thinks between two steps on average."""
PORT, FORM, HEALTH = 18_475, "f" * 43, "GET /v1/health beside it"
EVERY_ONE = 'profile EVERY "Every one" scope item when value > 0 then lane red'
Times = dict[str, list[float]]


def figures() -> Iterator[Figure]:
    """Yield the 95th percentile in milliseconds of the next case and of a dossier, and the slowest in a browser."""
    with tempfile.TemporaryDirectory() as folder:
        sessions = filled(Path(folder))
        with served(Path(folder)), ThreadPoolExecutor(1) as beside:
            working = beside.submit(worked, sessions)
            seen = looked_at(sessions[0], working)
            times = working.result()
    what = f"{OPEN:,} open cases, {OFFICERS} officers acting, SQLite"
    health = _percentile(times["health"], 95)
    yield Figure(f"{what}: next case, p95", _percentile(times["next"], 95), "ms", HEALTH, health, "under 1,000 ms")
    yield Figure(f"{what}: dossier, p95", _percentile(times["dossier"], 95), "ms", HEALTH, health, "under 1,000 ms")
    for name, found in seen.items():
        yield Figure(f"{what}: {name} in the browser, p95 of {len(found)}", _percentile(found, 95), "ms", HEALTH, health, "under 1,000 ms")


def filled(folder: Path) -> list[str]:
    """Fill an office with open cases and officers on duty; return the officers' sessions."""
    law = replace(profile_named("xa"), risk_profiles=(EVERY_ONE,))
    with Office.open(profile=law, store=f"sqlite:///{folder}/office.db", key=KeyFile(folder / "office.key")) as office:
        corpus, number = simulated(), 0
        while office.tally().states.get("under-control", 0) < OPEN:
            number += 1
            for _ in office.lodge_many(distinct(corpus.stripped, 2000, tag=f"D{number}-"), ahead=True):
                pass
        names = [f"B-{place:02}" for place in range(OFFICERS)]
        _on_duty(office, names)
        with office.store.work() as work:
            return [office.people.sessions.begin(work, name) for name in names]


def _on_duty(office: Office, names: list[str]) -> None:
    now, rights = office.clock(), office.people.rights
    for name in names:
        rights.register(Person(name), by="A-0")
        rights.grant(name, Grant(0, "inspector", date(2026, 1, 1)), by="A-9")
        rights.grant(name, Grant(0, "officer", date(2026, 1, 1)), by="A-9")
    shift = shift_of(office.profile, now).name
    for place in {case.office for case in office.cases(Query(state="under-control", limit=1000))}:
        office.assignment.keep_rota(place, shift, [OnDuty(name, "quay") for name in names], by="S-1")
    office.assignment.commit("bench", now + timedelta(seconds=1), now + timedelta(hours=6))
    time.sleep(1.5)


@contextmanager
def served(folder: Path) -> Iterator[None]:
    """Serve the office."""
    environment = os.environ | {"CLEARLANE_STORE": f"sqlite:///{folder}/office.db", "CLEARLANE_REQUESTS_PER_MINUTE": "0"}
    command = [str(Path(sys.executable).parent / "clearlane"), "serve", "--port", str(PORT)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                Desk("").asked("GET", "/v1/health")
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


class Desk:
    """One officer's line to the office."""

    def __init__(self, session: str) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self._cookies = {"Cookie": f"session={session}; form={FORM}"}

    def asked(self, method: str, path: str, **form: str) -> tuple[int, str]:
        """Ask, and return the status with where it leads."""
        body = urlencode({"form": FORM} | form) if method == "POST" else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self._line.request(method, path, body, self._cookies | kind)
            answer = self._line.getresponse()
        except (ConnectionError, http.client.RemoteDisconnected):  # the office hung up while the officer was thinking
            self._line.close()
            self._line.request(method, path, body, self._cookies | kind)
            answer = self._line.getresponse()
        answer.read()
        if answer.status >= 500:
            raise AssertionError(f"{method} {path} answered {answer.status}.")
        return answer.status, answer.getheader("Location") or ""

    def timed(self, times: list[float], method: str, path: str, **form: str) -> str:
        """Ask, note the milliseconds, and return where the answer leads."""
        start = time.perf_counter()
        _, where = self.asked(method, path, **form)
        times.append((time.perf_counter() - start) * 1000)
        return where


def worked(sessions: list[str], seconds: float = SECONDS) -> Times:
    """Let every officer work for a while; return the milliseconds of each kind of step."""
    times: Times = {"next": [], "dossier": [], "act": [], "health": []}
    until = time.perf_counter() + seconds
    threads = [threading.Thread(target=_works, args=(session, place, until, times)) for place, session in enumerate(sessions)]
    for thread in threads:
        thread.start()
    line = Desk("")
    while time.perf_counter() < until:
        line.timed(times["health"], "GET", "/v1/health")
        time.sleep(0.2)
    for thread in threads:
        thread.join()
    return times


def _works(session: str, place: int, until: float, times: Times) -> None:
    desk, dice = Desk(session), random.Random(place)
    time.sleep(dice.random() * THINKING)
    while time.perf_counter() < until:
        where = desk.timed(times["next"], "POST", "/desk/work/next")
        time.sleep(dice.expovariate(1 / THINKING))
        if where.startswith("/declarations/"):
            desk.timed(times["dossier"], "GET", where)
            time.sleep(dice.expovariate(1 / THINKING))
            desk.timed(times["act"], "POST", f"{where}/acts/begin-check", check="goods")


def looked_at(session: str, working: Future[Times]) -> Times:
    """Take the next case and open its dossier in a real browser, for as long as the officers work; return the milliseconds."""
    program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    seen: Times = {"next case": [], "dossier": []}
    with sync_playwright() as play, play.chromium.launch(executable_path=program) as browser, browser.new_context() as context:
        context.add_cookies([{"name": "session", "value": session, "url": f"http://127.0.0.1:{PORT}"}])
        page = context.new_page()
        while not working.done():
            page.goto(f"http://127.0.0.1:{PORT}/desk/work")
            button = page.locator("form[action='/desk/work/next'] button").first
            start = time.perf_counter()
            button.click()
            page.wait_for_load_state("load")
            seen["next case"].append((time.perf_counter() - start) * 1000)
            if "/declarations/" in page.url:
                start = time.perf_counter()
                page.reload(wait_until="load")
                seen["dossier"].append((time.perf_counter() - start) * 1000)
            time.sleep(2)
    return {name: found for name, found in seen.items() if found}


def _percentile(values: list[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]
