"""The reference page of rules, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from clearlane.lodgement.rules.law import law_of
from clearlane.lodgement.rules.register import RULES
from clearlane.model.profile import CodeRule, Obligation, Profile
from clearlane.model.rule import Baseline, Edits, Rule

_HEAD = """# Rules

Every rule a declaration is checked against in every country; what a country adds comes from its profile.
A *blocking* finding rejects the declaration, a *warning* does not. All findings are given at once, each with
the place in WCO ids and in plain element names, what is the matter, and what to do.

Each example below is a declaration in order with the edits shown: *passes* leaves it in order, *fails* brings
a finding of the rule. Paths are below `/Declaration`; `–` takes away what stands there,
`_unplaced` is what came with a class and has no place in it,
`Signature` is the digital signature on or beside the message.

This page is made from the code; `python docs/make_rules.py` makes it anew.
"""
_FAMILIES = {
    "1": "Structure",
    "2": "Formats",
    "3": "Sums, references and identity",
    "4": "Requests: amendment, cancellation, presentation of goods",
}
_SHOWN = 3
_SHOWN_ON: Mapping[Baseline, str] = {
    "amendment": "amendment",
    "cancellation": "cancellation",
    "presentation": "presentation",
    "import": "the profile's example of an import",
    "export": "the profile's example of an export",
}


def page(others: Mapping[str, Iterable[Rule]]) -> str:
    """Return the reference page of the rules that hold in every country, in Markdown.

    Args:
      others: Rules that are not of lodgement but of the office that takes the message, by the title of their family.
    """
    parts = [_HEAD]
    for family, title in _FAMILIES.items():
        parts.append(f"## {title}\n")
        parts += [_entry(rule) for code, rule in RULES.items() if code[3] == family]
    for title, rules in others.items():
        parts += [f"## {title}\n", *map(_entry, rules)]
    return "\n".join(parts)


def country_page(profile: Profile) -> str:
    """Return the reference page of the rules one profile adds as data, in Markdown."""
    examples = law_of(profile).examples
    return "\n".join(
        [
            f"# Rules of {profile.name.en}\n",
            "What must be there, and where a code must be in force. Each passes with the value shown, and fails where it is",
            "left out or is a code that is not in the list. Further checks are shown on the profile's own examples.\n",
            "This page is made from the profile; `python docs/make_rules.py` makes it anew.\n",
            "## What must be there\n",
            "| rule | place | severity | for | finding | Vietnamese | remedy |",
            "|---|---|---|---|---|---|---|",
            *(_duty(law) for law in profile.obligations),
            "\n## Codes that must be in force\n",
            "| rule | place | severity | list | passes | fails |",
            "|---|---|---|---|---|---|",
            *(_listing(law, profile, examples) for law in profile.code_rules),
            "\n## Further checks\n",
            *(map(_entry, profile.further_rules) if profile.further_rules else ["There are none.", ""]),
        ]
    )


def _entry(rule: Rule) -> str:
    about = f" Shown on: {_SHOWN_ON[rule.baseline]}." if rule.baseline in _SHOWN_ON else ""
    return "\n".join(
        [
            f"### {rule.code} {rule.title.en}\n",
            f"{rule.severity.capitalize()}. {rule.words.en}{about}\n",
            f"*{rule.title.vi}.* {rule.words.vi}\n",
            "| | edits |",
            "|---|---|",
            f"| passes | {'<br>'.join(_edits(rule.passing))} |",
            f"| fails | {'<br>'.join(_edits(rule.failing))} |",
            "",
        ]
    )


def _edits(edits: Edits) -> Iterator[str]:
    for path, value in islice(edits.items(), _SHOWN):
        yield f"`{path}` = {_value(value)}"
    if len(edits) > _SHOWN:
        yield f"… and {len(edits) - _SHOWN} more"


def _value(value: str | dict[str, object] | None) -> str:
    if value is None:
        return "–"
    return f"`{value}`" if value else "an empty element"


def _duty(law: Obligation) -> str:
    scope = [*law.directions, *law.types, *(f"procedure {prefix}" for prefix in law.procedures)]
    whom = f"{len(law.types)} kinds" if len(scope) > 6 else ", ".join(scope)
    cells = (law.rule, f"`{law.path}`", law.severity, whom or "all", law.message.en, law.message.vi, law.remedy.en)
    return f"| {' | '.join(cells)} |"


def _listing(law: CodeRule, profile: Profile, examples: Mapping[str, str]) -> str:
    above, _, last = law.path.rpartition("/")
    given = [examples.get(f"{above}/{name}" if above else name, "") for name in last.split("+")]
    passes = "".join(given) if all(given) else next(iter(profile.code_lists[law.codes].codes), "")
    cells = (law.rule, f"`{law.path}`", law.severity, profile.code_lists[law.codes].name.en, f"`{passes}`", "`??`")
    return f"| {' | '.join(cells)} |"
