"""A condition as SQL, for questions nobody prepared columns for. Every text of an officer enters it as a quoted literal or name.

SQL's own logic is Kleene's. What differs is mended: an empty list, a missing value asked of a list, arithmetic without a finite result.
"""

from __future__ import annotations

from collections.abc import Sequence

from clearlane.model.risk_condition import (
    AllOf,
    AnyOf,
    Arithmetic,
    Between,
    Compare,
    Condition,
    Contains,
    FieldOf,
    Flag,
    Holds,
    InList,
    Missing,
    Not,
    Number,
    OneOf,
    Operand,
    StartsWith,
    Words,
)
from clearlane.model.risk_field import Catalogue
from clearlane.model.risk_profile import RiskProfile
from clearlane.risk.language.columnar_run import scope_of
from clearlane.risk.language.sql_words import DUCKDB, Dialect, list_table, name

POSITION, DAY = "position", "day"
"""Columns a table has beside its fields: the row's place, and its day as a date."""


def to_sql(condition: Condition, catalogue: Catalogue, dialect: Dialect = DUCKDB) -> str:
    """Return the condition as an expression over a table's columns, named as the fields are: true, false or NULL.

    A list ``watch`` is asked of in a table named ``list watch`` with the column ``value``.
    """
    return _Writer(catalogue, dialect).condition(condition)


def profile_sql(profile: RiskProfile, catalogue: Catalogue, table: str, dialect: Dialect = DUCKDB) -> str:
    """Return the statement that finds the positions of the rows of a table that a profile hits, in order."""
    writer = _Writer(catalogue, dialect)
    tests = [writer.condition(one) for one in (*scope_of(profile), profile.condition)]
    if profile.since is not None:
        tests.append(f"{name(DAY)} >= date '{profile.since.isoformat()}'")
    if profile.until is not None:
        tests.append(f"{name(DAY)} <= date '{profile.until.isoformat()}'")
    return f"select {name(POSITION)} from {name(table)} where {' and '.join(tests)} order by {name(POSITION)}"  # noqa: S608 - all quoted


class _Writer:
    def __init__(self, catalogue: Catalogue, dialect: Dialect) -> None:
        self._catalogue, self._dialect = catalogue, dialect

    def condition(self, node: Condition) -> str:
        match node:
            case AllOf(parts):
                return self._joined("and", "true", parts)
            case AnyOf(parts):
                return self._joined("or", "false", parts)
            case Not(part):
                return f"(not {self.condition(part)})"
            case Compare(comparison, left, right):
                sign = {"==": "=", "!=": "<>"}.get(comparison, comparison)
                return f"({self._compared(left)} {sign} {self._compared(right)})"
            case Between(of, low, high):
                return self.condition(AllOf((Compare(">=", of, low), Compare("<=", of, high))))
            case Missing(of, negated):
                return f"({self._operand(of)} is {'not ' if negated else ''}null)"
            case Holds(of):
                return name(of.name)
            case _:
                test = self._asked(node)
                return f"(not {test})" if node.negated else test

    def _joined(self, word: str, empty: str, parts: Sequence[Condition]) -> str:
        return "(" + f" {word} ".join(self.condition(part) for part in parts) + ")" if parts else empty

    def _asked(self, node: StartsWith | Contains | OneOf | InList) -> str:
        of = self._operand(node.of)
        match node:
            case StartsWith(_, beginnings):
                return self._present(of, [self._begins(of, beginning) for beginning in beginnings])
            case Contains(_, words):
                return self._present(of, [self._dialect.contains(of, self._dialect.text(word)) for word in words])
            case OneOf(_, values):
                listed = ", ".join(self._operand(value) for value in values)
                return self._present(of, [f"{of} in ({listed})"] if values else [])
            case InList(_, kept):
                return self._present(of, [f"{of} in (select {name('value')} from {name(list_table(kept))})"])  # noqa: S608 - all quoted

    @staticmethod
    def _present(of: str, tests: Sequence[str]) -> str:
        """Return whether one of some tests is met, NULL where the value is missing."""
        return f"(case when {of} is not null then {' or '.join(tests) or 'false'} end)"

    def _begins(self, of: str, beginning: str) -> str:
        """Return a range of texts, which lets the database skip what lies outside, where there is a text after all that begin so."""
        after = next_after(beginning)
        if after is None:
            return f"starts_with({of}, {self._dialect.text(beginning)})"
        collated, text = self._dialect.collated(of), self._dialect.text
        return f"({collated} >= {text(beginning)} and {collated} < {text(after)})"

    def _compared(self, of: Operand) -> str:
        written = self._operand(of)
        is_text = isinstance(of, Words) or (isinstance(of, FieldOf) and self._catalogue[of.name].kind == "text")
        return self._dialect.collated(written) if is_text else written

    def _operand(self, of: Operand) -> str:
        return self._dialect.finite(self._arithmetic(of)) if isinstance(of, Arithmetic) else self._plain(of)

    def _plain(self, of: FieldOf | Number | Words | Flag) -> str:
        match of:
            case FieldOf(field):
                return name(self._catalogue[field].name)
            case Number(value):
                return self._dialect.number(value)
            case Words(value):
                return self._dialect.text(value)
            case Flag(value):
                return "true" if value else "false"

    def _arithmetic(self, of: Operand) -> str:
        if not isinstance(of, Arithmetic):
            return self._plain(of)
        left, right = self._arithmetic(of.left), self._arithmetic(of.right)
        return self._dialect.computed(of.operator, left, right, divisor=isinstance(of.right, Arithmetic))


def next_after(beginning: str) -> str | None:
    """Return the first text, by code points, after all that begin so; None where there is none.

    >>> next_after("8517"), next_after("")
    ('8518', None)
    """
    kept = beginning.rstrip("\U0010ffff")
    if not kept:
        return None
    last = ord(kept[-1]) + 1
    return kept[:-1] + chr(0xE000 if last == 0xD800 else last)
