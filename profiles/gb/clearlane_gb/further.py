"""Rules on the shape of numbers and codes in the United Kingdom, each with an example that passes and one that fails.

A shape that is broken is a warning: measured on the administration's own messages, none is always kept.
"""

from __future__ import annotations

from clearlane.model.rule import Baseline, Rule
from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem[1]"
_PREVIOUS = "GoodsShipment/PreviousDocument[1]"
_EORI = (
    Text(
        en="An EORI number is the two letters of a country and up to fifteen capital letters and digits.",
        vi="Số EORI gồm hai chữ cái của nước và tối đa mười lăm chữ in hoa hoặc chữ số.",
    ),
    "XI123456789000",
    "gb 123",
)


def _shape(  # noqa: PLR0913 - one argument for each part of a line below
    code: str,
    path: str,
    title: Text,
    words: Text,
    passes: str,
    fails: str,
    baseline: Baseline = "import",
    *,
    also: dict[str, str] | None = None,
) -> Rule:
    return Rule(code, "warning", title, words, {**(also or {}), path: passes}, {**(also or {}), path: fails}, baseline)


REFERENCE = _shape(
    "GB-301",
    "FunctionalReferenceID",
    Text(en="The local reference has at most 22 signs", vi="Số tham chiếu nội bộ tối đa 22 ký tự"),
    Text(en="The local reference number has at most 22 signs.", vi="Số tham chiếu nội bộ dài tối đa 22 ký tự."),
    "IMP-2026-000118",
    "IMPORT-OF-TEA-2026-000118",
)
DECLARANT = _shape("GB-302", "Declarant/ID", Text(en="The declarant's EORI number", vi="Số EORI của người khai hải quan"), *_EORI)
IMPORTER = _shape("GB-303", "GoodsShipment/Importer/ID", Text(en="The importer's EORI number", vi="Số EORI của người nhập khẩu"), *_EORI)
EXPORTER = _shape("GB-304", "Exporter/ID", Text(en="The exporter's EORI number", vi="Số EORI của người xuất khẩu"), *_EORI, "export")
AGENT = _shape("GB-305", "Agent/ID", Text(en="The representative's EORI number", vi="Số EORI của người đại diện"), *_EORI)
CONSIGNMENT = _shape(
    "GB-306",
    f"{_PREVIOUS}/ID",
    Text(en="The consignment reference", vi="Số tham chiếu lô hàng"),
    Text(
        en="A previous document of type DCR is a declaration unique consignment reference.",
        vi="Chứng từ trước đó loại DCR là số tham chiếu lô hàng (DUCR).",
    ),
    "6GB123456789000-EX118",
    "EX118",
)
MOVEMENT = _shape(
    "GB-307",
    f"{_PREVIOUS}/ID",
    Text(en="The movement reference number", vi="Số MRN"),
    Text(
        en="A previous document of type MRN is a movement reference number: year, country, fourteen signs.",
        vi="Chứng từ trước đó loại MRN là số MRN: năm, nước và mười bốn ký tự.",
    ),
    "26GB4S7X9Q2L8T5R10",
    "26GB118",
    also={f"{_PREVIOUS}/TypeCode": "MRN"},
)
ADDITIONAL_PROCEDURE = _shape(
    "GB-308",
    f"{_ITEM}/GovernmentProcedure[2]/CurrentCode",
    Text(en="The additional procedure", vi="Mã chế độ bổ sung"),
    Text(en="An additional procedure has three signs.", vi="Mã chế độ bổ sung gồm ba ký tự."),
    "C07",
    "0000",
)
PROCEDURE = _shape(
    "GB-309",
    f"{_ITEM}/GovernmentProcedure[1]/CurrentCode",
    Text(en="The procedure", vi="Mã chế độ"),
    Text(en="The procedure asked for has two digits.", vi="Mã chế độ đề nghị gồm hai chữ số."),
    "40",
    "4O",
)
PREVIOUS_PROCEDURE = _shape(
    "GB-310",
    f"{_ITEM}/GovernmentProcedure[1]/PreviousCode",
    Text(en="The procedure before", vi="Mã chế độ trước đó"),
    Text(en="The procedure before has two digits.", vi="Mã chế độ trước đó gồm hai chữ số."),
    "00",
    "OO",
)
DOCUMENT_CATEGORY = _shape(
    "GB-311",
    f"{_ITEM}/AdditionalDocument[1]/CategoryCode",
    Text(en="The category of a document", vi="Nhóm chứng từ"),
    Text(en="The category of a document has one sign.", vi="Nhóm chứng từ gồm một ký tự."),
    "N",
    "n",
)
DOCUMENT_TYPE = _shape(
    "GB-312",
    f"{_ITEM}/AdditionalDocument[1]/TypeCode",
    Text(en="The type of a document", vi="Loại chứng từ"),
    Text(en="The type of a document has three signs.", vi="Loại chứng từ gồm ba ký tự."),
    "380",
    "38",
)
STATEMENT = _shape(
    "GB-313",
    f"{_ITEM}/AdditionalInformation[1]/StatementCode",
    Text(en="The code of a statement", vi="Mã thông tin bổ sung"),
    Text(en="The code of a statement has five signs.", vi="Mã thông tin bổ sung gồm năm ký tự."),
    "00500",
    "500",
)
COMMODITY = _shape(
    "GB-314",
    f"{_ITEM}/Commodity/Classification[1]/ID",
    Text(en="The commodity code", vi="Mã số hàng hóa"),
    Text(en="A commodity code has eight or ten digits.", vi="Mã số hàng hóa gồm tám hoặc mười chữ số."),
    "0902300010",
    "090230",
)
FURTHER_RULES = (
    REFERENCE,
    DECLARANT,
    IMPORTER,
    EXPORTER,
    AGENT,
    CONSIGNMENT,
    MOVEMENT,
    ADDITIONAL_PROCEDURE,
    PROCEDURE,
    PREVIOUS_PROCEDURE,
    DOCUMENT_CATEGORY,
    DOCUMENT_TYPE,
    STATEMENT,
    COMMODITY,
)
"""In the order of their codes."""
