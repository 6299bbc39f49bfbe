"""Calls that travel to a worker with all that they read, and how they are called there.

They are for one program: a worker that has another one, other libraries or another Python refuses them.
"""

from __future__ import annotations

import os
import pickle
import platform
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from roadmapc import __version__
from roadmapc.diagnostics import UserError
from roadmapc.rendering.packaged import packaged
from roadmapc.workspace import source_files
from roadmapc.workspace.executor import Row
from roadmapc.workspace.kept import LIBRARIES, digest

_LIBRARIES = (*LIBRARIES[:4], "python-docx", "lxml", "jinja2", "markupsafe", "XlsxWriter", "icalendar")


class AnotherProgram(Exception):
    """A worker has another version of the program, of its libraries or of Python."""


class Batch(NamedTuple):
    """Calls with the files that they read, by their paths from the working folder."""

    begin: Callable[[], object]
    files: dict[str, bytes]
    work: Callable[..., Any]
    rows: Sequence[Row]


_ONE_AT_A_TIME = Lock()
"""A process has one working folder."""


def done(wanted: str, packed: bytes) -> list[Any]:
    """Call what a batch asks for, on a worker, in a folder with its files alone.

    `packed` is the batch as a pickle, which whoever shares work out need not look into; it is read where the program is
    the one that is wanted.
    """
    if wanted != program():
        raise AnotherProgram(f"{__version__}, Python {platform.python_version()}, {platform.node()}")
    batch: Batch = pickle.loads(packed)  # noqa: S301 (a worker runs whatever it is sent: docs/fleet.md)
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="roadmapc-") as name:
        before, folder = Path.cwd(), Path(name).resolve()
        for path, data in batch.files.items():
            file = (folder / path).resolve()
            if not file.is_relative_to(folder):
                raise ValueError(path)
            if not file.parent.is_dir():
                file.parent.mkdir(parents=True)
            file.write_bytes(data)
        os.chdir(folder)
        try:
            source_files.forget()
            batch.begin()
            return list(_until_stopped(batch))
        finally:
            source_files.forget()
            os.chdir(before)


def _until_stopped(batch: Batch) -> Iterator[Any]:
    """Yield the results of calls, or what stopped one and those behind it."""
    for row in batch.rows:
        try:
            yield batch.work(*row)
        except UserError as error:
            yield error
            return


@cache
def program() -> str:
    """Return the digest of what results depend on besides what travels: the program, its libraries, Python.

    By content and version, never by times and places: they differ from machine to machine.
    """
    parts: list[bytes | str] = [__version__, ".".join(platform.python_version_tuple()[:2])]
    for folder in (Path(__file__).parent.parent, packaged("templates")):  # in a checkout these lie elsewhere
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not {"__pycache__", "_data"} & set(path.relative_to(folder).parts):
                parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            parts.append(f"{name} {version(name)}")
    return digest(*parts)
