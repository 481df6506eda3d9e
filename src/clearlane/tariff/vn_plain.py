"""A Vietnamese tariff as a plain table: a code, its rates in a column each, and a column for every schedule of an agreement.

Rates of Việt Nam cannot be shipped here; whoever may use them loads them in this form, which a spreadsheet writes as CSV UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty_text import DutyPart
from clearlane.model.measure import ALL_ORIGINS, Area, Measure, MeasureType, Series
from clearlane.model.nomenclature import PRODUCT_LINE, TariffLine
from clearlane.model.tariff import TariffHeader
from clearlane.model.text import Text
from clearlane.model.units import unit_named
from clearlane.tariff.cells import Cells
from clearlane.tariff.draft import Draft
from clearlane.tariff.duties import stated
from clearlane.tariff.faults import Faults
from clearlane.tariff.single import Wishes, edition_in, only_file
from clearlane.tariff.tables import Progress, rows_of

_RATES: Mapping[str, tuple[str, Series, Text]] = {
    "mfn": ("103", "third-country", Text(en="Preferential rate (MFN)", vi="Thuế suất ưu đãi (MFN)")),
    "ordinary": ("TT", "ordinary", Text(en="Ordinary rate", vi="Thuế suất thông thường")),
    "excise": ("TTDB", "excise", Text(en="Special consumption tax", vi="Thuế tiêu thụ đặc biệt")),
    "environment": ("BVMT", "environment", Text(en="Environmental protection tax", vi="Thuế bảo vệ môi trường")),
    "vat": ("VAT", "vat", Text(en="Value added tax", vi="Thuế giá trị gia tăng")),
}
_AGREEMENT = MeasureType("142", "preference", Text(en="Special preferential rate", vi="Thuế suất ưu đãi đặc biệt"))
COLUMNS = ("code", "text.vi", "text.en", "unit", "indent", *_RATES)
"""The columns beside those of the schedules, which are named B05 and so on as in VNACCS."""
_ASEAN = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH")
_PARTNERS: Mapping[str, tuple[str, ...]] = {
    "B05": (*_ASEAN, "CN"),
    "B06": (*_ASEAN, "KR"),
    "B07": (*_ASEAN, "AU", "NZ"),
    "B08": (*_ASEAN, "IN"),
    "B09": (*_ASEAN, "JP"),
    "B10": ("JP",),
    "B11": ("LA",),
    "B12": ("KH",),
    "B13": ("CL",),
    "B18": ("KR",),
}
"""The countries whose goods a schedule is for; of another schedule they are not known here, and a claim hangs on them."""
_SCHEDULE = re.compile(r"B\d\d", re.ASCII)
_CODE = re.compile(r"\d{2,10}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


def read_vn(files: Mapping[str, bytes], faults: Faults, progress: Progress | None, wishes: Wishes) -> Draft:
    """Return the tariff of Việt Nam that a plain table holds."""
    name, body = only_file(files, faults)
    types = [MeasureType(code, series, text) for code, series, text in _RATES.values()]
    draft = Draft(line_file=name, measure_file=name, types=[*types, _AGREEMENT])
    draft.header = TariffHeader(
        country="VN", edition=wishes.edition or edition_in(name) or "current", title="Biểu thuế xuất nhập khẩu Việt Nam", currency="VND",
        source="Loaded by the user", since=wishes.since or ALWAYS, languages=("vi", "en"),
    )  # fmt: skip
    reading = _Reading(draft, wishes.since or ALWAYS)
    rows = rows_of(name, body, COLUMNS, faults, others=_is_schedule, required=("code", "mfn"), progress=progress)
    for row in rows:
        draft.rows += 1
        reading.read(Cells(faults).on(row), row.number, [column for column in row.cells if _is_schedule(column)])
    draft.areas = list(reading.areas.values())
    return draft


def _is_schedule(column: str) -> bool:
    return bool(_SCHEDULE.fullmatch(column))


class _Reading:
    def __init__(self, draft: Draft, since: date) -> None:
        self._draft = draft
        self._since = since
        self._above: list[str] = []
        self.areas: dict[str, Area] = {}

    def read(self, cells: Cells, number: int, schedules: list[str]) -> None:
        code = cells.text("code").replace(".", "").replace(" ", "")
        if not _CODE.fullmatch(code) and (code or not cells.text("indent")):
            cells.fault("code", _BAD_CODE, Text(en="Write 8 digits, such as 01012100.", vi="Hãy ghi 8 chữ số, ví dụ 01012100."))
            return
        unit = unit_named(cells.text("unit")) if cells.text("unit") else None
        line = TariffLine(
            place=number,
            code=code,
            indent=cells.whole("indent", 0) if cells.text("indent") else self._depth(code),
            texts={language: words.lstrip("- ") for language, words in cells.words().items()},
            suffix=PRODUCT_LINE if code else "10",
            units=(unit.code,) if unit else tuple(filter(None, [cells.text("unit")])),
            since=self._since,
        )
        self._draft.keep_line(number, line)
        for measure in self._measures(cells, code, schedules) if code else ():
            self._draft.keep_measure(number, measure)

    def _depth(self, code: str) -> int:
        """Return how many lines before it a code stands below: those it begins with."""
        while self._above and not code.startswith(self._above[-1]):
            self._above.pop()
        self._above.append(code)
        return len(self._above) - 1

    def _measures(self, cells: Cells, code: str, schedules: list[str]) -> Iterator[Measure]:
        for column, (type_, _, _) in _RATES.items():
            for count, part in enumerate(stated(cells, column, "vn", "VND")):
                suffix = f"-{count + 1}" if count else ""
                yield self._measure(f"{code}:{type_}{suffix}", code, type_, ALL_ORIGINS, part)
        for schedule in schedules:
            yield from self._of_agreement(cells, code, schedule)

    def _of_agreement(self, cells: Cells, code: str, schedule: str) -> Iterator[Measure]:
        parts = stated(cells, schedule, "vn", "VND")
        partners = tuple(one for part in parts for one in part.programmes if _COUNTRY.fullmatch(one))
        for part in parts:
            if not part.programmes:
                area = self._area(schedule, "")
                measure = self._measure(f"{code}:142:{area}", code, "142", area, part)
                yield msgspec.structs.replace(measure, excluded=(*part.excluded, *partners))
            for partner in part.programmes:
                area = self._area(schedule, partner)
                yield self._measure(f"{code}:142:{area}", code, "142", area, part)

    def _area(self, schedule: str, partner: str) -> str:
        code = f"{schedule}-{partner}" if partner else schedule
        text = Text(en=f"Schedule {code}", vi=f"Biểu {code}")
        members = (partner,) if _COUNTRY.fullmatch(partner) else _PARTNERS.get(schedule, ())
        self.areas.setdefault(code, Area(code, text, members, agreement=schedule))
        return code

    def _measure(self, id_: str, code: str, type_: str, area: str, part: DutyPart) -> Measure:
        return Measure(
            id_, code, type_, part.expression, area, self._since, season=part.season, excluded=part.excluded, conditions=part.conditions
        )


_BAD_CODE = Text(en="This is no goods code.", vi="Đây không phải mã số hàng hóa.")
