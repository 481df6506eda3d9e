"""Documents at the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Clearlane
from tests.cli.messages import RISKY, file, message
from tests.office.test_documents import PDF


def test_a_document_is_put_listed_and_got_back(clearlane: Clearlane) -> None:
    (answer,) = clearlane("lodge", file("a.json", message("A-1", commodity=RISKY)), "--json").answers
    number = answer["number"]
    (put,) = clearlane("document", "put", number, file("x.exe", PDF), "--for", "N935", "--item", "1", "--json").answers
    assert (put["type"], put["code"], put["item"], put["by"]) == ("application/pdf", "N935", 1, "trader")
    assert "N935" in clearlane("document", "list", number).out
    got = clearlane("document", "get", number, put["digest"][:8], "--to", "back.pdf")
    assert (got.code, Path("back.pdf").read_bytes()) == (0, PDF)


def test_what_is_no_document_is_refused_in_words(clearlane: Clearlane) -> None:
    (answer,) = clearlane("lodge", file("a.json", message("A-1")), "--json").answers
    number = answer["number"]
    assert clearlane("document", "put", number, file("x.pdf", b"plain words")).code == 2
    assert "cannot be read" in clearlane("document", "put", number, "absent.pdf").err
    assert clearlane("document", "get", number, "00").code == 2
    assert "No document" in clearlane("document", "list", number).err
