"""How many processes a command works with, and what is said when they are lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from roadmapc.cli import _terminal
from roadmapc.cli._language import activate, language
from roadmapc.cli._language import translate as _
from roadmapc.cli._progress import Watched
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace.executor import HERE, Executor, Processes
from roadmapc.workspace.source_files import STDIN

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="NUMBER", help=_("How many processes work; by default all processors do.")),
]


Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help=_("Let the workers of a scheduler of Dask work: tls://host:8786.")
    ),
]
Tls = Annotated[
    Path | None,
    typer.Option("--tls", metavar="FOLDER", help=_("With --scheduler: the folder of ca.pem, cert.pem and key.pem.")),
]
Insecure = Annotated[
    bool,
    typer.Option("--insecure-scheduler", help=_("With --scheduler: speak to another machine without encryption.")),
]


class Workers(NamedTuple):
    """Who works: how many processes here, or the workers of a scheduler."""

    jobs: int | None
    scheduler: str | None = None
    tls: Path | None = None
    insecure: bool = False

    @contextmanager
    def at_work(self, templates: Path | None = None) -> Iterator[Executor]:
        """Yield what shares work out; `templates` travel with it."""
        _terminal.refuse_idle(
            (not self.scheduler and self.tls, Message("--tls goes with --scheduler")),
            (not self.scheduler and self.insecure, Message("--insecure-scheduler goes with --scheduler")),
            (self.scheduler and self.jobs is not None, Message("--jobs is of this machine: not with --scheduler")),
        )
        if self.scheduler is None:
            yield executor(self.jobs)
            return
        from roadmapc.workspace.fleet import Fleet
        from roadmapc.workspace.fleet_connection import connected

        with connected(self.scheduler, tls=self.tls, insecure=self.insecure) as client:
            yield Watched(Fleet(client, partial(_begin, language()), _tell_gone, templates))


def executor(jobs: int | None) -> Executor:
    """Return what shares work out, in the language of this run; raises UserError for a number that is none."""
    return Watched(processes(jobs))


def processes(jobs: int | None) -> Processes:
    """Return the processes of this machine; raises UserError for a number that is none."""
    if jobs is not None and jobs < 1:  # said here: what typer knows of ranges loads pydantic
        raise UserError(Message("--jobs needs a number from 1 on: {n}", n=jobs))
    return Processes(jobs, partial(_begin, language()), _tell_lost)


def for_files(work: Executor, files: Sequence[Path]) -> Executor:
    """Return who works on some files: standard input is of this process alone, and so is what is read with it."""
    return HERE if STDIN in files else work


def _begin(code: str) -> None:
    from roadmapc.cli.main import collect_seldom

    collect_seldom()
    activate(code)


def _tell_lost() -> None:
    text = Message("a process was ended from outside, perhaps for want of memory: this one does its work")
    _terminal.console(stderr=True).print(text.text(_))


def _tell_gone() -> None:
    text = Message("the scheduler or its workers are gone: the rest is done by this machine")
    _terminal.console(stderr=True).print(text.text(_))
