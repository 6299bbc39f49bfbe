"""The baseline of `check`: reading it, marking what it knows, writing it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from roadmapc import baseline
from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Message, UserError


class Known(NamedTuple):
    """The problems of a baseline, and where they were read."""

    path: Path
    entries: Counter[baseline.Entry]

    def has(self, problem: Diagnostic) -> bool:
        """Say whether a problem is among them."""
        return self.entries[baseline.entry_of(problem, _beside(self.path))] > 0


def read(path: Path | None, target: Path | None) -> Known | None:
    """Read the baseline, if there is one; in the place of one that is to be written nothing else may stand."""
    if target is not None:
        if target.exists():
            _entries(target)
        return None
    return Known(path, _entries(path)) if path else None


def _entries(path: Path) -> Counter[baseline.Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = Message("write it first: roadmapc check --write-baseline {path}", path=path)
        why = _edge.reason(error) if isinstance(error, OSError) else Message("it is not in UTF-8")
        raise UserError(Message("cannot read {path}: {why}", path=path, why=why), hint) from error
    return baseline.read_baseline(text, path.as_posix())


def applied(known: Known | None, problems: list[Diagnostic]) -> list[Diagnostic]:
    """Return the problems, those of the baseline marked; entries that occur no more are told on the error stream."""
    if known is None:
        return problems
    found, gone = baseline.marked(problems, known.entries, _beside(known.path))
    if gone:
        note = Message("{path}: entries that occur no more: {n}; write the baseline anew", path=known.path, n=gone)
        _edge.console(stderr=True).print(note.text(_))
    return found


def write(path: Path, problems: list[Diagnostic]) -> int:
    """Write all open problems to a baseline and say how many."""
    known = [problem for problem in problems if problem.waived is None]
    _edge.replace(path, baseline.written(known, _beside(path)).encode(errors="replace"))
    _edge.say(Message("{path}: problems written: {n}", path=path, n=len(known)).text(_))
    return _edge.OK


def _beside(path: Path) -> baseline.Place:
    """Return what names a file from the folder of the baseline, so that it is known wherever the program is run."""
    folder = path.resolve().parent

    def place(name: str) -> str:
        try:
            return Path(os.path.relpath(Path(name).resolve(), folder)).as_posix()
        except ValueError:  # on another drive of Windows
            return Path(name).resolve().as_posix()

    return place
