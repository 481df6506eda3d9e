"""The code on a paper: it says the same as what was signed, what it had no room for is named, and nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clearlane.exchange.compact import LONGEST, compact
from clearlane_verify.code import HEAD, WORDS, base45, bytes_of, left, unpacked, written
from clearlane_verify.command import main
from clearlane_verify.credential import demand_proof
from clearlane_verify.refusal import Malformed, Refused
from tests.verify.credentials import KEYS, NOW, certificate, signed, snapshot


def long(items: int, **more: Any) -> dict[str, Any]:
    """A certificate of many goods, each told apart."""
    rows = [
        {"description": sha256(b"%d" % place).hexdigest(), "classification": f"09{place:04d}", "originCriterion": "WO", "unit": "KGM",
         "quantity": str(place * 7919 % 9973), "marks": sha256(b"mark %d" % place).hexdigest()[:9]} for place in range(items)
    ]  # fmt: skip
    return certificate(credentialSubject={"number": "ORIGIN-1", "exporter": "Tolvik", "items": rows, **more})


def test_a_certificate_that_fits_is_carried_whole_with_a_proof_of_its_own() -> None:
    found = unpacked(compact(certificate(), signed))
    assert demand_proof(found, KEYS)
    assert (found["credentialSubject"], left(found)) == (certificate()["credentialSubject"], ())


@pytest.mark.parametrize(
    ("items", "more", "without"),
    [
        (9, {}, ()),
        (20, {}, ("items[*].marks", "items[*].description")),
        (0, {"operator": "X", "remarks": [sha256(b"%d" % place).hexdigest() for place in range(90)]}, ("remarks",)),
        (300, {}, ("items[*].marks", "items[*].description", "items[")),
        (
            2,
            {"remarks": [sha256(b"%d" % place).hexdigest() for place in range(90)]},
            ("remarks",),
        ),
    ],
)
def test_what_does_not_fit_is_named_and_the_code_stays_within_its_size(items: int, more: dict[str, Any], without: tuple[str, ...]) -> None:
    code = compact(long(items, **more), signed)
    named = left(unpacked(code))
    assert len(code) <= LONGEST
    assert all(any(one.startswith(begun) for one in named) for begun in without), named
    assert bool(named) == bool(without)
    assert bool(items) == bool(unpacked(code)["credentialSubject"].get("items"))


def test_a_changed_sign_of_a_code_is_refused() -> None:
    code = compact(certificate(), signed)
    for place in range(len(code)):
        other = "A" if code[place] != "A" else "B"
        with pytest.raises(Refused):
            demand_proof(unpacked(code[:place] + other + code[place + 1 :]), KEYS)


@pytest.mark.parametrize("text", ["", HEAD, "CLC2:AAA", f"{HEAD}A", f"{HEAD}AA", f"{HEAD}???", f"{HEAD}:::", f"{HEAD}{'A' * 5000}"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        unpacked(text)


def test_a_code_cut_off_or_followed_by_more_is_refused() -> None:
    code = written(certificate())
    for other in (code[:-3], code + "000"):
        with pytest.raises(Malformed):
            unpacked(other)


def test_line_breaks_of_a_mail_do_no_harm() -> None:
    code = written(certificate())
    assert unpacked(f"\n{code[:70]}\r\n{code[70:]}\n") == certificate()


def test_base_45_is_that_of_the_standard() -> None:
    for plain, signs in ((b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581"), (b"ietf!", "QED8WEX0")):
        assert (base45(plain), bytes_of(signs)) == (signs, plain)


def test_the_words_known_beforehand_never_change() -> None:
    assert (HEAD, sha256(WORDS.encode()).hexdigest()[:16]) == ("CLC1:", "4cfeebc557da9c07")


def test_the_command_checks_a_code_and_names_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = tmp_path / "status.json"
    status.write_text(json.dumps(snapshot()))
    words = ["--status", str(status), "--at", (NOW + timedelta(hours=1)).isoformat()]
    assert main(["certificate", "--code", compact(long(20), signed), *words]) == 0
    said = capsys.readouterr().out
    assert "Not checked, since the code has no room for it: items[*].marks, items[*].description" in said
    (tmp_path / "code.txt").write_text(compact(certificate(), signed) + "\n")
    assert main(["certificate", str(tmp_path / "code.txt"), *words]) == 0
    assert "Not checked" not in capsys.readouterr().out


def test_a_snapshot_of_an_office_stands_for_all_its_keys_and_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "certificate.json").write_text(json.dumps(certificate()))
    (tmp_path / "snapshot.json").write_text(json.dumps({"made": "2026-11-23T09:00:00Z", "days": 7, "dids": [], "lists": [snapshot()]}))
    held = str(tmp_path / "snapshot.json")
    words = ["certificate", str(tmp_path / "certificate.json"), "--did", held, "--status", held, "--at", NOW.isoformat()]
    assert main(words) == 0
    (tmp_path / "snapshot.json").write_text('{"dids": 5}')
    assert main(words) == 2
    assert "no document" in capsys.readouterr().err
