"""How many processes a command works with, and what is said when they are lost."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from roadmapc.cli import _terminal
from roadmapc.cli._language import activate, language
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace.executor import Processes

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="NUMBER", help=_("How many processes work; by default all processors do.")),
]


def executor(jobs: int | None) -> Processes:
    """Return what shares work out, in the language of this run; raises UserError for a number that is none."""
    if jobs is not None and jobs < 1:  # said here: what typer knows of ranges loads pydantic
        raise UserError(Message("--jobs needs a number from 1 on: {n}", n=jobs))
    return Processes(jobs, partial(_begin, language()), _tell_lost)


def _begin(code: str) -> None:
    from roadmapc.cli.main import collect_seldom

    collect_seldom()
    activate(code)


def _tell_lost() -> None:
    text = Message("a process was ended from outside, perhaps for want of memory: this one does its work")
    _terminal.console(stderr=True).print(text.text(_))
