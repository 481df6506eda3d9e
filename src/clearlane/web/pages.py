"""The pages of the office: the border now, a declaration, look up, lodge by file."""

from __future__ import annotations

from hashlib import sha256

from fastapi import APIRouter
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clearlane.model.case import Case, Query
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.masking import demand_open
from clearlane.office.office import Office
from clearlane.web import daily, risk_models, risk_profiles, risk_selection
from clearlane.web.account import AccountPages
from clearlane.web.assignment import AssignmentPages
from clearlane.web.border import GoodsKnown, border, filters_of
from clearlane.web.certificates import certificates
from clearlane.web.documents import DocumentPages
from clearlane.web.doors import Door, Recognise
from clearlane.web.dossier import dossier
from clearlane.web.language import language_of
from clearlane.web.ledger import LedgerPages
from clearlane.web.lodging import LodgingPage
from clearlane.web.long_work import Bench
from clearlane.web.lots import LotPages
from clearlane.web.own_list import own_list
from clearlane.web.papers import PaperPages
from clearlane.web.people import PeoplePages
from clearlane.web.release_times import ReleasePages
from clearlane.web.rendering import HEADERS, static_file
from clearlane.web.risk_draws_public import PublicDraws
from clearlane.web.risk_reasons import wanted
from clearlane.web.risk_shell import HERE, RiskShell
from clearlane.web.sign_in import SignInPages
from clearlane.web.tariff import Count, TariffPages
from clearlane.web.tariff_desk import TariffDeskPages
from clearlane.web.viewer import Viewer


def pages(
    office: Office,
    *,
    recognise: Recognise = lambda token: None,
    open_demo: bool = False,
    count: Count = lambda request: None,
    door: Door | None = None,
) -> APIRouter:
    """Return the pages, to be mounted at the root after everything else.

    Args:
      office: The office.
      recognise: From a token to its holder, None if unknown: people sign in with their token.
      open_demo: Whether whoever comes from this very machine needs no token, where someone tries the office out:
        an officer, who may see everything as the trader does too.
      count: Counts a stranger's request, and refuses what is too much.
      door: Who may come in; by ``recognise`` and ``open_demo`` by default.
    """
    router = APIRouter(include_in_schema=False)
    door = door or Door(office, recognise, open_demo=open_demo)
    shown = Pages(office, door, PaperPages(office, door, count))
    lodging = LodgingPage(office, door)
    desk = TariffDeskPages(office, door)
    router.add_route("/", door.opened(shown.border), ["GET"], include_in_schema=False)
    router.add_route("/lookup", door.opened(shown.lookup), ["GET"], include_in_schema=False)
    router.add_route("/declarations/{number}", door.opened(shown.declaration), ["GET"], include_in_schema=False)
    router.add_route("/declarations/{number}/message", door.opened(shown.message), ["GET"], include_in_schema=False)
    router.add_route("/declarations/{number}/{kind}.pdf", door.opened(shown.paper), ["GET"], include_in_schema=False)
    router.add_route("/check/{number}/{kind}/{mark}", shown.papers.check, ["GET"], include_in_schema=False)
    router.add_route("/lodge", door.opened(lodging.form), ["GET"], include_in_schema=False)
    router.add_route("/lodge", lodging.take, ["POST"], include_in_schema=False)
    router.add_route("/desk/tariff", door.opened(desk.overview), ["GET"], include_in_schema=False)
    router.add_route("/desk/tariff/act/{act}", desk.act, ["POST"], include_in_schema=False)
    router.add_route("/desk/tariff/work/{name}", door.opened(desk.work), ["GET"], include_in_schema=False)
    router.add_route("/desk/tariff/{version}", door.opened(desk.version), ["GET"], include_in_schema=False)
    router.add_route("/desk/tariff/{version}/difference", door.opened(desk.difference), ["GET"], include_in_schema=False)
    bench = Bench()
    shell = RiskShell(office, door, bench)
    router.add_route(f"{HERE}/work/{{name}}", shell.opened(shell.work), ["GET"], include_in_schema=False)
    for method, address, answer in [*risk_profiles.ways(shell), *risk_models.ways(shell), *risk_selection.ways(shell)]:
        router.add_route(address, answer, [method], include_in_schema=False)
    for method, address, answer in [*PublicDraws(office, door, count).ways(), *certificates(office, door, count)]:
        router.add_route(address, answer, [method], include_in_schema=False)
    tariff = TariffPages(office, door, count)
    router.add_route("/tariff", tariff.public(tariff.start), ["GET"], include_in_schema=False)
    router.add_route("/tariff/{code}", tariff.public(tariff.line), ["GET"], include_in_schema=False)
    router.add_route("/tariff/{code}/estimate", tariff.public(tariff.estimate), ["GET"], include_in_schema=False)
    every = (
        *(public(office, door, count) for public in (LotPages, LedgerPages)),
        ReleasePages(office, door, bench),
        *(desk(office, door) for desk in (AssignmentPages, DocumentPages, AccountPages, PeoplePages, SignInPages)),
    )
    for desks in every:
        for method, address, answer in desks.ways():
            router.add_route(address, answer, [method], include_in_schema=False)
    for method, address, answer in daily.ways(office, door):
        router.add_route(address, answer, [method], include_in_schema=False)
    router.add_route("/static/{name}", _static, ["GET"], include_in_schema=False)
    router.add_route("/{path:page}", door.missed, ["GET"], include_in_schema=False)
    return router


