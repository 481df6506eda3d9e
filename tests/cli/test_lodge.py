"""``clearlane lodge``: every message is answered, in words and in JSON, and the exit says the worst that occurred."""

from __future__ import annotations

import os
import re
from pathlib import Path

from clearlane.office.wiring import profile_named
from tests.cli.conftest import Clearlane
from tests.cli.messages import EXAMPLE, RISKY, file, message, request

PLAIN_KEYS = {"file", "reference", "number", "state", "lane", "duty", "unpriced", "findings", "refusal"}


def test_a_good_declaration_gets_a_number_its_duty_and_its_lane(clearlane: Clearlane) -> None:
    said = clearlane("lodge", "--json", file("a.json", message("GOOD-1")))
    answer = said.answers[0]
    assert (said.code, answer["state"], answer["lane"], answer["findings"], answer["refusal"]) == (0, "released", "green", [], None)
    assert (answer["file"], answer["reference"]) == ("a.json", "GOOD-1")
    assert answer["duty"]["currency"] == "ARD"
    assert re.fullmatch(r"\d+\.\d\d", answer["duty"]["amount"])


def test_words_name_number_reference_state_and_duty_on_one_line(clearlane: Clearlane) -> None:
    first = clearlane("lodge", file("a.json", message("GOOD-1"))).out.splitlines()[0]
    assert re.fullmatch(r"a\.json: \d\dXA\d{14} \(GOOD-1\), released, lane: Green, duty \d+\.\d\d ARD", first)


def test_a_rejected_declaration_gets_every_finding_with_its_remedy_and_exit_1(clearlane: Clearlane) -> None:
    said = clearlane("lodge", "--json", file("a.json", message(TypeCode="IMA", DeclarationOfficeID="NOWHERE", InvoiceAmount=None)))
    answer = said.answers[0]
    assert (said.code, answer["state"], answer["lane"], answer["duty"]) == (1, "rejected", None, None)
    places = {finding["path"] for finding in answer["findings"] if finding["severity"] == "blocking"}
    assert "/Declaration/DeclarationOfficeID" in places
    assert all(finding["message"] and finding["remedy"] and finding["pointer"].startswith("42A") for finding in answer["findings"])


def test_findings_in_words_are_followed_by_their_remedy(clearlane: Clearlane) -> None:
    lines = clearlane("lodge", file("a.json", message(DeclarationOfficeID="NOWHERE"))).out.splitlines()
    place = next(place for place, line in enumerate(lines) if "/Declaration/DeclarationOfficeID" in line)
    assert lines[place].startswith("  to correct: XA-")
    assert lines[place + 1].startswith("    Give ")


def test_what_cannot_be_read_is_refused_with_file_line_and_column(clearlane: Clearlane) -> None:
    said = clearlane("lodge", "--json", file("broken.xml", b"<Declaration>\n  <ID>1</IE>\n</Declaration>"))
    answer = said.answers[0]
    assert (said.code, answer["number"], answer["refusal"]["kind"], answer["refusal"]["line"]) == (2, None, "unreadable", 2)
    assert said.err.startswith("broken.xml: Line 2, column")


def test_each_kind_of_outcome_has_the_same_keys(clearlane: Clearlane) -> None:
    named = [file("a.json", message("A-1")), file("b.json", message("B-1", DeclarationOfficeID="NOWHERE")), "missing.xml"]
    answers = clearlane("lodge", "--json", *named).answers
    assert [answer.keys() for answer in answers] == [answers[0].keys()] * 3
    assert answers[0].keys() >= PLAIN_KEYS


def test_the_exit_is_the_worst_that_occurred(clearlane: Clearlane) -> None:
    good, bad = file("a.json", message("A-1")), file("b.json", message("B-1", DeclarationOfficeID="NOWHERE"))
    assert clearlane("lodge", good, bad).code == 1
    assert clearlane("lodge", good, bad, "missing.xml").code == 2


def test_a_folder_means_its_messages_sorted_by_name(clearlane: Clearlane) -> None:
    for name in ("b.json", "a.xml", "c.txt", "deeper/d.json"):
        file(f"inbox/{name}", message(name) if name.endswith(".json") else b"<no/>")
    answers = clearlane("lodge", "--json", "inbox").answers
    assert [answer["file"] for answer in answers] == ["inbox/a.xml", "inbox/b.json"]


def test_a_pipe_in_a_folder_is_not_waited_for(clearlane: Clearlane) -> None:
    file("inbox/a.json", message("A-1"))
    os.mkfifo("inbox/b.xml")
    assert [answer["file"] for answer in clearlane("lodge", "--json", "inbox").answers] == ["inbox/a.json"]


def test_standard_input_is_lodged(clearlane: Clearlane) -> None:
    answer = clearlane("lodge", "--json", "-", given=message("IN-1")).answers[0]
    assert (answer["file"], answer["reference"], answer["state"]) == ("-", "IN-1", "released")


