"""What is done with each form of a trader's: read, and put to the office as he meant it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import msgspec
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case
from clearlane.model.control_facts import Queried
from clearlane.model.facts import DocumentsDemanded
from clearlane.model.payment_facts import Choice
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.own_messages import own_message
from clearlane.web.rendering import HEADERS
from clearlane.web.risk_shell import whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_AMOUNT = re.compile(r"\d{1,15}([.,]\d{1,4})?", re.ASCII)
_MOST = 10_000
GIVEN_UP = Text(en="Given up by the trader.", vi="Người khai từ bỏ hàng.")


class Given(msgspec.Struct, frozen=True):
    """A form, and what it is about.

    Attributes:
      act: Which act.
      case: The declaration.
      viewer: Whose it is.
      typed: What was typed.
      form: What was sent, files among it.
      last: The last place in the log of the declaration.
    """

    act: str
    case: Case
    viewer: Viewer
    typed: Mapping[str, str]
    form: Mapping[str, bytes]
    last: int

    def words(self, name: str) -> str:
        """Return what was typed in a field, without space around it."""
        return self.typed.get(name, "").strip()[:_MOST]


def answered(office: Office, given: Given) -> None:
    """Answer a query, or say that documents demanded were supplied: with words, files, or what was supplied since it was asked."""
    number, query = given.case.number, whole(given.words("query"), -1)
    asked = next((one for one in office.clearance.own(number).wanted if one.act == "answer" and one.number == query), None)
    last, since = given.last, _asked_at(office, number, query)
    for place, ask in enumerate(asked.asks if asked else ()):
        if data := given.form.get(f"file-{place}"):
            last = max(last, office.documents.supply(number, data, ask.subject, ask.item).seq)
    supplied = dict.fromkeys(one.document.digest for one in office.documents.of(number) if one.seq > since and not one.document.by)
    if asked and not given.words("words") and not supplied:
        raise Unreadable(WORDS["own.answer.nothing"])
    office.clearance.answer(number, query, given.words("words"), tuple(supplied), expect=last)


def more_time(office: Office, given: Given) -> None:
    """Ask for more time to answer a query."""
    office.clearance.ask_extension(given.case.number, whole(given.words("query"), -1), given.words("why"), expect=given.last)


def _asked_at(office: Office, number: str, query: int) -> int:
    """Return the place in the log where something was asked."""
    places = [
        record.seq
        for record in office.facts(number)
        if (isinstance(record.fact, Queried) and record.fact.query == query) or (isinstance(record.fact, DocumentsDemanded) and query == 0)
    ]
    return places[-1] if places else 0


def contested(office: Office, given: Given) -> None:
    """Contest the latest decision."""
    if not given.words("ground"):
        raise Unreadable(WORDS["own.dispute.nothing"])
    amounts = {
        name.removeprefix("amount-"): _amount(text) for name, text in given.typed.items() if name.startswith("amount-") and text.strip()
    }
    office.clearance.dispute(given.case.number, given.words("ground"), amounts, expect=given.last)


def withdrawn(office: Office, given: Given) -> None:
    """Withdraw a dispute."""
    office.clearance.withdraw(given.case.number, whole(given.words("dispute"), -1), expect=given.last)


def _amount(written: str) -> Decimal:
    plain = re.sub(r"\s", "", written)
    if not _AMOUNT.fullmatch(plain):
        raise Unreadable(WORDS["own.amount"])
    return Decimal(plain.replace(",", "."))


def given_up(office: Office, given: Given) -> None:
    """Give the goods up to the State; it must be said twice."""
    if given.words("sure") != "yes":
        raise Unreadable(WORDS["own.abandon.unsure"])
    office.clearance.dispose(given.case.number, "abandoned", GIVEN_UP, expect=given.last)


def bound(office: Office, given: Given) -> None:
    """Bind the declarant to what he saw computed."""
    office.bind(given.case.number, expect=given.last)


def put_off(office: Office, given: Given) -> None:
    """Put what is owed on a deferment account."""
    if not given.words("account"):
        raise Unreadable(WORDS["own.defer.nothing"])
    office.payments.deferment.charge(given.case.number, given.words("account"))


def spent(office: Office, given: Given) -> None:
    """Choose what becomes of what was paid beyond what is owed."""
    choices: dict[str, Choice] = {"refund": "refund", "suspense": "suspense"}
    if given.words("choice") not in choices:
        raise Unreadable(WORDS["own.excess.nothing"])
    office.payments.refunds.choose(given.case.number, choices[given.words("choice")])


def lodged(office: Office, given: Given) -> Response | None:
    """Lodge a message about the declaration: his own amendment, or that it is to be cancelled, or that its goods are here.

    A file that turns out to be about another declaration is lodged as well, and leads to that one.
    """
    told = whole(given.words("expect"))
    if given.act == "amend":
        data = given.form.get("file", b"")
        if not data:
            raise Unreadable(WORDS["own.amend.nothing"])
    elif given.act == "cancel":
        if not given.words("why"):
            raise Unreadable(WORDS["own.cancel.nothing"])
        data = own_message("cancel", given.case, told, given.words("why"))
    else:
        data = own_message("present", given.case, told)
    receipt = office.lodge(given.viewer.lodgement(data))
    if not receipt.taken:
        raise Unreadable(_found(receipt.findings[0].message, receipt.findings[0].remedy))
    other = receipt.case.number
    return RedirectResponse(f"/declarations/{other}", 303, headers=HEADERS) if other != given.case.number else None


def _found(message: Text, remedy: Text) -> Text:
    return Text(en=f"{message.en} {remedy.en}", vi=f"{message.vi} {remedy.vi}")
