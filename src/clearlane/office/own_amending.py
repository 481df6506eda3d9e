"""An amendment written by hand: what of a declaration may be typed anew, the message that says so, and what it would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from clearlane.assessment.assess import assess
from clearlane.clearance.cut_off import cut_off
from clearlane.clearance.situation import situation
from clearlane.lodgement.amend import amend
from clearlane.lodgement.check import check
from clearlane.lodgement.content import differences
from clearlane.lodgement.json_form import write_json
from clearlane.model.case import Case
from clearlane.model.declaration import Declaration
from clearlane.model.documents import AdditionalInformation, Amendment, Pointer
from clearlane.model.facts import Assessed, Difference
from clearlane.model.findings import Finding, blocking
from clearlane.model.group import Group
from clearlane.model.message import Message
from clearlane.model.pointing import PART, point
from clearlane.model.refusals import Conflict
from clearlane.model.structure import place_named
from clearlane.model.text import Text
from clearlane.model.values import Amount, Quantity
from clearlane.office.office import Office
from clearlane.office.permit_remarks import demanded
from clearlane.office.requests import rates_fixed

MOST_ITEMS = 100
"""Of so many items the fields are offered; what is beyond is changed by a message of the trader's software."""
WHOLE = (
    "TotalGrossMassMeasure",
    "TotalPackageQuantity",
    "InvoiceAmount",
    "GoodsShipment/ExportCountry/ID",
    "GoodsShipment/Invoice/ID",
    "GoodsShipment/TradeTerms/ConditionCode",
    "GoodsShipment/TradeTerms/LocationName",
)
"""What may be typed anew of the declaration as a whole, where it was declared."""
OF_ITEM = (
    "Commodity/Description",
    "Commodity/Classification/ID",
    "Origin/CountryCode",
    "Commodity/GoodsMeasure/NetNetWeightMeasure",
    "Commodity/GoodsMeasure/GrossMassMeasure",
    "Commodity/GoodsMeasure/TariffQuantity",
    "Commodity/InvoiceLine/ItemChargeAmount",
)
"""What may be typed anew of each item, where it was declared."""
QUANTITY = "Commodity/GoodsMeasure/TariffQuantity"
"""Offered where it was not declared too: many an amount waits for it. It is typed with its unit, such as ``1200 NAR``."""
_ITEMS = "GoodsShipment/GovernmentAgencyGoodsItem"
G = TypeVar("G", bound=Group)


class Field(msgspec.Struct, frozen=True):
    """One thing that may be typed anew.

    Attributes:
      path: Where it stands, in plain element names; the name of the field in the form.
      kind: Its place among ``WHOLE`` or ``OF_ITEM``.
      item: The item, from 1; 0 for the declaration as a whole.
      value: What stands there.
      unit: Its unit or currency, or the list of a commodity code; else empty.
    """

    path: str
    kind: str
    item: int
    value: str
    unit: str = ""


class Foreseen(msgspec.Struct, frozen=True):
    """What an amendment would do.

    Attributes:
      message: The amendment, as it is lodged.
      before: The declaration as it stands.
      after: As it would stand.
      places: Where the two differ.
      findings: What the checks say of it; where one of them blocks, it would be rejected.
      owed: Value and duty as it would be; None where it would be rejected.
      decided: Whether an officer decides on it.
    """

    message: bytes
    before: Declaration
    after: Declaration
    places: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    owed: Assessed | None
    decided: bool


def fields(declaration: Declaration) -> list[Field]:
    """Return what of a declaration may be typed anew, with what stands there."""
    found = [one for kind in WHOLE for one in _fields(declaration, kind, "", kind, 0)]
    for place, item in enumerate(declaration.item[:MOST_ITEMS], 1):
        found += [one for kind in OF_ITEM for one in _fields(item, kind, f"{_ITEMS}[{place}]/", kind, place)]
        measure = item.commodity.goods_measure if item.commodity else None
        if measure is not None and measure.tariff_quantity is None:
            found.append(Field(f"{_ITEMS}[{place}]/{QUANTITY}", QUANTITY, place, ""))
    return found


