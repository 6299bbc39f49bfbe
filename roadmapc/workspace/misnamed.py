"""Files whose names keep them from being read: `plan.txt`, `plan.yaml.txt` of Notepad, a Word document named itself."""

from __future__ import annotations

import os
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.suggestion import nearest
from roadmapc.source import file_kinds

_TEXT = ".txt"
_OFFICE = frozenset({".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".pdf", ".htm", ".html"})
_SOURCES = (".yaml", ".yml")
_HEAD = 4096
_MOST = 5
"""Files named where none is like the one that is not there."""


def refuse(path: Path) -> None:
    """Raise UserError for a file of another kind that was named as a roadmap."""
    suffix = path.suffix.lower()
    if suffix == _TEXT:
        raise UserError(
            Message("{path}: the name of a roadmap ends in .yaml", path=path),
            Message("rename it: {name}", name=_renamed(path).name),
        )
    if suffix in _OFFICE:
        raise UserError(
            Message("{path} is no roadmap: a roadmap is a plain text whose name ends in .yaml", path=path),
            Message("to begin a roadmap: roadmapc new"),
        )


def refuse_in(folder: Path) -> None:
    """Raise UserError where a folder holds a roadmap that would be passed over for its name."""
    for name in sorted(_names(folder)):
        path = folder / name
        if path.suffix.lower() == _TEXT and _is_roadmap(path):
            refuse(path)


def hint_for(path: Path) -> Message:
    """Return the name that was meant instead of one that leads nowhere."""
    names = _names(path.parent)
    wanted = path.name.casefold()
    for name in names:
        if Path(name).suffix.lower() == _TEXT and name.casefold() in {f"{wanted}.txt", Path(wanted).stem + ".txt"}:
            return Message("there is “{name}”: rename it to {path}", name=name, path=path.name)
    known = [name for name in names if name.lower().endswith(_SOURCES) or (path.parent / name).is_dir()]
    near = nearest(path.name, known, alike=75) if known else None
    if near:
        return Message("perhaps “{near}”", near=(path.parent / near).as_posix())
    sources = sorted(name for name in known if name.lower().endswith(_SOURCES))[:_MOST]
    return Message("files here: {names}", names=", ".join(sources)) if sources else begin(path.parent)


def begin(folder: Path) -> Message:
    """Return how to begin where there is no folder of roadmaps: name the file that is here, or make a first one."""
    here = sorted(name for name in _names(folder) if name.lower().endswith(_SOURCES) and _is_roadmap(folder / name))
    if here:
        return Message("name a file or a folder: {name}", name=here[0])
    return Message("to begin a roadmap: roadmapc new; or name a file or a folder")


def _renamed(path: Path) -> Path:
    plain = path.with_suffix("")
    return plain if plain.suffix.lower() in _SOURCES else plain.with_name(f"{plain.name}.yaml")


def _is_roadmap(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file_kinds.kind_at_a_glance(file.read(_HEAD)) is file_kinds.ROADMAP
    except OSError:
        return False


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 (names alone)
    except OSError:
        return []
