"""What is done with each form of an officer's on a case: read, and put to the office as he meant it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast, get_args

import msgspec

from clearlane.model.case import Case
from clearlane.model.clearance_facts import Disposal, Verdict
from clearlane.model.control_facts import Check
from clearlane.model.duty_facts import ReductionGround
from clearlane.model.inspection import Intensity
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.clearing_control import Looked
from clearlane.office.office import Office
from clearlane.web.case_less import REDUCTION_GROUNDS, less_of
from clearlane.web.case_query import asks_of, ticks, until_of
from clearlane.web.declared import declared
from clearlane.web.results import result_form
from clearlane.web.risk_shell import whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

GRAVE = ("seize", "destroy", "refuse", "abandon")
"""Acts that are said twice."""
_DISPOSALS: dict[str, Disposal] = {
    "detain": "detained", "free": "freed", "seize": "seized", "abandon": "abandoned", "re-export": "re-exported",
    "destroy": "destroyed", "refuse": "refused",
}  # fmt: skip
_MOST = 10_000


class Given(msgspec.Struct, frozen=True):
    """A form, and what it is about.

    Attributes:
      act: Which act.
      case: The declaration.
      viewer: Whose act it is.
      typed: What was typed.
    """

    act: str
    case: Case
    viewer: Viewer
    typed: Mapping[str, str]

    def words(self, name: str) -> str:
        """Return what was typed in a field, without space around it."""
        return self.typed.get(name, "").strip()[:_MOST]

    @property
    def by(self) -> str:
        """The officer."""
        return self.viewer.party

    @property
    def expect(self) -> int:
        """The last place in the log that he saw."""
        return whole(self.words("expect"), 0)

    @property
    def number(self) -> int:
        """What it is about: a query, a dispute, a place in the log."""
        return whole(self.words("number"), 0)

    @property
    def check(self) -> Check:
        """Which check."""
        return "goods" if self.words("check") == "goods" else "documents"

    def both(self, name: str) -> Text:
        """Return what was typed as the trader reads it, in either language.

        Raises:
          Unreadable: Nothing was typed.
        """
        words = self.words(name)
        if not words:
            raise Unreadable(WORDS["acts.no-ground"])
        return Text(en=words, vi=words)


def begun(office: Office, given: Given) -> None:
    """Begin a check."""
    office.clearance.begin_check(given.case.number, given.check, by=given.by, expect=given.expect)


def ended(office: Office, given: Given) -> None:
    """Conclude a check with what it found, or with the reason why nothing was looked at."""
    if given.words("satisfied") not in ("yes", "no"):
        raise Unreadable(WORDS["acts.satisfied.choose"])
    content = declared(office.declaration(given.case), office.profile)
    typed = {**given.typed, "kind": "physical" if given.check == "goods" else "documents"}
    form = result_form(office, given.viewer, given.case.number, content, typed)
    if not form.sound:
        raise Unreadable(WORDS["results.faults"])
    found = Looked(cast("Intensity", form.kind), tuple(form.results)) if form.results else None
    if found is None and not given.words("why"):
        raise Unreadable(WORDS["acts.nothing-looked"])
    office.clearance.end_check(
        given.case.number,
        given.check,
        satisfied=given.words("satisfied") == "yes",
        by=given.by,
        why=given.words("why"),
        found=found,
        expect=given.expect,
    )


def asked(office: Office, given: Given) -> None:
    """Ask the trader once for everything that is missing."""
    number, law, now = given.case.number, office.profile, office.clock()
    offered = ticks(office.declaration(given.case), office.clearance.situation(number), law)
    asks, until = asks_of(given.typed, offered, law), until_of(given.words("until"), law, now)
    office.clearance.query(number, asks, by=given.by, until=until, expect=given.expect)


def settled(office: Office, given: Given) -> None:
    """Close a query that was answered, or whose time is up."""
    office.clearance.settle(given.case.number, given.number, by=given.by, why=given.words("why"), expect=given.expect)


def more_time(office: Office, given: Given) -> None:
    """Give more time to answer a query, or refuse it."""
    if given.words("more") not in ("yes", "no"):
        raise Unreadable(WORDS["acts.more.choose"])
    granted = given.words("more") == "yes"
    office.clearance.decide_extension(
        given.case.number, given.number, granted=granted, by=given.by, why=given.words("why"), expect=given.expect
    )


def released(office: Office, given: Given) -> None:
    """Release the goods, with the debt final or not yet."""
    office.clearance.release(given.case.number, by=given.by, provisional=given.act == "release-provisionally", expect=given.expect)


def stored(office: Office, given: Given) -> None:
    """Let the owner take the goods into his own storage."""
    office.clearance.store(given.case.number, given.both("place").en, by=given.by, expect=given.expect)


def cleared(office: Office, given: Given) -> None:
    """Make the debt final."""
    office.clearance.clear(given.case.number, by=given.by, expect=given.expect)


def gone(office: Office, given: Given) -> None:
    """Let released goods out of the supervised area."""
    office.clearance.pass_gate(given.case.number, given.both("place").en, by=given.by, expect=given.expect)


def disposed(office: Office, given: Given) -> None:
    """Detain, free, seize, take over, send back or destroy goods, or refuse their release; what is grave is said twice."""
    if given.act in GRAVE and given.words("sure") != "yes":
        raise Unreadable(WORDS["acts.unsure"])
    office.clearance.dispose(given.case.number, _DISPOSALS[given.act], given.both("ground"), by=given.by, expect=given.expect)


def dispute_decided(office: Office, given: Given) -> None:
    """Decide what the trader contests."""
    verdict = given.words("verdict")
    if verdict not in get_args(Verdict):
        raise Unreadable(WORDS["acts.verdict.choose"])
    why, less = given.both("why").en, less_of(given.typed)
    office.clearance.decide_dispute(
        given.case.number, given.number, cast("Verdict", verdict), by=given.by, why=why, less=less, expect=given.expect
    )


def reduced(office: Office, given: Given) -> None:
    """Take off what was charged in error."""
    ground = given.words("error")
    if ground not in REDUCTION_GROUNDS:
        raise Unreadable(WORDS["acts.error.choose"])
    why, less = given.both("why").en, less_of(given.typed)
    office.clearance.reduce(given.case.number, less, cast("ReductionGround", ground), by=given.by, why=why, expect=given.expect)


def request_decided(office: Office, given: Given) -> None:
    """Grant or refuse what the trader asks for."""
    granted = given.act != "refuse-request"
    office.clearance.decide_request(
        given.case.number, given.number, granted=granted, why=given.both("why"), by=given.by, expect=given.expect
    )


def signed(office: Office, given: Given) -> None:
    """Give or refuse the second signature."""
    if given.words("granted") not in ("yes", "no"):
        raise Unreadable(WORDS["acts.sign.choose"])
    granted = given.words("granted") == "yes"
    office.clearance.countersign(given.case.number, given.number, granted=granted, by=given.by, expect=given.expect)


def reviewed(office: Office, given: Given) -> None:
    """Say of a check on which the lot fell whether its decision was sound."""
    if given.words("sound") not in ("yes", "no"):
        raise Unreadable(WORDS["acts.sound.choose"])
    sound = given.words("sound") == "yes"
    office.clearance.review(given.case.number, given.number, sound=sound, by=given.by, why=given.words("why"), expect=given.expect)


DOING: dict[str, Callable[[Office, Given], None]] = {
    "begin-check": begun,
    "end-check": ended,
    "query": asked,
    "settle": settled,
    "decide-extension": more_time,
    "countersign": signed,
    "review": reviewed,
    "decide-dispute": dispute_decided,
    "reduce": reduced,
    "grant-amendment": request_decided,
    "grant-cancellation": request_decided,
    "refuse-request": request_decided,
    "release": released,
    "release-provisionally": released,
    "store": stored,
    "clear": cleared,
    "pass-gate": gone,
    **dict.fromkeys(_DISPOSALS, disposed),
}
"""Each act of an officer, and what does it."""
