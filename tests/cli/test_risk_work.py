"""``clearlane risk``: the draw is bound, opened and checked; officers are counted, results recorded, non-compliance estimated."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Clearlane
from tests.cli.messages import RISKY, file, message

PHRASES = b'"H-1" = "first words of mine"\n"H-2" = "second words of mine"\n"H-3" = "third words of mine"\n'
KEY = "036ceea8ea92cd493377f1091efdbb68e74d2f502a301b21899a5f6822f13cf4cc"
PROOF = (
    "025bba9dc94eb9dfe65471909f51a81ceb243b5bf35f3037d01f8f389fc8a05a11ffe03a7e2b1117cad6b7cc70d0f0d0bc63d0e1a0a9267766778eb9865ec9b0"
    "acc6eb06a15a38ac20ae1b02e2cb4f0b2b"
)


def committed(clearlane: Clearlane) -> None:
    begins = f"{datetime.now(UTC) + timedelta(minutes=2):%Y-%m-%dT%H:%M}"
    holders = [word for name in ("H-1", "H-2", "H-3") for word in ("--holder", name)]
    how = ("--since", begins, "--share", "0.1", *holders, "--needed", "2", "--phrases", file("phrases.toml", PHRASES))
    assert clearlane("risk", "draw", "commit", "today", *how).code == 0


def chosen(clearlane: Clearlane) -> str:
    """Lodge what a mandatory profile takes, and return its number."""
    return str(clearlane("lodge", file("a.json", message("A-1", commodity=RISKY)), "--json").answers[0]["number"])


def opened(clearlane: Clearlane, auditor: str, *holders: str) -> tuple[int, str]:
    named = [word for name in holders for word in ("--holder", name)]
    said = clearlane("risk", "draw", "open", "today", "--auditor", auditor, *named, "--phrases", "phrases.toml")
    return said.code, said.out.strip()


def test_a_draw_is_opened_by_enough_holders_to_an_auditor_who_holds_no_part(clearlane: Clearlane) -> None:
    committed(clearlane)
    assert opened(clearlane, "AU-1", "H-1")[0] == 2
    assert opened(clearlane, "h-2", "H-1", "H-3")[0] == 2
    code, secret = opened(clearlane, "AU-1", "H-1", "H-3")
    assert (code, len(secret)) == (0, 64)
    assert opened(clearlane, "AU-1", "H-2", "H-3") == (0, secret)
    assert secret.encode() not in Path("office.db").read_bytes()


def test_a_commitment_is_shown_to_anyone(clearlane: Clearlane) -> None:
    committed(clearlane)
    (one,) = clearlane("risk", "draw", "show", "--json").answers
    assert (one["period"], one["share"], one["needed"]) == ("today", 0.1, 2)
    assert clearlane("risk", "draw", "check", "today", "26XA1", "00").code == 1
    assert clearlane("risk", "draw", "check", "never", "26XA1", "00").code == 2


def test_a_proof_is_checked_without_an_office(clearlane: Clearlane) -> None:
    published = ("--public-key", KEY, "--share", "0.05")
    assert clearlane("risk", "draw", "check", "day", "26XACL000000000013", PROOF, *published).code == 0
    assert clearlane("risk", "draw", "check", "day", "26XACL000000000021", PROOF, *published).code == 1
    assert clearlane("risk", "draw", "check", "day", "26XACL000000000013", PROOF, "--public-key", KEY).code == 2
    assert not Path("office.db").exists()


def test_what_a_mandatory_profile_took_waits_and_never_falls(clearlane: Clearlane) -> None:
    number = chosen(clearlane)
    place = str(clearlane("risk", "backtest", "--all", "--json").answers[0]["loads"][-1]["office"])
    said = clearlane("risk", "capacity", place, "now", "0", "--by", "M-1", "--yes", "--json")
    assert (said.answers[0]["cut"]["fallen"], said.answers[0]["cut"]["waiting"]) == ([], [[number, 1]])
    (waits,) = clearlane("risk", "queue", place, "now", "--json").answers
    assert (waits["number"], waits["arm"]) == (number, "mandatory")
    assert clearlane("risk", "capacity", place, "now", "1", "--by", "M-1", given=b"n\n").code == 1


def test_a_result_is_recorded_and_counted_as_non_compliance_and_not_as_fraud(clearlane: Clearlane) -> None:
    number = chosen(clearlane)
    how = ("--item", "1", "--found", "value", "--revenue", "120.50", "--intensity", "physical", "--by", "C-7")
    assert clearlane("risk", "result", number, *how).out == f"Recorded for {number}, item 1: Customs value, 120.50 ARD.\n"
    (made,) = clearlane("risk", "estimate", "--json").answers
    seen = made["detected"]
    assert (seen["inspected"], seen["non_compliant"], seen["fraud"]) == (1, 1, 0)
    words = clearlane("risk", "estimate").out.lower()
    assert "fraud" not in words
    clearlane("risk", "result", number, *how, "--intent", "yes")
    assert "fraud, by a decision on intent: 1" in clearlane("risk", "estimate").out.lower()


@pytest.mark.parametrize("how", [(), ("--found", "value", "--conform"), ("--found", "value", "--revenue", "much")])
def test_a_result_that_says_nothing_or_two_things_is_refused(clearlane: Clearlane, how: tuple[str, ...]) -> None:
    assert clearlane("risk", "result", chosen(clearlane), "--intensity", "scan", "--by", "C-7", *how).code == 2


def test_where_nobody_looked_nothing_is_estimated(clearlane: Clearlane) -> None:
    chosen(clearlane)
    lines = clearlane("risk", "estimate").out.splitlines()
    assert next(line for line in lines if line.startswith("non-compliance, from the draw")).split("  ")[-2].strip() == "not known"
    assert "0.00 %" not in "".join(line for line in lines if "0 of 0" in line)


def test_misses_are_read_from_a_file_and_shown(clearlane: Clearlane) -> None:
    name = file("misses.toml", b"[every]\nphysical = [0.2, 0.1, 0.3]\n[value]\ndocuments = [0.5, 0.4, 0.6]\n")
    lines = clearlane("risk", "estimate", "--misses", name).out.splitlines()
    assert lines[-2].split() == ["every", "kind", "goods", "20", "%", "(10", "–", "30)"]
    assert clearlane("risk", "estimate", "--misses", file("bad.toml", b"[every]\nphysical = [2, 1, 3]\n")).code == 2


def test_live_decisions_are_found_again_in_the_record(clearlane: Clearlane) -> None:
    chosen(clearlane)
    now = datetime.now(UTC)
    for day in (now - timedelta(days=1), now):  # whatever midnight came between
        assert clearlane("risk", "recheck", "--on", f"{day:%Y-%m-%d}").code == 0
    assert clearlane("risk", "watch", "--json").answers == [{"tasks": [], "drift": [], "retire": []}]
    assert clearlane("risk", "references", "--json").answers[0]["groups"] == 0


def test_a_model_is_trained_on_a_file_and_scores_once_another_person_says_so(clearlane: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    rows = ["number,item,day,hs,importer.id,price_per_kg,inspected,found,revenue,category,intensity,propensity"]
    for place in range(600):
        wrong = place % 5 == 0
        result = "true,100,value" if wrong else "false,,"
        rows.append(
            f"N{place},1,2026-0{1 + place // 100}-10,6109{place % 10},T{place % 20},{2 if wrong else 50},true,{result},physical,0.5"
        )
    Path("goods.csv").write_text("\n".join(rows))
    said = clearlane("risk", "score", "--data", "goods.csv")
    assert (said.code, said.err) == (2, "No model is in force.\n")
    (made,) = clearlane("risk", "train", "--data", "goods.csv", "--by", "T-1", "--json").answers
    name = made["stands"]["kept"]["version"]
    assert clearlane("risk", "promote", name, "--by", "t-1").code == 2
    assert clearlane("risk", "promote", name, "--by", "T-2").out == f"{name}: scores\n"
    best = max(clearlane("risk", "score", "--data", "goods.csv", "--json").answers, key=lambda one: one["probability"])
    assert (best["probability"] > 0.5, 0 < len(best["reasons"]) <= 5) == (True, True)
    number = chosen(clearlane)
    (scored,) = clearlane("risk", "score", number, "--json").answers
    assert (scored["scores"][0]["model"], 0 < len(scored["reasons"]) <= 5) == (name, True)
    assert clearlane("risk", "card", name).out.startswith(f"Model {name}\n")
    assert clearlane("risk", "withdraw", name, "--by", "T-2", "--why", "a trial").out == f"{name}: withdrawn\n"


def test_too_few_results_are_refused_in_words(clearlane: Clearlane) -> None:
    pytest.importorskip("lightgbm")
    said = clearlane("risk", "train", "--by", "T-1")
    assert (said.code, said.out, "inspections with a finding" in said.err) == (2, "", True)
