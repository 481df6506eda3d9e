"""Acts of an inspector, as his phone or a form sends them: each with a key, so that one sent twice is carried out once."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import msgspec

from clearlane.model.inspection import Intensity, ItemResult
from clearlane.model.inspection_facts import SealAct
from clearlane.model.text import Text


class Begin(msgspec.Struct, frozen=True, tag="begin"):
    """He begins."""


class Step(msgspec.Struct, frozen=True, tag="step"):
    """A step of the checklist, from 1, is done or is not, with his remark."""

    step: int
    done: bool
    remark: str = ""


class Photo(msgspec.Struct, frozen=True, tag="photo"):
    """A photograph, by the SHA-256 of its bytes, of a goods item or (0) the consignment, with degrees north and east."""

    digest: str
    item: int = 0
    latitude: float | None = None
    longitude: float | None = None


class Sample(msgspec.Struct, frozen=True, tag="sample"):
    """A sample, as in the fact ``SampleDrawn``."""

    sample: str
    item: int
    quantity: Decimal
    unit: str
    laboratory: str


class Seal(msgspec.Struct, frozen=True, tag="seal"):
    """A seal is broken or applied."""

    seal: str
    how: SealAct


class Conclude(msgspec.Struct, frozen=True, tag="conclude"):
    """He concludes: how closely he looked, a result for each item looked at, whether nothing stands against release, and his words."""

    satisfied: bool
    intensity: Intensity = "physical"
    results: tuple[ItemResult, ...] = ()
    why: str = ""


InspectorAct = Begin | Step | Photo | Sample | Seal | Conclude


class Made(msgspec.Struct, frozen=True):
    """An act, and how it came about.

    Attributes:
      key: The key his phone or the form gave it.
      act: The act.
      by: The inspector.
      made_at: When he did it.
      expect: The last place in the log that he saw.
    """

    key: str
    act: InspectorAct
    by: str
    made_at: datetime
    expect: int

    @property
    def kind(self) -> str:
        """What kind of act it is."""
        return str(self.act.__struct_config__.tag)


class Outcome(msgspec.Struct, frozen=True):
    """What became of an act: when it was received, and why it was not carried out, None where it was."""

    at: datetime
    refused: Text | None = None
