"""What `build` does for the workbook, which alone of what it makes reads marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message
from roadmapc.workspace import marks_files


def unreadable(paths: Iterable[Path]) -> set[Path]:
    """Print what is wrong with the form of marks; return their roadmaps, of which nothing can be told."""
    from roadmapc.reporters import text

    out = _terminal.console(stderr=True)
    stopped = set()
    for path in paths:
        marks = marks_files.beside(path)
        if marks and marks.problems:
            stopped.add(path)
            out.print(text.folded(marks.problems, _, out.width), end="")
            out.print(Message("{name}: not built: its marks cannot be read", name=path).text(_))
    return stopped
