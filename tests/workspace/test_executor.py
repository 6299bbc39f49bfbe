"""Proves when work is shared out, and that it is called here where it is not."""

from __future__ import annotations

import os
from functools import partial

from roadmapc.workspace.executor import HERE, Processes


def where(number: int) -> tuple[int, int]:
    """Return a number, and the process that was asked for it."""
    return number, os.getpid()


ROWS = [(number,) for number in range(100)]


def test_here() -> None:
    """One by one, as results are taken."""
    called: list[int] = []
    found = HERE.map(called.append, ROWS)
    assert called == []
    next(found)
    assert called == [0]


def test_many_calls_are_shared_out() -> None:
    """All in order, none of them in this process."""
    found = list(Processes(2).map(where, ROWS))
    assert [number for number, _process in found] == [*range(100)]
    assert os.getpid() not in {process for _number, process in found}


def test_few_calls_are_not() -> None:
    """The start of a process would cost more; whoever names a number of processes has them."""
    assert {process for _number, process in Processes().map(where, ROWS[:3])} == {os.getpid()}
    assert os.getpid() not in {process for _number, process in Processes(5).map(where, ROWS[:3])}


def test_one_process_is_this_one() -> None:
    assert {process for _number, process in Processes(1).map(where, ROWS)} == {os.getpid()}


def test_nothing_to_do() -> None:
    assert list(Processes(2).map(where, [])) == []


def begun() -> str | None:
    """Return what the beginning of a process has set."""
    return os.environ.get("ROADMAPC_BEGUN")


def test_each_process_is_begun() -> None:
    """What is global in this one is set there first."""
    begin = partial(os.environ.__setitem__, "ROADMAPC_BEGUN", "so")
    assert set(Processes(2, begin).map(begun, [()] * 20)) == {"so"}
