"""The commands below ``clearlane document`` and ``clearlane lots``."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import documents
from clearlane.model.text import Text

Command = tuple[str, Callable[..., None], Text]
WORDS = Text(en="Documents of declarations.", vi="Chứng từ của tờ khai.")
COMMANDS: tuple[Command, ...] = (
    ("put", documents.put, Text(en="Put a document to a declaration.", vi="Nộp chứng từ cho tờ khai.")),
    ("list", documents.list_all, Text(en="List a declaration's documents.", vi="Liệt kê chứng từ của tờ khai.")),
    ("get", documents.get, Text(en="Write a document to a file.", vi="Lưu một chứng từ ra tệp.")),
)
