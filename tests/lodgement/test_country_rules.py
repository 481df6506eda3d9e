"""Every rule that a profile gives as data shows: where its place is empty, or holds a code that is not in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib.metadata import entry_points
from typing import Any

import msgspec
import pytest

from clearlane.lodgement.check import check
from clearlane.lodgement.read import read
from clearlane.lodgement.rules.example import baseline, edited
from clearlane.lodgement.rules.form import form
from clearlane.lodgement.rules.ways import compile_way, required_place
from clearlane.model.dated import CodeList, DatedCode
from clearlane.model.declaration import Declaration
from clearlane.model.profile import CodeRule, Obligation, Profile
from clearlane.model.text import Text
from tests.lodgement.country import DAY, country

WORDS = Text(en="It is missing.", vi="Bị thiếu.")
PROFILES: list[Profile] = [found.load()() for found in entry_points(group="clearlane.profiles")]
OBLIGATIONS = [(profile, law) for profile in PROFILES for law in profile.obligations]
CODE_RULES = [(profile, law) for profile in PROFILES for law in profile.code_rules]
ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"


def suited(profile: Profile, law: Obligation | CodeRule) -> dict[str, Any]:
    """One of the profile's examples, made a declaration that the rule concerns, as its JSON form."""
    directions = getattr(law, "directions", ()) or {profile.kinds[code].direction for code in law.types} or ("import",)
    message = read(profile.examples["import" if "import" in directions else "export"])
    edits: dict[str, str | dict[str, object] | None] = {"TypeCode": law.types[0]} if law.types else {}
    for procedure in getattr(law, "procedures", ())[:1]:
        for count in range(1, len(message.declaration.item) + 1):
            edits[f"{ITEM}[{count}]/GovernmentProcedure[1]/CurrentCode"] = procedure[:2]
            edits[f"{ITEM}[{count}]/GovernmentProcedure[1]/PreviousCode"] = procedure[2:4] or "00"
    tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(edited(message.declaration, edits)))
    return tree


def holders(tree: object, way: list[str]) -> Iterator[dict[str, Any]]:
    """Every class that a way leads to, in a declaration's JSON form."""
    if isinstance(tree, list):
        for one in tree:
            yield from holders(one, way)
    elif isinstance(tree, dict) and not way:
        yield tree
    elif isinstance(tree, dict) and way[0] in tree:
        yield from holders(tree[way[0]], way[1:])


def rules_found(tree: dict[str, Any], profile: Profile, on: date) -> set[str]:
    return {finding.rule for finding in check(msgspec.convert(tree, Declaration), profile, on)}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.code)
@pytest.mark.parametrize("direction", ["import", "export"])
def test_the_examples_of_a_profile_have_no_finding(profile: Profile, direction: str) -> None:
    assert check(read(profile.examples[direction]).declaration, profile, DAY) == ()


@pytest.mark.parametrize(("profile", "law"), OBLIGATIONS, ids=lambda value: getattr(value, "rule", getattr(value, "code", "")))
def test_an_obligation_speaks_where_its_place_is_empty(profile: Profile, law: Obligation) -> None:
    tree = suited(profile, law)
    *way, name = law.path.split("/")
    for holder in holders(tree, way):
        holder.pop(name, None)
    assert law.rule in rules_found(tree, profile, max(law.since, min(DAY, law.until or DAY)))


@pytest.mark.parametrize(("profile", "law"), CODE_RULES, ids=lambda value: getattr(value, "rule", getattr(value, "code", "")))
def test_a_code_rule_speaks_of_a_code_that_is_not_in_force(profile: Profile, law: CodeRule) -> None:
    above, _, last = law.path.rpartition("/")
    code = {name: unlisted(above, name) for name in last.split("+")}
    assert "".join(code.values()) not in profile.code_lists[law.codes].codes
    declaration = msgspec.convert(suited(profile, law), Declaration)
    tree = msgspec.json.decode(msgspec.json.encode(edited(declaration, {f"{above}/{n}" if above else n: v for n, v in code.items()})))
    assert law.rule in rules_found(tree, profile, DAY)


def unlisted(above: str, name: str) -> str:
    """A value of the right form that no list holds."""
    known = form(required_place(name, compile_way(above, Declaration).last))
    return {"letters": "Q" * known.most, "digits": "0" * known.most, "number": "99"}.get(known.kind, "~~"[: known.most])


def test_an_obligation_speaks_only_in_its_time() -> None:
    law = Obligation("ZZ-1", "DeclarationOfficeID", WORDS, WORDS, since=DAY, until=DAY)
    faulty = edited(baseline(), {"DeclarationOfficeID": None})
    heard = [len(check(faulty, country(obligations=(law,)), DAY + timedelta(days=days))) for days in (-1, 0, 1)]
    assert heard == [0, 1, 0]


def test_an_obligation_on_items_names_the_item_that_lacks_it() -> None:
    law = Obligation("ZZ-1", f"{ITEM}/Origin/CountryCode", WORDS, WORDS)
    (finding,) = check(edited(baseline(), {f"{ITEM}[2]/Origin": None}), country(obligations=(law,)), DAY)
    assert finding.path == f"/Declaration/{ITEM}[2]/Origin[1]/CountryCode"
    assert str(finding.pointer) == "42A > 67A > 68A[2] > 92A[1] / 063"


def test_an_obligation_of_other_procedures_is_silent() -> None:
    law = Obligation("ZZ-1", "GoodsShipment/Warehouse/ID", WORDS, WORDS, procedures=("71", "4071"))
    assert check(baseline(), country(obligations=(law,)), DAY) == ()


def test_a_code_of_two_elements_is_looked_up_as_one_and_only_where_both_stand() -> None:
    procedures = CodeList.of(Text(en="procedures", vi="chế độ"), [DatedCode("4000", WORDS, until=DAY)])
    law = CodeRule("ZZ-2", f"{ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "procedures")
    profile = country(code_rules=(law,), code_lists={"procedures": procedures})
    assert check(baseline(), profile, DAY) == ()
    expired = check(baseline(), profile, DAY + timedelta(days=1))
    assert [finding.path for finding in expired] == [f"/Declaration/{ITEM}[{n}]/GovernmentProcedure[1]/CurrentCode" for n in (1, 2)]


def test_a_code_not_in_force_is_told_with_its_day_as_the_reader_writes_it() -> None:
    procedures = CodeList.of(Text(en="procedures", vi="chế độ"), [DatedCode("4000", WORDS, until=date(2026, 2, 7))])
    law = CodeRule("ZZ-2", f"{ITEM}/GovernmentProcedure/CurrentCode+PreviousCode", "procedures")
    found = check(baseline(), country(code_rules=(law,), code_lists={"procedures": procedures}), date(2026, 2, 8))[0]
    assert "is not in force on 8 February 2026 in the list of procedures." in found.message.en
    assert "không có hiệu lực ngày 08/02/2026 trong danh mục chế độ." in found.message.vi


def test_a_profile_changed_is_a_law_of_its_own() -> None:
    profile = country()
    law = Obligation("ZZ-1", "ExitOffice/ID", WORDS, WORDS)
    assert check(baseline(), profile, DAY) == ()
    assert [finding.rule for finding in check(baseline(), replace(profile, obligations=(law,)), DAY)] == ["ZZ-1"]
