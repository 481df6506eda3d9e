"""The command itself, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.messages import message

CALL = [sys.executable, "-c", "from clearlane.cli import main; main()"]
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("CLEARLANE_")}


def call(folder: Path, *words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CALL, *words], cwd=folder, input=given, capture_output=True, env=PLAIN | environment, check=False)


def test_answers_go_to_standard_output_and_words_to_standard_error(tmp_path: Path) -> None:
    done = call(tmp_path, "lodge", "--json", "-", given=message("A-1"))
    assert done.returncode == 0
    assert json.loads(done.stdout)["reference"] == "A-1"
    assert b"released" in done.stderr


def test_what_was_lodged_is_there_for_the_next_process(tmp_path: Path) -> None:
    call(tmp_path, "lodge", "-", given=message("A-1"))
    assert b"(A-1)" in call(tmp_path, "show", "A-1").stdout


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    done = call(tmp_path, "lodge", "--json", "missing.xml", CLEARLANE_LANGUAGE="vi", CLEARLANE_STORE="sqlite:///other.db")
    assert json.loads(done.stdout)["refusal"]["message"] == "Không có tệp missing.xml."
    assert (tmp_path / "other.db").exists()


def test_words_are_written_in_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = call(tmp_path, "show", "NOWHERE-1", "--language", "vi", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 2
    assert "Không có tờ khai" in done.stderr.decode()


def test_a_reader_who_stops_listening_gets_no_traceback(tmp_path: Path) -> None:
    for place in range(60):
        (tmp_path / f"{place}.json").write_bytes(message(f"REF-{place}"))
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*CALL, "lodge", "."], cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, env=PLAIN, check=False)
    os.close(writing)
    assert b"Traceback" not in done.stderr


def test_help_is_given_in_vietnamese(tmp_path: Path) -> None:
    assert "Nộp thông điệp" in call(tmp_path, "--help", CLEARLANE_LANGUAGE="vi").stdout.decode()
