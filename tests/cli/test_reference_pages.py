"""The reference pages of commands and settings name all there are, and no other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer.main

from clearlane.cli import app
from clearlane.cli.answers import Answer
from clearlane.office.settings import Settings, settings

DOCS = Path(__file__).parents[2] / "docs" / "reference"
CLI = (DOCS / "cli.md").read_text()
SETTINGS = (DOCS / "settings.md").read_text()
SECTIONS = dict(re.findall(r"^## (clearlane [^\n]+)\n(.*?)(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL))


def commands(command: Any, name: str = "clearlane") -> Iterator[tuple[str, set[str]]]:
    """Every command with the names of its options."""
    for word, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {word}")
    if not hasattr(command, "commands"):
        options = (parameter for parameter in command.params if parameter.param_type_name == "option")
        yield name, {word for option in options for word in (*option.opts, *option.secondary_opts)}


COMMANDS = dict(commands(typer.main.get_command(app)))


def test_every_command_has_a_section_and_no_other() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_a_command_is_named_and_no_other(name: str) -> None:
    rows = re.findall(r"^\| (`--[^|]+) \|", SECTIONS[name], re.MULTILINE)
    assert {word for row in rows for word in re.findall(r"--[a-z-]+", row)} == COMMANDS[name] - {"--help"}


def test_every_key_of_an_answer_is_named_and_no_other() -> None:
    keys = re.findall(r"^\| `([a-z]+)` \|", SECTIONS["clearlane lodge"], re.MULTILINE)
    assert keys == list(Answer.__struct_fields__)


def test_every_setting_is_named_with_its_value_and_no_other() -> None:
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| `([^`]+)` \|", SETTINGS, re.MULTILINE))
    assert rows == {name: value if isinstance(value, str) else msgspec.json.encode(value).decode() for name, value in unset().items()}


def unset() -> dict[str, Any]:
    return msgspec.structs.asdict(Settings())


def test_the_example_on_the_page_is_taken(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", SETTINGS, re.DOTALL)
    (tmp_path / "office.toml").write_text(example)
    assert settings({}, {}, tmp_path).store == tomllib.loads(example)["store"]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_takes_a_store_and_a_profile(name: str) -> None:
    assert {"--store", "--profile"} <= COMMANDS[name]
