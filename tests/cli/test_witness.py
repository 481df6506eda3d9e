"""Partners at the console: invited, accepted by a fingerprint, asked at each checkpoint, parted from with all that was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from clearlane_verify.command import main
from tests.cli.conftest import Clearlane


@pytest.fixture
def invited(clearlane: Clearlane, monkeypatch: pytest.MonkeyPatch) -> str:
    """The fingerprint of a partner's invitation, which lies beside."""
    found = clearlane("witness", "invite", "http://127.0.0.1:9", "--name", "vn.example/witness", "--no-log")
    Path("vn.invitation").write_text(found.out)
    Path("witness.db").unlink()
    Path("witness.key").unlink()
    return found.err.splitlines()[-1]


def test_an_invitation_is_accepted_by_the_fingerprint_only(clearlane: Clearlane, invited: str) -> None:
    shown = clearlane("witness", "accept", "vn.invitation")
    assert (shown.code, shown.out.splitlines()[0], "address: http://127.0.0.1:9" in shown.out) == (1, "log: -", True)
    assert clearlane("witness", "accept", "vn.invitation", "--fingerprint", "0" * 32).code == 2
    assert "vn.example/witness" not in clearlane("witness", "list").out
    assert clearlane("witness", "accept", "vn.invitation", "--fingerprint", invited.upper()).code == 0
    assert "vn.example/witness" in clearlane("witness", "list").out


def test_a_changed_invitation_is_refused(clearlane: Clearlane, invited: str) -> None:
    Path("vn.invitation").write_text(Path("vn.invitation").read_text().replace("127.0.0.1", "127.0.0.2"))
    found = clearlane("witness", "accept", "vn.invitation", "--fingerprint", invited)
    assert (found.code, "changed on its way" in found.err) == (2, True)


def test_a_partner_that_is_down_holds_no_checkpoint_up_and_is_shown_as_lacking(clearlane: Clearlane, invited: str) -> None:
    clearlane("witness", "accept", "vn.invitation", "--fingerprint", invited)
    Path("import.json").write_text(clearlane("profile", "example", "xa", "import").out)
    clearlane("lodge", "import.json")
    made = clearlane("ledger", "checkpoint")
    assert (made.code, made.out.splitlines()[1]) == (0, "7")
    assert "vn.example/witness: Nobody answers" in made.err
    assert clearlane("witness", "gather").code == 1
    assert "Không có trả lời" in clearlane("witness", "gather", "--language", "vi").err
    assert clearlane("witness", "need", "0").code == clearlane("witness", "gather").code == 0
    assert clearlane("witness", "need", "2").code == 2


def test_a_node_keeps_its_name_for_good(clearlane: Clearlane, invited: str) -> None:
    for name, code in (("xa.example/w", 0), ("xa.example/w", 0), ("other.example/w", 2), ("a b", 2)):
        assert clearlane("witness", "invite", "http://127.0.0.1:9", "--no-log", "--name", name).code == code
    assert clearlane("witness", "invite", "ftp://127.0.0.1", "--no-log").code == 2


def test_parting_leaves_nobody_asked_and_takes_all_along(clearlane: Clearlane, invited: str) -> None:
    clearlane("witness", "accept", "vn.invitation", "--fingerprint", invited)
    clearlane("witness", "export", "all")
    assert Path("all/witnesses").read_text().startswith("vn.example/witness+")
    assert clearlane("witness", "part", "vn.example").code == 0
    assert clearlane("witness", "part", "vn.example").code == 2
    clearlane("witness", "export", "after")
    assert Path("after/witnesses").read_text() == Path("all/witnesses").read_text()
    assert (Path("all/addresses").read_text(), Path("after/addresses").read_text()) == ("vn.example/witness http://127.0.0.1:9\n", "")
    assert clearlane("witness", "compare").code == 0
    assert "no evidence" in clearlane("witness", "evidence").err


def test_a_renewed_key_is_accepted_by_the_old_one_and_what_that_signed_stays_good(clearlane: Clearlane) -> None:
    Path("import.json").write_text(clearlane("profile", "example", "xa", "import").out)
    clearlane("lodge", "import.json")
    old = clearlane("ledger", "checkpoint").err.split()[-1]
    Path("invitation").write_text((invited := clearlane("witness", "invite", "http://127.0.0.1:9")).out)
    clearlane("witness", "accept", "invitation", "--fingerprint", invited.err.splitlines()[-1])
    assert clearlane("ledger", "renew", "--out", "handover").code == 0
    assert clearlane("ledger", "renew").code == 2
    Path("other.json").write_text(Path("import.json").read_text().replace("XA-EXAMPLE-IMPORT-1", "ANOTHER"))
    clearlane("lodge", "other.json")
    new = clearlane("ledger", "checkpoint").err.split()[-1]
    assert old != new
    assert clearlane("verify", "--key", old, "--key", new).code == clearlane("verify").code == clearlane("verify", "--key", old).code == 0
    assert clearlane("verify", "--key", new).code == 1
    assert "new key" in clearlane("witness", "accept", "handover").err
    Path("forged").write_text(Path("handover").read_text().replace("since 2", "since 3"))
    assert clearlane("witness", "accept", "forged").code == 2
    assert main(["handover", "handover", "--key", old]) == 0
    assert main(["handover", "handover", "--key", new]) == main(["handover", "forged", "--key", old]) == 1


def test_a_witness_renews_its_key_and_partners_ask_it_by_the_new_one(
    clearlane: Clearlane, invited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clearlane("witness", "renew").code == 2
    clearlane("witness", "accept", "vn.invitation", "--fingerprint", invited)
    own = clearlane("witness", "invite", "http://127.0.0.1:9", "--no-log", "--name", "xa.example/w")
    Path("own.invitation").write_text(own.out)
    Path("partner").mkdir()
    there = ("--store", "sqlite:///partner/office.db")
    monkeypatch.setenv("CLEARLANE_WITNESS", "partner/witness.db")
    clearlane("witness", "accept", "own.invitation", "--fingerprint", own.err.splitlines()[-1], *there)
    monkeypatch.delenv("CLEARLANE_WITNESS")
    assert clearlane("witness", "renew", "--out", "note").code == 0
    new = clearlane("witness", "invite", "http://127.0.0.1:9", "--no-log").out.split("witness ")[1].split("\n")[0]
    monkeypatch.setenv("CLEARLANE_WITNESS", "partner/witness.db")
    assert "xa.example/w" in clearlane("witness", "accept", "note", *there).err
    clearlane("witness", "export", "all", *there)
    assert Path("all/witnesses").read_text() == f"{new}\n"
    assert Path("all/handovers/001").read_text() == Path("note").read_text()
    assert clearlane("witness", "accept", "note", *there).code == 2
