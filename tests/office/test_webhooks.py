"""Deliveries to traders' software: signed, in order, again until taken, to nobody else and nowhere but the public."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from clearlane.model.control_facts import Ask
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.webhook_sending import demand_public, sender, signature
from tests.secrets_of_risk import codes, titles
from tests.web.declarations import DECLARANT, XA, Clock, coded, example, set_to

OTHER = "XA1234567897"


class Receiver:
    """A trader's software: takes deliveries, or answers with the status it is told to."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.heard.append((dict(self.headers), body))
                self.send_response(outer.answers.pop(0) if outer.answers else 204)
                self.send_header("Location", "http://127.0.0.1:1/")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/customs?of=xa"

    @property
    def names(self) -> list[str]:
        return [headers["Clearlane-Delivery"] for headers, _ in self.heard]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def office() -> Iterator[Office]:
    with Office.open(profile=XA, store="sqlite:///:memory:", clock=Clock()) as made:
        made.webhooks.anywhere = True
        yield made


def later(office: Office, **span: float) -> None:
    clock: Any = office.clock
    clock.now += timedelta(**span)


def test_every_notice_of_ones_own_is_delivered_signed_and_in_order(office: Office, receiver: Receiver) -> None:
    office.lodge(example("BEFORE-1"))
    _, secret = office.webhooks.subscribe(receiver.address, DECLARANT)
    office.lodge(example("OTHER-1", set_to(Declarant={"ID": OTHER})))
    number = office.lodge(example("RED-1", coded("240220"))).case.number
    office.clearance.query(number, [Ask("question", Text(en="Who?", vi="Ai?"))], by="T-SECRET-1")
    told = office.notices(number)
    assert office.webhooks.deliver() == len(told)
    assert receiver.names == [f"{number}-{place}" for place in range(1, len(told) + 1)]
    for (headers, body), notice in zip(receiver.heard, told, strict=True):
        said = json.loads(body)
        assert (said["number"], said["words"]["vi"], said["function_code"]) == (number, notice.words.vi, notice.function_code)
        assert headers["Clearlane-Signature"] == signature(secret, int(headers["Clearlane-Timestamp"]), body)
    everything = "".join(body.decode() for _, body in receiver.heard)
    assert not [secret for secret in ("T-SECRET-1", *codes(XA), *titles(XA)) if secret in everything]
    assert office.webhooks.deliver() == 0


def test_what_was_not_taken_comes_again_before_anything_later(office: Office, receiver: Receiver) -> None:
    office.webhooks.subscribe(receiver.address, DECLARANT)
    number = office.lodge(example("FREE-1")).case.number
    receiver.answers = [204, 500]
    assert office.webhooks.deliver() == 1
    (hook,) = office.webhooks.of(DECLARANT)
    assert (hook.tries, hook.why) == (1, "status-500")
    assert office.webhooks.deliver() == 0
    later(office, seconds=10)
    assert office.webhooks.deliver() == 2
    assert receiver.names == [f"{number}-{place}" for place in (1, 2, 2, 3)]
    assert office.webhooks.of(DECLARANT)[0].tries == 0


def test_each_failure_waits_longer_up_to_an_hour(office: Office) -> None:
    office.webhooks.subscribe("http://127.0.0.1:9/", DECLARANT)
    office.lodge(example("FREE-1"))
    waits = []
    for _ in range(14):
        office.webhooks.deliver(lambda address, headers, body: "no-answer", at_once=True)
        waits.append(office.webhooks.of(DECLARANT)[0].next_at - office.clock().timestamp())
    assert waits == sorted(waits)
    assert 3 < waits[0] < 6
    assert 3590 < waits[-1] < 3601


def test_a_redirection_is_not_followed(office: Office, receiver: Receiver) -> None:
    office.webhooks.subscribe(receiver.address, DECLARANT)
    office.lodge(example("FREE-1"))
    receiver.answers = [302]
    office.webhooks.deliver()
    assert (office.webhooks.of(DECLARANT)[0].why, len(receiver.heard)) == ("status-302", 1)


def test_who_is_at_it_is_not_disturbed_until_he_has_been_silent_for_long(office: Office, receiver: Receiver) -> None:
    office.webhooks.subscribe(receiver.address, DECLARANT)
    office.lodge(example("FREE-1"))

    def dies(address: str, headers: dict[str, str], body: bytes) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.webhooks.deliver(dies)
    assert office.webhooks.deliver() == 0
    later(office, minutes=1)
    assert office.webhooks.deliver() == 3


def test_an_agent_hears_of_declarations_he_is_named_in_and_the_office_of_all(office: Office, receiver: Receiver) -> None:
    office.webhooks.subscribe(receiver.address, "XA2900117451", (DECLARANT,))
    agent = office.lodge(example("AGENT-1", set_to(Agent={"ID": "XA2900117451"}))).case.number
    office.lodge(example("OWN-1", set_to(Agent={"ID": OTHER})))
    office.webhooks.deliver()
    assert {name.rpartition("-")[0] for name in receiver.names} == {agent}
    office.webhooks.subscribe(receiver.address, "")
    number = office.lodge(example("OTHER-1", set_to(Declarant={"ID": OTHER}, Agent=None))).case.number
    office.webhooks.deliver()
    assert receiver.names[-1].startswith(number)


def test_what_is_ended_is_told_no_more_and_only_its_owner_ends_it(office: Office, receiver: Receiver) -> None:
    hook, _ = office.webhooks.subscribe(receiver.address, DECLARANT)
    with pytest.raises(NotFound):
        office.webhooks.end(hook.name, OTHER)
    office.lodge(example("FREE-1"))
    office.webhooks.end(hook.name, DECLARANT)
    assert (office.webhooks.deliver(), receiver.heard, office.webhooks.of(DECLARANT)) == (0, [], [])


def test_a_firm_has_ten_subscriptions_at_most(office: Office) -> None:
    for _ in range(10):
        office.webhooks.subscribe("https://trader.example/", DECLARANT)
    with pytest.raises(Conflict):
        office.webhooks.subscribe("https://trader.example/", DECLARANT)
    office.webhooks.subscribe("https://trader.example/", OTHER)


PRIVATE = [
    "http://trader.example/", "https://localhost/", "https://127.0.0.1/", "https://10.0.0.8/", "https://[::1]/", "https://169.254.169.254/",
    "https://192.168.1.2/", "https://me:word@trader.example/", "https://intranet/", "https://printer.local/", "ftp://trader.example/",
    "https://2130706433/", "https://0x7f.1/", "https://trader.example:port/", "https://[::ffff:127.0.0.1]/", "https://", "",
    "https://a b.example/",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_open_to_the_public_is_refused(address: str) -> None:
    with pytest.raises(Conflict):
        demand_public(address, anywhere=False)


def test_an_address_open_to_the_public_is_taken() -> None:
    for address in ("https://trader.example/hook?x=1", "https://8.8.8.8:8443/", "https://[2606:4700::1111]/"):
        demand_public(address, anywhere=False)


def test_a_name_that_leads_into_a_private_network_is_not_called(monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:
    port = receiver.server.server_address[1]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", port))])
    assert sender(anywhere=False)(f"https://trader.example:{port}/", {}, b"{}") == "private-address"
    assert receiver.heard == []


def test_where_nobody_listens_it_is_said_in_one_word() -> None:
    assert sender(anywhere=True)("http://127.0.0.1:9/", {}, b"{}") == "unreachable"
