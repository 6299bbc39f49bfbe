"""Work shared out to other machines by a scheduler of Dask: what an executor does, with the extra `fleet`.

A batch of calls travels with all files that they read, so that workers need no shared disk: they are laid out in a
folder of its own on the worker, which is the working folder of the calls. Results come back as values; nothing is
written anywhere but by whoever has asked. A batch names the program that it is for, and a worker of another one
refuses it. What a scheduler is sent is run by its workers, and what they return is a pickle that is read here: both
must be trusted, so that beyond this machine only TLS with certificates of both sides is spoken (`connected`).
"""

from __future__ import annotations

import logging
import os
import platform
import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from roadmapc import __version__
from roadmapc.diagnostics import Message, UserError
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import dependencies, source_files, template_files
from roadmapc.workspace.executor import HERE, Row
from roadmapc.workspace.kept import LIBRARIES, digest
from roadmapc.workspace.settings import FILE

R = TypeVar("R")
Client = Any
Future = Any
"""The library's own: most of it has no types."""
_BATCH = 50
"""Calls that travel together."""
_WAIT = 10.0
"""Seconds in which a scheduler answers, and has a worker."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_TLS = ("ca.pem", "cert.pem", "key.pem")
_LIBRARIES = (*LIBRARIES[:4], "python-docx", "lxml", "jinja2", "markupsafe", "XlsxWriter", "icalendar")


_HEAD, _FORM = (re.compile(rb"(?m)^[\"']?%b[\"']?[ \t]*:" % key) for key in (b"(?:roadmapc[a-z-]*)", b"form"))
"""The first key of a source, and the one by which it names a form, where both begin their lines."""


class _AnotherProgram(Exception):
    """A worker has another version of the program, of its libraries or of Python."""


class _Batch(NamedTuple):
    """Calls with the files that they read, by their paths from the working folder, and the program they are for."""

    program: str
    begin: Callable[[], object]
    files: dict[str, bytes]
    work: Callable[..., Any]
    rows: Sequence[Row]


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

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        """Yield what a pure function makes of each row of arguments, in their order."""
        rest = self._batches(rows)
        waiting: deque[tuple[Sequence[Row], Future | None]] = deque()

        def sent(count: int) -> Iterator[tuple[Sequence[Row], Future | None]]:
            for some, files in islice(rest, count):
                yield some, None if is_lost or files is None else self._sent(work, some, files)

        is_lost = False
        try:
            ahead = 2 + 2 * sum(self._client.nthreads().values())
            waiting.extend(sent(ahead))
            while waiting:
                some, future = waiting.popleft()
                found = None if is_lost or future is None else self._result(future, len(some))
                if found is None and future is not None and not is_lost:
                    is_lost = True
                    self._lost()
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

    def _sent(self, work: Callable[..., Any], rows: Sequence[Row], files: dict[str, bytes]) -> Future:
        """Send a batch."""
        batch = _Batch(program(), self._begin, files, work, rows)
        return self._client.submit(_done, batch, pure=False, retries=2)

    @staticmethod
    def _result(future: Future, count: int) -> list[Any] | None:
        """Return the results of a batch; none where it is lost. Raises what the work raised, and UserError."""
        distributed = import_module("distributed")
        try:
            found = future.result()
        except (distributed.CancelledError, CancelledError, distributed.KilledWorker, TimeoutError, OSError):
            return None  # also a connection that was closed
        except _AnotherProgram as error:
            hint = Message("install the same version of the program, of its libraries and of Python everywhere")
            raise UserError(Message("a worker is of another version: {about}", about=str(error)), hint) from error
        except ImportError as error:
            raise UserError(Message("a worker has no roadmapc: {why}", why=str(error))) from error
        is_stopped = isinstance(found, list) and found and isinstance(found[-1], UserError)
        if not isinstance(found, list) or (len(found) != count and not is_stopped):
            raise UserError(Message("a worker returned something else than it was asked for"))
        return found


_ONE_AT_A_TIME = Lock()
"""A process has one working folder."""


def _done(batch: _Batch) -> list[Any]:
    """Call what a batch asks for, on a worker, in a folder with its files alone."""
    if batch.program != program():
        raise _AnotherProgram(f"{__version__}, Python {platform.python_version()}, {platform.node()}")
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="roadmapc-") as name:
        before, folder = Path.cwd(), Path(name)
        for path, data in batch.files.items():
            file = folder / path
            if not file.resolve().is_relative_to(folder.resolve()):
                raise ValueError(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        os.chdir(folder)
        try:
            source_files.forget()
            batch.begin()
            return list(_until_stopped(batch))
        finally:
            source_files.forget()
            os.chdir(before)


def _until_stopped(batch: _Batch) -> Iterator[Any]:
    """Yield the results of calls, or what stopped one and those behind it."""
    for row in batch.rows:
        try:
            yield batch.work(*row)
        except UserError as error:
            yield error
            return


def _common(templates: Iterable[Path]) -> dict[str, bytes]:
    """Return what all calls read: settings, and the user's own templates; raises UserError for those outside."""
    found: dict[str, bytes] = {FILE: settings} if (settings := source_files.settings_content()) else {}
    for folder in templates:
        own = dependencies.of_templates([folder])
        found |= {one.name.as_posix(): one.data or b"" for one in own if one.name.parent == folder}
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
            if one.role in {"roadmap", "base"} and not (
                _HEAD.search(one.data or b"") and not _FORM.search(one.data or b"")
            ):
                return None
            found[one.name.as_posix()] = one.data or b""
    return None if _is_any_outside(found) else found


