"""Where editions lie: `editions/<id>/` beside a roadmap. Light, so that nothing is loaded where there are none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError
from roadmapc.source.problems import UNREADABLE_FILE
from roadmapc.workspace import bases, source_files

FOLDER = "editions"
_SUFFIXES = (".yaml", ".yml")


class EditionContent(NamedTuple):
    """A file among editions: its path, its bytes, or why they are not read."""

    path: Path
    data: bytes | None
    problem: Diagnostic | None = None


def folder_of(roadmap: Path, name: str) -> Path:
    """Return where the editions of a roadmap of an id lie, whether there are any or not."""
    return roadmap.parent / FOLDER / name


def beside(roadmap: Path, data: bytes) -> Iterator[EditionContent]:
    """Yield what may be editions of a roadmap by its bytes: of each folder whose name stands in them, or is the file's.

    An id is a word of the file or its name, or is written with escapes, so that none is missed; that one too many is
    listed costs a reading.
    """
    stem = "-".join(roadmap.stem.split())
    folders = _folders(roadmap.parent)
    if folders is None:
        yield from contents(roadmap, stem)
    for folder in folders or ():
        if folder == stem or _may_name(data, folder):
            yield from contents(roadmap, folder)


def lone(files: Sequence[Path], roadmaps: Sequence[Path]) -> list[Path]:
    """Return the files in folders of editions beside which no roadmap has the id that the folder is named by."""
    beside_of: dict[Path, list[Path]] = {}
    for path in files:
        if len(path.parents) > 2 and path.parents[1].name == FOLDER and path not in roadmaps:
            beside_of.setdefault(path.parent, []).append(path)
    return [path for folder, some in beside_of.items() if not _is_of_any(folder, roadmaps) for path in some]


def _is_of_any(folder: Path, roadmaps: Sequence[Path]) -> bool:
    name, near = folder.name, [one for one in roadmaps if one.parent == folder.parents[1]]
    return any("-".join(one.stem.split()) == name for one in near) or any(
        _may_name(source_files.content(one)[0], name) for one in near
    )


def _may_name(data: bytes, name: str) -> bool:
    """Say whether a file may have an id: "pl\\x61n" is «plan» too."""
    return b"\\" in data or name.encode(errors="surrogateescape") in data


def is_kept(roadmap: Path, name: str) -> bool:
    """Say whether a roadmap of an id has editions, readable or not."""
    folders = _folders(roadmap.parent)
    return folders is None or (name in folders and bool(contents(roadmap, name)))


@source_files.remembered
def _folders(parent: Path) -> tuple[str, ...] | None:
    """Return the names of the folders of editions beside roadmaps; None where a link leads out of the project."""
    if not os.path.lexists(parent / FOLDER):
        return ()
    from roadmapc.diagnostics.project_paths import PathRefused, inside

    try:
        with os.scandir(inside(bases.root_of(parent), parent, FOLDER)) as entries:
            return tuple(sorted(entry.name for entry in entries if entry.is_dir()))
    except PathRefused:
        return None
    except OSError:  # a file takes its place, or it cannot be read
        return ()


def contents(roadmap: Path, name: str) -> tuple[EditionContent, ...]:
    """Return the files among the editions of a roadmap, by their names; a link that leads out of the project is told.

    None of them is touched before it is known where its path leads.
    """
    return _contents(roadmap.parent, name)


@source_files.remembered
def _contents(parent: Path, name: str) -> tuple[EditionContent, ...]:
    from roadmapc.diagnostics.project_paths import PathRefused, inside

    root, text = bases.root_of(parent), f"{FOLDER}/{name}"
    try:
        folder = inside(root, parent, text)
        names = sorted(one.name for one in folder.iterdir() if one.name.lower().endswith(_SUFFIXES))
    except PathRefused as error:
        return (_unread(parent / text, error.message),)
    except OSError:
        return ()
    return tuple(_content(root, parent, f"{text}/{one}") for one in names if one[0] != ".")


def _content(root: Path, parent: Path, text: str) -> EditionContent:
    from roadmapc.diagnostics.project_paths import PathRefused, inside

    try:
        path = inside(root, parent, text)
        return EditionContent(parent / text, *source_files.content(path, parent / text))
    except PathRefused as error:
        return _unread(parent / text, error.message)
    except UserError as error:
        return _unread(parent / text, error.message)


def _unread(path: Path, why: Message) -> EditionContent:
    problem = Diagnostic(*UNREADABLE_FILE, Severity.ERROR, why, Source(path.as_posix(), ""), Span(0, 0))
    return EditionContent(path, None, problem)
