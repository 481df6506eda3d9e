"""Settings: the command line before the environment before the file, and nothing unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane.office.settings import Misconfigured, Settings, settings


def test_without_any_setting_an_office_of_arcadia_stands_in_the_folder(tmp_path: Path) -> None:
    assert settings({}, {}, tmp_path) == Settings(profile="xa", store="sqlite:///office.db", sandbox=False, language="en")


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text('profile = "gb"\nlanguage = "vi"\nstore = "sqlite:///file.db"\n')
    found = settings({"profile": "vn", "store": None}, {"CLEARLANE_PROFILE": "xa", "CLEARLANE_STORE": "sqlite:///env.db"}, tmp_path)
    assert (found.profile, found.store, found.language) == ("vn", "sqlite:///env.db", "vi")


@pytest.mark.parametrize(("written", "meant"), [("1", True), ("true", True), ("0", False), ("false", False)])
def test_a_practice_office_is_marked_in_the_environment(tmp_path: Path, written: str, meant: bool) -> None:
    assert settings({}, {"CLEARLANE_SANDBOX": written}, tmp_path).sandbox is meant


def test_an_empty_variable_is_none(tmp_path: Path) -> None:
    assert settings({}, {"CLEARLANE_PROFILE": ""}, tmp_path).profile == "xa"


def test_a_setting_that_does_not_exist_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text('stoer = "sqlite:///x.db"\n')
    with pytest.raises(Misconfigured, match=r"office.toml: no setting is called 'stoer'"):
        settings({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"), [("language", "fr"), ("max_bytes", "many"), ("max_bytes", "0"), ("sandbox", "perhaps"), ("port", "70000")]
)
def test_a_value_that_cannot_be_used_is_refused_with_where_it_stands(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(Misconfigured, match=f"CLEARLANE_{name.upper()}: {name} cannot be '{value}'"):
        settings({}, {f"CLEARLANE_{name.upper()}": value}, tmp_path)


def test_a_value_that_cannot_be_used_is_told_what_it_should_be_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as refused:
        settings({"language": "fr"}, {}, tmp_path)
    assert refused.value.words.en == "--language: language cannot be 'fr'; it is en or vi."
    assert refused.value.words.vi == "--language: language không thể là 'fr'; phải là en hoặc vi."


@pytest.mark.parametrize("written", [b"profile =", b"\xff\xfe", b'sandbox = "so', b"port = [1]"])
def test_a_broken_file_is_refused(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "office.toml").write_bytes(written)
    with pytest.raises(Misconfigured, match=r"office\.toml"):
        settings({}, {}, tmp_path)
