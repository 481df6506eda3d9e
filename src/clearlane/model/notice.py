"""A notice: one thing told to the trader, in plain words and as the WCO Data Model says it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from clearlane.model.response import Response
from clearlane.model.text import Text


class Notice(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One thing told to the trader. Never a reason of risk.

    Attributes:
      function_code: Which kind, as in ``Response.FunctionCode``; see the reference page on notifications.
      name: What it is, in a few words.
      issued_at: When it was told, UTC.
      seq: The place in the log of the fact that it tells.
      response: The same as the WCO Data Model says it.
      words: What happened, what is asked, by when, and how to answer or contest.
    """

    function_code: str
    name: Text
    issued_at: datetime
    seq: int
    response: Response
    words: Text
