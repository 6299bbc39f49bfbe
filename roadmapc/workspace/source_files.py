"""Which files are meant, and their content: sources, the shared directory beside them, the project's settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError, regular_files
from roadmapc.diagnostics.regular_files import NotRegular, TooLarge, read_regular
from roadmapc.source import file_kinds
from roadmapc.source.decoding import MAX_BYTES, SAVE_AS_UTF8, too_large, wrong_encoding
from roadmapc.source.marks_name import SUFFIX, is_marks
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
_SOURCES = (".yaml", ".yml")
F = TypeVar("F", bound=Callable[..., Any])
_REMEMBERED: list[Any] = []
_MOST_SETTINGS = 200_000


def remembered(function: F) -> F:
    """Return a function that asks the disk once in a run of the program; see `forget`."""
    kept: Any = cache(function)
    _REMEMBERED.append(kept)
    return kept  # type: ignore[no-any-return]


def sources(paths: list[Path], *, lone_editions: bool = False) -> list[Path]:
    """Return the files named, and the roadmaps in the folders named, sorted, each once; raises UserError for none.

    With `lone_editions` also the editions there that lie beside no roadmap of theirs, for whoever tells of them.
    """
    found: list[Path] = []
    for path in paths or [Path("roadmaps")]:
        if path == STDIN:
            found.append(path)
        elif is_folder(path):
            inside = _roadmaps_in(path, lone_editions=lone_editions)
            misnamed.refuse_in(path)
            if not inside:
                raise UserError(Message("no roadmaps in the folder {path}", path=path), _BEGIN)
            found += inside
        elif os.path.lexists(path):
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


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; raises UserError where the system does not tell."""
    try:
        return regular_files.is_folder(path)
    except OSError as error:
        raise _unread(path, error) from error


def _roadmaps_in(folder: Path, *, lone_editions: bool) -> list[Path]:
    """Return the YAML files below a folder, but those that are read with a roadmap: directory, marks, editions."""
    inside = files_below(folder, _SOURCES)
    found = [path for path in inside if path.name != OWNERS_FILE and not _is_passed_over(path, inside)]
    if found and lone_editions:
        from roadmapc.workspace import edition_files  # it reads by this module

        found = sorted([*found, *edition_files.lone(inside, found)], key=lambda path: path.parts)
    return found


def files_below(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """Return the files of those suffixes below a folder, in order; links to folders are not entered.

    Raises UserError where a folder cannot be read, or a link leads out of the one that is read: what is in it would
    pass for checked. A pipe or a link that leads nowhere is told of where it is read; a hidden one is what an editor
    leaves beside a file that is open.
    """
    return sorted(map(Path, _below(folder, suffixes, folder)), key=lambda path: path.parts)


def _below(folder: Path | str, suffixes: tuple[str, ...], top: Path) -> Iterator[str]:
    """Yield the files below a folder; links to folders are not entered, for they may lead round."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _below(entry.path, suffixes, top)
                elif entry.is_symlink() and entry.is_dir():
                    _refuse_leading_out(Path(entry.path), top)
                elif entry.name.lower().endswith(suffixes) and _is_meant(entry):
                    yield entry.path
    except OSError as error:
        raise _unread(Path(folder), error) from error


def _refuse_leading_out(link: Path, top: Path) -> None:
    """Raise UserError for a link to a folder that is not read in its own place."""
    if not link.resolve().is_relative_to(top.resolve()):
        hint = Message("name the folder that it leads to beside this one, or remove the link")
        raise UserError(Message("{path} is a link to a folder, which is not entered", path=link), hint)


def _is_meant(entry: os.DirEntry[str]) -> bool:
    """Say whether an entry is a file, or is to be told of: no folder behind a link, and not what an editor left."""
    return entry.is_file() or not (entry.is_dir() or entry.name.startswith("."))


def _unread(path: Path, error: OSError) -> UserError:
    return UserError(Message("cannot read {path}: {why}", path=path, why=os_errors.reason(error)))


def _is_passed_over(path: Path, inside: list[Path]) -> bool:
    """Say whether a file's top key tells a kind that folders do not yield; its first lines mostly tell it.

    Marks are known by their name; those that belong to none of the files are told of where they are read.
    """
    if is_marks(path):
        stem = path.name[: -len(SUFFIX)]
        return any(path.with_name(stem + suffix) in inside for suffix in _SOURCES)
    if not path.is_file():  # it is told of where the file is read
        return False
    try:
        with path.open("rb", buffering=0) as file:
            data = file.read(_HEAD)
            kind = file_kinds.kind_at_a_glance(data)
            if len(data) == _HEAD and not file_kinds.is_decisive(kind):
                kind = file_kinds.kind_at_a_glance(data + file.read(MAX_BYTES))
    except OSError:
        return False
    return file_kinds.is_passed_over(kind)


@remembered
def settings_content() -> bytes:
    """Return the bytes of `roadmapc.toml` in the working folder; none where there is no such file."""
    path = Path(FILE)
    try:
        return read_regular(path, _MOST_SETTINGS) if os.path.lexists(path) else b""
    except OSError as error:
        raise _unread(path, error) from error


@remembered
def settings() -> Settings:
    """Return the project's settings, or the defaults."""
    data = settings_content()
    if not data:
        return Settings()
    from roadmapc.workspace.settings_file import read_settings

    try:
        return read_settings(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError(Message("{path}: {why}", path=FILE, why=wrong_encoding(data)), SAVE_AS_UTF8) from error


@remembered
def shared(folder: Path) -> FileContent | None:
    """Return the content of the directory that the roadmaps of a folder share, if there is one."""
    path = folder / OWNERS_FILE
    return content(path) if os.path.lexists(path) else None


def content(path: Path, name: Path | None = None) -> FileContent:
    """Return a file's bytes; one that is too large is not read but told of; `name` stands in for standard input."""
    try:
        data = standard_input() if path == STDIN else read_regular(path, MAX_BYTES)
        size = len(data)
    except TooLarge as error:
        data, size = b"", error.size
    except NotRegular as error:
        hint = Message("“-” stands for standard input")
        raise UserError(_unread(path, error).message, hint) from error
    except OSError as error:
        raise _unread(path, error) from error
    if size <= MAX_BYTES:
        return data, None
    source = Source((name or path).as_posix(), "")
    return b"", Diagnostic(*UNREADABLE_FILE, Severity.ERROR, too_large(size), source, Span(0, 0))


@remembered
def standard_input(most: int = MAX_BYTES) -> bytes:
    """Return standard input, at most one byte more than a source may have; raises UserError where it is closed."""
    if sys.stdin is None:
        raise UserError(Message("standard input is closed: there is nothing to read"))
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise UserError(Message("standard input cannot be read: {why}", why=os_errors.reason(error))) from error


def forget() -> None:
    """Forget what was read, so that each run of the program reads anew."""
    from roadmapc.workspace import bases  # it reads by this module

    bases.forget()
    for one in _REMEMBERED:
        one.cache_clear()
