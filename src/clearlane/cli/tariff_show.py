"""``clearlane tariff list`` and ``show``: what tariffs there are, and what stands in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.speech import helped, language, one_of, out, said, tell
from clearlane.cli.tariff_options import Json, On, Which, moment, out_columns, out_json
from clearlane.model.dated import ALWAYS
from clearlane.model.edition import TariffVersion
from clearlane.model.measure import Measure
from clearlane.model.nomenclature import TariffLine
from clearlane.model.profile import Profile as Law
from clearlane.model.refusals import NotFound
from clearlane.model.tariff import Borne, Tariff
from clearlane.model.text import Text
from clearlane.office.office import Office

Name = Annotated[
    str,
    typer.Argument(
        metavar="[VERSION|CODE]", help=helped("A tariff, or a goods code in digits.", "Biểu thuế, hoặc mã số hàng hóa."), show_default=False
    ),
]
_STATES = {
    "loaded": Text(en="loaded, not in force", vi="đã nạp, chưa áp dụng"),
    "scheduled": Text(en="scheduled", vi="đã hẹn ngày áp dụng"),
    "in-force": Text(en="in force", vi="đang áp dụng"),
    "superseded": Text(en="superseded", vi="đã được thay thế"),
    "withdrawn": Text(en="withdrawn", vi="đã thu hồi"),
}


def names(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the tariffs loaded, the latest first."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        versions = office.tariff.versions()
    if json:
        for version in versions:
            out_json(version)
    else:
        _list(versions, office.profile)


def show(
    name: Name = "",
    on: On = None,
    version: Which = "",
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Show a tariff, or a code with its place, units and measures as of a day."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        if name and _digits(name):
            day = on.date() if on else office.profile.day(office.clock())
            tariff = _tariff(office, version)
            _show_code(tariff, _digits(name), day, json=json)
        else:
            _show_version(office, name or version, json=json)


def _digits(name: str) -> str:
    """Return a code without dots and blanks; empty where it is no code."""
    digits = name.replace(".", "").replace(" ", "")
    return digits if digits.isascii() and digits.isdigit() and len(digits) > 1 else ""


def _tariff(office: Office, version: str) -> Tariff:
    tariff = office.tariff.tariff(version)
    if tariff is None:
        raise NotFound(
            Text(
                en="No tariff is in force, and the profile ships none. Load one: clearlane tariff load.",
                vi="Chưa có biểu thuế nào được áp dụng và hồ sơ quốc gia không kèm biểu thuế. Hãy nạp: clearlane tariff load.",
            )
        )
    return tariff


def _list(versions: list[TariffVersion], law: Law) -> None:
    if not versions:
        tell(one_of("No tariff is loaded.", "Chưa nạp biểu thuế nào."))
        return
    heading = (
        one_of("version", "phiên bản"),
        one_of("standing", "tình trạng"),
        one_of("since", "từ"),
        one_of("lines", "mã hàng"),
        one_of("measures", "biện pháp"),
        one_of("loaded by", "người nạp"),
        one_of("live by", "người áp dụng"),
        one_of("title", "tên"),
    )
    rows = [
        (
            one.version,
            said(_STATES[one.state]),
            moment(one.since, law) if one.since else "",
            str(one.lines),
            str(one.measures),
            one.loaded_by,
            one.activated_by,
            one.header.title,
        )
        for one in versions
    ]
    out_columns([heading, *rows], right=(3, 4))


def _show_version(office: Office, name: str, *, json: bool) -> None:
    found = office.tariff.version(name) if name else office.tariff.in_force()
    if found is None:
        raise NotFound(Text(en="No loaded tariff is in force. clearlane tariff list names all.", vi="Chưa áp dụng biểu thuế nào đã nạp."))
    if json:
        out_json(found)
        return
    law = office.profile
    out(f"{found.version}: {found.header.title}")
    facts = {
        one_of("standing", "tình trạng"): said(_STATES[found.state]),
        one_of("country", "nước"): found.header.country,
        one_of("edition", "ấn bản"): found.header.edition,
        "HS": found.header.hs,
        one_of("source", "nguồn"): found.header.source,
        one_of("lines", "mã hàng"): str(found.lines),
        one_of("measures", "biện pháp"): str(found.measures),
        one_of("loaded", "nạp"): f"{moment(found.loaded_at, law)}, {found.loaded_by}",
        one_of("live", "áp dụng"): f"{moment(found.since, law)}, {found.activated_by}" if found.since else "",
        one_of("withdrawn", "thu hồi"): f"{moment(found.withdrawn_at, law)}, {found.withdrawn_by}" if found.withdrawn_at else "",
        one_of("because", "lý do"): found.why,
        "SHA-256": found.digest,
    }
    out_columns([(name, value) for name, value in facts.items() if value], indent="  ")
    for caveat in found.header.caveats:
        out(f"  {one_of('open', 'còn để ngỏ')}: {said(caveat)}")


def _show_code(tariff: Tariff, code: str, on: date, *, json: bool) -> None:
    tree = tariff.nomenclature.on(on)
    line = tree.nearest(code)
    if line is None:
        raise NotFound(Text(en=f"The tariff has no code {code} on {on}.", vi=f"Biểu thuế không có mã {code} vào ngày {on:%d/%m/%Y}."))
    borne = tariff.borne(code, on)
    holding = [_holds(one, borne) for one in borne]
    if json:
        out_json({"tariff": tariff.version, "on": on, "line": line, "path": tree.path(line), "measures": borne, "holds": holding})
        return
    for place, above in enumerate(tree.path(line)):
        out("  " * place + f"{above.code or '-'}  {above.text(language())}")
    for told in _about(tariff, line, on, declarable=tree.declarable(line)):
        out(told)
    if borne:
        heading = (
            one_of("holds", "áp dụng"),
            one_of("measure", "biện pháp"),
            one_of("area", "khu vực"),
            one_of("duty", "mức thuế"),
            one_of("from", "từ"),
            one_of("until", "đến"),
            one_of("stands on", "quy định tại"),
            one_of("law", "căn cứ"),
        )
        out_columns([heading, *(_measure_row(tariff, one, holds=holds) for one, holds in zip(borne, holding, strict=True))], indent="  ")
    else:
        out(one_of("  no measures on that day", "  không có biện pháp nào vào ngày này"))


def _about(tariff: Tariff, line: TariffLine, on: date, *, declarable: bool) -> Iterator[str]:
    name = tariff.version or one_of("the profile's own tariff", "biểu thuế kèm hồ sơ quốc gia")
    yield one_of(f"As of {on}, in {name}", f"Theo ngày {on:%d/%m/%Y}, {name}")
    if not declarable:
        yield one_of("  Goods are declared under a finer code.", "  Hàng hóa phải khai theo mã chi tiết hơn.")
    if line.units:
        yield f"  {one_of('counted in', 'đơn vị tính')}: {', '.join(line.units)}"
    for caveat in tariff.header.caveats:
        yield f"  {one_of('open', 'còn để ngỏ')}: {said(caveat)}"


def _holds(one: Borne, borne: Sequence[Borne]) -> bool:
    """Say whether a measure holds for the code: of measures alike it is the one of the nearest line, which come first."""
    return next(other for other in borne if _alike(other) == _alike(one)).line == one.line


def _alike(borne: Borne) -> tuple[str, ...]:
    measure = borne.measure
    return measure.type, measure.area, measure.additional_code, measure.order_number


def _measure_row(tariff: Tariff, borne: Borne, *, holds: bool) -> tuple[str, ...]:
    measure = borne.measure
    kind, area = tariff.types.get(measure.type), tariff.areas.get(measure.area)
    return (
        one_of("yes", "có") if holds else one_of("no", "không"),
        f"{said(kind.text) if kind else measure.type}{f' ({measure.additional_code})' if measure.additional_code else ''}",
        said(area.text) if area else measure.area,
        _duty(measure),
        f"{measure.since}" if measure.since > ALWAYS else "",
        f"{measure.until}" if measure.until else "",
        borne.line.code if borne.line else "",
        measure.reference,
    )


def _duty(measure: Measure) -> str:
    text = measure.duty.text if measure.duty else "-"
    if measure.season:
        (month, day), (last_month, last_day) = measure.season.since, measure.season.until
        text += f" [{month:02d}-{day:02d}…{last_month:02d}-{last_day:02d}]"
    documents = [code for condition in measure.conditions for code in condition.certificates]
    return f"{text} ({', '.join(documents)})" if documents else text
