"""The commands below ``clearlane document``, ``clearlane lots`` and ``clearlane practice``."""

from __future__ import annotations

from collections.abc import Callable

from clearlane.cli import documents, lots, practice
from clearlane.model.text import Text

Command = tuple[str, Callable[..., None], Text]
WORDS = Text(en="Documents of declarations.", vi="Chứng từ của tờ khai.")
COMMANDS: tuple[Command, ...] = (
    ("put", documents.put, Text(en="Put a document to a declaration.", vi="Nộp chứng từ cho tờ khai.")),
    ("list", documents.list_all, Text(en="List a declaration's documents.", vi="Liệt kê chứng từ của tờ khai.")),
    ("get", documents.get, Text(en="Write a document to a file.", vi="Lưu một chứng từ ra tệp.")),
)
LOTS_WORDS = Text(en="The lottery that gives cases to officers.", vi="Bốc thăm phân công hồ sơ cho công chức.")
LOTS: tuple[Command, ...] = (
    ("commit", lots.commit, Text(en="Bind a period's lottery to new secrets.", vi="Cam kết bốc thăm của một kỳ.")),
    ("open", lots.open_, Text(en="Publish the seed of a period that is over.", vi="Công bố hạt giống của kỳ đã kết thúc.")),
    ("check", lots.check, Text(en="Recompute every lot. Exit 1: one does not hold.", vi="Tính lại mọi lượt. Mã thoát 1: có điểm sai.")),
    ("list", lots.list_all, Text(en="List the periods bound.", vi="Liệt kê các kỳ đã cam kết.")),
)
PRACTICE_WORDS = Text(en="Simulated cases to practise on.", vi="Hồ sơ mô phỏng để thực hành.")
PRACTICE: tuple[Command, ...] = (
    ("start", practice.start, Text(en="Give a person a set of cases.", vi="Giao cho một người một bộ hồ sơ.")),
    ("list", practice.list_all, Text(en="List a person's cases.", vi="Liệt kê hồ sơ của một người.")),
    ("record", practice.record, Text(en="Show how well a person decides.", vi="Cho biết một người quyết định đúng đến đâu.")),
)
