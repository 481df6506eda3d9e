"""One's own security keys, set up in two steps and taken away; all sessions ended at once; and the firms one is linked to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import Refusal
from clearlane.office.office import Office
from clearlane.office.sign_in_refusals import key_wrong
from clearlane.web.doors import Door, Form, client_of, with_session
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer

HERE = "/account"
Way = tuple[str, str, Callable[[Request], Any]]
Again = Callable[[Request, Viewer, Form, Refusal], Response]


class KeyPages:
    """Security keys of whoever is signed in as himself.

    Args:
      office: The office.
      door: Who may come in.
      again: The account, with why something was refused.
    """

    def __init__(self, office: Office, door: Door, again: Again) -> None:
        self._people, self._door, self._again = office.people, door, again

    def ways(self) -> list[Way]:
        """Return the addresses and what answers them."""

        def posted(act: Callable[[Request, Viewer, Form], Response]) -> Callable[[Request], Any]:
            return self._door.posted(act, self._again, self._who)

        return [
            ("POST", f"{HERE}/keys", posted(self.offer)),
            ("POST", f"{HERE}/keys/add", posted(self.add)),
            ("POST", f"{HERE}/keys/remove", posted(self.remove)),
            ("POST", f"{HERE}/end-all", posted(self.end_all)),
            ("POST", f"{HERE}/interests", posted(self.declare)),
        ]

    def offer(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Ask for the key that is to be set up."""
        name = form.get("name", "")
        asked, options = self._people.keys.offer(viewer.person, name, form.get("old", ""), client_of(request))
        return self._door.page(request, "account_key.html", viewer, asked=asked, options=options, name=name, signing=False)

    def add(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Set the key up with what it answered; recovery codes are shown once, to whoever has none."""
        codes, session = self._people.keys.add(viewer.person, form.get("asked", ""), form.get("answer", ""), _browser(request))
        shown = self._door.page(request, "account_codes.html", viewer, codes=codes) if codes else _back()
        return with_session(shown, request, session)

    def remove(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take a key away."""
        place = form.get("key", "")
        if not (place.isascii() and place.isdecimal() and len(place) < 9):
            raise key_wrong()
        session = self._people.keys.remove(viewer.person, int(place), form.get("old", ""), client_of(request), _browser(request))
        return with_session(_back(), request, session)

    def end_all(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """End every session of one's own, this one too."""
        self._people.sessions.end_all(viewer.person)
        return RedirectResponse("/sign-in", 303, headers=HEADERS)

    def declare(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Keep to which firms one is linked."""
        firms = form.get("firms", "").replace(",", " ").split()
        self._people.rights.declare_interests(viewer.person, firms)
        return RedirectResponse(f"{HERE}#interests", 303, headers=HEADERS)

    def _who(self, request: Request) -> Viewer | None:
        found = self._door.person(request)
        return found[0] if found else None


def _browser(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _back() -> Response:
    return RedirectResponse(HERE, 303, headers=HEADERS)
