"""A progress bar, with the rate and the time that is left, where work takes long and somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from roadmapc.cli import _terminal
from roadmapc.workspace.executor import Executor, Row

if TYPE_CHECKING:
    from rich.console import Console

R = TypeVar("R")
_MANY = 10


class Watched:
    """An executor whose results are counted on a bar as they come, on a terminal, from ten calls on."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        """Yield what a pure function makes of each row of arguments, in their order."""
        out = _terminal.console(stderr=True)
        found = self._executor.map(work, rows)
        return _shown(found, len(rows), out) if out.is_terminal and len(rows) >= _MANY else found


def _shown(found: Iterator[R], total: int, out: Console) -> Iterator[R]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn

    class Rate(TextColumn):
        def render(self, task: Task) -> object:  # type: ignore[override]
            return f"{task.speed:.0f}/s" if task.speed else ""

    first = next(found)  # processes have begun: none of them is split off from the thread of the bar
    columns = (BarColumn(), MofNCompleteColumn(), Rate(""), TimeRemainingColumn())
    with Progress(*columns, console=out, transient=True) as progress:
        yield from progress.track(chain([first], found), total=total)
