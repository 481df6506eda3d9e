"""The office's papers: assessment notice and release note, and what is said of one that someone shows. At ``office.printing``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from hmac import compare_digest

import msgspec

from clearlane.lodgement.notices import notices
from clearlane.model.assessment import TaxLine
from clearlane.model.case import RELEASED, STATES, Case
from clearlane.model.declaration import Declaration
from clearlane.model.duty_facts import DutyReduced
from clearlane.model.facts import Amended, Assessed, Lodged, Record, Released
from clearlane.model.notice import Notice
from clearlane.model.payment import from_minor
from clearlane.model.payment_reference import creditor_reference, grouped
from clearlane.model.profile import Profile
from clearlane.model.refusals import Conflict, NotFound
from clearlane.model.sheet import Issued, Kind, Sheet, SheetTable
from clearlane.model.text import Text
from clearlane.office.generations import generation
from clearlane.office.inspecting_marks import grounds
from clearlane.office.ports import Store
from clearlane.office.printing_words import figure, moment, says
from clearlane.paper.typeset import pdf

INSPECTIONS: tuple[Kind, ...] = ("inspection-order", "inspection-report")
"""Papers for officers, made in ``office.inspecting_papers``; anyone who holds one checks it here."""
_MARK = 20
_TOLD: dict[Kind, tuple[str, ...]] = {"assessment": ("13",), "release": ("09", "08")}
_GROUNDS: dict[Kind, tuple[type, ...]] = {"assessment": (Assessed, DutyReduced), "release": (Released,)}


class Stated(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a paper stands on.

    Attributes:
      ground: The fact it tells.
      content: Digest of the declaration as it then read.
      assessed: The assessment then.
      reduced: What was taken off it since.
    """

    ground: Record
    content: str
    assessed: Assessed
    reduced: tuple[DutyReduced, ...] = ()

    @property
    def total(self) -> Decimal | None:
        """What is owed in all; None where it is not known."""
        total = self.assessed.total
        return None if total is None else total - sum((one.amount for one in self.reduced), Decimal(0))


class PrintingDesk:
    """Papers of declarations.

    Args:
      profile: The law.
      store: The store.
    """

    def __init__(self, profile: Profile, store: Store) -> None:
        self._profile, self._store = profile, store

    def pdf(self, number: str, kind: Kind, language: str, address: str) -> bytes:
        """Return a paper as PDF.

        Args:
          number: The declaration.
          kind: Which paper.
          language: ``en`` or ``vi``.
          address: Where the office is reached, for the QR code: ``https://customs.example``.

        Raises:
          NotFound: There is no such declaration.
          Conflict: There is nothing yet that the paper could state.
          Unavailable: The extra ``paper`` is not installed.
        """
        return pdf(self.sheet(number, kind, language, address))

    def sheet(self, number: str, kind: Kind, language: str, address: str) -> Sheet:
        """Return what a paper says. Arguments and refusals as of ``pdf``."""
        case = self._case(number)
        records = self._store.facts_of(case.number)
        known, notice = stated(records, kind), self._notice(records, kind)
        if not known or notice is None or case.state in ("cancelled", "rejected"):
            raise _nothing_yet(case, kind)
        latest = known[-1]
        tables = self._dues(latest, language) if kind == "assessment" else self._goods(case, language)
        return Sheet(
            language,
            self._profile.agency,
            _title(case, kind, language),
            case.number,
            self._head(case, latest, language) + (_pay_under(case, language) if kind == "assessment" else ()),
            (notice.words.said(language),),
            tables,
            (says("made-up" if case.sandbox else "unsigned", language),),
            f"{address.rstrip('/')}/check/{case.number}/{kind}/{mark(latest)}",
            says("check", language),
        )

    def check(self, number: str, kind: Kind, mark_shown: str) -> Issued:
        """Return what is known of a paper by the mark on it. Who has the mark has the paper, so its total is told.

        Raises:
          NotFound: No such paper was handed out.
        """
        case = self._store.case(number)
        if kind in INSPECTIONS:
            return self._of_inspection(case, kind, mark_shown)
        known = stated(self._store.facts_of(case.number), kind) if case else []
        found = next((one for one in known if compare_digest(mark(one), mark_shown.casefold())), None) if mark_shown.isascii() else None
        if case is None or found is None:
            raise _not_genuine()
        total = found.total
        stands = found is known[-1] and (case.state in RELEASED if kind == "release" else case.state != "cancelled")
        return Issued(kind, case.number, stands, "" if total is None else f"{total} {found.assessed.currency}")

    def _of_inspection(self, case: Case | None, kind: Kind, shown: str) -> Issued:
        known = grounds(self._store.facts_of(case.number), kind) if case and shown.isascii() else []
        found = next((one for one in known if compare_digest(one.mark, shown.casefold())), None)
        if case is None or found is None:
            raise _not_genuine()
        return Issued(kind, case.number, found.stands and case.state != "cancelled")

    def _case(self, number: str) -> Case:
        case = self._store.case(number)
        if case is None:
            words = Text(en=f"No declaration {number} is recorded here.", vi=f"Không có tờ khai {number} trong hệ thống.")
            raise NotFound(words, number=number)
        return case

    def _notice(self, records: Sequence[Record], kind: Kind) -> Notice | None:
        told = [one for one in notices(records, self._profile) if one.function_code in _TOLD[kind]]
        return told[-1] if told else None

    def _head(self, case: Case, latest: Stated, language: str) -> tuple[tuple[str, str], ...]:
        assessed = latest.assessed
        total = says("unpriced", language) if latest.total is None else f"{figure(latest.total, language)} {assessed.currency}"
        return (
            (says("reference", language), case.reference),
            (says("declarant", language), case.declarant),
            (says("lodged", language), moment(case.lodged_at, self._profile, language)),
            (says("issued", language), moment(latest.ground.at, self._profile, language)),
            (says("total", language), total),
        )

    def _dues(self, latest: Stated, language: str) -> tuple[SheetTable, ...]:
        assessed = latest.assessed
        names = {tax.code: tax.name.said(language) for tax in self._profile.taxes}
        head = tuple(says(f"due.{name}", language) for name in ("item", "tax", "base", "rate", "amount", "law"))
        rows = tuple(_due(line, names, language) for line in assessed.lines)
        rows += tuple(row for fact in latest.reduced for row in _taken_off(fact, names, language))
        known = latest.total is not None
        total = ("", says("total", language), "", "", figure(latest.total, language), assessed.currency) if known else ()
        return (SheetTable(says("dues", language), head, rows, (2, 4), total, wide=5),)

    def _goods(self, case: Case, language: str) -> tuple[SheetTable, ...]:
        """Return the goods released, as far as they are still kept."""
        try:
            declaration = generation(self._store, case)
        except NotFound:
            return ()
        head = tuple(says(f"goods.{name}", language) for name in ("item", "code", "goods", "packages", "mass"))
        return (SheetTable(says("goods", language), head, tuple(_goods(declaration, language)), (3, 4), wide=2),)


