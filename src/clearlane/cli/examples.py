"""``clearlane profile example``: a declaration in order, to begin with."""

from __future__ import annotations

from typing import Annotated

import typer

from clearlane.cli.converting import write
from clearlane.cli.desk import settled
from clearlane.cli.options import Language, Profile, Shape, Store
from clearlane.cli.speech import helped
from clearlane.cli.upkeep import Name
from clearlane.model.refusals import NotFound
from clearlane.model.text import Text
from clearlane.office.forms import converted
from clearlane.office.wiring import profile_named

Direction = Annotated[str, typer.Argument(metavar="import|export", help=helped("Which example.", "Tờ khai mẫu nào."), show_default=False)]
To = Annotated[Shape, typer.Option("--to", help=helped("The form wanted.", "Định dạng cần có."))]


def example(
    name: Name, direction: Direction, to: To = Shape.json, profile: Profile = None, store: Store = None, language: Language = None
) -> None:
    """Write a profile's own example of a declaration in order on standard output.

    Raises:
      NotFound: There is no such profile, or it has no such example.
    """
    settled(profile=profile, store=store, language=language)
    examples = profile_named(name).examples
    if direction not in examples:
        there = ", ".join(sorted(examples)) or "-"
        words = Text(
            en=f"The profile {name} has no example {direction}. There are: {there}.",
            vi=f"Hồ sơ {name} không có tờ khai mẫu {direction}. Hiện có: {there}.",
        )
        raise NotFound(words)
    write(converted(examples[direction], to.value))
