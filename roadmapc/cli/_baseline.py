"""The baseline of `check`: which one is used, what it knows, writing it."""

from __future__ import annotations

from pathlib import Path

from roadmapc.checks import baseline
from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Message
from roadmapc.workspace import baseline_file
from roadmapc.workspace.baseline_file import Known


def known_problems(path: Path | None, target: Path | None) -> Known | None:
    """Read the baseline, if there is one; one that is to be written is not used, but may replace nothing else."""
    if target is None:
        return baseline_file.read(path) if path else None
    if target.exists():
        baseline_file.read(target)  # raises where another file stands in its place
    return None


def with_known(known: Known | None, problems: list[Diagnostic]) -> list[Diagnostic]:
    """Return the problems, those of the baseline marked; entries that occur no more are told on the error stream."""
    if known is None:
        return problems
    found, gone = baseline.with_known(problems, known.entries, baseline_file.beside(known.path))
    if gone:
        note = Message("{path}: entries that occur no more: {n}; write the baseline anew", path=known.path, n=gone)
        _terminal.console(stderr=True).print(note.text(_))
    return found


def write(path: Path, problems: list[Diagnostic]) -> int:
    """Write all open problems to a baseline and say how many."""
    known = [problem for problem in problems if problem.waived is None]
    _terminal.put(path, baseline.baseline_text(known, baseline_file.beside(path)).encode(errors="replace"))
    _terminal.say(Message("{path}: problems written: {n}", path=path, n=len(known)).text(_))
    return _terminal.OK