def _read_with(path: Path) -> Iterator[dependencies.Dependency]:
    for one in dependencies.of_source(path):
        if one.data is not None and not one.problem and one.role != "settings":
            yield one
    marks = marks_path(path)
    if os.path.lexists(marks):
        yield dependencies.Dependency("marks", marks, *source_files.content(marks))


@cache
def program() -> str:
    """Return the digest of what results depend on besides what travels: the program, its libraries, Python.

    By content and version, never by times and places: they differ from machine to machine.
    """
    package = Path(__file__).parent.parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    parts: list[bytes | str] = [__version__, ".".join(platform.python_version_tuple()[:2])]
    for path in files:
        parts += [path.relative_to(package).as_posix(), path.read_bytes()]
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            parts.append(f"{name} {version(name)}")
    return digest(*parts)


@contextmanager
def connected(address: str, *, tls: Path | None, insecure: bool) -> Iterator[Client]:
    """Connect to a scheduler, `tls://host:8786`; raises UserError where that cannot be, or would not be safe.

    `tls` is the folder with `ca.pem`, `cert.pem` and `key.pem`. Without encryption only this machine is spoken to,
    unless `insecure` says otherwise.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"tcp", "tls"} or not parts.hostname:
        raise UserError(
            Message("--scheduler: an address like tls://host:8786 or tcp://127.0.0.1:8786: {text}", text=address)
        )
    if parts.scheme == "tls" and tls is None:
        raise UserError(Message("a scheduler by TLS needs --tls FOLDER with ca.pem, cert.pem and key.pem"))
    if parts.scheme == "tcp" and parts.hostname not in _LOOPBACK and not insecure:
        hint = Message("use tls:// with --tls, or say --insecure-scheduler in a closed network")
        raise UserError(Message("whoever is in the network could run programs here by a scheduler without TLS"), hint)
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        hint = Message("install it in the program's folder: pip install {extra}", extra='".[fleet]"')
        raise UserError(Message("--scheduler needs the extra “fleet”, which is not installed"), hint) from error
    for name in ("distributed", "distributed.client"):  # what goes wrong is said by us, in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    security = _security(tls) if tls else None
    try:
        client = distributed.Client(address, timeout=_WAIT, security=security, set_as_default=False)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        raise UserError(Message("no scheduler answers at {address}", address=address)) from error
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError as error:
        client.close(timeout=1)
        raise UserError(Message("the scheduler at {address} has no workers", address=address)) from error
    try:
        yield client
    finally:
        with suppress(Exception):  # it may be gone
            client.close(timeout=1)


def _security(folder: Path) -> Any:
    for name in _TLS:
        if not (folder / name).is_file():
            raise UserError(Message("there is no such file: {path}", path=folder / name))
    ca, cert, key = (str(folder / name) for name in _TLS)
    return import_module("distributed").Security(
        tls_ca_file=ca, tls_client_cert=cert, tls_client_key=key, require_encryption=True
    )
