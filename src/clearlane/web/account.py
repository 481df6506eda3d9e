"""One's own account: who one is here, the password, the second factor, and where one is signed in."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.refusals import NotAllowed, Refusal
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.office.people_sessions import digest_of
from clearlane.office.sign_in_refusals import passwords_differ
from clearlane.web.account_keys import HERE, KeyPages, Way
from clearlane.web.doors import SESSION, Door, Form, client_of, status_of, with_session
from clearlane.web.rendering import HEADERS
from clearlane.web.viewer import Viewer
from clearlane.web.words import WORDS


class AccountPages:
    """The account of whoever is signed in as himself.

    Args:
      office: The office.
      door: Who may come in.
    """

    def __init__(self, office: Office, door: Door) -> None:
        self._office, self._people, self._door = office, office.people, door

    def ways(self) -> list[Way]:
        """Return the addresses and what answers them."""

        def posted(act: Callable[[Request, Viewer, Form], Response]) -> Callable[[Request], Any]:
            return self._door.posted(act, self._again, self._who)

        return [
            ("GET", HERE, self.own),
            ("POST", f"{HERE}/password", posted(self.change_password)),
            ("POST", f"{HERE}/device", posted(self.confirm_device)),
            ("POST", f"{HERE}/end", posted(self.end_session)),
            *KeyPages(self._office, self._door, self._again).ways(),
        ]

    def own(self, request: Request) -> Response:
        """Show the account; whoever came with a token, or tries the office out, has none."""
        viewer = self._who(request)
        if viewer is not None:
            return self._shown(request, viewer)
        other = self._door.viewer(request)
        if other is None:
            return self._door.asked_in(request)
        return self._door.refused(request, other, NotAllowed(WORDS["account.none"]))

    def change_password(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Change the password; the person signs in anew everywhere."""
        if form.get("password", "") != form.get("again", ""):
            raise passwords_differ()
        self._people.accounts.change_password(viewer.person, form.get("old", ""), form.get("password", ""), client_of(request))
        return RedirectResponse("/sign-in", 303, headers=HEADERS)

    def confirm_device(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """Take a device's first code, and show the recovery codes once."""
        about = request.headers.get("user-agent", "")
        codes, session = self._people.accounts.confirm_factor(
            viewer.person, form.get("code", ""), form.get("old", ""), about, client_of(request)
        )
        return with_session(self._door.page(request, "account_codes.html", viewer, codes=codes), request, session)

    def end_session(self, request: Request, viewer: Viewer, form: Form) -> Response:
        """End one of one's sessions."""
        self._people.sessions.end_named(viewer.person, form.get("session", ""))
        return RedirectResponse(HERE, 303, headers=HEADERS)

    def _who(self, request: Request) -> Viewer | None:
        found = self._door.person(request)
        return found[0] if found else None

    def _again(self, request: Request, viewer: Viewer, form: Form, refusal: Refusal) -> Response:
        return self._shown(request, viewer, refusal.words, status_of(refusal))

    def _shown(self, request: Request, viewer: Viewer, trouble: Text | None = None, status: int = 200) -> Response:
        found = self._door.person(request)
        kept = self._people.accounts.credential(viewer.person)
        wanted = not kept.twofold or request.query_params.get("device") == "new" or request.url.path.endswith("/device")
        address, secret = self._people.accounts.offer_factor(viewer.person, "Clearlane") if wanted else ("", "")
        return self._door.page(
            request,
            "account.html",
            viewer,
            status=status,
            trouble=trouble,
            who=self._people.rights.who(viewer.person),
            standing=self._people.rights.standing(viewer.person),
            partial=bool(found and found[1].partial),
            device=bool(kept.factor),
            twofold=kept.twofold,
            keys=kept.keys,
            keys_taken=self._people.keys.party is not None,
            left=len(kept.recovery),
            code=drawn(address) if address else "",
            secret=secret,
            sessions=self._people.sessions.of(viewer.person),
            session=digest_of(request.cookies.get(SESSION, "")),
            today=self._office.clock().date(),
        )


def drawn(words: str) -> Markup:
    """Return a QR code as a drawing that stands in a page."""
    out = BytesIO()
    segno.make(words, error="m").save(out, kind="svg", xmldecl=False, svgns=True, light="#fff", border=3, omitsize=True)
    return Markup(out.getvalue().decode())  # noqa: S704 - lines and numbers only, drawn from our own address
