"""Facts of the tariff: loaded, put in force by a second officer, taken back; and what must be looked at again for it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import msgspec

from clearlane.model.tariff import TariffHeader


class TariffLoaded(msgspec.Struct, frozen=True, gc=False, tag="tariff-loaded", omit_defaults=True):
    """A tariff was read, found in order and kept. It is not in force yet. Its subject is ``tariff``.

    Attributes:
      version: The name under which it is kept, such as ``US-2025-04-1``.
      digest: SHA-256 of its content, kept beside the log.
      country: ISO 3166.
      edition: As in its header.
      lines: How many lines of nomenclature.
      measures: How many measures.
      by: The officer's identification.
      header: What the tariff is, as it says itself.
    """

    version: str
    digest: str
    country: str
    edition: str
    lines: int
    measures: int
    by: str
    header: TariffHeader | None = None


class TariffActivated(msgspec.Struct, frozen=True, gc=False, tag="tariff-activated", omit_defaults=True):
    """A second officer put a loaded tariff in force.

    Attributes:
      version: The version.
      since: The moment from which declarations are assessed under it.
      by: The officer's identification, another than who loaded it.
    """

    version: str
    since: datetime
    by: str


class TariffRolledBack(msgspec.Struct, frozen=True, gc=False, tag="tariff-rolled-back", omit_defaults=True):
    """A tariff was withdrawn and the former one restored, from now on. Past assessments stand.

    Attributes:
      withdrawn: The version taken back.
      restored: The version in force again; empty for the one the profile ships.
      by: The officer's identification.
      why: The ground.
    """

    withdrawn: str
    restored: str
    by: str
    why: str = ""


class ReassessmentDue(msgspec.Struct, frozen=True, gc=False, tag="reassessment-due", omit_defaults=True):
    """A declaration was assessed under a tariff that was withdrawn; an officer must look at its duty again.

    Attributes:
      withdrawn: The version it was assessed under.
      restored: The version in force again; empty for the one the profile ships.
      currency: The profile's currency.
      was: The total assessed; None where there was none.
      would_be: The total under the restored tariff; None where there is none.
      difference: ``would_be`` less ``was``; None where either is missing.
    """

    withdrawn: str
    restored: str
    currency: str
    was: Decimal | None = None
    would_be: Decimal | None = None
    difference: Decimal | None = None
