"""The baseline of `check`: reading it, marking what it knows, writing it."""

from __future__ import annotations

from pathlib import Path

from roadmapc import baseline
from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Message, UserError


def applied(path: Path | None, problems: list[Diagnostic]) -> list[Diagnostic]:
    """Return the problems, those of the baseline marked; entries that occur no more are told on the error stream."""
    if path is None:
        return problems
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = Message("write it first: roadmapc check --write-baseline {path}", path=path)
        why = _edge.reason(error) if isinstance(error, OSError) else Message("it is not in UTF-8")
        raise UserError(Message("cannot read {path}: {why}", path=path, why=why), hint) from error
    found, gone = baseline.marked(problems, baseline.read_baseline(text, path.as_posix()))
    if gone:
        note = Message("{path}: entries that occur no more: {n}; write the baseline anew", path=path, n=gone)
        _edge.console(stderr=True).print(note.text(_))
    return found


def write(path: Path, problems: list[Diagnostic]) -> int:
    """Write all open problems to a baseline and say how many."""
    known = [problem for problem in problems if problem.waived is None]
    _edge.replace(path, baseline.written(known).encode())
    _edge.say(Message("{path}: problems written: {n}", path=path, n=len(known)).text(_))
    return _edge.OK
