"""Facts of an inspection: its order, what was done of it, photographs, samples and seals, and the acts that reached us from a phone.

Remarks and photographs are kept beside the log under their SHA-256 digests and can be erased there. ``by`` is the officer's identification.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from clearlane.model.inspection import Intensity
from clearlane.model.text import Text

SealAct = Literal["broken", "applied"]


class InspectionOrdered(msgspec.Struct, frozen=True, gc=False, tag="inspection-ordered", omit_defaults=True):
    """Goods are to be inspected at a place and time. A later order replaces it.

    Attributes:
      place: Where.
      due: When.
      intensity: How closely.
      by: The officer who ordered it.
    """

    place: str
    due: datetime
    intensity: Intensity
    by: str


class StepTaken(msgspec.Struct, frozen=True, gc=False, tag="step-taken", omit_defaults=True):
    """A step of the checklist was done, or was not. A later one for the same step replaces it.

    Attributes:
      step: Its place in the list of the ``CheckBegun`` before it, from 1.
      done: Whether it was done.
      by: The inspector.
      remark: SHA-256 of his remark, kept beside the log; empty where he made none.
    """

    step: int
    done: bool
    by: str
    remark: str = ""


class PhotoTaken(msgspec.Struct, frozen=True, gc=False, tag="photo-taken", omit_defaults=True):
    """A photograph was taken of goods.

    Attributes:
      digest: SHA-256 of its bytes, under which they are kept beside the log.
      media_type: What its bytes were found to be, such as ``image/jpeg``.
      size: In bytes.
      taken_at: When, as the inspector's phone says.
      by: The inspector.
      item: The goods item; 0 for the consignment.
      latitude: Where, in degrees north (WGS 84); None where the phone did not say.
      longitude: Where, in degrees east.
    """

    digest: str
    media_type: str
    size: int
    taken_at: datetime
    by: str
    item: int = 0
    latitude: float | None = None
    longitude: float | None = None


class SampleDrawn(msgspec.Struct, frozen=True, gc=False, tag="sample-drawn", omit_defaults=True):
    """A sample was drawn.

    Attributes:
      sample: Its number.
      item: The goods item.
      quantity: How much.
      unit: Of what, by code (UN/ECE Recommendation 20), such as ``KGM``.
      laboratory: Where it goes.
      by: The inspector.
    """

    sample: str
    item: int
    quantity: Decimal
    unit: str
    laboratory: str
    by: str


class SampleJudged(msgspec.Struct, frozen=True, gc=False, tag="sample-judged", omit_defaults=True):
    """A laboratory's result on a sample arrived, often days later. What differs opens the check of documents again.

    Attributes:
      sample: Its number.
      as_declared: Whether the goods are what was declared.
      by: The officer who recorded it.
      why: SHA-256 of the result in words, kept beside the log.
    """

    sample: str
    as_declared: bool
    by: str
    why: str = ""


class VisitShared(msgspec.Struct, frozen=True, gc=False, tag="visit-shared", omit_defaults=True):
    """Another agency takes part in the inspection, at the place and time of its order: one visit for the trader.

    Attributes:
      agency: Which, as the law names it in English.
      by: The officer.
    """

    agency: str
    by: str


class AgencyConcluded(msgspec.Struct, frozen=True, gc=False, tag="agency-concluded", omit_defaults=True):
    """Another agency said what it found at a shared visit. While it does not agree, goods are not released.

    Attributes:
      agency: Which.
      agrees: Whether nothing of its own law stands against release.
      by: Who recorded it.
      why: SHA-256 of its words, kept beside the log.
    """

    agency: str
    agrees: bool
    by: str
    why: str = ""


class SealHandled(msgspec.Struct, frozen=True, gc=False, tag="seal-handled", omit_defaults=True):
    """A seal was broken or applied.

    Attributes:
      seal: Its number.
      how: Which.
      by: The inspector.
    """

    seal: str
    how: SealAct
    by: str


class ActReceived(msgspec.Struct, frozen=True, gc=False, tag="act-received", omit_defaults=True):
    """An act of an inspector reached us, once; sent again under the same key it is not carried out again.

    Attributes:
      key: The key that his phone gave it.
      act: What kind of act.
      made_at: When he did it, as his phone says.
      by: The inspector.
      refused: Why it was not carried out; None where it was.
      kept: SHA-256 of the act as it came, kept beside the log, where it was not carried out.
    """

    key: str
    act: str
    made_at: datetime
    by: str
    refused: Text | None = None
    kept: str = ""


InspectionFact = (
    InspectionOrdered | StepTaken | PhotoTaken | SampleDrawn | SampleJudged | VisitShared | AgencyConcluded | SealHandled | ActReceived
)
