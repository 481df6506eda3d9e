"""Words and codes found in a tariff, best first, whatever their accents; a line is also found by what stands above it.

The index is a full-text table of SQLite in memory, of every line with its days: a question about another day builds nothing.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from clearlane.model.nomenclature import TariffLine, Tree
from clearlane.model.tariff import Tariff

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"[\d.\s]+", re.ASCII)
_MOST_WORDS = 12
_GENERAL = ((4, 1.4), (6, 1.25))
"""How much more a line weighs whose code has at most so many digits: a heading, a subheading."""
_WEIGHED = 400
"""So many of the lines that fit best in words are weighed by what they are."""
_NATIONAL = ("98", "99")
"""Chapters kept for national use: temporary and special provisions, which repeat the words of the goods they concern."""


class Hit(msgspec.Struct, frozen=True):
    """A line found.

    Attributes:
      line: The line.
      path: The lines from the top down to it; it comes last.
      score: How well it fits, greater is better; comparable within one answer alone.
    """

    line: TariffLine
    path: tuple[TariffLine, ...]
    score: float


class Words:
    """What a tariff says, ready to be searched from any thread.

    Args:
      tariff: The tariff.
    """

    def __init__(self, tariff: Tariff) -> None:
        self._nomenclature = tariff.nomenclature
        self._index: _Index | None = None
        self._lock = threading.Lock()

    def search(self, words: str, on: date, limit: int = 20) -> list[Hit]:
        """Return the lines that words or the beginning of a code find on a day, best first.

        Args:
          words: Words in any language of the tariff, with or without accents, the last of them perhaps unfinished; or digits
            of a code, with or without dots. Nothing in them is a command.
          on: The day.
          limit: At most so many.
        """
        tree = self._nomenclature.on(on)
        if _DIGITS.fullmatch(words) and any(one.isdigit() for one in words):
            return _by_code(tree, re.sub(r"\D", "", words), limit)
        terms = _terms(words)
        if not terms or limit <= 0:
            return []
        lines = self._nomenclature.lines
        with self._lock:
            if self._index is None:
                self._index = _Index(lines)
            found = self._index.find(terms, on, max(limit, _WEIGHED))
        asked = [one.group() for one in _WORD.finditer(words[:400].casefold())]
        weighed = [(_weight(tree.path(lines[place]), asked, score), place) for place, score in found]
        weighed.sort(key=lambda one: (-one[0], one[1]))
        return [Hit(lines[place], tree.path(lines[place]), score) for score, place in weighed[:limit]]


class _Index:
    def __init__(self, lines: Sequence[TariffLine]) -> None:
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(_TABLE)
        self._database.executemany("insert into lines (rowid, own, above, code, since, until) values (?, ?, ?, ?, ?, ?)", _rows(lines))

    def find(self, terms: list[str], on: date, limit: int) -> list[tuple[int, float]]:
        """Return places and scores of lines of a day: of those that have every word, and where there are none, of those that have any."""
        quoted = [f'"{term}"' for term in terms]
        if len(terms[-1]) > 1:
            quoted[-1] += " *"
        query, found = _ANY if _COMMON.issuperset(terms) else _BEST, dict[int, float]()
        for joined in dict.fromkeys((" AND ".join(quoted), " OR ".join(quoted))):
            rows = self._database.execute(query, (joined, str(on), str(on), limit)).fetchall()
            found = {int(place) - 1: float(score) for place, score, _ in rows} | found
            if any(not code.startswith(_NATIONAL) for _, _, code in rows):
                break
        return list(found.items())


_TABLE = "create virtual table lines using fts5(own, above, code, since unindexed, until unindexed, tokenize = 'unicode61', prefix = '2 3')"
_FOUND = "from lines where lines match ? and since <= ? and until >= ?"
_BEST = f"select rowid, -bm25(lines, 4.0, 1.0, 4.0) as score, code {_FOUND} order by score desc, rowid limit ?"
_ANY = f"select rowid, 0.0, code {_FOUND} limit ?"  # words that stand everywhere rank nothing


def _rows(lines: Sequence[TariffLine]) -> Iterator[tuple[int, str, str, str, str, str]]:
    """Yield each line of goods with its own words, those above it, and its days; a heading that only parts others is not found itself."""
    above: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        while above and above[-1][0] >= line.indent:
            above.pop()
        own = folded(" ".join(line.texts.values()))
        if line.code:
            days = str(line.since), str(line.until or date.max)
            yield place + 1, own, " ".join(words for _, words in above), _beginnings(line.code), *days
        above.append((line.indent, own))


def _weight(path: Sequence[TariffLine], asked: Sequence[str], score: float) -> float:
    """Return how well the last line of a path fits: more where it is general, begins with what is asked for, and has it as typed."""
    line = path[-1]
    first = {found.group() for text in line.texts.values() if (found := _WORD.search(text.casefold()))}
    there = {one.group() for above in path for text in above.texts.values() for one in _WORD.finditer(text.casefold())}
    exact = sum(not there.isdisjoint(_forms(word)) for word in asked)
    begins = any(not first.isdisjoint(_forms(word)) for word in asked)
    general = next((more for most, more in _GENERAL if len(line.code) <= most), 1.0)
    late = 0.01 if line.code.startswith(_NATIONAL) else 1.0
    return score * (1 + exact / max(len(asked), 1)) * (1.3 if begins else 1.0) * general * late


def _forms(word: str) -> tuple[str, ...]:
    """Return a word and its English plural: who asks for a perfume means perfumes."""
    return word, f"{word}s", f"{word}es"


def _beginnings(code: str) -> str:
    return " ".join(dict.fromkeys(code[:length] for length in (4, 6, 8, len(code))))


def _by_code(tree: Tree, digits: str, limit: int) -> list[Hit]:
    found = tree.beginning(digits) or tuple(filter(None, (tree.nearest(digits),)))
    best = sorted(found, key=lambda line: (len(line.code), line.place))[: max(limit, 0)]
    return [Hit(line, tree.path(line), 1 / len(line.code)) for line in best]


def folded(text: str) -> str:
    """Return text without accents, in small letters: what is searched and what is searched for are both folded.

    >>> folded("Động vật SỐNG")
    'dong vat song'
    """
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


_COMMON = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "has", "in", "into", "is", "it", "not", "of", "on", "or"),
        *("other", "than", "the", "to", "whether", "which", "with"),
        *("cac", "cho", "co", "cua", "duoc", "hoac", "khac", "khong", "la", "loai", "nhung", "trong", "tu", "va"),
    )
)
"""Words that stand almost everywhere, folded: they are left out of a question that has others."""


def _terms(words: str) -> list[str]:
    found = [one.group() for one in _WORD.finditer(folded(words[:400]))]
    return ([one for one in found if one not in _COMMON] or found)[:_MOST_WORDS]
