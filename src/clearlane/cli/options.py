"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from clearlane.cli.speech import helped


class Role(StrEnum):
    """Who is answered: a trader is told nothing of risk, nor of a lane before the goods are presented."""

    trader = "trader"
    officer = "officer"


class Holder(StrEnum):
    """What the holder of a token is here as."""

    trader = "trader"
    officer = "officer"
    tariff = "tariff"
    analyst = "analyst"
    manager = "manager"
    auditor = "auditor"
    inspector = "inspector"
    supervisor = "supervisor"
    cashier = "cashier"
    partner = "partner"
    broker = "broker"
    admin = "admin"


class Shape(StrEnum):
    """The form of a message."""

    xml = "xml"
    json = "json"


Profile = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help=helped("The national profile, such as xa.", "Hồ sơ quốc gia, ví dụ xa."), show_default=False
    ),
]
Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help=helped("Where facts are kept: sqlite:///FILE or postgresql://…", "Nơi lưu dữ liệu: sqlite:///TỆP hoặc postgresql://…"),
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="en|vi", help=helped("The language of words.", "Ngôn ngữ của lời văn."), show_default=False),
]
Sandbox = Annotated[
    bool | None,
    typer.Option(
        "--sandbox/--no-sandbox",
        help=helped(
            "A practice office: the beginning of a reference forces the outcome.",
            "Cơ quan thực hành: phần đầu của số tham chiếu quyết định kết quả.",
        ),
        show_default=False,
    ),
]
As = Annotated[
    Role,
    typer.Option("--as", help=helped("Who asks; officers also see lane and reasons.", "Người hỏi; công chức còn xem được luồng và lý do.")),
]
Reference = Annotated[
    str, typer.Argument(metavar="REF", help=helped("A number or a reference.", "Số tờ khai hoặc số tham chiếu."), show_default=False)
]
