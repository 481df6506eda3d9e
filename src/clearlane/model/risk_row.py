"""A goods item as risk saw it: the values every profile and model was held against. A read model, beside the log, that can be erased."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.risk_field import Value


class RiskRow(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, array_like=True):
    """One goods item of a declaration, as it was looked at last.

    Attributes:
      number: The declaration.
      item: The goods item, from 1.
      at: When it was looked at.
      seq: The place in the log of what was known then.
      values: The values, in the order of the catalogue; fields the catalogue got since are missing.
    """

    number: str
    item: int
    at: datetime
    seq: int
    values: tuple[Value, ...]
