"""Tables on the papers of an inspection: goods, checklist, results, photographs, samples, seals."""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.case import Case
from clearlane.model.facts import Record
from clearlane.model.inspection import CATEGORIES, ItemResult
from clearlane.model.profile import Profile
from clearlane.model.refusals import NotFound
from clearlane.model.risk_facts import Examined
from clearlane.model.sheet import SheetTable
from clearlane.office.generations import generation
from clearlane.office.inspecting_paper_words import says
from clearlane.office.inspecting_view import InspectionSeen
from clearlane.office.office import Office
from clearlane.office.printing_words import figure, moment

Rows = Sequence[tuple[str, ...]]
BOX = "☐"


def goods(office: Office, case: Case, language: str) -> SheetTable:
    """Return the goods declared, as far as they are still kept."""
    rows: list[tuple[str, ...]] = []
    try:
        items = generation(office.store, case).item
    except NotFound:
        items = ()
    for place, item in enumerate(items, 1):
        measure = item.commodity.goods_measure if item.commodity else None
        net = measure.net_net_weight_measure if measure else None
        origin = next((one.country_code or "" for one in item.origin), "")
        described = (item.commodity.description or "") if item.commodity else ""
        mass = f"{net.value} {net.unit_code or ''}".strip() if net else ""
        rows.append((str(place), item.commodity_code, described, origin, mass))
    return _table("goods", ("item", "code", "description", "origin", "net"), rows, language, wide=2, right=(4,))


def steps(seen: InspectionSeen, language: str, unsaid: str = BOX) -> SheetTable:
    """Return the checklist: where nothing is said yet, boxes to tick or another mark."""
    rows = [(str(one.step), one.words.said(language), _said(one.done, language, unsaid), one.remark) for one in seen.steps]
    return _table("steps", ("step", "what", "done", "remark"), rows, language, wide=1)


def results(office: Office, case: Case, until: Sequence[Record], language: str) -> SheetTable:
    """Return the result of each item, with what was found missing."""
    examined = [one.fact for one in until if isinstance(one.fact, Examined) and one.fact.intensity in ("physical", "scan")]
    rows = [_result(one, office.profile, language) for one in (examined[-1].results if examined else ())]
    return _table("results", ("item", "result", "amount"), rows, language, wide=1, right=(2,))


def photos(seen: InspectionSeen, profile: Profile, language: str) -> SheetTable:
    """Return the photographs by their digests, with when and where each was taken."""
    rows = []
    for _, one in seen.photos:
        where = "" if one.latitude is None or one.longitude is None else f"{one.latitude:.5f}, {one.longitude:.5f}"
        halves = f"{one.digest[:32]}\n{one.digest[32:]}"
        rows.append((_item(one.item, language), moment(one.taken_at, profile, language), where, halves))
    return _table("photos", ("item", "taken", "where", "digest"), rows, language, wide=3)


def samples(seen: InspectionSeen, language: str) -> SheetTable:
    """Return the samples, each with the laboratory's result as far as it is known."""
    known = {fact.sample: says("as-declared" if fact.as_declared else "differs", language) for fact, _ in seen.judged}
    rows = []
    for one in seen.samples:
        amount = f"{figure(one.quantity, language)} {one.unit}"
        rows.append((one.sample, _item(one.item, language), amount, one.laboratory, known.get(one.sample, says("awaited", language))))
    return _table("samples", ("sample", "item", "quantity", "laboratory", "result"), rows, language, wide=3)


def seals(seen: InspectionSeen, language: str) -> SheetTable:
    """Return the seals."""
    rows = [(one.seal, says(one.how, language)) for one in seen.seals]
    return _table("seals", ("seal", "result"), rows, language)


def _result(one: ItemResult, profile: Profile, language: str) -> tuple[str, ...]:
    what = says("conform", language) if one.conform or one.category is None else CATEGORIES[one.category].said(language)
    return (_item(one.item, language), what, f"{figure(one.revenue, language)} {profile.currency}" if one.revenue else "")


def _item(item: int, language: str) -> str:
    return str(item) if item else says("whole", language)


def _said(done: bool | None, language: str, unsaid: str) -> str:
    return unsaid if done is None else says("done" if done else "undone", language)


def _table(title: str, head: tuple[str, ...], rows: Rows, language: str, *, wide: int = 0, right: tuple[int, ...] = ()) -> SheetTable:
    return SheetTable(says(title, language), tuple(says(name, language) for name in head), tuple(rows), right, wide=wide)
