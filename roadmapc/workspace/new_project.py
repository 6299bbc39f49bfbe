"""What a folder of roadmaps begins with: the first roadmap, and the files beside it that are not there yet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.new_files import IGNORE_FILE, OWNERS_FILE, SETTINGS_FILE
from roadmapc.source.schema import owners_schema, roadmap_schema
from roadmapc.workspace import atomic_writes, os_errors, settings, source_files

ROADMAPS = Path("roadmaps")
EDITOR = Path(".vscode")


class Begun(NamedTuple):
    """The files written, and those that were there and stay as they are."""

    written: list[Path]
    kept: list[Path]


def refuse_taken(path: Path, remedy: Callable[[Path], Message] | None = None) -> None:
    """Raise UserError where a file is there already: nothing is written over; `remedy` says what to do."""
    if path.exists() or path.is_symlink():
        hint = Message("nothing was changed; name another file: --out {path}", path=other(path).as_posix())
        raise UserError(Message("{path} is there already", path=path.as_posix()), remedy(path) if remedy else hint)


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing; raises UserError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(Message("cannot write {path}: {why}", path=folder, why=os_errors.reason(error))) from error


def begin(path: Path, text: str) -> Begun:
    """Write a roadmap and, where they are missing, the files that go with it; raises UserError."""
    refuse_taken(path)
    begun = Begun([], [])
    for target, make in {path: lambda: text, **_beside(path)}.items():
        if target.exists():
            begun.kept.append(target)
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            atomic_writes.replace(target, make().encode())
        except OSError as error:
            raise UserError(Message("cannot write {path}: {why}", path=target, why=os_errors.reason(error))) from error
        begun.written.append(target)
    return begun


def _beside(path: Path) -> dict[Path, Callable[[], str]]:
    """Return the other files of a new folder, by path, and what makes their text."""
    return {
        path.parent / source_files.OWNERS_FILE: lambda: OWNERS_FILE,
        Path(settings.FILE): lambda: SETTINGS_FILE,
        EDITOR / "settings.json": lambda: _json(_editor_settings(path.parent)),
        EDITOR / "roadmap.schema.json": lambda: _json(roadmap_schema()),
        EDITOR / "owners.schema.json": lambda: _json(owners_schema()),
        Path(".gitignore"): lambda: IGNORE_FILE,
    }


def _editor_settings(folder: Path) -> dict[str, Any]:
    """Return what tells an editor which schema explains which file; spaces are never made tabs."""
    files = "" if folder.is_absolute() else f"{folder.as_posix()}/".removeprefix("./")
    owners = f"{files}{source_files.OWNERS_FILE}"
    return {
        "yaml.schemas": {
            f"./{EDITOR}/roadmap.schema.json": [f"{files}*.yaml", f"!{owners}"],
            f"./{EDITOR}/owners.schema.json": [owners],
        },
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "files.encoding": "utf8",
    }


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def other(path: Path) -> Path:
    """Return a name beside one that is taken."""
    number = 2
    while (other := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return other
