"""Read a tariff from files of any form, whole or not at all.

content, report = read_tariff("tariff-folder")
if content is None:
    for fault in report.faults:
        print(fault.file, fault.row, fault.column, fault.cause.en)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from clearlane.model.edition import LoadReport
from clearlane.model.tariff import TariffContent
from clearlane.model.text import Text
from clearlane.tariff.check import check
from clearlane.tariff.draft import Draft
from clearlane.tariff.duties import outcome
from clearlane.tariff.faults import Faults
from clearlane.tariff.files import Source, files_of
from clearlane.tariff.own_form import read_own
from clearlane.tariff.single import Wishes
from clearlane.tariff.tables import Progress
from clearlane.tariff.uk_gt import read_uk
from clearlane.tariff.us_hts import read_us
from clearlane.tariff.vn_plain import read_vn

_Reader = Callable[[Mapping[str, bytes], Faults, Progress | None, Wishes], Draft]

_READERS: Mapping[str, _Reader] = {
    "own": lambda files, faults, progress, _: read_own(files, faults, progress),
    "us-hts": read_us,
    "uk-gt": read_uk,
    "vn": read_vn,
}

FORMS = tuple(_READERS)
"""The forms in which a tariff can be read."""


def read_tariff(
    source: Source, form: str = "own", *, edition: str = "", column: str = "", since: date | None = None, progress: Progress | None = None
) -> tuple[TariffContent | None, LoadReport]:
    """Return the tariff, or None where anything stands against it, and the report either way.

    Args:
      source: A path to a folder, zip or file; the bytes of a zip or file; or several files by name.
      form: One of ``FORMS``.
      edition: Its name among the country's editions, instead of the one in the files.
      column: Which of several columns of rates to take (``uk-gt``: ``ukgt`` or ``cet``); empty for the usual one.
      since: The first day on which its lines and measures hold, for forms that tell none; None to leave that open.
      progress: Told now and then how many rows are done.
    """
    faults = Faults()
    draft = Draft()
    reader = _READERS.get(form)
    if reader is None:
        known = ", ".join(FORMS)
        cause = Text(en="There is no such form of tariff.", vi="Không có dạng biểu thuế này.")
        faults.add("", 0, "", cause, Text(en=f"The forms are: {known}.", vi=f"Các dạng gồm: {known}."))
    else:
        files = files_of(source, faults)
        if not faults:
            draft = reader(files, faults, progress, Wishes(edition, column, since))
            check(draft, faults)
    if faults or draft.header is None:
        return None, LoadReport(faults=faults.faults, remarks=faults.remarks, rows=draft.rows)
    header = msgspec.structs.replace(draft.header, edition=edition) if edition else draft.header
    content = draft.content(header)
    return content, report_of(content, draft.rows, faults)


def report_of(content: TariffContent, rows: int, faults: Faults) -> LoadReport:
    """Return the report on a tariff in order: how much it holds and what can be made of its duties."""
    outcomes: Counter[str] = Counter(priced=0, conditional=0, unpriced=0)
    unpriced: Counter[str] = Counter()
    for measure in content.measures:
        if measure.duty is not None:
            outcomes[made := outcome(measure.duty)] += 1
            if made == "unpriced":
                unpriced[measure.duty.text] += 1
    return LoadReport(
        remarks=faults.remarks,
        rows=rows,
        lines=len(content.lines),
        measures=len(content.measures),
        outcomes=dict(outcomes),
        unpriced=tuple(unpriced.most_common()),
    )