def _static(request: Request) -> Response:
    return static_file(request.path_params["name"]) or Response(status_code=404)


class _PagePath(Convertor[str]):
    """An address of pages: none of the interface for programs, which says in its own way what is missing."""

    regex = r"(?!v1(?:/|$)).*"

    def convert(self, value: str) -> str:
        """Return the address as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Return the address as it is."""
        return value


register_url_convertor("page", _PagePath())


class Pages:
    """The pages that show something.

    Args:
      office: The office.
      door: Who may come in, and how a page is made for him.
      papers: The office's papers.
    """

    def __init__(self, office: Office, door: Door, papers: PaperPages) -> None:
        self._office, self._door, self.papers = office, door, papers
        self._goods = GoodsKnown(office)

    def border(self, request: Request, viewer: Viewer) -> Response:
        """Show the border now; with ``part=live`` only what changes, and nothing where it has not."""
        if viewer.may_administer and not viewer.officer:
            return RedirectResponse(f"/people?{request.url.query}".rstrip("?"), 303, headers=HEADERS)
        part = request.query_params.get("part") == "live"
        asked, tag = request.headers.get("if-none-match"), self._tag(request, viewer)
        if part and asked == tag:
            return Response(status_code=304, headers={"ETag": tag, **HEADERS})
        found = border(self._office, viewer, filters_of(request, viewer), self._goods)
        template = "border_live.html" if part else "border.html"
        wanted_of_him = own_list(self._office, viewer)
        response = self._door.page(request, template, viewer, border=found, asked=wanted_of_him, now=self._office.clock())
        response.headers["ETag"] = tag
        return response

    def _tag(self, request: Request, viewer: Viewer) -> str:
        """Return a name of what the page shows: it changes with every fact, and each minute that something waits."""
        known = (self._office.store.last_seq(), f"{self._office.clock():%d %H:%M}", language_of(request), viewer, request.url.query)
        return f'"{sha256(repr(known).encode()).hexdigest()[:24]}"'

    def lookup(self, request: Request, viewer: Viewer) -> Response:
        """Find declarations by number, by a number from elsewhere or by reference."""
        name = request.query_params.get("name", "").strip()[:70]
        found = self._named(name, viewer) if name else []
        if len(found) == 1:
            return RedirectResponse(f"/declarations/{found[0].number}", 303, headers=HEADERS)
        return self._door.page(request, "lookup.html", viewer, name=name, found=[(case, self._goods(case)) for case in found])

    def _named(self, name: str, viewer: Viewer) -> list[Case]:
        whose = "" if viewer.officer else viewer.party
        if not viewer.officer and not whose:
            return []
        one = self._office.store.case(name, whose) or self._office.store.case(name)
        found = [one] if one else self._office.store.by_reference(name) or self._office.cases(Query(whose, words=name))
        return [viewer.sees(case) for case in found if self._office.may_see(viewer, case)]

    def declaration(self, request: Request, viewer: Viewer) -> Response:
        """Show a declaration."""
        case = self._case(request, viewer)
        self._office.people.reads.note(viewer, "declaration", case.number, request.query_params.get("why", ""))
        shown = dossier(self._office, viewer, case, wanted(request))
        wco = request.query_params.get("wco") == "1"
        return self._door.page(request, "declaration.html", viewer, d=shown, case=viewer.sees(case), wco=wco)

    def message(self, request: Request, viewer: Viewer) -> Response:
        """Return the exact bytes first lodged."""
        case = self._case(request, viewer)
        demand_open(self._office, viewer, case.number)
        data = self._office.message(case)
        self._office.people.reads.note(viewer, "message", case.number, request.query_params.get("why", ""))
        kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "xml"
        named = f'attachment; filename="{case.number}.{kind}"'
        return Response(data, media_type=f"application/{kind}", headers={**HEADERS, "Content-Disposition": named})

    def paper(self, request: Request, viewer: Viewer) -> Response:
        """Return a paper of a declaration as PDF."""
        case = self._case(request, viewer)
        demand_open(self._office, viewer, case.number)
        return self.papers.pdf(request, viewer, case)

    def _case(self, request: Request, viewer: Viewer) -> Case:
        number = request.path_params["number"]
        case = self._office.store.case(number)
        if case is None or not self._office.may_see(viewer, case):
            raise NotFound(Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống."))
        return case
