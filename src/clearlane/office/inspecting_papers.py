"""Papers of an inspection for officers: the order for the quay, and the report of what was found, in either language."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clearlane.model.case import Case
from clearlane.model.control_facts import CheckBegun, CheckEnded, Countersigned
from clearlane.model.facts import Record
from clearlane.model.inspection_facts import InspectionOrdered
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.sheet import Kind, Sheet, SheetTable
from clearlane.office.access import Asker
from clearlane.office.clearing_matters import words_of
from clearlane.office.inspecting_marks import Ground, grounds
from clearlane.office.inspecting_paper_words import phrase, says
from clearlane.office.inspecting_tables import goods, photos, results, samples, seals, steps
from clearlane.office.inspecting_view import InspectionSeen
from clearlane.office.masking import hidden, mask
from clearlane.office.office import Office
from clearlane.office.printing_words import moment
from clearlane.office.printing_words import says as known
from clearlane.paper.typeset import pdf

Facts = tuple[tuple[str, str], ...]


def paper(office: Office, asker: Asker, number: str, kind: Kind, language: str, address: str) -> bytes:
    """Return a paper of an inspection as PDF. Arguments and refusals as of ``sheet``, or where the extra ``paper`` is missing."""
    return pdf(sheet(office, asker, number, kind, language, address))


def sheet(office: Office, asker: Asker, number: str, kind: Kind, language: str, address: str) -> Sheet:
    """Return what a paper of an inspection says, without what is masked to whoever asks.

    Args:
      office: The office.
      asker: Who asks.
      number: The declaration.
      kind: ``inspection-order`` or ``inspection-report``.
      language: ``en`` or ``vi``.
      address: Where the office is reached, for the QR code.

    Raises:
      NotFound: There is no such declaration.
      Conflict: No order was given, or the inspection is not concluded.
    """
    case = office.store.case(number)
    if case is None:
        raise NotFound(phrase("not-ordered"), number=number)
    records = office.facts(number)
    found = grounds(records, kind)
    if not found:
        raise Conflict(phrase("not-ordered" if kind == "inspection-order" else "not-concluded"), number=number)
    made = _order(office, case, found[-1], language) if kind == "inspection-order" else _report(office, case, records, found[-1], language)
    title = says(f"title.{kind}", language)
    whole = msgspec.structs.replace(
        made,
        title=f"{known('practice', language)}: {title}" if case.sandbox else title,
        foot=(says("official", language), *made.foot),
        code=f"{address.rstrip('/')}/check/{number}/{kind}/{found[-1].mark}",
    )
    return msgspec.json.decode(mask(msgspec.json.encode(whole).decode(), hidden(office, asker, case)), type=Sheet)


def _order(office: Office, case: Case, ground: Ground, language: str) -> Sheet:
    order, seen = ground.record.fact, office.inspections.seen(case.number)
    if not isinstance(order, InspectionOrdered):
        raise Conflict(phrase("not-ordered"), number=case.number)
    head = (
        (says("place", language), order.place),
        (says("when", language), moment(order.due, office.profile, language)),
        (says("how", language), says("how.scan" if order.intensity == "scan" else "how.physical", language)),
        (says("office", language), case.office),
        (says("ordered-by", language), order.by),
        *_together(office, seen, language),
    )
    tables = (goods(office, case, language), steps(seen, language), _lines(seals(seen, language)), _lines(samples(seen, language)))
    return _blank(office, case, language, head, (says("order", language),), tables)


def _report(office: Office, case: Case, records: Sequence[Record], ground: Ground, language: str) -> Sheet:
    ended, seen = ground.record.fact, office.inspections.seen(case.number)
    if not isinstance(ended, CheckEnded):
        raise Conflict(phrase("not-concluded"), number=case.number)
    until = [one for one in records if one.seq <= ground.record.seq]
    began = next((one for one in reversed(until) if isinstance(one.fact, CheckBegun) and one.fact.check == "goods"), ground.record)
    said = says("satisfied" if ended.satisfied else "unsatisfied", language)
    why = words_of(office.store, ended.why)
    tables = (results(office, case, until, language), steps(seen, language, "–"), photos(seen, office.profile, language))
    head = (
        *_placed(seen.order, language),
        *_together(office, seen, language),
        *_signed(office, case, until, began, ground.record, language),
    )
    more = _filled(samples(seen, language), seals(seen, language))
    return _blank(office, case, language, head, (said, why) if why else (said,), (*_filled(*tables), *more))


def _together(office: Office, seen: InspectionSeen, language: str) -> Facts:
    """Return the other agencies that take part, with what each said."""
    said = {None: "", True: f" ({says('agrees', language)})", False: f" ({says('objects', language)})"}
    names = {one.en: one.said(language) for one in office.inspections.agencies}
    return tuple(
        (says("agency", language), names.get(agency, agency) + said[last.agrees if last else None]) for agency, last, _ in seen.agencies
    )


def _placed(order: InspectionOrdered | None, language: str) -> Facts:
    return ((says("place", language), order.place),) if order else ()


def _signed(office: Office, case: Case, until: Sequence[Record], began: Record, ended: Record, language: str) -> Facts:
    """Return where and when it was, and who signed: the inspector, and the second officer where it took two."""
    second = [one.fact.by for one in until if isinstance(one.fact, Countersigned) and one.fact.granted and one.seq > began.seq]
    by = getattr(ended.fact, "by", "")
    return (
        (says("office", language), case.office),
        (says("began", language), moment(began.at, office.profile, language)),
        (says("ended", language), moment(ended.at, office.profile, language)),
        (says("signed", language), by),
        *((says("signed-too", language), one) for one in second[-1:]),
    )


def _lines(table: SheetTable) -> SheetTable:
    """Return a table with lines to write on."""
    return msgspec.structs.replace(table, rows=(*table.rows, *[("\u00a0",) * len(table.head)] * 3))


def _filled(*tables: SheetTable) -> tuple[SheetTable, ...]:
    return tuple(one for one in tables if one.rows)


def _blank(office: Office, case: Case, language: str, head: Facts, said: tuple[str, ...], tables: tuple[SheetTable, ...]) -> Sheet:
    """Return a sheet that waits for its title and code."""
    foot = (known("made-up" if case.sandbox else "unsigned", language),)
    return Sheet(language, office.profile.agency, "", case.number, head, said, tables, foot, "", known("check", language))
