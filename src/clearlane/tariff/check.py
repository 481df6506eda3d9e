"""Whether what was read makes a tariff: codes, days, references and overlaps, with the row of each fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from clearlane.model.measure import ALL_ORIGINS, Measure, Season
from clearlane.model.text import Text
from clearlane.tariff.draft import Draft
from clearlane.tariff.faults import Faults

_CODE = re.compile(r"\d{2,12}", re.ASCII)
_SUFFIX = re.compile(r"\d{2}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_DIGITS = Text(en="Write 2 to 12 digits without dots or blanks.", vi="Hãy ghi từ 2 đến 12 chữ số, không có dấu chấm hoặc dấu cách.")


def check(draft: Draft, faults: Faults) -> None:
    """Note every fault of a draft: in its lines, its measures, and what they refer to."""
    if not draft.lines and not faults:
        faults.add(draft.line_file, 0, "", Text(en="The tariff has no lines.", vi="Biểu thuế không có dòng hàng nào."))
    _Lines(draft, faults).check()
    _Measures(draft, faults).check()


class _Lines:
    def __init__(self, draft: Draft, faults: Faults) -> None:
        self._draft = draft
        self._faults = faults

    def check(self) -> None:
        places: set[int] = set()
        depth = -1
        for row, line in zip(self._draft.line_rows, self._draft.lines, strict=True):
            if line.code and not _CODE.fullmatch(line.code):
                self._fault(row, self._draft.code_column, _bad_code(line.code), _DIGITS)
            if not _SUFFIX.fullmatch(line.suffix):
                self._fault(row, "suffix", Text(en="The suffix is not two digits.", vi="Hậu tố không gồm hai chữ số."))
            if line.place in places:
                self._fault(row, "place", Text(en="Another line has this place.", vi="Một dòng khác đã có vị trí này."))
            if line.until is not None and line.until < line.since:
                self._fault(row, "until", _reversed(line.since, line.until))
            if line.indent > depth + 1:
                self._faults.remark(self._draft.line_file, row, "indent", _jump(depth, line.indent))
            for one in line.footnotes:
                if one not in self._draft.footnotes:
                    self._fault(row, "footnotes", unlisted(one))
            places.add(line.place)
            depth = line.indent
        self._check_overlaps()

    def _fault(self, row: int, column: str, cause: Text, remedy: Text | None = None) -> None:
        self._faults.add(self._draft.line_file, row, column, cause, remedy)

    def _check_overlaps(self) -> None:
        spans = (
            ((line.code, line.suffix), line.since, line.until, None, row)
            for row, line in zip(self._draft.line_rows, self._draft.lines, strict=True)
            if line.code
        )
        for earlier, row in _overlaps(spans):
            cause = Text(
                en=f"Row {earlier} has the same code and suffix at the same time.",
                vi=f"Dòng {earlier} có cùng mã và hậu tố trong cùng thời gian.",
            )
            self._fault(row, self._draft.code_column, cause, _PART_BY_DATES)


class _Measures:
    def __init__(self, draft: Draft, faults: Faults) -> None:
        self._draft = draft
        self._faults = faults
        self._known = self._draft.certificates.keys() | self._draft.told
        self._types = {one.code for one in draft.types}
        self._areas = {one.code for one in draft.areas}
        self._codes = {line.code for line in draft.lines}

    def check(self) -> None:
        self._check_areas()
        ids: set[str] = set()
        for row, measure in zip(self._draft.measure_rows, self._draft.measures, strict=True):
            if measure.id in ids:
                self._fault(row, "id", Text(en="Another measure has this id.", vi="Một biện pháp khác đã có mã này."))
            ids.add(measure.id)
            self._check_one(row, measure)
        self._check_overlaps()

    def _fault(self, row: int, column: str, cause: Text, remedy: Text | None = None) -> None:
        self._faults.add(self._draft.measure_file, row, column, cause, remedy)

    def _check_one(self, row: int, measure: Measure) -> None:
        if measure.code not in self._codes:
            self._check_code(row, measure.code)
        if measure.until is not None and measure.until < measure.since:
            self._fault(row, "until", _reversed(measure.since, measure.until))
        for column, one in self._strangers(measure):
            self._fault(row, column, unlisted(one))

    def _check_code(self, row: int, code: str) -> None:
        if not _CODE.fullmatch(code):
            self._fault(row, self._draft.code_column, _bad_code(code), _DIGITS)
        elif self._draft.lines:
            cause = Text(en=f"No line has the code {code}.", vi=f"Không có dòng hàng nào mang mã {code}.")
            self._fault(row, self._draft.code_column, cause)

    def _strangers(self, measure: Measure) -> Iterator[tuple[str, str]]:
        if measure.type and measure.type not in self._types:
            yield "type", measure.type
        yield from (("area", one) for one in (measure.area,) if not self._is_area(one))
        yield from (("excluded", one) for one in measure.excluded if not self._is_area(one))
        yield from (("footnotes", one) for one in measure.footnotes if one not in self._draft.footnotes)
        if measure.additional_code and measure.additional_code not in self._draft.additional_codes:
            yield "additional_code", measure.additional_code
        for condition in measure.conditions:
            yield from (("certificates", one) for one in condition.certificates if one not in self._known)

    def _is_area(self, code: str) -> bool:
        return code in self._areas or code == ALL_ORIGINS or bool(_COUNTRY.fullmatch(code))

    def _check_areas(self) -> None:
        for row, area in enumerate(self._draft.areas, start=2):
            for one in area.proofs:
                if one not in self._draft.certificates:
                    self._faults.add("areas", row, "proofs", unlisted(one))
            for one in area.members:
                if not _COUNTRY.fullmatch(one):
                    self._faults.add("areas", row, "members", unlisted(one))

    def _check_overlaps(self) -> None:
        spans = (
            (
                (one.code, one.type, one.area, one.additional_code, one.order_number, one.excluded),
                one.since,
                one.until,
                one.season,
                row,
            )
            for row, one in zip(self._draft.measure_rows, self._draft.measures, strict=True)
        )
        for earlier, row in _overlaps(spans):
            cause = Text(
                en=f"Row {earlier} has a measure of the same type for the same code and area at the same time.",
                vi=f"Dòng {earlier} có biện pháp cùng loại cho cùng mã và khu vực trong cùng thời gian.",
            )
            self._fault(row, "since", cause, _PART_BY_DATES)


_PART_BY_DATES = Text(
    en="End the earlier one the day before the later one begins.", vi="Hãy kết thúc cái trước vào ngày trước khi cái sau bắt đầu."
)
_Span = tuple[tuple[object, ...], date, date | None, Season | None, int]


def _overlaps(spans: Iterable[_Span]) -> Iterator[tuple[int, int]]:
    """Yield the rows of each two that share a key and a day; of many on one day, each once."""
    by_key: dict[tuple[object, ...], list[_Span]] = {}
    for span in spans:
        by_key.setdefault(span[0], []).append(span)
    for together in by_key.values():
        if len(together) > 1:
            yield from _overlaps_of(sorted(together, key=lambda span: (span[1], span[4])))


def _overlaps_of(spans: list[_Span]) -> Iterator[tuple[int, int]]:
    open_ones: list[_Span] = []
    for span in spans:
        open_ones = [one for one in open_ones if one[2] is None or one[2] >= span[1]]
        other = next((one for one in open_ones if _share_a_day(one, span)), None)
        if other is None:
            open_ones.append(span)
        else:
            yield other[4], span[4]


def _share_a_day(one: _Span, other: _Span) -> bool:
    first = max(one[1], other[1])
    last = min(one[2] or date.max, other[2] or date.max)
    if first > last:
        return False
    seasons = [season for season in (one[3], other[3]) if season is not None]
    if not seasons:
        return True
    days = (first + timedelta(days=day) for day in range(min((last - first).days, 1461) + 1))
    return any(all(season.holds(day) for season in seasons) for day in days)


def _bad_code(code: str) -> Text:
    shown = code[:40]
    return Text(en=f"“{shown}” is no goods code.", vi=f"“{shown}” không phải mã số hàng hóa.")


def unlisted(code: str) -> Text:
    """Return the cause where a code stands in no table of its kind."""
    shown = code[:40]
    return Text(en=f"“{shown}” is not listed in its table.", vi=f"“{shown}” không có trong bảng tương ứng.")


def _reversed(since: date, until: date) -> Text:
    return Text(en=f"It ends ({until}) before it begins ({since}).", vi=f"Ngày hết hiệu lực ({until}) trước ngày bắt đầu ({since}).")


def _jump(above: int, indent: int) -> Text:
    return Text(
        en=f"The line stands {indent} deep below one that stands {max(above, 0)} deep.",
        vi=f"Dòng ở bậc {indent} nằm ngay dưới dòng ở bậc {max(above, 0)}.",
    )
