"""Where programs of others lie: found by an absolute path, never in the working folder, where anybody may have put one.

Windows looks there first, and so does Python's `shutil.which` on it; a folder of PATH that is written relatively is
another way in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path


def find(names: Iterable[str], usual: Iterable[Path] = ()) -> Path | None:
    """Return the first program of these names in the folders of PATH, else the first of its usual places.

    None of them is looked for in the working folder, in one below it, or behind a link that leads there.
    """
    folders = [*_folders()]
    places = (folder / file for name in names for folder in folders for file in _files(name))
    runnable = (path for path in places if os.access(path, os.X_OK))
    return next((path for path in chain(runnable, usual) if _is_there(path)), None)


def _folders() -> Iterator[Path]:
    """Yield the absolute folders of PATH; the empty one is the working folder."""
    for name in os.environ.get("PATH", os.defpath).split(os.pathsep):
        folder = Path(name.strip('"') if os.name == "nt" else name)
        if name and folder.is_absolute():
            yield folder


def _files(name: str) -> tuple[str, ...]:
    """Return how a program's file is called; what cmd.exe would have to run is none."""
    return (f"{name}.exe", f"{name}.com") if os.name == "nt" else (name,)


def _is_there(path: Path) -> bool:
    return path.is_absolute() and path.is_file() and not _is_here(path)


def _is_here(path: Path) -> bool:
    """Say whether a file is in the working folder; below the root of a disk all are, so there its own files alone."""
    here = Path(os.path.realpath(Path()))
    for place in (Path(os.path.abspath(path)), Path(os.path.realpath(path))):  # noqa: PTH100 (as it is called)
        if place.parent == here or (here != here.parent and place.is_relative_to(here)):
            return True
    return False
