"""``clearlane risk draw``: bind the random draw to a secret, show what was published, check a proof, open the secret to the auditor."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from clearlane.cli.desk import office_of, settled
from clearlane.cli.options import Language, Profile, Store
from clearlane.cli.risk_options import Number, percent
from clearlane.cli.speech import helped, one_of, out, tell
from clearlane.cli.tariff_options import Json, moment, out_columns, out_json
from clearlane.model.refusals import Unreadable
from clearlane.model.text import Text
from clearlane.office.risk_nouns import proven

Period = Annotated[
    str, typer.Argument(metavar="PERIOD", help=helped("A period, such as 2026-11-22.", "Kỳ, ví dụ 2026-11-22."), show_default=False)
]
Begin = Annotated[
    datetime,
    typer.Option(
        "--since",
        formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d"],
        metavar="MOMENT",
        help=helped("From when it decides, in the law's time zone.", "Thời điểm bắt đầu, theo múi giờ của pháp luật."),
        show_default=False,
    ),
]
Share = Annotated[
    float,
    typer.Option(
        "--share",
        min=0,
        max=1,
        metavar="SHARE",
        help=helped("The share drawn, such as 0.02.", "Tỷ lệ rút, ví dụ 0.02."),
        show_default=False,
    ),
]
Holders = Annotated[
    list[str],
    typer.Option(
        "--holder", metavar="NAME", help=helped("Who holds a part; repeat it.", "Người giữ một phần; lặp lại."), show_default=False
    ),
]
Needed = Annotated[
    int, typer.Option("--needed", min=2, metavar="K", help=helped("How many open it together.", "Số người cần để mở."), show_default=False)
]
Auditor = Annotated[
    str,
    typer.Option(
        "--auditor",
        metavar="STAFF-NUMBER",
        help=helped("Who is shown it; no holder.", "Kiểm toán viên; không phải người giữ."),
        show_default=False,
    ),
]
Phrases = Annotated[
    Path | None,
    typer.Option(
        "--phrases",
        metavar="FILE",
        help=helped("Pass phrases by holder, for trials only.", "Tệp cụm mật khẩu của người giữ, chỉ để diễn tập."),
        show_default=False,
    ),
]
Proof = Annotated[
    str, typer.Argument(metavar="PROOF", help=helped("The proof, in hexadecimal.", "Chứng minh, dạng thập lục phân."), show_default=False)
]
Key = Annotated[
    str,
    typer.Option(
        "--public-key", metavar="HEX", help=helped("Check without any office.", "Kiểm tra không cần hệ thống."), show_default=False
    ),
]
Published = Annotated[
    float,
    typer.Option(
        "--share",
        min=0,
        max=1,
        metavar="SHARE",
        help=helped("The share published with the key.", "Tỷ lệ công bố kèm khóa."),
        show_default=False,
    ),
]


def commit(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    period: Period,
    since: Begin,
    share: Share,
    holder: Holders,
    needed: Needed,
    phrases: Phrases = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Bind a period's draw to a new secret, each holder's part sealed by a pass phrase that only he knows."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        begins = since.replace(tzinfo=ZoneInfo(office.profile.time_zone))
        made = office.risk.draws.commit(period, begins, share, _phrases(holder, phrases, twice=True), needed)
        law = office.profile
    if json:
        out_json(made)
        return
    when = moment(made.since, law)
    out(
        one_of(
            f"Committed: {made.period}, from {when}, {percent(made.share, 2)}.",
            f"Đã cam kết: {made.period}, từ {when}, {percent(made.share, 2)}.",
        )
    )
    out(one_of(f"Publish the key: {made.public_key}", f"Hãy công bố khóa: {made.public_key}"))


def open_(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    period: Period,
    auditor: Auditor,
    holder: Holders,
    phrases: Phrases = None,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Show a period's secret to the auditor, from the parts of enough holders; that it was opened is recorded, the secret is not."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        secret = office.risk.draws.open(period, _phrases(holder, phrases, twice=False), auditor=auditor)
    if json:
        out_json({"period": period, "secret": secret.hex()})
        return
    tell(one_of("For the auditor's eyes only:", "Chỉ dành cho kiểm toán viên:"))
    out(secret.hex())


def check(  # noqa: PLR0913, PLR0917 - one argument for each option of the command
    period: Period,
    number: Number,
    proof: Proof,
    public_key: Key = "",
    share: Published = 0.0,
    json: Json = False,
    profile: Profile = None,
    store: Store = None,
    language: Language = None,
) -> None:
    """Say whether a proof shows that a declaration was drawn; exit 0 where it does, 1 otherwise. Anyone may ask."""
    found = settled(profile=profile, store=store, language=language)
    if bool(public_key) != bool(share):
        raise Unreadable(Text(en="Give --public-key and --share together.", vi="Hãy nêu cả --public-key và --share."))
    if public_key:
        drawn = proven(public_key, share, number, proof)
    else:
        with office_of(found) as office:
            drawn = office.risk.draws.verify(period, number, proof)
    if json:
        out_json({"period": period, "number": number, "drawn": drawn})
    elif drawn:
        out(
            one_of(
                f"{number} was drawn in {period}; nobody chose it.", f"{number} được rút ngẫu nhiên trong kỳ {period}; không do ai chọn."
            )
        )
    else:
        out(one_of("The proof does not show that.", "Chứng minh không xác nhận điều đó."))
    raise typer.Exit(0 if drawn else 1)


def show(json: Json = False, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """List the draws committed, the latest first. Anyone may see them."""
    found = settled(profile=profile, store=store, language=language)
    with office_of(found) as office:
        every, law = office.risk.draws.commitments(), office.profile
    if json:
        for one in every:
            out_json(one)
    elif every:
        heading = (
            one_of("period", "kỳ"),
            one_of("from", "từ"),
            one_of("share", "tỷ lệ"),
            one_of("opened by", "mở bởi"),
            one_of("public key", "khóa công khai"),
        )
        rows = [
            (
                one.period,
                moment(one.since, law),
                percent(one.share, 2),
                one_of(f"{one.needed} of {one.holders}", f"{one.needed}/{one.holders}"),
                one.public_key,
            )
            for one in every
        ]
        out_columns([heading, *rows], right=(2,))
    else:
        tell(one_of("No draw is committed.", "Chưa có cam kết rút ngẫu nhiên nào."))


def _phrases(holders: Sequence[str], file: Path | None, *, twice: bool) -> dict[str, str]:
    """Return a pass phrase for each holder, asked one after the other without showing what is typed, or from a file.

    Raises:
      Unreadable: The file has none for one of them.
    """
    if file is None:
        words = one_of("Pass phrase of {}", "Cụm mật khẩu của {}")
        return {name: typer.prompt(words.format(name), hide_input=True, confirmation_prompt=twice, err=True) for name in holders}
    try:
        told = tomllib.loads(file.read_text("utf-8"))
        return {name: str(told[name]) for name in holders}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError):
        raise Unreadable(
            Text(
                en=f'{file.name} needs a line for each holder, such as "H-1" = "words".',
                vi=f'{file.name} cần một dòng cho mỗi người giữ, ví dụ "H-1" = "cụm từ".',
            )
        ) from None
