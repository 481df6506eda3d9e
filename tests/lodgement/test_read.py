"""Reading what traders send, and what attackers send."""

from __future__ import annotations

import pytest
from lxml import etree

from clearlane.lodgement.json_form import json_schema, read_json, write_json
from clearlane.lodgement.read import read
from clearlane.lodgement.write import write
from clearlane.model.refusals import Unreadable

DEC = "urn:wco:datamodel:WCO:DEC-DMS:2"
META = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"


def bare(inside: str, namespace: str = f' xmlns="{DEC}"') -> bytes:
    return f"<Declaration{namespace}><FunctionCode>9</FunctionCode>{inside}</Declaration>".encode()


def test_a_bare_declaration_is_read() -> None:
    message = read(bare("<TypeCode>IMA</TypeCode>"))
    assert (message.declaration.function_code, message.declaration.type_code, message.metadata) == ("9", "IMA", None)


def test_a_message_without_namespaces_is_read_and_marked_repaired() -> None:
    assert read(bare("", namespace="")).repaired == ("namespace",)
    assert read(bare("")).repaired == ()


@pytest.mark.parametrize("prefix", ["", "p:"])
def test_a_date_is_read_where_namespaces_are_missing(prefix: str) -> None:
    types = ' xmlns:p="urn:wco:datamodel:WCO:Declaration_DS:DMS:2"'
    date = f'<IssueDateTime><{prefix}DateTimeString{types} formatCode="102">20261122</{prefix}DateTimeString></IssueDateTime>'
    issued = read(bare(date, namespace="")).declaration.issue_date_time
    assert issued is not None
    assert str(issued.moment) == "2026-11-22 00:00:00+00:00"


def test_a_foreign_namespace_is_refused_by_name() -> None:
    with pytest.raises(Unreadable, match="urn:other"):
        read(bare("", namespace=' xmlns="urn:other"'))


def test_figures_keep_their_written_form() -> None:
    amount = read(bare('<InvoiceAmount currencyID="USD"> 0100.00 </InvoiceAmount>')).declaration.invoice_amount
    assert amount is not None
    assert (amount.value, amount.currency_id, str(amount.figure)) == ("0100.00", "USD", "100.00")


def test_an_empty_element_is_present_and_empty() -> None:
    assert read(bare("<TypeCode/>")).declaration.type_code == ""
    assert b"<TypeCode></TypeCode>" in write(read(bare("<TypeCode/>")))


@pytest.mark.parametrize(
    "inside",
    [
        "<Unheard>of</Unheard>",
        '<x:Foreign xmlns:x="urn:x" x:a="1"><x:In>here</x:In></x:Foreign>',
        "<TypeCode>IMA</TypeCode><TypeCode>IMD</TypeCode>",
        '<TypeCode listID="7">IMA</TypeCode>',
        "<Declarant>stray<ID>1</ID>text</Declarant>",
        "<IssueDateTime>20260101</IssueDateTime>",
        "<TypeCode><Deep>er</Deep></TypeCode>",
        '<InvoiceAmount currencyID="USD" odd="1">5</InvoiceAmount>',
    ],
)
def test_what_has_no_home_is_kept_and_given_back(inside: str) -> None:
    message = read(bare(inside))
    again = read(write(message))
    assert again == message
    assert read_json(write_json(message)) == message


