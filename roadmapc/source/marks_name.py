"""How marks are known on disk: light, so that folders are looked through without loading what reads them."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".marks.yaml"


def is_marks(path: Path) -> bool:
    """Say whether a file is one of marks, by its name."""
    return path.name.lower().endswith(SUFFIX)


def marks_path(roadmap: Path) -> Path:
    """Return where the marks of a roadmap lie, whether there are any or not."""
    return roadmap.with_name(roadmap.stem + SUFFIX)
