"""A learned model as bytes: kept beside the log under their SHA-256, as a tariff is. The same model gives the same bytes.

The form: the line ``CLEARLANE MODEL 1``; a line with the lengths of the parts, in bytes, parted by blanks; then the parts:

1. ``head``: JSON, its keys in the alphabet's order: what the model looks at, how it was trained, calibration, and what drift needs.
2. ``encoder``: JSON, likewise: for each key the values seen in training, with their rate and count. It holds traders' codes.
3. ``finding``: the trees for the log-odds of a finding, in LightGBM's text form.
4. ``revenue``: the trees for the natural logarithm of the revenue if there is one; empty where too few were found.
5. ``category``: the trees for what would be wrong; empty likewise.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Self

import msgspec

from clearlane.learning.calibrate import Calibration
from clearlane.learning.drift import Baseline
from clearlane.learning.encode import Encoder
from clearlane.learning.settings import Settings
from clearlane.model.inspection import Category
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text

FORM = b"CLEARLANE MODEL 1\n"
PARTS = 5


class Head(msgspec.Struct, frozen=True):
    """What a model looks at and how it came about.

    Attributes:
      version: Its name.
      numbers: The fields that are numbers or flags, in the order of the inputs.
      texts: The fields that are texts.
      settings: How it was trained.
      calibration: From the trees' log-odds to those that hold.
      usual_revenue: Natural logarithm of the revenue of a finding, where there are no trees for it.
      smear: By how much the mean revenue lies above the one of the mean logarithm.
      categories: The categories found in training with their share, in the order of their trees.
      days: First and last day learned from, in days since 1970.
      rows: Goods items learned from.
      labelled: How many of them were inspected.
      findings: How many of those had a finding.
      baseline: What drift is measured against.
    """

    version: str
    numbers: tuple[str, ...]
    texts: tuple[str, ...]
    settings: Settings
    calibration: Calibration
    usual_revenue: float
    smear: float
    categories: tuple[tuple[Category, float], ...]
    days: tuple[float, float]
    rows: int
    labelled: int
    findings: int
    baseline: Baseline


class Model(msgspec.Struct, frozen=True, dict=True):
    """A learned model.

    Attributes:
      head: What it looks at and how it came about.
      encoder: Rates and counts of the values of texts.
      finding: Trees for a finding.
      revenue: Trees for the revenue.
      category: Trees for the category.
    """

    head: Head
    encoder: Encoder
    finding: str
    revenue: str = ""
    category: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the catalogue it looks at."""
        return (*self.head.numbers, *self.head.texts)

    @cached_property
    def inputs(self) -> tuple[tuple[str, ...], ...]:
        """For each input of the trees the fields it is made of."""
        keys = [one.key.fields for one in self.encoder.tables for _ in range(2)]
        return (*((name,) for name in self.head.numbers), *keys)

    def dump(self) -> bytes:
        """Return the model as bytes."""
        json = [msgspec.json.encode(part, order="sorted") for part in (self.head, self.encoder)]
        parts = [*json, self.finding.encode(), self.revenue.encode(), self.category.encode()]
        return b"".join([FORM, " ".join(str(len(part)) for part in parts).encode(), b"\n", *parts])

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return sha256(self.dump()).hexdigest()

    @classmethod
    def load(cls, content: bytes) -> Self:
        """Return the model of bytes.

        Raises:
          Unreadable: They are no model, or one of another form.
        """
        try:
            head, encoder, *trees = _parts(content)
            texts = [part.decode() for part in trees]
            return cls(msgspec.json.decode(head, type=Head), msgspec.json.decode(encoder, type=Encoder), *texts)
        except (ValueError, msgspec.MsgspecError) as error:
            raise Unreadable(
                Text(
                    en="These bytes are no model that can be read here; it may have been written by another version of Clearlane.",
                    vi="Không đọc được mô hình từ dữ liệu này; có thể mô hình do một phiên bản Clearlane khác ghi.",
                )
            ) from error


def _parts(content: bytes) -> list[bytes]:
    form, lengths, rest = content[: len(FORM)], *content[len(FORM) :].split(b"\n", 1)
    sizes = [int(length) for length in lengths.split(b" ")]
    if form != FORM or len(sizes) != PARTS or sum(sizes) != len(rest):
        raise ValueError(form)
    starts = [sum(sizes[:place]) for place in range(PARTS)]
    return [rest[start : start + size] for start, size in zip(starts, sizes, strict=True)]
