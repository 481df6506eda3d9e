"""The command ``clearlane``: its commands, and how refusals are told."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from clearlane.cli.desk import in_words
from clearlane.cli.lodging import lodge
from clearlane.cli.speech import helped, speak, tell_refusal
from clearlane.model.refusals import Refusal


class Courteous(TyperGroup):
    """Commands whose refusals are told in words, and end with 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        speak("en")
        try:
            with in_words():
                return super().invoke(ctx)
        except Refusal as refusal:
            tell_refusal(refusal)
            raise typer.Exit(2) from None


app = typer.Typer(
    name="clearlane",
    cls=Courteous,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=helped(
        "Open smart-customs software: declarations at the command line.", "Phần mềm hải quan thông minh mở: tờ khai trên dòng lệnh."
    ),
)
app.command(
    "lodge",
    help=helped(
        "Lodge messages. Exit 0: all accepted; 1: some rejected; 2: some unreadable or refused.",
        "Nộp thông điệp. Mã thoát 0: chấp nhận tất cả; 1: có tờ khai bị từ chối; 2: có thông điệp không được tiếp nhận.",
    ),
)(lodge)


@app.callback()
def office() -> None:
    """Stand before the commands, so that each is called by its name."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
