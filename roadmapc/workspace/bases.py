"""The base plans that roadmaps extend: which file is meant, inside the project alone, and its content."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError
from roadmapc.source.base_glance import extends_at_a_glance
from roadmapc.source.problems import UNUSABLE_BASE
from roadmapc.workspace import misnamed, source_files
from roadmapc.workspace.settings import FILE

_NAME_ONE = Message("name the file of the base plan, which begins with “base: 1”")
_MARKS = (FILE, ".git")
"""What the root of a project holds."""


class BaseFile(NamedTuple):
    """A base as a roadmap names it: the text, the path that it leads to, its content, or why that is not read."""

    text: str
    path: Path
    data: bytes | None
    why: Message | None = None
    hint: Message | None = None

    @property
    def problem(self) -> Diagnostic | None:
        """Return why it is not read, for lists of what an answer depends on."""
        if self.why is None:
            return None
        return Diagnostic(*UNUSABLE_BASE, Severity.ERROR, self.why, Source(self.path.as_posix(), ""), Span(0, 0))


_FOUND: dict[tuple[Path, str], BaseFile] = {}
"""What was looked for in this run; all of it goes by the same content, though a file may change meanwhile."""


def base_file(name: Path, data: bytes) -> BaseFile | None:
    """Return the base that the content of a roadmap names, if it names one."""
    text = extends_at_a_glance(data)
    if not text:
        return None
    key = (name.parent, text)
    if key not in _FOUND:
        _FOUND[key] = _file(*key)
    return _FOUND[key]


def found() -> list[BaseFile]:
    """Return the base plans that roadmaps have named in this run and that could be read, each once."""
    return [*{file.path: file for file in _FOUND.values() if file.data is not None}.values()]


def _file(folder: Path, text: str) -> BaseFile:
    """Return what a text leads to from the folder of a roadmap; it is judged before anything is touched."""
    from roadmapc.diagnostics.project_paths import PathRefused, inside, refusal  # needed where there is a base

    inside_it = Message("a base plan lies inside the project")
    if why := refusal(text):
        return BaseFile(text, Path(text), None, why, inside_it)
    try:
        path = inside(root_of(folder), folder, text)
    except PathRefused as error:
        return BaseFile(text, Path(text), None, error.message, inside_it)
    if not os.path.lexists(path):
        why = Message("there is no such file: {path}", path=path.as_posix())
        return BaseFile(text, path, None, why, misnamed.hint_for(path))
    try:
        data, problem = source_files.content(path)
    except UserError as error:
        return BaseFile(text, path, None, error.message, _NAME_ONE)
    return BaseFile(text, path, None, problem.message, _NAME_ONE) if problem else BaseFile(text, path, data)


def root_of(folder: Path) -> Path:
    """Return the project of a roadmap: the working folder around it, else the folder above it that is marked as one."""
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(Path())):
        return Path()
    above = (folder, *folder.parents)
    return next((one for one in above if any((one / mark).exists() for mark in _MARKS)), folder)


def forget() -> None:
    """Forget what was read, so that each run of the program reads anew."""
    _FOUND.clear()
