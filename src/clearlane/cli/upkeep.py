"""``clearlane rebuild`` and ``clearlane profile``: keeping an office."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.progress import progress
from clearlane.cli.speech import helped, one_of, out, said, tell
from clearlane.model.profile import Act
from clearlane.office.conformance import conformance
from clearlane.office.wiring import profile_named, profile_names

Name = Annotated[
    str, typer.Argument(metavar="NAME", help=helped("A profile's short name.", "Tên ngắn của hồ sơ quốc gia."), show_default=False)
]


def rebuild(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Make everything that is derived from the fact log anew."""
    found = settled(profile=profile, store=store, language=language)
    erased: set[str] = set()
    with office_of(found) as office:
        with progress(one_of("Rebuilding", "Đang dựng lại"), office.store.last_seq()) as done:
            facts = office.rebuild(done, erased.add)
        tell(one_of(f"{facts} facts were read; the read models are made anew.", f"Đã đọc {facts} dữ kiện; đã dựng lại dữ liệu tra cứu."))
        if erased:
            tell(
                one_of(
                    f"Declarations whose content was erased: {len(erased)}. Risk work knows their goods and what was found no more.",
                    f"Số tờ khai đã xóa nội dung: {len(erased)}. Quản lý rủi ro không còn dữ liệu hàng hóa và kết quả kiểm tra của chúng.",
                )
            )


def check(name: Name, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Check a profile; exit 0 where it is in order, 1 where something is wrong with it, 2 where there is none."""
    settled(profile=profile, store=store, language=language)
    law = profile_named(name)
    complaints = [f"{one.rule}: {said(one.words)}" for one in conformance(law)]
    for complaint in complaints:
        out(complaint)
    for act in law.acts:
        out(f"{act.code}  {_reading(act)}  {said(act.title)}")
    if complaints:
        tell(one_of(f"{len(complaints)} points to put right in {name}.", f"{len(complaints)} điểm cần sửa trong hồ sơ {name}."))
        raise typer.Exit(1)
    tell(one_of(f"The profile {name} is in order.", f"Hồ sơ {name} hợp lệ."))


def _reading(act: Act) -> str:
    if not act.read:
        return one_of("known, not read", "đã biết, chưa đọc")
    return one_of(f"as amended up to {act.as_of:%Y-%m-%d}", f"cập nhật đến ngày {act.as_of:%d/%m/%Y}")


def names(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the profiles installed."""
    settled(profile=profile, store=store, language=language)
    for name in profile_names():
        law = profile_named(name)
        out(f"{name}  {said(law.name)}, {law.country}, {law.currency}")
