"""Shapes of numbers and codes, as the administration publishes them; measured on its messages, none is always kept.

A shape that is broken is therefore a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clearlane.model.declaration import Declaration
from clearlane.model.findings import Finding
from clearlane.model.rule import Rule
from clearlane.model.shipment import GovernmentAgencyGoodsItem
from clearlane.model.text import Text
from clearlane_gb import further

EORI = re.compile(r"[A-Z]{2}[A-Z0-9]{1,15}", re.ASCII)
MRN = re.compile(r"\d{2}[A-Z]{2}[A-Z0-9]{14}", re.ASCII | re.IGNORECASE)
DUCR = re.compile(r"[0-9][A-Z]{2}[0-9]{12}-[-/()A-Z0-9]{1,19}", re.ASCII)
_PROCEDURE = re.compile(r"\d\d", re.ASCII)
_ADDITIONAL = re.compile(r"[A-Z0-9]{3}", re.ASCII)
_CATEGORY = re.compile(r"[A-Z0-9]", re.ASCII)
_STATEMENT = re.compile(r"[A-Z0-9]{5}", re.ASCII)
_GENERAL_PART = re.compile(r"\d{8}(\d\d)?", re.ASCII)
_LRN_LENGTH = 22

_EORI_WORDS = (Text(en="EORI number", vi="số EORI"), "GB123456789000")
_DUCR_WORDS = (Text(en="declaration unique consignment reference", vi="số tham chiếu lô hàng (DUCR)"), "9GB123456789000-118")
_MRN_WORDS = (Text(en="movement reference number", vi="số MRN"), "26GB4S7X9Q2L8T5R10")
_PAIR_WORDS = (Text(en="procedure of two digits", vi="mã chế độ gồm hai chữ số"), "40")
_ADDITIONAL_WORDS = (Text(en="additional procedure of three signs", vi="mã chế độ bổ sung gồm ba ký tự"), "000")
_CATEGORY_WORDS = (Text(en="document category of one sign", vi="nhóm chứng từ gồm một ký tự"), "N")
_TYPE_WORDS = (Text(en="document type of three signs", vi="loại chứng từ gồm ba ký tự"), "935")
_STATEMENT_WORDS = (Text(en="statement code of five signs", vi="mã thông tin bổ sung gồm năm ký tự"), "00500")
_GENERAL_WORDS = (Text(en="commodity code of eight digits", vi="mã số hàng hóa gồm tám chữ số"), "09023000")


def check_further(declaration: Declaration, on: date) -> tuple[Finding, ...]:
    """Return what is to be said of numbers and codes whose shape is published and whose list is not kept here."""
    found = [*_reference(declaration), *_parties(declaration), *_previous(declaration)]
    for place, item in enumerate(declaration.item, 1):
        found += _item(f"GoodsShipment/GovernmentAgencyGoodsItem[{place}]", item)
    return tuple(found)


def _is(rule: Rule, path: str, value: str | None, shape: re.Pattern[str], words: tuple[Text, str]) -> Iterator[Finding]:
    if value and not shape.fullmatch(value):
        name, example = words
        message = Text(en=f"{value!r} does not look like a {name.en}.", vi=f"{value!r} không đúng dạng {name.vi}.")
        yield rule.at(path, message, Text(en=f"Give a {name.en}, such as {example}.", vi=f"Khai {name.vi}, ví dụ {example}."))


def _reference(declaration: Declaration) -> Iterator[Finding]:
    if len(declaration.reference) > _LRN_LENGTH:
        message = Text(en="The local reference has more than 22 signs.", vi="Số tham chiếu nội bộ dài hơn 22 ký tự.")
        remedy = Text(en="Give at most 22 signs, such as IMP-2026-000118.", vi="Khai tối đa 22 ký tự, ví dụ IMP-2026-000118.")
        yield further.REFERENCE.at("FunctionalReferenceID", message, remedy)


def _parties(declaration: Declaration) -> Iterator[Finding]:
    yield from _is(further.DECLARANT, "Declarant/ID", declaration.declarant_id, EORI, _EORI_WORDS)
    yield from _is(further.IMPORTER, "GoodsShipment/Importer/ID", declaration.importer_id, EORI, _EORI_WORDS)
    if declaration.exporter:
        yield from _is(further.EXPORTER, "Exporter/ID", declaration.exporter.id, EORI, _EORI_WORDS)
    if declaration.agent:
        yield from _is(further.AGENT, "Agent/ID", declaration.agent.id, EORI, _EORI_WORDS)


def _previous(declaration: Declaration) -> Iterator[Finding]:
    documents = declaration.goods_shipment.previous_document if declaration.goods_shipment else ()
    for place, document in enumerate(documents, 1):
        if document.type_code == "DCR":
            yield from _is(further.CONSIGNMENT, f"GoodsShipment/PreviousDocument[{place}]/ID", document.id, DUCR, _DUCR_WORDS)
        elif document.type_code == "MRN":
            yield from _is(further.MOVEMENT, f"GoodsShipment/PreviousDocument[{place}]/ID", document.id, MRN, _MRN_WORDS)


def _item(path: str, item: GovernmentAgencyGoodsItem) -> Iterator[Finding]:
    for place, procedure in enumerate(item.government_procedure, 1):
        at = f"{path}/GovernmentProcedure[{place}]"
        if procedure.previous_code is None:
            yield from _is(further.ADDITIONAL_PROCEDURE, f"{at}/CurrentCode", procedure.current_code, _ADDITIONAL, _ADDITIONAL_WORDS)
        else:
            yield from _is(further.PROCEDURE, f"{at}/CurrentCode", procedure.current_code, _PROCEDURE, _PAIR_WORDS)
            yield from _is(further.PREVIOUS_PROCEDURE, f"{at}/PreviousCode", procedure.previous_code, _PROCEDURE, _PAIR_WORDS)
    for place, document in enumerate(item.additional_document, 1):
        at = f"{path}/AdditionalDocument[{place}]"
        yield from _is(further.DOCUMENT_CATEGORY, f"{at}/CategoryCode", document.category_code, _CATEGORY, _CATEGORY_WORDS)
        yield from _is(further.DOCUMENT_TYPE, f"{at}/TypeCode", document.type_code, _ADDITIONAL, _TYPE_WORDS)
    for place, statement in enumerate(item.additional_information, 1):
        yield from _is(
            further.STATEMENT,
            f"{path}/AdditionalInformation[{place}]/StatementCode",
            statement.statement_code,
            _STATEMENT,
            _STATEMENT_WORDS,
        )
    for place, code in enumerate(item.commodity.classification if item.commodity else (), 1):
        if code.identification_type_code == "TSP":
            yield from _is(further.COMMODITY, f"{path}/Commodity/Classification[{place}]/ID", code.id, _GENERAL_PART, _GENERAL_WORDS)
