"""What is really so: kept apart from the message, for those who may see it.

A declaration is what a firm says. The truth says what is in the boxes, what is wrong with the
message and whether somebody meant it, and what an inspection would bring to light. Inspectors miss
things: that is drawn from its own stream, so that another miss rate changes nothing else.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from clearlane.model.values import Amount
from clearlane.simulator.chance import Chance


class Kind(StrEnum):
    """A kind of irregularity. The first six are misconduct, the others honest errors."""

    UNDERVALUATION = "undervaluation"
    MISCLASSIFICATION = "misclassification"
    FALSE_ORIGIN = "false origin"
    SHORT_QUANTITY = "short quantity"
    SHELL_IMPORTER = "shell importer"
    SMUGGLING = "smuggling"
    TYPING_SLIP = "typing slip"
    ROUNDING = "rounding"
    WRONG_UNIT = "wrong unit"
    FORGOTTEN_DOCUMENT = "forgotten document"
    MISREAD_TARIFF = "misread tariff"
    MISTAKEN_ORIGIN = "mistaken origin"
    INCOMPLETE = "incomplete message"


MISCONDUCT = frozenset(list(Kind)[:6])
"""The kinds that somebody means."""
MISSES: dict[Kind, tuple[int, int]] = {
    Kind.UNDERVALUATION: (550, 700),
    Kind.MISCLASSIFICATION: (700, 250),
    Kind.FALSE_ORIGIN: (500, 650),
    Kind.SHORT_QUANTITY: (950, 150),
    Kind.SHELL_IMPORTER: (500, 600),
    Kind.SMUGGLING: (990, 120),
    Kind.TYPING_SLIP: (200, 400),
    Kind.ROUNDING: (500, 900),
    Kind.WRONG_UNIT: (250, 200),
    Kind.FORGOTTEN_DOCUMENT: (50, 300),
    Kind.MISREAD_TARIFF: (600, 300),
    Kind.MISTAKEN_ORIGIN: (400, 350),
    Kind.INCOMPLETE: (0, 0),
}
"""How often in a thousand each kind is missed: by a check of the documents, by an examination of the goods."""


class Goods(msgspec.Struct, frozen=True, gc=False):
    """Goods as they really are.

    Attributes:
      code: The right tariff code.
      description: What they are.
      origin: Where they were made.
      quantity: How many units.
      unit: Of which unit (UNECE Recommendation 20).
      net_grams: Net mass, in grams.
      value: What was really paid.
    """

    code: str
    description: str
    origin: str
    quantity: int
    unit: str
    net_grams: int
    value: Amount


class Irregularity(msgspec.Struct, frozen=True, gc=False):
    """One thing wrong in a message.

    Attributes:
      kind: Of which kind.
      item: The goods item, from 1; 0 where it is the declaration as a whole.
      meant: Whether somebody intends it.
      said: What the message says, in short.
      so: What is so.
      basis: The value on which duty is computed wrongly or not at all; None where no duty hangs on it.
    """

    kind: Kind
    item: int
    meant: bool
    said: str
    so: str
    basis: Amount | None = None


class Inspection(msgspec.Struct, frozen=True):
    """What an inspection would find of what is wrong.

    Attributes:
      documents: What a check of the documents finds.
      goods: What an examination of the goods, with the documents at hand, finds.
    """

    documents: tuple[Irregularity, ...] = ()
    goods: tuple[Irregularity, ...] = ()


class Truth(msgspec.Struct, frozen=True):
    """The truth of one message.

    Attributes:
      trader: The trader number of the firm whose goods they are.
      items: The goods of each item as they really are, in the order declared.
      hidden: Goods that travel along and are not declared.
      irregularities: All that is wrong.
      inspection: What an inspection would find of it.
    """

    trader: str
    items: tuple[Goods, ...] = ()
    hidden: tuple[Goods, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    inspection: Inspection = Inspection()

    @property
    def honest(self) -> bool:
        """Whether nobody means anything that is wrong."""
        return not any(one.meant for one in self.irregularities)

    def about(self, item: int) -> tuple[Irregularity, ...]:
        """Return what is wrong with one item, or with the whole for 0."""
        return tuple(one for one in self.irregularities if one.item == item)

    def with_fault(self, fault: Irregularity) -> Truth:
        """Return the truth with one more thing wrong, which nobody misses."""
        found = Inspection((*self.inspection.documents, fault), (*self.inspection.goods, fault))
        return msgspec.structs.replace(self, irregularities=(*self.irregularities, fault), inspection=found)

    def without(self, kind: Kind) -> Truth:
        """Return the truth after what was wrong of one kind has been put right."""
        seen = self.inspection
        found = Inspection(tuple(w for w in seen.documents if w.kind != kind), tuple(w for w in seen.goods if w.kind != kind))
        return msgspec.structs.replace(self, irregularities=tuple(w for w in self.irregularities if w.kind != kind), inspection=found)


def inspect(chance: Chance, irregularities: tuple[Irregularity, ...]) -> Inspection:
    """Return what inspections would find of these irregularities, some being missed."""
    if not irregularities:
        return Inspection()
    papers = tuple(one for one in irregularities if not chance.happens(MISSES[one.kind][0]))
    boxes = tuple(one for one in irregularities if one in papers or not chance.happens(MISSES[one.kind][1]))
    return Inspection(documents=papers, goods=boxes)
