"""What the forms of one file have in common: which file it is, its edition, and what the officer wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from clearlane.model.text import Text
from clearlane.tariff.faults import Faults

_EDITION = re.compile(r"(19|20)\d\d(-\d\d)?")


class Wishes(msgspec.Struct, frozen=True):
    """What the officer says of a tariff beside its files.

    Attributes:
      edition: Its name among the editions; empty to take it from the files.
      column: Which of several columns of rates to take; empty for the usual one.
      since: The first day on which its lines and measures hold; None to leave that open.
    """

    edition: str = ""
    column: str = ""
    since: date | None = None


def only_file(files: Mapping[str, bytes], faults: Faults) -> tuple[str, bytes]:
    """Return the one file there is; a fault is noted where there are several."""
    if len(files) > 1:
        cause = Text(en="This form of tariff is one file, and there are several.", vi="Dạng biểu thuế này gồm một tệp nhưng có nhiều tệp.")
        faults.add("", 0, "", cause, Text(en="Give the one file.", vi="Hãy chỉ đưa một tệp."))
    return next(iter(files.items()))


def edition_in(name: str) -> str:
    """Return the edition that a file's name tells, as year and month; empty where it tells none.

    >>> edition_in("hts_2025-04.csv")
    '2025-04'
    """
    found = _EDITION.search(name)
    return found.group() if found else ""
