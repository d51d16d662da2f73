"""How far a long command is: a bar in a terminal, a line now and then elsewhere. Both on standard error."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LINES = 10
"""Lines that tell of the whole, where there is no terminal."""


class Step(Protocol):
    """Says that one thing more is done."""

    def __call__(self) -> None:
        """Count it."""
        ...


@contextmanager
def progress(what: str, total: int) -> Generator[Step]:
    """Show how many of so many things are done. what: their name, such as "notes"."""
    console = Console(stderr=True)
    if console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console) as bar:
            task = bar.add_task(what, total=total)
            yield lambda: bar.advance(task)
        return
    yield _Lines(console, what, total)


class _Lines:
    """Writes a plain line whenever another tenth is done."""

    def __init__(self, console: Console, what: str, total: int) -> None:
        self._console = console
        self._what = what
        self._total = total
        self._done = 0

    def __call__(self) -> None:
        """Count one, and tell of it where a tenth is full."""
        self._done += 1
        before, now = ((done * LINES) // max(self._total, 1) for done in (self._done - 1, self._done))
        if now > before:
            self._console.print(f"{self._done} of {self._total} {self._what}", highlight=False)
