"""The reference page of notifications says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from clearlane.lodgement.notice_words import NAMES
from clearlane.lodgement.notices import notices
from clearlane.lodgement.respond import write_notices
from clearlane_xa import profile
from tests.lodgement.facts import COURSES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "notifications.md").read_text()


def canonical(xml: str | bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml, etree.XMLParser(remove_blank_text=True)), method="c14n")


def test_the_page_names_every_kind_of_notice_and_no_other() -> None:
    rows = dict(re.findall(r"^\| (\d\d) \| ([^|]+) \|", PAGE, re.MULTILINE))
    assert sorted(rows) == sorted(NAMES)


def test_the_example_on_the_page_is_what_is_sent() -> None:
    (example,) = re.findall(r"```xml\n(.*?)```", PAGE, re.DOTALL)
    assert canonical(example) == canonical(write_notices(notices(COURSES["rejected"], profile()), profile()))
