"""How two databases write the same meaning: names, texts, numbers, comparison of texts, and arithmetic that goes missing, not wrong."""

from __future__ import annotations

from typing import Protocol

from clearlane.model.risk_condition import Operator


def name(text: str) -> str:
    """Return a name of a field, a table or a column in quotation marks.

    >>> print(name('odd "name"'))
    "odd ""name\"""
    """
    return '"' + text.replace('"', '""') + '"'


def list_table(kept: str) -> str:
    """Return the name of the table that holds a list, one text a row in its column ``value``."""
    return f"list {kept}"


class Dialect(Protocol):
    """What differs between databases."""

    def text(self, value: str) -> str:
        """Return a text as a literal."""

    def number(self, value: float) -> str:
        """Return a binary64 number as a literal, to the last bit."""

    def collated(self, operand: str) -> str:
        """Return a text to be compared by its code points."""

    def computed(self, operator: Operator, left: str, right: str, *, divisor: bool) -> str:
        """Return arithmetic within a greater whole; ``divisor`` where the right side is itself computed."""

    def finite(self, operand: str) -> str:
        """Return the whole of an arithmetic, NULL where it is no finite number."""

    def contains(self, text: str, word: str) -> str:
        """Return whether a word stands within a text."""


class DuckWords:
    """As DuckDB has it: texts compare by their bytes, which is by code points; numbers go to infinity and never fail."""

    def text(self, value: str) -> str:
        """Return a text as a literal."""
        return "'" + value.replace("'", "''") + "'"

    def number(self, value: float) -> str:
        """Return a number read from its text: a bare ``0.1`` would be a decimal first."""
        return f"'{float(value)!r}'::double"

    def collated(self, operand: str) -> str:
        """Return it as it is."""
        return operand

    def computed(self, operator: Operator, left: str, right: str, *, divisor: bool) -> str:
        """Return it plainly: infinity stays infinity up to ``finite``, but for a divisor, whose remainder by infinity is NaN then."""
        return f"({left} / ({right} % 'inf'::double))" if divisor and operator == "/" else f"({left} {operator} {right})"

    def finite(self, operand: str) -> str:
        """Return NULL for infinity and NaN."""
        return f"(case when isfinite({operand}) then {operand} end)"

    def contains(self, text: str, word: str) -> str:
        """Return whether a word stands within a text."""
        return f"contains({text}, {word})"


POSTGRES_ARITHMETIC = "\n".join(
    f"""create or replace function clearlane_{function}(a double precision, b double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
begin
  return a {operator} b;
exception
  when division_by_zero then return null;
  when numeric_value_out_of_range then return case when {tiny} then 0 end;
end $$;"""
    for function, operator, tiny in (
        ("plus", "+", "false"),
        ("minus", "-", "false"),
        ("times", "*", "abs(a) < 1 or abs(b) < 1"),
        ("over", "/", "abs(b) > 1"),
    )
)
"""Functions to create once in PostgreSQL, which fails where a result is too great, and also where it is too small and so 0."""


_FUNCTIONS: dict[Operator, str] = {"+": "plus", "-": "minus", "*": "times", "/": "over"}


class PostgresWords:
    """As PostgreSQL has it: an order of texts must be asked for, and arithmetic fails, so ``POSTGRES_ARITHMETIC`` catches it."""

    def text(self, value: str) -> str:
        """Return a text as a literal, whatever the setting for backslashes."""
        written = value.replace("'", "''")
        return f"(E'{written.replace(chr(92), chr(92) * 2)}'::text)" if "\\" in value else f"('{written}'::text)"

    def number(self, value: float) -> str:
        """Return a number read from its text."""
        return f"'{float(value)!r}'::double precision"

    def collated(self, operand: str) -> str:
        """Return it in the order of code points."""
        return f'({operand} collate "C")'

    def computed(self, operator: Operator, left: str, right: str, *, divisor: bool) -> str:
        """Return a call of the function that gives NULL for what has no finite result."""
        return f"clearlane_{_FUNCTIONS[operator]}({left}, {right})"

    def finite(self, operand: str) -> str:
        """Return it as it is: what is not finite is NULL already."""
        return operand

    def contains(self, text: str, word: str) -> str:
        """Return whether a word stands within a text."""
        return f"(strpos({text}, {word}) > 0)"


DUCKDB: Dialect = DuckWords()
POSTGRES: Dialect = PostgresWords()
