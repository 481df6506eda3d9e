"""A partner leaves and takes along what is its own and what it saw: all of it is checked by whoever has ``clearlane-verify``, alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import clearlane_verify
from clearlane.ledger.witness import NotCosigned, Submission
from clearlane.office import partners
from tests.office.test_three_nodes import another, nodes

ALONE = """
import socket, sys
socket.socket = socket.create_connection = None
sys.modules["clearlane"] = None
from clearlane_verify.command import main
sys.exit(main(sys.argv[1:]))
"""


def verify(*words: str) -> tuple[int, str]:
    """What the checker says in a process of its own, without our program and without a network."""
    folder = Path(clearlane_verify.__file__).parents[1]
    program = f"import sys; sys.path.insert(0, {str(folder)!r}){ALONE}"
    found = subprocess.run([sys.executable, "-I", "-c", program, *words], capture_output=True, text=True, check=False)
    return found.returncode, found.stdout + found.stderr


def written(folder: Path, files: Iterable[tuple[str, bytes | str]]) -> None:
    for path, body in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body if isinstance(body, bytes) else body.encode())


def test_what_a_partner_takes_along_is_verified_without_the_one_it_left(tmp_path: Path) -> None:
    with nodes(tmp_path) as (a, b, _):
        a.meet(b)
        b.meet(a)
        old = a.record(0, 3)
        a.record(3, 7)
        b.record(0, 2)
        forged = another(a, 1, 4).store.checkpoint()
        assert forged is not None
        with pytest.raises(NotCosigned):
            b.witness.add_checkpoint(str(Submission(0, (), forged.note)).encode())
        for book, name in ((a.witness.book, "b.example/log"), (b.witness.book, "a.example/log"), (a.witness.book, "b.example/w")):
            partners.part(book, name)
        written(tmp_path / "own", a.office.ledger.proofs.files())
        written(tmp_path / "own-seen", partners.taken_along(a.witness.book))
        written(tmp_path / "b-seen", partners.taken_along(b.witness.book))
        size = a.office.store.checkpoints()[0].size
    own, witnesses, seen = str(tmp_path / "own"), str(tmp_path / "own-seen/witnesses"), tmp_path / "b-seen/a.example_log"
    keys = f"{own}/keys"
    code, words = verify("log", own, "--key", keys, "--witness", witnesses, "--checkpoint", f"{own}/checkpoints/{size}")
    assert (code, "b.example/w saw it" in words) == (0, True), words
    assert Path(f"{own}/checkpoints/{size}").read_text() == old
    assert sorted(path.name for path in seen.iterdir())[-1] == "keys"
    assert verify("consistency", str(seen / f"checkpoint.{size}"), f"{own}/checkpoint", "--log", own, "--key", str(seen / "keys"))[0] == 0
    [evidence] = (tmp_path / "b-seen/evidence").iterdir()
    assert verify("split", str(evidence / "first"), str(evidence / "second"), "--key", str(seen / "keys"))[0] == 0
    assert (tmp_path / "own-seen/b.example_log/keys").exists()
    tile = next(path for path in Path(f"{own}/tile/0").rglob("*") if path.is_file())
    tile.write_bytes(bytes(tile.stat().st_size))
    assert verify("log", own, "--key", keys)[0] == 1