def _fields(group: Any, way: str, above: str, kind: str, item: int) -> Iterator[Field]:
    name, _, rest = way.partition("/")
    place = place_named(type(group), name)
    value = getattr(group, place.field) if place else None
    if value is None:
        return
    if isinstance(value, tuple):
        for count, one in enumerate(value, 1):
            yield from _fields(one, rest, f"{above}{name}[{count}]/", kind, item)
    elif rest:
        yield from _fields(value, rest, f"{above}{name}/", kind, item)
    else:
        known = getattr(group, "identification_type_code", "") if isinstance(value, str) else ""
        unit = value.currency_id if isinstance(value, Amount) else value.unit_code if isinstance(value, Quantity) else known
        yield Field(f"{above}{name}", kind, item, value if isinstance(value, str) else value.value, unit or "")


def foresee(office: Office, case: Case, typed: Mapping[str, str], why: str = "") -> Foreseen:
    """Return what an amendment typed by hand would do; nothing is recorded.

    Args:
      office: The office.
      case: The declaration.
      typed: What was typed, by path; what is as it was, or was not offered, changes nothing.
      why: The trader's reason, in his words.

    Raises:
      Conflict: Nothing was changed.
      NotFound: The content of the declaration was erased.
    """
    before, at = office.declaration(case), office.clock()
    law, records = office.tariff.expected_law(at)[1], office.facts(case.number)
    changed = {one.path: typed[one.path].strip() for one in fields(before) if typed.get(one.path, one.value).strip() != one.value}
    if not changed:
        raise Conflict(Text(en="Nothing is changed yet. Change a field first.", vi="Chưa có thay đổi nào. Hãy sửa ít nhất một mục."))
    wanted = before
    for path, text in changed.items():
        wanted = _put(wanted, path.split("/"), text)
    request = _request(case, wanted, tuple(changed), f"{case.generation}-{len(office.notices(case.number))}", why)
    after = amend(before, request)
    found = check(after, law, law.day(at)) + demanded(after, law)
    owed = None if blocking(found) else assess(after, law, rates_fixed(records, law) or at)
    late = cut_off(situation(records), law.clearance, "amendment")
    return Foreseen(write_json(Message(declaration=request)), before, after, differences(before, after), found, owed, late)


def _put(group: G, steps: list[str], text: str) -> G:
    found = PART.fullmatch(steps[0])
    place = place_named(type(group), found[1]) if found else None
    if found is None or place is None:
        raise LookupError(steps[0])
    value = getattr(group, place.field)
    new: Any
    if isinstance(value, tuple):
        at = int(found[2] or 1) - 1
        new = (*value[:at], _put(value[at], steps[1:], text), *value[at + 1 :])
    elif isinstance(value, Group):
        new = _put(value, steps[1:], text)
    elif isinstance(value, Amount | Quantity):
        new = msgspec.structs.replace(value, value=text.replace(",", ".")) if text else None
    elif value is None and place.shape == "quantity":
        number, _, unit = text.partition(" ")
        new = Quantity(number.replace(",", "."), unit.strip().upper() or None)
    else:
        new = text or None
    return msgspec.structs.replace(group, **{place.field: new})


def _request(case: Case, wanted: Declaration, paths: tuple[str, ...], seen: str, why: str) -> Declaration:
    """Return the amendment: what it points at is taken from it, all else stays."""
    reason = (AdditionalInformation(statement_description=why[:512]),) if why else ()
    return Declaration(
        function_code="13",
        functional_reference_id=f"COR-{seen}-{case.number}"[:35],
        type_code="COR",
        id=case.number,
        declarant=wanted.declarant,
        additional_information=reason,
        amendment=tuple(Amendment(pointer=_pointer(wanted, path)) for path in paths),
        invoice_amount=wanted.invoice_amount,
        total_gross_mass_measure=wanted.total_gross_mass_measure,
        total_package_quantity=wanted.total_package_quantity,
        goods_shipment=wanted.goods_shipment,
    )


def _pointer(wanted: Declaration, path: str) -> tuple[Pointer, ...]:
    way = point(path)
    steps = []
    for step in way.steps:
        count = step.sequence or 1
        if step.section == "68A":
            count = int(wanted.item[count - 1].sequence_numeric or count)
        steps.append(Pointer(sequence_numeric=str(count), document_section_code=step.section))
    return (*steps[:-1], msgspec.structs.replace(steps[-1], tag_id=way.tag))
