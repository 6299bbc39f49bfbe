"""Roadmaps to report on: read with the marks beside them; what is wrong with either is told at its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli import _problems, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message
from roadmapc.workspace import executions, loading, reporting
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.reporting import Readable, ReadingOptions


class AllRead(NamedTuple):
    """Roadmaps that can be reported on, the others, and whether errors stopped any."""

    found: list[Readable]
    unread: list[Readable]
    stopped: bool


def read_all(files: Sequence[Path], options: ReadingOptions, work: Executor) -> AllRead:
    """Return the roadmaps that can be reported on as they are in force on a day; of the others errors are printed."""
    found: list[Readable] = []
    unread: list[Readable] = []
    for one in reporting.read_all(files, options, work):
        _problems.tell(one.problems)
        if one.is_fit:
            found.append(one)
            continue
        unread.append(one)
        message = Message("{name}: not reported, errors: {n}", name=one.path, n=len(one.problems))
        _terminal.console(stderr=True).print(message.text(_))
    executions.look_for_bases(files)
    shared = executions.shared_problems(files)
    _problems.tell(shared)
    if any(one.errors for one in loading.directories(files)):
        unread += found
        found = []
    return AllRead(found, unread, bool(unread or shared))
