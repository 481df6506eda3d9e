"""An inspector's act as a form or his phone sends it, read into what the office understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256

import msgspec

from clearlane.model.case import Case
from clearlane.model.refusals import NotAllowed, Unreadable
from clearlane.office.inspecting_acts import Begin, Conclude, InspectorAct, Made, Photo, Sample, Seal, Step
from clearlane.office.office import Office
from clearlane.web.declared import declared
from clearlane.web.results import NOT_LOOKED, result_form
from clearlane.web.risk_shell import whole
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

_KEY = re.compile(r"[\w-]{8,64}", re.ASCII)
_FIGURE = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
_MOST = 4_000


class Sent(msgspec.Struct, frozen=True):
    """What was sent: the office, who sent it, on which declaration, the fields, and the bytes of a photograph."""

    office: Office
    viewer: Viewer
    case: Case
    typed: Mapping[str, str]
    photo: bytes = b""

    def words(self, name: str, most: int = _MOST) -> str:
        """Return what was typed in a field, without space around it."""
        return self.typed.get(name, "").strip()[:most]


def made_of(sent: Sent) -> Made:
    """Return the act that was sent.

    Raises:
      NotAllowed: It was done by another person than who sends it, or is not his.
      Unreadable: It is no act, or is not complete.
    """
    key, read = sent.words("key", 65), _READ.get(sent.words("act"))
    if read is None:
        raise Unreadable(WORDS["inspect.no-act"])
    if not _KEY.fullmatch(key):
        raise Unreadable(WORDS["inspect.no-key"])
    if sent.words("person") not in ("", sent.viewer.party):
        raise NotAllowed(WORDS["inspect.another"])
    return Made(key, read(sent), sent.viewer.party, moment(sent.words("made_at")) or sent.office.clock(), whole(sent.words("expect"), 0))


def demand_his(sent: Sent) -> None:
    """Refuse an act that is not the viewer's on this declaration.

    Raises:
      NotAllowed: It is not, with the reason.
    """
    act, clearance, number = sent.words("act"), sent.office.clearance, sent.case.number
    why = clearance.allowed("inspect", sent.viewer, number)
    if why is not None:
        raise NotAllowed(why)
    if act == "begin":
        clearance.demand("begin-check", sent.viewer, number)
    if act == "conclude":
        values = [name.replace("code", "amount", 1) for name, code in sent.typed.items() if code == "value"]
        uplift = any(sent.words(name).strip(" 0.,") for name in values)
        clearance.demand("end-check", sent.viewer, number, satisfied=sent.words("satisfied") == "yes", uplift=uplift)


def moment(written: str) -> datetime | None:
    """Return a moment as written, in UTC where it names no other zone; None where it is none."""
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _photo(sent: Sent) -> Photo:
    if not sent.photo:
        raise Unreadable(WORDS["inspect.photo.none"])
    digest = sha256(sent.photo).hexdigest()
    if sent.words("digest") not in ("", digest):
        raise Unreadable(WORDS["inspect.photo.changed"])
    return Photo(digest, whole(sent.words("item"), 0), _degrees(sent.words("latitude"), 90), _degrees(sent.words("longitude"), 180))


def _degrees(written: str, most: int) -> float | None:
    try:
        found = float(written)
    except ValueError:
        return None
    return round(found, 5) if -most <= found <= most else None


def _sample(sent: Sent) -> Sample:
    number, unit, laboratory = sent.words("sample", 35), sent.words("unit", 10).upper(), sent.words("laboratory", 70)
    quantity = sent.words("quantity", 20)
    if not (number and unit and laboratory and _FIGURE.fullmatch(quantity) and Decimal(quantity.replace(",", "."))):
        raise Unreadable(WORDS["inspect.sample.incomplete"])
    return Sample(number, whole(sent.words("item"), 0), Decimal(quantity.replace(",", ".")), unit, laboratory)


def _seal(sent: Sent) -> Seal:
    number = sent.words("seal", 35)
    if not number:
        raise Unreadable(WORDS["inspect.seal.incomplete"])
    return Seal(number, "applied" if sent.words("how") == "applied" else "broken")


def _conclude(sent: Sent) -> Conclude:
    if sent.words("satisfied") not in ("yes", "no"):
        raise Unreadable(WORDS["acts.satisfied.choose"])
    content = declared(sent.office.declaration(sent.case), sent.office.profile)
    typed = {**sent.typed, "kind": "physical", "rest": sent.words("rest") or NOT_LOOKED}
    form = result_form(sent.office, sent.viewer, sent.case.number, content, typed)
    if not form.sound:
        raise Unreadable(WORDS["results.faults"])
    if not form.results and not sent.words("why"):
        raise Unreadable(WORDS["acts.nothing-looked"])
    return Conclude(sent.words("satisfied") == "yes", "physical", tuple(form.results), sent.words("why"))


_READ: dict[str, Callable[[Sent], InspectorAct]] = {
    "begin": lambda sent: Begin(),
    "step": lambda sent: Step(whole(sent.words("step"), 0), sent.words("done") == "yes", sent.words("remark")),
    "photo": _photo,
    "sample": _sample,
    "seal": _seal,
    "conclude": _conclude,
}
