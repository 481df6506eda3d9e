"""The public pages of the tariff: search and browse, a code with its measures, and what goods would cost at the border.

Whoever comes needs no token. Everything asked stands in the address, which can be sent to others.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound, Refusal
from clearlane.model.tariff import Tariff
from clearlane.model.text import Text
from clearlane.office.office import Office
from clearlane.web.doors import Door
from clearlane.web.language import language_of
from clearlane.web.rendering import HEADERS, address
from clearlane.web.tariff_answer import answer
from clearlane.web.tariff_form import Reading, labels, read_enquiry
from clearlane.web.tariff_names import together
from clearlane.web.tariff_offer import countries, currencies, offered
from clearlane.web.tariff_view import LineView, browse, line_view, rate_words
from clearlane.web.words import WORDS

HERE = "/tariff"
_HITS = 30
_NO_DIGIT = re.compile(r"[\s.\-]")
Shown = Callable[[Request], Response]
Count = Callable[[Request], None]
"""Counts a request of somebody without a token; raises a refusal where it is one too many."""


class TariffPages:
    """The pages of the tariff for everyone.

    Args:
      office: The office.
      door: How a page is made for whoever comes.
      count: Counts a stranger's request.
    """

    def __init__(self, office: Office, door: Door, count: Count) -> None:
        self._office, self._door, self._count = office, door, count
        self._run = secrets.token_hex(8)

    def public(self, show: Shown) -> Shown:
        """Return a page for everyone: refusals are said in words, and what a stranger has already is not sent again."""

        def shown(request: Request) -> Response:
            viewer = self._door.viewer(request)
            try:
                if viewer is None:
                    self._count(request)
                tag = None if viewer else self._tag(request)
                if tag and request.headers.get("if-none-match") == tag and "lang" not in request.query_params:
                    return Response(status_code=304, headers={"ETag": tag})
                response = show(request)
            except Refusal as refusal:
                return self._door.refused(request, viewer, refusal)
            if tag and response.status_code == 200:
                response.headers["ETag"] = tag
                response.headers["Cache-Control"] = "private, no-cache"
            return response

        return shown

    def _tag(self, request: Request) -> str:
        """Return a name of what a page shows: it changes with the tariff, the day, the language, and each start of the service."""
        version = self._office.tariff.in_force()
        known = (self._run, version.version if version else "", self._today(), language_of(request), request.url.path, request.url.query)
        packed = "gzip" in request.headers.get("accept-encoding", "")
        return f'"{sha256(repr((known, packed)).encode()).hexdigest()[:24]}"'

    def start(self, request: Request) -> Response:
        """Show the search and the chapters, or what was found."""
        law = self._office.tariff.law()
        if law.tariff is None:
            return self._door.page(request, "tariff_none.html", self._door.viewer(request))
        words = request.query_params.get("q", "").strip()[:100]
        on, faults = self._day(request)
        digits = _NO_DIGIT.sub("", words)
        if digits.isascii() and digits.isdecimal() and line_view(law, law.tariff, digits, on) is not None:
            return RedirectResponse(address(f"{HERE}/{digits}", {"on": request.query_params.get("on", "")}), 303, headers=HEADERS)
        found = self._office.tariff.search(words, on=on, limit=_HITS) if words else []
        return self._page(
            request, "tariff.html", law, law.tariff, on=on, faults=faults, words=words, found=found, top=browse(law.tariff, on), most=_HITS
        )

    def line(self, request: Request) -> Response:
        """Show a code: its place, what stands below it, and on a code that can be declared what goods of it bear."""
        law, tariff = self._law()
        on, faults = self._day(request)
        view = self._view(request, law, tariff, on)
        return self._page(
            request, "tariff_line.html", law, tariff, on=on, faults=faults, v=view, countries=countries(law, on), currencies=currencies(law)
        )

    def estimate(self, request: Request) -> Response:
        """Show the form of the estimator and, where it is filled in, the estimate."""
        law, tariff = self._law()
        on, faults = self._day(request)
        view = self._view(request, law, tariff, on)
        if not view.declarable:
            return RedirectResponse(address(f"{HERE}/{view.code}", {"on": request.query_params.get("on", "")}), 303, headers=HEADERS)
        typed = dict(request.query_params)
        offer = offered(law, tariff, view.code, typed.get("origin", "").strip().upper(), on)
        found = None
        if "price" in typed:
            enquiry, more = read_enquiry(typed, law, offer, view.code, on)
            faults |= more
            if enquiry is not None and not faults:
                found = answer(law, tariff, enquiry, self._office.tariff.estimate)
        charged = any(typed.get(f"charge-{one.code}") for one in offer.more_charges)
        return self._page(
            request,
            "tariff_estimate.html",
            law,
            tariff,
            on=on,
            faults=faults,
            v=view,
            typed=typed,
            offer=offer,
            a=found,
            charged=charged,
            labels=labels(offer),
        )

    def _law(self) -> tuple[Profile, Tariff]:
        law = self._office.tariff.law()
        if law.tariff is None:
            raise NotFound(WORDS["tariff.none.words"])
        return law, law.tariff

    def _view(self, request: Request, law: Profile, tariff: Tariff, on: date) -> LineView:
        code = _NO_DIGIT.sub("", request.path_params["code"])[:14]
        view = line_view(law, tariff, code, on)
        if view is None:
            words = WORDS["tariff.no-line"]
            raise NotFound(Text(en=words.en.format(code=code), vi=words.vi.format(code=code)))
        return view

    def _page(self, request: Request, template: str, law: Profile, tariff: Tariff, **shown: Any) -> Response:
        status = 422 if shown["faults"] else 200
        more = {"law": law, "tariff": tariff, "today": self._today(), "rate_words": rate_words, "together": together, **shown}
        return self._door.page(request, template, self._door.viewer(request), status=status, **more)

    def _today(self) -> date:
        return self._office.profile.day(self._office.clock())

    def _day(self, request: Request) -> tuple[date, dict[str, Text]]:
        reading = Reading(request.query_params)
        return reading.day("on", self._today()), reading.faults
