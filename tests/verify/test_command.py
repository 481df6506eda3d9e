"""``clearlane-verify`` at the console: what holds, what does not, what cannot be read; in two languages, without a socket."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from clearlane_verify.checkpoint import signed
from clearlane_verify.command import COMMANDS, main
from clearlane_verify.fact import Row, leaf_of, row_of
from clearlane_verify.merkle import leaf_hash, root_of
from clearlane_verify.proof import TlogProof
from clearlane_verify.tiles import Tile, bundle
from tests.verify.logs import LOG, WITNESSES, checkpoint, files, leaves, tree
from tests.verify.test_tiles import GO

KEY = str(LOG.verifier)
FORK = [*leaves(8), leaf_hash(b"rewritten")]
ROW = row_of(Row(5, b"2026-11-20T09:00:00Z", b"26XA00000000000015", b"released", b'{"type":"released"}'))
SALT = b"s" * 32
DOCS = Path(__file__).parents[2] / "docs" / "reference"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a log of nine records, checkpoints and proofs."""
    monkeypatch.chdir(tmp_path)
    for name in ("CLEARLANE_LANGUAGE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for path, body in files(leaves(9)).items():
        Path("log", path).parent.mkdir(parents=True, exist_ok=True)
        Path("log", path).write_bytes(body)
    entries = Path("log", Tile(-1, 0, 9).path)
    entries.parent.mkdir(parents=True)
    entries.write_bytes(bundle([f"record {place}".encode() for place in range(9)]))
    Path("log/checkpoint").write_text(checkpoint(9, witnesses=WITNESSES[:2]))
    Path("old").write_text(checkpoint(4))
    Path("empty").write_text(checkpoint(0))
    Path("fork").write_text(checkpoint(9, FORK))
    Path("entry").write_bytes(b"record 3")
    Path("other.tlog-proof").write_text(str(TlogProof(3, tuple(tree(9).inclusion(3)), checkpoint(9))))
    hashes = [leaf_of(SALT, ROW) if place == 4 else one for place, one in enumerate(leaves(9))]
    Path("act.tlog-proof").write_text(str(TlogProof(4, tuple(tree(9, hashes).inclusion(4)), checkpoint(9, hashes), SALT + ROW)))
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit status and all that was said."""
    code = main([*words, "--key", KEY])
    found = capsys.readouterr()
    return code, found.out + found.err


@pytest.mark.parametrize(
    ("words", "said_so"),
    [
        (["checkpoint", "log/checkpoint"], "customs.example/log signed for 9 records."),
        (["checkpoint", "log/checkpoint", "--witness", str(WITNESSES[0].verifier)], "witness.example/a saw it at 2026-09-21"),
        (["proof", "act.tlog-proof"], "Record 5: 26XA00000000000015, released, 2026-11-20T09:00:00Z"),
        (["proof", "other.tlog-proof", "--entry", "entry"], "at place 4 of the log"),
        (["log", "log"], "9 of 9 records"),
        (["log", "log", "--checkpoint", "old"], "the first 4 records stand unchanged"),
        (["consistency", "old", "log/checkpoint", "--log", "log"], "the first 4 records stand unchanged"),
        (["consistency", "old", "old"], "the first 4 records stand unchanged"),
        (["split", "log/checkpoint", "fork"], "it showed two histories"),
    ],
)  # fmt: skip
def test_what_holds_is_said_and_exits_with_0(words: list[str], said_so: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, *words)
    assert (code, said_so in text) == (0, True), text


@pytest.mark.parametrize(
    "words",
    [
        ["checkpoint", "log/checkpoint", "--witness", str(WITNESSES[2].verifier)],
        ["proof", "other.tlog-proof", "--entry", "old"],
        ["log", "log", "--checkpoint", "fork"],
        ["consistency", "log/checkpoint", "old", "--log", "log"],
        ["consistency", "log/checkpoint", "fork"],
        ["consistency", "empty", "log/checkpoint", "--log", "log"],
        ["split", "log/checkpoint", "old"],
        ["split", "fork", "fork"],
    ],
)
def test_what_does_not_hold_exits_with_1(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *words)[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ["checkpoint", "missing"],
        ["checkpoint", "entry"],
        ["proof", "other.tlog-proof"],
        ["log", "missing"],
        ["consistency", "old", "log/checkpoint"],
        ["checkpoint", "old", "--least", "1"],
        ["checkpoint", "old", "--witness", ""],
    ],
)
def test_what_cannot_be_read_exits_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *words)[0] == 2


@pytest.mark.parametrize("path", [Tile(0, 0, 9).path, Tile(-1, 0, 9).path, "checkpoint"])
def test_any_changed_file_of_a_log_is_found(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = Path("log", path)
    raw = bytearray(file.read_bytes())
    raw[5] ^= 1
    file.write_bytes(bytes(raw))
    assert said(capsys, "log", "log")[0] != 0


def test_no_byte_of_the_proof_of_an_act_can_be_changed(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path("act.tlog-proof")
    raw = file.read_bytes()
    for place in range(0, len(raw), 7):
        file.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        assert said(capsys, "proof", "act.tlog-proof")[0] != 0, place


def test_it_speaks_vietnamese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Bản ghi 5" in said(capsys, "proof", "act.tlog-proof", "--language", "vi")[1]
    assert "Bản ghi 5" in said(capsys, "--language=vi", "proof", "act.tlog-proof")[1]
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "không khớp" in said(capsys, "log", "log")[1] or "Mọi tệp" in said(capsys, "log", "log")[1]


def test_it_runs_without_a_socket_and_without_the_office() -> None:
    program = """
import socket, sys
def refused(*_, **__): raise SystemExit("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refused
from clearlane_verify.command import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.partition(".")[0] == "clearlane"]
raise SystemExit(code)
"""
    for words in (["log", "log", "--checkpoint", "old"], ["proof", "act.tlog-proof"], ["split", "log/checkpoint", "fork"]):
        ran = subprocess.run([sys.executable, "-c", program, *words, "--key", KEY], capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr


def test_a_log_made_by_other_software_is_checked(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = shared_data / "trust" / "tile-log-go" / "testdata" / "log"
    for old in sorted(log.glob("checkpoint.[1-9]*")):
        assert main(["log", str(log), "--key", GO, "--checkpoint", str(old)]) == 0
        assert main(["consistency", str(old), str(log / "checkpoint"), "--key", GO, "--log", str(log)]) == 0
    assert "15 of 15 records" in capsys.readouterr().out


def test_the_reference_and_the_manual_name_every_check() -> None:
    names = [name for name, *_ in COMMANDS]
    assert re.findall(r"^## ([a-z]+)$", (DOCS / "clearlane-verify.md").read_text(), re.MULTILINE) == names
    assert re.findall(r"^\.SS ([a-z]+)$", (DOCS / "clearlane-verify.1").read_text(), re.MULTILINE) == names


def test_the_log_under_test_is_what_it_says() -> None:
    assert signed(Path("log/checkpoint").read_bytes(), [LOG.verifier])[0].root == root_of(leaves(9))
