"""The progress bar: on the terminal while a job works, nothing where nobody watches."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

import crawler.run


class Progress:
    """One bar for each stage of a job, on stderr."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Progress:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._bars.stop()

    def crawling(self, state: crawler.run.Progress) -> None:
        """The crawl has come this far."""
        self._show("fetching", state.done, state.known)

    def reading(self, done: int, total: int) -> None:
        """The reading has come this far."""
        self._show("reading", done, total)

    def copying(self, done: int, total: int) -> None:
        """The backup has come this far, in files."""
        self._show("copying", done, total)

    def checking(self, done: int, total: int) -> None:
        """The check has come this far, in files."""
        self._show("checking", done, total)

    def _show(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)