def test_the_same_message_again_gets_the_same_answer_and_exit(clearlane: Clearlane) -> None:
    named = [file("a.json", message("A-1")), file("b.json", message("B-1", DeclarationOfficeID="NOWHERE"))]
    first, second = clearlane("lodge", "--json", *named), clearlane("lodge", "--json", *named)
    assert first.code == second.code == 1
    assert [answer | {"new": True} for answer in second.answers] == first.answers
    assert [answer["new"] for answer in second.answers] == [False, False]


def test_another_message_under_a_taken_reference_is_a_conflict(clearlane: Clearlane) -> None:
    clearlane("lodge", file("a.json", message("A-1")))
    said = clearlane("lodge", "--json", file("b.json", message("A-1", commodity=RISKY)))
    answer = said.answers[0]
    assert (said.code, answer["refusal"]["kind"], answer["reference"], answer["number"]) == (2, "conflict", "A-1", None)


def test_a_number_from_outside_finds_the_declaration_again(clearlane: Clearlane) -> None:
    clearlane("lodge", "--outside-number", "24GB9876543210ABC1", file("a.json", message("A-1")))
    assert "(A-1)" in clearlane("show", "24GB9876543210ABC1").out


def test_a_number_from_outside_goes_with_one_message_only(clearlane: Clearlane) -> None:
    named = [file("a.json", message("A-1")), file("b.json", message("B-1"))]
    said = clearlane("lodge", "--outside-number", "24GB9876543210ABC1", *named)
    assert (said.code, said.out) == (2, "")


def test_a_signature_beside_the_message_is_looked_at(clearlane: Clearlane) -> None:
    said = clearlane("lodge", "--json", "--signature", file("a.p7s", b"no signature"), file("a.json", message("A-1")))
    assert (said.code, [finding["path"] for finding in said.answers[0]["findings"]]) == (1, ["/Declaration/Authentication"])


def test_a_request_about_an_unknown_declaration_is_refused(clearlane: Clearlane) -> None:
    answer = clearlane("lodge", "--json", file("a.xml", request("26XA00000000000999", "INV"))).answers[0]
    assert answer["refusal"]["kind"] == "not-found"


def test_a_trader_waits_for_the_lane_until_the_goods_are_presented(clearlane: Clearlane) -> None:
    early = clearlane("lodge", "--json", file("a.json", message("A-1", TypeCode="IMD", commodity=RISKY))).answers[0]
    here = clearlane("lodge", "--json", file("b.xml", request(early["number"], "GPR"))).answers[0]
    assert (early["state"], early["lane"]) == ("pre-lodged", None)
    assert early["notice"] == "Registered. The outcome is told once the goods are presented."
    assert (here["message"], here["state"], here["lane"]) == ("presentation", "under-control", "red")


def test_an_officer_sees_the_provisional_lane(clearlane: Clearlane) -> None:
    early = clearlane("lodge", "--json", "--as", "officer", file("a.json", message("A-1", TypeCode="IMD", commodity=RISKY))).answers[0]
    assert (early["state"], early["lane"]) == ("pre-lodged", "red")


def test_what_is_not_priced_says_why(clearlane: Clearlane) -> None:
    data = profile_named("gb").examples["import"]
    answer = clearlane("lodge", "--json", "--profile", "gb", file("a.json", data)).answers[0]
    assert answer["duty"] is None
    assert any("tariff" in reason for reason in answer["unpriced"])


def test_answers_are_given_in_vietnamese(clearlane: Clearlane) -> None:
    said = clearlane("lodge", "--language", "vi", file("a.json", message("A-1", DeclarationOfficeID="NOWHERE")))
    assert "bị từ chối" in said.out
    assert "cần sửa: XA-" in said.out
    assert "Kết quả" in said.err


def test_a_practice_office_forces_the_outcome(clearlane: Clearlane) -> None:
    answer = clearlane("lodge", "--json", "--sandbox", file("a.json", message("SBX-RED-1"))).answers[0]
    assert (answer["lane"], answer["state"]) == ("red", "under-control")


def test_the_summary_counts_outcomes_on_standard_error(clearlane: Clearlane) -> None:
    said = clearlane("lodge", file("a.json", message("A-1")), "missing.xml")
    assert "released" in said.err
    assert "refused: unreadable" in said.err


def test_a_message_larger_than_the_office_takes_is_refused(clearlane: Clearlane) -> None:
    Path("office.toml").write_text(f"max_bytes = {len(EXAMPLE) - 1}\n")
    said = clearlane("lodge", "--json", file("a.json", EXAMPLE))
    assert (said.code, said.answers[0]["refusal"]["kind"]) == (2, "unreadable")


def test_more_messages_than_share_a_commit_are_answered_in_order(clearlane: Clearlane) -> None:
    for place in range(250):
        file(f"inbox/{place:03d}.json", message(f"MANY-{place:03d}"))
    answers = clearlane("lodge", "--json", "inbox").answers
    assert [answer["reference"] for answer in answers] == [f"MANY-{place:03d}" for place in range(250)]


def test_a_reference_cannot_command_the_terminal(clearlane: Clearlane) -> None:
    said = clearlane("lodge", file("a.json", message("REF\u009b2J\u202e")))
    assert "\u009b" not in said.out
    assert "\u202e" not in said.out
