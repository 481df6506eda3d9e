"""The ledger at the console: signed for, verified from a copy of the file, an act proved, a changed byte named."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from clearlane_verify.checkpoint import signed
from clearlane_verify.fact import opened
from clearlane_verify.note import verifier
from clearlane_verify.proof import demand, read
from tests.cli.conftest import Clearlane
from tests.office.ledgers import unguarded

NUMBER = "26XA00000000000015"


@pytest.fixture
def signed_for(clearlane: Clearlane) -> Clearlane:
    """An office with one declaration, signed for."""
    Path("import.json").write_text(clearlane("profile", "example", "xa", "import").out)
    clearlane("lodge", "import.json")
    Path("vkey").write_text(clearlane("ledger", "checkpoint", "--out", "checkpoint").err.split()[-1])
    return clearlane


def test_a_key_is_made_on_the_first_checkpoint_that_only_its_owner_can_read(signed_for: Clearlane) -> None:
    assert stat.S_IMODE(Path("ledger.key").stat().st_mode) == 0o600
    checkpoint, _ = signed(Path("checkpoint").read_bytes(), [verifier(Path("vkey").read_text())])
    assert (checkpoint.origin, checkpoint.size) == ("clearlane/xa", 7)
    assert Path("checkpoint").read_text().strip() == signed_for("ledger", "checkpoint").out.strip()


def test_a_copied_file_is_verified_alone_and_is_not_written_to(signed_for: Clearlane) -> None:
    Path("auditor").mkdir()
    shutil.copy("office.db", "auditor/copy.db")
    Path("auditor/copy.db").chmod(0o400)
    found = signed_for("verify", "--store", "sqlite:///auditor/copy.db")
    assert (found.code, "7 records are as they were signed for" in found.out) == (0, True)
    assert [path.name for path in Path("auditor").iterdir()] == ["copy.db"]


@pytest.mark.parametrize("command", [["verify"], ["ledger", "verify"]])
def test_a_changed_byte_is_named_with_its_record_and_time_and_the_exit_tells(command: list[str], signed_for: Clearlane) -> None:
    with unguarded(Path("office.db")) as held:
        held.execute("UPDATE facts SET body = replace(body, 'ARD', 'ARE') WHERE kind = 'assessed'")
    found = signed_for(*command)
    assert found.code == 1
    assert f"Record 3 ({NUMBER}, " in found.out
    assert "đã bị sửa" in signed_for(*command, "--language", "vi").out
    assert '"kind":"fact"' in signed_for(*command, "--json").out


def test_what_was_rolled_back_is_found_by_a_checkpoint_kept_elsewhere(signed_for: Clearlane) -> None:
    shutil.copy("office.db", "old.db")
    signed_for("ledger", "checkpoint")
    Path("other.json").write_text(Path("import.json").read_text().replace("XA-EXAMPLE-IMPORT-1", "ANOTHER"))
    signed_for("lodge", "other.json")
    signed_for("ledger", "checkpoint", "--out", "kept")
    key = Path("vkey").read_text()
    assert signed_for("verify", "--store", "sqlite:///old.db", "--key", key).code == 0
    rolled_back = signed_for("verify", "--store", "sqlite:///old.db", "--key", key, "--checkpoint", "kept")
    assert (rolled_back.code, "The log ends with record 7; the checkpoint kept elsewhere" in rolled_back.out) == (1, True)


def test_an_act_is_proved_by_a_file(signed_for: Clearlane) -> None:
    listed = signed_for("ledger", "prove", NUMBER)
    assert [line.split()[-1] for line in listed.out.splitlines()[1:]] == [
        "lodged", "accepted", "assessed", "scored", "selected", "routed", "released",
    ]  # fmt: skip
    signed_for("ledger", "prove", NUMBER, "--out", "released.tlog-proof")
    proof = read(Path("released.tlog-proof").read_bytes())
    leaf, row = opened(proof.extra)
    demand(proof, leaf, [verifier(Path("vkey").read_text())])
    assert (row.subject, row.kind) == (NUMBER.encode(), b"released")


def test_the_tree_is_made_anew_and_its_files_written_for_others(signed_for: Clearlane) -> None:
    assert "7" in signed_for("ledger", "rebuild").err
    assert signed_for("ledger", "export", "log").code == 0
    assert sorted(str(path) for path in Path("log").rglob("*") if path.is_file()) == [
        "log/checkpoint", "log/checkpoints/7", "log/keys", "log/tile/0/000.p/7", "log/tile/entries/000.p/7",
    ]  # fmt: skip


def test_a_store_that_is_not_there_or_was_never_signed_for_is_said_so(clearlane: Clearlane) -> None:
    assert clearlane("verify").code == 2
    Path("import.json").write_text(clearlane("profile", "example", "xa", "import").out)
    clearlane("lodge", "import.json")
    found = clearlane("verify")
    assert (found.code, "No checkpoint was signed yet" in found.out) == (1, True)
    for words in (("ledger", "prove", "NOBODY"), ("ledger", "prove", "999"), ("ledger", "prove", "1")):
        assert clearlane(*words).code == 2