@pytest.mark.parametrize(
    ("hostile", "words"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><Declaration>&b;</Declaration>', "document type"),
        (b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><Declaration/>', "document type"),
        (b"<a>" * 100_000, "Line 1"),
        (bare("<a>" * 100 + "</a>" * 100), "deeper"),
        (b"", "empty"),
        (b"   ", "empty"),
        (b"hello", "neither XML nor JSON"),
        (b"\x00\x01\x02", "neither XML nor JSON"),
        (b'{"Declaration": {"Unheard": 1}}', "Unheard"),
        (b'{"Declaration": ', "broken"),
        (b'{"Declaration": {"FunctionCode": "\\u0000"}}', "control character"),
        (b'{"Declaration":' + b'{"GoodsShipment":' * 5000, "Line 1"),
        (b'{"Declaration": {\n"FunctionCode": "\xff"}}', "Line 2, column 18: a byte is not UTF-8"),
        (b'{"Declaration": {"FunctionCode": "9", "FunctionCode": "13"}}', "FunctionCode stands twice"),
        (b"<Invoice/>", "no Declaration"),
        (b'[{"Declaration": {}}]', "this is a list"),
        (b'\n<?xml version="1.0"?><Declaration/>', "Line 2"),
        ('{"Declaration": {"FunctionCode": "\uffff"}}'.encode(), "control character"),
    ],
)
def test_rubbish_is_refused_in_words(hostile: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read(hostile)


def test_a_message_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Unreadable, match="at most 10 are read"):
        read(bare(""), max_bytes=10)


BOMB = f'<!DOCTYPE Declaration [<!ENTITY a "b">]><Declaration xmlns="{DEC}"><TypeCode>&a;</TypeCode></Declaration>'


@pytest.mark.parametrize(
    "hidden",
    [
        f"<?x <!-- ?>{BOMB.replace(']>', ']><?y --> ?>', 1)}".encode(),
        f'<?xml version="1.0" encoding="UTF-16LE"?>{BOMB}'.encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-7"?>' + BOMB.replace("<!", "+ADwAIQ-").encode(),
    ],
    ids=["between instructions", "UTF-16 without a mark", "UTF-7"],
)
def test_a_document_type_hidden_from_a_search_is_refused_too(hidden: bytes) -> None:
    with pytest.raises(Unreadable, match="document type definition"):
        read(hidden)


def test_a_refusal_of_depth_or_document_type_says_line_and_column() -> None:
    deep = bare("\n" + "<x>" * 100 + "</x>" * 100)
    with pytest.raises(Unreadable, match="Line 2, column 1: elements are nested deeper"):
        read(deep)
    with pytest.raises(Unreadable, match="Line 2, column 3: the message holds a document type"):
        read(f"<?x?>\n  {BOMB}".encode())


def test_a_message_may_begin_with_any_amount_of_white_space() -> None:
    assert read(b"\n" * 500 + bare("")).declaration.function_code == "9"


def test_a_word_like_doctype_in_a_comment_does_no_harm() -> None:
    assert read(bare("<!-- <!DOCTYPE x> --><TypeCode>IMA</TypeCode>")).declaration.type_code == "IMA"


def test_utf_16_is_read_as_xml_demands() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + bare("<TypeCode>IMA</TypeCode>").decode()
    assert read(text.encode("utf-16")).declaration.type_code == "IMA"


def test_written_namespaces_are_those_of_the_dialect() -> None:
    root = etree.fromstring(
        write(read(f'<m:MetaData xmlns:m="{META}"><m:WCOTypeName>DEC</m:WCOTypeName>{bare("").decode()}</m:MetaData>'.encode()))
    )
    assert [etree.QName(e).namespace for e in (root, root[0], root[1])] == [META, META, DEC]


def test_the_schema_names_every_attribute_with_its_wco_id() -> None:
    seal = json_schema()["$defs"]["Seal"]["properties"]
    assert seal["ID"]["x-wco-id"] == "165"


def test_a_form_that_is_not_as_published_is_told_in_vietnamese_too() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b'{"Declaration": {"TypeCode": 7}}')
    assert refused.value.words.vi == "Dòng 1, cột 1: không đúng lược đồ đã công bố tại $.Declaration.TypeCode. Không có gì được ghi nhận."


@pytest.mark.parametrize(
    "odd",
    [
        '{"attributes": {"a\\"b": "c"}}',
        '{"attributes": {"xmlns": "urn:x"}}',
        '{"elements": [{"name": "a><b"}]}',
        '{"elements": [{"name": "a", "elements": [{"name": ""}]}]}',
        '{"elements": [{"name": "a", "attributes": {"1": "x"}}]}',
        '{"on": {"TypeCode": {"listID": "7"}}}',
    ],
)
def test_json_cannot_smuggle_in_what_xml_could_not_hold(odd: str) -> None:
    with pytest.raises(Unreadable, match="_unplaced"):
        read(f'{{"Declaration": {{"FunctionCode": "9", "_unplaced": {odd}}}}}'.encode())
