"""A progress bar where building takes long and somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from roadmapc.cli import _terminal

_MANY = 10


@contextmanager
def steps(total: int) -> Iterator[Callable[[], None]]:
    """Yield a function that marks one step done; the bar shows on a terminal, from ten steps on."""
    out = _terminal.console(stderr=True)
    if total < _MANY or not out.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=out, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
