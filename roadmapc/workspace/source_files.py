"""Which files are meant, and their content: sources, the shared directory beside them, the project's settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError
from roadmapc.source import file_kinds
from roadmapc.source.decoding import MAX_BYTES, too_large
from roadmapc.source.problems import UNREADABLE_FILE
from roadmapc.workspace import misnamed, os_errors
from roadmapc.workspace.settings import FILE, Settings

OWNERS_FILE = "owners.yaml"
"""The source beside roadmaps that they share."""
STDIN = Path("-")
_BEGIN = Message("to begin a roadmap: roadmapc new")
FileContent = tuple[bytes, Diagnostic | None]
"""The bytes of a file, or why they are not read."""
_HEAD = 4096


def sources(paths: list[Path]) -> list[Path]:
    """Return the files named, and the roadmaps in the folders named, sorted, each once; raises UserError for none."""
    found: list[Path] = []
    for path in paths or [Path("roadmaps")]:
        if path == STDIN:
            found.append(path)
        elif path.is_dir():
            inside = _roadmaps_in(path)
            misnamed.refuse_in(path)
            if not inside:
                raise UserError(Message("no roadmaps in the folder {path}", path=path), _BEGIN)
            found += inside
        elif path.exists():
            misnamed.refuse(path)
            found.append(path)
        elif not paths:
            raise UserError(
                Message("there are no roadmaps here yet: no folder {path}", path=path), misnamed.begin(Path())
            )
        else:
            raise UserError(Message("there is no such file: {path}", path=path), misnamed.hint_for(path))
    if len(paths) < 2:  # nothing can be named twice
        return found
    once: dict[str, Path] = {}
    for path in found:
        once.setdefault(os.path.abspath(path), path)  # noqa: PTH100 (a link is a file of its own)
    return list(once.values())


def _roadmaps_in(folder: Path) -> list[Path]:
    """Return the YAML files below a folder, but those that are read with a roadmap: directory, marks, editions."""
    inside = sorted(map(Path, _below(folder)), key=lambda path: path.parts)
    return [path for path in inside if path.name != OWNERS_FILE and not _is_passed_over(path)]


def _below(folder: Path | str) -> Iterator[str]:
    """Yield the YAML files below a folder; links to folders are not entered, for they may lead round."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            elif entry.name.lower().endswith((".yaml", ".yml")) and entry.is_file():
                yield entry.path


def _is_passed_over(path: Path) -> bool:
    """Say whether a file's top key tells a kind that folders do not yield; its first lines mostly tell it."""
    try:
        with path.open("rb", buffering=0) as file:
            data = file.read(_HEAD)
            kind = file_kinds.kind_at_a_glance(data)
            if len(data) == _HEAD and not file_kinds.is_decisive(kind):
                kind = file_kinds.kind_at_a_glance(data + file.read(MAX_BYTES))
    except OSError:  # it is told of where the file is read
        return False
    return file_kinds.is_passed_over(kind)


@cache
def settings_content() -> bytes:
    """Return the bytes of `roadmapc.toml` in the working folder; none where there is no such file."""
    path = Path(FILE)
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise UserError(Message("{path} cannot be read: {why}", path=path, why=str(error))) from error


@cache
def settings() -> Settings:
    """Return the project's settings, or the defaults."""
    data = settings_content()
    if not data:
        return Settings()
    from roadmapc.workspace.settings_file import read_settings

    try:
        return read_settings(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError(Message("{path} cannot be read: {why}", path=FILE, why=str(error))) from error


@cache
def shared(folder: Path) -> FileContent | None:
    """Return the content of the directory that the roadmaps of a folder share, if there is one."""
    path = folder / OWNERS_FILE
    return content(path) if path.is_file() else None


def content(path: Path, name: Path | None = None) -> FileContent:
    """Return a file's bytes; one that is too large is not read but told of; `name` stands in for standard input."""
    try:
        size = 0 if path == STDIN else path.stat().st_size
        data = b"" if size > MAX_BYTES else _bytes(path)
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=path, why=os_errors.reason(error))) from error
    size = max(size, len(data))
    if size <= MAX_BYTES:
        return data, None
    source = Source((name or path).as_posix(), "")
    return b"", Diagnostic(*UNREADABLE_FILE, Severity.ERROR, too_large(size), source, Span(0, 0))


def _bytes(path: Path) -> bytes:
    return standard_input() if path == STDIN else path.read_bytes()


@cache
def standard_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()


def forget() -> None:
    """Forget what was read, so that each run of the program reads anew."""
    for remembered in (settings_content, settings, shared, standard_input):
        remembered.cache_clear()
