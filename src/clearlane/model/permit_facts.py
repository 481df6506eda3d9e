"""Facts about permits of other agencies. The subject is ``permit:`` and the permit's number."""

from __future__ import annotations

import msgspec

from clearlane.model.permit import Drawing, Permit

SUBJECT = "permit:"


class PermitGiven(msgspec.Struct, frozen=True, gc=False, tag="permit-given", omit_defaults=True):
    """An agency gave a permit.

    Attributes:
      permit: The permit.
      by: Who registered it.
    """

    permit: Permit
    by: str


class PermitWithdrawn(msgspec.Struct, frozen=True, gc=False, tag="permit-withdrawn", omit_defaults=True):
    """An agency withdrew a permit. What was drawn before stays drawn.

    Attributes:
      by: Who registered it.
    """

    by: str


class PermitDrawn(msgspec.Struct, frozen=True, gc=False, tag="permit-drawn", omit_defaults=True):
    """What a declaration draws from a permit from now on, in place of what it drew before.

    Attributes:
      declaration: Its number.
      drawings: What each goods item draws; none where all is given back.
    """

    declaration: str
    drawings: tuple[Drawing, ...] = ()


PermitFact = PermitGiven | PermitWithdrawn | PermitDrawn
