"""The UK Global Tariff beside the EU's common external tariff, as the United Kingdom published them in one CSV.

Either column of rates can be taken. The table says of a code that a trade remedy, a suspension or a quota applies, and not which:
such codes bear a measure that stays conditional and names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from clearlane.model.dated import ALWAYS
from clearlane.model.duty import DutyExpression, Element, Term
from clearlane.model.measure import Measure, MeasureType, Series
from clearlane.model.nomenclature import TariffLine
from clearlane.model.tariff import TariffHeader
from clearlane.model.text import Text
from clearlane.tariff.cells import Cells
from clearlane.tariff.draft import Draft
from clearlane.tariff.duties import stated
from clearlane.tariff.faults import Faults
from clearlane.tariff.single import Wishes, edition_in, only_file
from clearlane.tariff.tables import Progress, rows_of

CODE, WORDS = "commodity", "description"
REMEDY, TRANSITION = "trade_remedy_applies", "cet_applies_until_trade_remedy_transition_reviews_concluded"
SUSPENSION, QUOTA = "suspension_applies", "atq_applies"
RATES = {"ukgt": ("ukgt_duty_rate", "GB", "GBP", "UK Global Tariff"), "cet": ("cet_duty_rate", "EU", "EUR", "Common external tariff")}
"""The columns of rates by the name under which each is asked for: the column, the territory, its currency and the title."""
_COLUMNS = (CODE, WORDS, "cet_duty_rate", "ukgt_duty_rate", "change", REMEDY, TRANSITION, SUSPENSION, QUOTA)
_DIGITS = re.compile(r"\d{7,10}", re.ASCII)


class _Flag(msgspec.Struct, frozen=True):
    columns: tuple[str, ...]
    type: str
    series: Series
    name: Text
    missing: Text


_CAVEAT = Text(
    en="This table holds no preferences under agreements, no lower rates of VAT, no excise and no licences; they may apply.",
    vi="Bảng này không có thuế suất ưu đãi đặc biệt theo hiệp định, thuế suất giá trị gia tăng thấp hơn, thuế tiêu thụ đặc biệt và "
    "giấy phép; các quy định đó có thể áp dụng.",
)
_FLAGS = (
    _Flag(
        (REMEDY, TRANSITION),
        "552",
        "anti-dumping",
        Text(en="Trade remedy", vi="Biện pháp phòng vệ thương mại"),
        Text(
            en="The trade remedy that applies, by origin and producer.",
            vi="Biện pháp phòng vệ thương mại áp dụng theo xuất xứ và nhà sản xuất.",
        ),
    ),
    _Flag(
        (SUSPENSION,),
        "112",
        "suspension",
        Text(en="Suspension of duty", vi="Tạm ngừng thu thuế"),
        Text(en="The rate and the conditions of the suspension.", vi="Mức thuế và điều kiện của việc tạm ngừng thu thuế."),
    ),
    _Flag(
        (QUOTA,),
        "122",
        "quota",
        Text(en="Tariff quota", vi="Hạn ngạch thuế quan"),
        Text(en="The rate within the tariff quota, and its balance.", vi="Thuế suất trong hạn ngạch và số dư hạn ngạch."),
    ),
)
_THIRD_COUNTRY = MeasureType("103", "third-country", Text(en="Third country duty", vi="Thuế nhập khẩu với nước thứ ba"))


def read_uk(files: Mapping[str, bytes], faults: Faults, progress: Progress | None, wishes: Wishes) -> Draft:
    """Return the tariff that one of the two columns of rates makes."""
    name, body = only_file(files, faults)
    column, country, currency, title = RATES.get(wishes.column or "ukgt", RATES["ukgt"])
    if wishes.column and wishes.column not in RATES:
        cause = Text(en="There is no such column of rates.", vi="Không có cột thuế suất này.")
        faults.add(name, 1, wishes.column[:40], cause, Text(en="Take ukgt or cet.", vi="Hãy chọn ukgt hoặc cet."))
    types = [_THIRD_COUNTRY, *(MeasureType(flag.type, flag.series, flag.name) for flag in _FLAGS)]
    draft = Draft(line_file=name, measure_file=name, code_column=CODE, types=types)
    draft.header = TariffHeader(
        country=country, edition=wishes.edition or edition_in(name) or "current", title=title, hs="2017", currency=currency,
        source="Department for International Trade, Open Government Licence v3.0", since=wishes.since or ALWAYS, caveats=(_CAVEAT,),
    )  # fmt: skip
    since = wishes.since or ALWAYS
    found: list[tuple[str, str, int]] = []
    for row in rows_of(name, body, _COLUMNS, faults, required=_COLUMNS, progress=progress):
        draft.rows += 1
        cells = Cells(faults).on(row)
        if code := _code(cells):
            found.append((code, cells.text(WORDS), row.number))
            for measure in _measures(cells, code, column, currency, since):
                draft.keep_measure(row.number, measure)
    _place(draft, found, since)
    return draft


def _code(cells: Cells) -> str:
    """Return the code with the zero that a spreadsheet took from its front; empty where it is none."""
    written = cells.text(CODE)
    if not _DIGITS.fullmatch(written):
        cause = Text(en=f"“{written[:40]}” is no commodity code.", vi=f"“{written[:40]}” không phải mã hàng hóa.")
        cells.fault(CODE, cause, Text(en="Write 8 or 10 digits.", vi="Hãy ghi 8 hoặc 10 chữ số."))
        return ""
    return written.zfill(8 if len(written) <= 8 else 10)


def _place(draft: Draft, found: list[tuple[str, str, int]], since: date) -> None:
    """Keep the lines in order of their codes; ten digits stand below the eight they begin with, where those are a line too."""
    eights = {code for code, _, _ in found if len(code) == 8}
    for place, (code, words, row) in enumerate(sorted(found), start=1):
        below = len(code) == 10 and code[:8] in eights
        draft.keep_line(row, TariffLine(place, code, int(below), {"en": words} if words else {}, since=since))


def _measures(cells: Cells, code: str, column: str, currency: str, since: date) -> Iterator[Measure]:
    parts = stated(cells, column, "taric", currency)
    if not parts and not cells.text(column):
        cells.fault(column, Text(en="There is no rate.", vi="Không có thuế suất."))
    for count, part in enumerate(parts, start=1):
        id_ = f"{code}:103" if len(parts) == 1 else f"{code}:103-{count}"
        yield Measure(
            id_, code, "103", part.expression, since=since, season=part.season, conditions=part.conditions, excluded=part.excluded
        )
    for flag in _FLAGS:
        told = [one for one in flag.columns if cells.yes(one, default=False)]
        if told:
            duty = DutyExpression(told[0], (Term(Element(told[0].removesuffix("_applies").replace("_", "-"), flag.missing)),))
            yield Measure(f"{code}:{flag.type}", code, flag.type, duty, since=since)
