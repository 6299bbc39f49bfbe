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
from roadmapc.source.decoding import MAX_BYTES, decode, too_large
from roadmapc.source.problems import UNREADABLE_FILE
from roadmapc.workspace import os_errors, special_files
from roadmapc.workspace.settings import FILE, Settings

OWNERS_FILE = "owners.yaml"
"""The source beside roadmaps that they share."""
STDIN = Path("-")
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
            if not inside:
                raise UserError(Message("no roadmaps in the folder {path}", path=path))
            found += inside
        elif path.exists():
            found.append(path)
        else:
            hint = Message("name a file or a folder") if not paths else None
            raise UserError(Message("there is no such file: {path}", path=path), hint)
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
        raise UserError(Message("cannot read {path}: {why}", path=path, why=os_errors.reason(error))) from error


@cache
def settings() -> Settings:
    """Return the project's settings, or the defaults."""
    data = settings_content()
    if not data:
        return Settings()
    from roadmapc.workspace.settings_file import read_settings

    source, problems = decode(FILE, data)
    for problem in problems:
        raise UserError(Message("cannot read {path}: {why}", path=FILE, why=problem.message), problem.hint)
    return read_settings(source.text)


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
    """Return the bytes of a file; of a device, which may never end, at most one byte more than may be."""
    if path == STDIN:
        return standard_input()
    if special_files.is_special(path):
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    return path.read_bytes()


@cache
def standard_input() -> bytes:
    """Return all of standard input; raises UserError where it is closed."""
    if sys.stdin is None:
        raise UserError(Message("standard input is closed: there is nothing to read"))
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UserError(Message("standard input cannot be read: {why}", why=os_errors.reason(error))) from error


def forget() -> None:
    """Forget what was read, so that each run of the program reads anew."""
    for remembered in (settings_content, settings, shared, standard_input):
        remembered.cache_clear()
