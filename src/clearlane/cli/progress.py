"""How far a long command has come, on standard error where someone watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from clearlane.cli.speech import errors


@contextmanager
def progress(title: str, total: int | None, *, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, nothing elsewhere; yield what is told how many are done in all."""
    bar = _bar(shown=shown)
    with bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def stages(*, shown: bool = True) -> Iterator[Callable[[str, int, int | None], None]]:
    """Show a bar for each stage of a long work, as it comes; yield what is told the stage, how much is done, and of how much."""
    bar = _bar(shown=shown)
    known: dict[str, TaskID] = {}

    def tell(stage: str, done: int, whole: int | None) -> None:
        if stage not in known:
            known[stage] = bar.add_task(stage, total=whole)
        bar.update(known[stage], completed=done, total=whole)

    with bar:
        yield tell


def _bar(*, shown: bool) -> Progress:
    console = errors()
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not (shown and console.is_terminal),
        redirect_stdout=sys.stdout.isatty(),
        redirect_stderr=False,
    )
