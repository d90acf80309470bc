"""What people see beside the results: lines on standard error, and a counter where there is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from extract.readers.draft import ReadFailure, ReadNote

T = TypeVar("T")
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""


def say(line: str) -> None:
    """Write one line to standard error; results alone go to standard output."""
    print(line, file=sys.stderr, flush=True)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "article"), counted(1200, "entity", "entities")
    ('1 article', '1,200 entities')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


class Run:
    """One run of a command over inputs: tells what went wrong, counts it, and answers Ctrl-C.

    Use it as a context; ``after_interrupt`` is what the user should know then.
    """

    def __init__(self, *, after_interrupt: str) -> None:
        self.failures = 0
        self._after_interrupt = after_interrupt

    @property
    def status(self) -> int:
        """0 where all inputs were read, else 1."""
        return 1 if self.failures else 0

    def tell(self, item: ReadFailure | ReadNote) -> None:
        """Write a failure or a note as one line that begins with its place."""
        from extract.readers.draft import ReadFailure

        if isinstance(item, ReadFailure):
            self.failures += 1
            say(f"{item.source}: {item.reason}")
        else:
            say(f"note: {item.source}: {item.text}")

    def watch(self, items: Iterable[T], what: str) -> Iterator[T]:
        """Pass items on and count them on the terminal; silent where standard error is none."""
        if not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.completed:.0f} {task.description}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(what, total=None)
            for item in items:
                progress.advance(task)
                yield item

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            say(f"interrupted; {self._after_interrupt}")
            raise SystemExit(INTERRUPTED)
