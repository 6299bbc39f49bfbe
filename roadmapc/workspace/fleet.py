"""Work shared out to other machines by a scheduler of Dask: what an executor does, with the extra `fleet`.

A batch of calls travels with all files that they read, so that workers need no shared disk: they are laid out in a
folder of its own on the worker, which is the working folder of the calls. Results come back as values; nothing is
written anywhere but by whoever has asked. A batch names the program that it is for, and a worker of another one
refuses it. What a scheduler is sent is run by its workers, and what they return is a pickle that is read here: both
must be trusted, so that beyond this machine only TLS with certificates of both sides is spoken (`connected`).
"""

from __future__ import annotations

import os
import pickle
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from roadmapc.diagnostics import Message, UserError
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import dependencies, source_files, template_files
from roadmapc.workspace.executor import HERE, Row
from roadmapc.workspace.fleet_batch import AnotherProgram, Batch, done, program
from roadmapc.workspace.fleet_connection import WAIT, Client
from roadmapc.workspace.settings import FILE

R = TypeVar("R")
Future = Any
"""The library's own: most of it has no types."""
_FOLDER = ".folder"
"""An empty file that travels with a folder, so that it is there where nothing else is in it."""
_BATCH = 50
"""Calls that travel together."""


_LOOK = 5.0
"""Seconds after which it is looked whether anybody is still at work."""
_HEAD, _FORM = (re.compile(rb"(?m)^[\"']?%b[\"']?[ \t]*:" % key) for key in (b"(?:roadmapc[a-z-]*|base)", b"form"))
"""The first key of a source, and the one by which it names a form, where both begin their lines."""


class Fleet:
    """Calls functions on the workers of a scheduler; what cannot travel is called here, and so is what gets lost.

    `begin` is called on a worker before each batch. `lost` is called when the scheduler or its workers fail.
    `templates` is the folder that is searched first for templates and forms.
    """

    def __init__(
        self, client: Client, begin: Callable[[], object], lost: Callable[[], object], templates: Path | None = None
    ) -> None:
        self._client, self._begin, self._lost = client, begin, lost
        self._templates = templates
        self._is_lost = False

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        """Yield what a pure function makes of each row of arguments, in their order."""
        rest = self._batches(rows)
        waiting: deque[tuple[Sequence[Row], Future | None]] = deque()

        def sent(count: int) -> Iterator[tuple[Sequence[Row], Future | None]]:
            for some, files in islice(rest, count):
                yield some, None if files is None else self._sent(work, some, files)

        try:
            waiting.extend(sent(2 + 2 * self._workers()))
            while waiting:
                some, future = waiting.popleft()
                found = None if future is None else self._result(future, len(some))
                waiting.extend(sent(1))
                if found is None:
                    yield from HERE.map(work, some)
                    continue
                for result in found:
                    if isinstance(result, UserError):  # what the work raised; its cause stays where it was
                        raise result
                    yield result
        finally:
            with suppress(Exception):  # a scheduler that is gone has nothing to be told
                self._client.cancel([future for _some, future in waiting if future], force=True)

    def _batches(self, rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], dict[str, bytes] | None]]:
        """Yield rows that travel together with the files that they read; between them those that cannot, without."""
        common = _common(template_files.overrides(self._templates).values())
        some: list[Row] = []
        files = dict(common)
        for row in rows:
            own = _files_of(row)
            if len(some) == _BATCH or (own is None and some):
                yield some, files
                some, files = [], dict(common)
            if own is None:
                yield [row], None
                continue
            some.append(row)
            files |= own
        if some:
            yield some, files

    def _lose(self) -> None:
        """Give the scheduler up, and say so once."""
        if not self._is_lost:
            self._is_lost = True
            self._lost()

    def _workers(self) -> int:
        """Return how many work; none where the scheduler is gone."""
        with suppress(*_failures()):
            return sum(self._client.nthreads().values())
        return 0

    def _sent(self, work: Callable[..., Any], rows: Sequence[Row], files: dict[str, bytes]) -> Future | None:
        """Send a batch; none is sent where the scheduler is gone."""
        if not self._is_lost:
            packed = pickle.dumps(Batch(self._begin, files, work, rows))
            with suppress(*_failures()):
                return self._client.submit(done, program(), packed, pure=False, retries=2)
            self._lose()
        return None

    def _returned(self, future: Future) -> Any:
        """Return what a batch returned; none where all workers have been gone for a while."""
        idle = 0.0
        while idle < WAIT:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done():  # it was the work that waited
                    raise
                idle = 0.0 if self._workers() else idle + _LOOK
        return None

    def _result(self, future: Future, count: int) -> list[Any] | None:
        """Return the results of a batch; none where it is lost. Raises what the work raised, and UserError."""
        try:
            found = None if self._is_lost else self._returned(future)
        except _failures():
            found = None  # also a connection that was closed
        except AnotherProgram as error:
            hint = Message("install the same version of the program, of its libraries and of Python everywhere")
            raise UserError(Message("a worker is of another version: {about}", about=str(error)), hint) from error
        except ImportError as error:
            raise UserError(Message("a worker has no roadmapc: {why}", why=str(error))) from error
        if found is None:
            self._lose()
            return None
        is_stopped = isinstance(found, list) and found and isinstance(found[-1], UserError)
        if not isinstance(found, list) or (len(found) != count and not is_stopped):
            raise UserError(Message("a worker returned something else than it was asked for"))
        return found


def _failures() -> tuple[type[BaseException], ...]:
    """Return what is raised where the scheduler or all workers are gone: the library has no one name for it."""
    distributed = import_module("distributed")
    return (OSError, RuntimeError, CancelledError, distributed.CancelledError, distributed.KilledWorker)


def _common(templates: Iterable[Path]) -> dict[str, bytes]:
    """Return what all calls read: settings, and the user's own templates; raises UserError for those outside."""
    found: dict[str, bytes] = {FILE: settings} if (settings := source_files.settings_content()) else {}
    for folder in templates:
        own = dependencies.of_templates([folder])
        found |= {one.name.as_posix(): one.data or b"" for one in own if one.name.parent == folder}
        found[(folder / _FOLDER).as_posix()] = b""
    if _is_any_outside(found):
        raise UserError(Message("--scheduler: name a folder of templates below the working folder"))
    return found


def _is_any_outside(names: Iterable[str]) -> bool:
    return any(Path(name).is_absolute() or ".." in Path(name).parts for name in names)


def _files_of(row: Row) -> dict[str, bytes] | None:
    """Return all that a call reads of its source, by path; none where some of it is outside the working folder.

    None, too, where a form is named: which file that is shows only when the roadmap is read.
    """
    found: dict[str, bytes] = {}
    for path in row[:1]:
        if not isinstance(path, Path):
            continue
        if path == source_files.STDIN:
            return None
        for one in _read_with(path):
            data = one.data or b""
            if one.role in {"roadmap", "base"} and (not _HEAD.search(data) or (b"form" in data and _FORM.search(data))):
                return None
            found[one.name.as_posix()] = data
    return None if _is_any_outside(found) else found


def _read_with(path: Path) -> Iterator[dependencies.Dependency]:
    for one in dependencies.of_source(path):
        if one.data is not None and not one.problem and one.role != "settings":
            yield one
    marks = marks_path(path)
    if os.path.lexists(marks):
        yield dependencies.Dependency("marks", marks, *source_files.content(marks))
