"""``clearlane convert`` and ``clearlane schema``: messages in their other form, and the form itself."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Shape, Store
from clearlane.cli.sources import bytes_of
from clearlane.cli.speech import helped
from clearlane.office.forms import converted
from clearlane.office.forms import schema as published

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE|-", help=helped("A message; - for standard input.", "Một thông điệp; - là đầu vào chuẩn."), show_default=False
    ),
]
To = Annotated[Shape, typer.Option("--to", help=helped("The form wanted.", "Định dạng cần có."), show_default=False)]


def convert(file: File, to: To, profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write a message in another form on standard output, without lodging it."""
    found = settled(profile=profile, store=store, language=language)
    write(converted(bytes_of(file, found.max_bytes), to.value))


def schema(profile: Profile = None, store: Store = None, language: Language = None) -> None:
    """Write the JSON Schema of a message on standard output."""
    settled(profile=profile, store=store, language=language)
    write(json.dumps(published(), ensure_ascii=False, indent=2).encode())


def write(data: bytes) -> None:
    """Write bytes on standard output as they are, ended by a line end."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()