def _title(case: Case, kind: Kind, language: str) -> str:
    """Return what a paper is headed; one of practice says at once that it is worth nothing."""
    title = says(f"title.{kind}", language)
    return f"{says('practice', language)}: {title}" if case.sandbox else title


def _pay_under(case: Case, language: str) -> tuple[tuple[str, str], ...]:
    """Return the reference a payment is to carry, as banks take it."""
    return ((says("pay", language), grouped(creditor_reference(case.number))),)


def stated(records: Sequence[Record], kind: Kind) -> list[Stated]:
    """Return everything that papers of a kind ever stood on, in order: an amendment or a new assessment makes another paper."""
    known: list[Stated] = []
    ground, content, assessed = None, "", None
    reduced: tuple[DutyReduced, ...] = ()
    for record in records:
        fact = record.fact
        if isinstance(fact, Lodged | Amended):
            content = fact.content if isinstance(fact, Lodged) else fact.result
        if isinstance(fact, Assessed):
            assessed, reduced = fact, ()
        if isinstance(fact, DutyReduced) and kind == "assessment":
            reduced = (*reduced, fact)
        ground = record if isinstance(fact, _GROUNDS[kind]) else ground
        if ground is not None and assessed is not None and isinstance(fact, (Assessed, Amended, *_GROUNDS[kind])):
            known.append(Stated(ground, content, assessed, reduced))
    return known


def mark(one: Stated) -> str:
    """Return the mark of a paper: eighty bits of the digest of what it stands on, which nobody can guess.

    Another amount, another version of the declaration or another moment has another mark.
    """
    return sha256(msgspec.json.encode(one)).hexdigest()[:_MARK]


def _due(line: TaxLine, names: dict[str, str], language: str) -> tuple[str, ...]:
    amount = says(f"outcome.{line.outcome}", language) if line.amount is None or line.outcome != "priced" else figure(line.amount, language)
    name = f"{names.get(line.tax, line.tax)} ({line.tax})"
    return (str(line.item), name, figure(line.base, language), line.rate, amount, line.reference)


def _taken_off(fact: DutyReduced, names: dict[str, str], language: str) -> list[tuple[str, ...]]:
    return [
        (
            str(one.item),
            f"{says('reduced', language)}: {names.get(one.tax, one.tax)} ({one.tax})",
            "",
            "",
            figure(-from_minor(one.minor, fact.currency), language),
            says(f"reduced.{fact.ground}", language),
        )
        for one in fact.reductions
    ]


def _goods(declaration: Declaration, language: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for place, item in enumerate(declaration.item, start=1):
        measure = item.commodity.goods_measure if item.commodity else None
        mass = measure.gross_mass_measure if measure else None
        packages = sum((_whole(pack.quantity_quantity) for pack in item.packaging), Decimal(0))
        description = (item.commodity.description or "") if item.commodity else ""
        unit = f"{mass.value} {mass.unit_code or ''}".strip() if mass else ""
        rows.append((str(place), item.commodity_code, description, figure(packages, language), unit))
    return rows


def _whole(quantity: object) -> Decimal:
    written = str(getattr(quantity, "value", quantity) or "0")
    return Decimal(written) if written.replace(".", "", 1).isdigit() else Decimal(0)


def _not_genuine() -> NotFound:
    return NotFound(
        Text(
            en="No such paper was handed out here. Check the address letter by letter; if it is the same, the paper is not genuine.",
            vi="Cơ quan này không cấp giấy tờ như vậy. Hãy kiểm tra lại từng ký tự của địa chỉ; nếu đúng, giấy tờ này không hợp lệ.",
        )
    )


def _nothing_yet(case: Case, kind: Kind) -> Conflict:
    state, paper = STATES[case.state], Text(en=says(f"title.{kind}", "en"), vi=says(f"title.{kind}", "vi"))
    return Conflict(
        Text(
            en=f"Declaration {case.number} is {state.en}; there is no paper “{paper.en}” for it.",
            vi=f"Tờ khai {case.number} {state.vi}; chưa có giấy tờ “{paper.vi}”.",
        ),
        number=case.number,
    )
