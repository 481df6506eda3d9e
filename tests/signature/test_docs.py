"""The pages about signatures say what the code does."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from clearlane.model.text import Text
from clearlane.signature import reasons
from tests.signature.samples import JSON, XML

DOCS = Path(__file__).parents[2] / "docs"
NAMED = {name: value for name, value in vars(reasons).items() if isinstance(value, Text)}


@pytest.mark.parametrize("name", NAMED)
def test_every_reason_is_on_the_reference_page(name: str) -> None:
    assert f"| `{name}` |" in (DOCS / "reference" / "signatures.md").read_text()


@pytest.mark.parametrize("name", NAMED)
def test_every_reason_is_said_in_two_languages(name: str) -> None:
    assert NAMED[name].en != NAMED[name].vi


@pytest.mark.skipif(shutil.which("openssl") is None, reason="the openssl command is not here")
def test_the_how_to_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "declaration.xml").write_bytes(XML)
    (tmp_path / "declaration.json").write_bytes(JSON)
    page = (DOCS / "how-to" / "sign-a-declaration.md").read_text()
    names: dict[str, object] = {}
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    for language, block in blocks:
        if language == "sh":
            subprocess.run(["sh", "-ec", block], check=True, capture_output=True)
        elif language == "python":
            exec(block, names)
    assert capsys.readouterr().out == blocks[-1][1]
