"""People and their rights, for administrators; and who was shown personal data, for auditors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.person import MACHINE, Grant, Person, PersonRole
from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.web.account_keys import Way
from clearlane.web.doors import Door, Form, status_of
from clearlane.web.people_practice import Practised
from clearlane.web.rendering import HEADERS, address
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS

HERE = "/people"
ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
_PAGE = 100
Done = Callable[[str, Form, str], str | None]
"""From a person, a form and who signs to what is shown once, if anything."""


class PeoplePages:
    """The administrator's desk and the auditor's.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._people, self._door = office, office.people, door
        rights, accounts = self._people.rights, self._people.accounts
        self._practised = Practised(office)
        self._acts: dict[str, Done] = {
            "grant": _quiet(lambda person, form, by: rights.grant(person, _grant(form, self._today()), by=by)),
            "end": _quiet(lambda person, form, by: rights.end(person, _whole(form.get("grant", "")), by=by)),
            "unfit": _quiet(lambda person, form, by: rights.find_unfit(person, form.get("competence", ""), by=by)),
            "rename": _quiet(lambda person, form, by: rights.rename(_person(person, form), by=by)),
            "invite": lambda person, form, by: accounts.invite(person, by=by),
            "sign-out": _quiet(lambda person, form, by: rights.sign_out(person, by=by)),
            "lock": _quiet(lambda person, form, by: rights.lock(person, by=by)),
            "open": _quiet(lambda person, form, by: rights.open(person, by=by)),
            "erase": _quiet(lambda person, form, by: rights.erase(person, by=by)),
        }

    def ways(self) -> list[Way]:
        """Return the addresses and what answers them."""
        return [
            ("GET", HERE, self._door.opened(self.everyone)),
            ("POST", f"{HERE}/register", self._door.posted(self.register, self._again_all)),
            ("GET", f"{HERE}/of/{{person}}", self._door.opened(self.one)),
            ("POST", f"{HERE}/of/{{person}}/{{act}}", self._door.posted(self.act, self._again)),
            ("GET", "/reads", self._door.opened(self.reads)),
        ]

    def everyone(self, request: Request, viewer: Viewer, trouble: Refusal | None = None, typed: Form | None = None) -> Response:
        """List everyone."""
        _demand(viewer.may_administer or viewer.may_audit)
        day = self._today()
        names = self._people.rights.names()
        failed = self._people.accounts.failed
        rows = [
            (one, names.get(one.person, Person(one.person)), one.on(day), failed(one.person)[1]) for one in self._people.rights.everyone()
        ]
        shown: dict[str, Any] = {"rows": rows, "typed": typed or {}, "words": trouble.words if trouble else None}
        return self._door.page(request, "people.html", viewer, status=status_of(trouble) if trouble else 200, **shown)

    def one(self, request: Request, viewer: Viewer) -> Response:
        """Show a person."""
        _demand(viewer.may_administer or viewer.may_audit)
        return self._shown(request, viewer)

    def register(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Register a person, and go on to his page."""
        _demand(viewer.may_administer)
        whom = _person(form.get("person", "").strip(), form)
        self._people.rights.register(whom, by=_by(viewer))
        return RedirectResponse(f"{HERE}/of/{whom.person}", 303, headers=HEADERS)

    def act(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Carry out an act on a person; what is told once is told here."""
        _demand(viewer.may_administer)
        act = self._fit(request) if request.path_params["act"] == "fit" else self._acts.get(request.path_params["act"])
        if act is None:
            raise NotAllowed(WORDS["people.not-yours"])
        once = act(request.path_params["person"], form, _by(viewer))
        if once is not None:
            return self._shown(request, viewer, once=once)
        return RedirectResponse(f"{HERE}/of/{request.path_params['person']}", 303, headers=HEADERS)

    def _fit(self, request: Request) -> Done:
        """Return the act that gives a competence upon what practice shows."""

        def done(person: str, form: Form, by: str) -> None:
            name, since, until = _competence(form, self._today())
            self._people.rights.find_fit(person, name, since, until, by=by, upon=self._practised.upon(request, person, name))

        return done

    def reads(self, request: Request, viewer: Viewer) -> Response:
        """Show who was shown personal data."""
        _demand(viewer.may_audit)
        asked = request.query_params
        who, subject, before = asked.get("who", "")[:70], asked.get("number", "")[:70], _whole(asked.get("before", ""))
        found = self._people.reads.list(who, subject, before, _PAGE + 1)
        older = address("/reads", {"who": who, "number": subject, "before": str(found[_PAGE - 1][0])}) if len(found) > _PAGE else ""
        shown: dict[str, Any] = {"found": found[:_PAGE], "who": who, "number": subject, "older": older}
        shown |= {"keep": self._people.reads.keep, "expired": self._people.reads.expired()}
        return self._door.page(request, "reads.html", viewer, **shown)

    def _again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        _demand(viewer.may_administer)
        return self._shown(request, viewer, refusal)

    def _again_all(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        _demand(viewer.may_administer)
        return self.everyone(request, viewer, refusal, form)

    def _shown(self, request: Request, viewer: Viewer, refusal: Refusal | None = None, once: str = "") -> Response:
        person = request.path_params["person"]
        standing = self._people.rights.standing(person)
        trouble: Text | None = refusal.words if refusal else None
        return self._door.page(
            request,
            "person.html",
            viewer,
            status=status_of(refusal) if refusal else 200,
            trouble=trouble,
            standing=standing,
            who=self._people.rights.who(standing.person),
            sessions=self._people.sessions.of(standing.person),
            failed=self._people.accounts.failed(standing.person),
            factors=self._people.accounts.credential(standing.person),
            once=once,
            today=self._today(),
            roles=ROLES,
            records=self._practised.shown(request, standing.person),
            upon=self._practised.held(standing),
            competences_known=self._office.profile.clearance.competences,
            own=standing.person.casefold() == _by(viewer).casefold(),
        )

    def _today(self) -> date:
        return self._office.clock().date()


def _demand(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(WORDS["people.not-yours"])


def _by(viewer: Viewer) -> str:
    """Return by what a viewer signs; what the machine does is never done from a page."""
    number = viewer.person or viewer.party
    _demand(number.casefold() != MACHINE)
    return number


def _quiet(act: Callable[[str, Form, str], object]) -> Done:
    """Return an act after which nothing is told."""

    def done(person: str, form: Form, by: str) -> str | None:
        act(person, form, by)
        return None

    return done


def _person(number: str, form: Form) -> Person:
    name, email, outside = (form.get(field, "").strip()[:200] for field in ("name", "email", "outside"))
    return Person(number, name, email, outside)


def _grant(form: Form, today: date) -> Grant:
    role = next((role for role in ROLES if role == form.get("role")), None)
    if role is None:
        raise NotAllowed(WORDS["people.role.choose"])
    return Grant(
        place=0,
        role=role,
        since=_day(form.get("since", "")) or today,
        until=_day(form.get("until", "")),
        offices=_several(form.get("offices", "")),
        party=form.get("party", "").strip()[:35],
        acts_for=_several(form.get("acts_for", "")),
    )


def _competence(form: Form, today: date) -> tuple[str, date, date]:
    until = _day(form.get("until", ""))
    if until is None:
        raise NotAllowed(WORDS["people.until.needed"])
    return form.get("competence", "").strip()[:40], _day(form.get("since", "")) or today, until


def _several(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(typed.replace(",", " ").split()))[:500]


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise NotAllowed(WORDS["people.day"]) from None


def _whole(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 16 else 0
