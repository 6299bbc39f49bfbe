"""Diagnostics as a compiler prints them: place, code, sentence, the line with the place underlined, the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.text import Text

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.reporters import CheckReport, Translate

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GUTTER = 7
_MOST = 3


def report(run: CheckReport) -> Text:
    """Return what is to be shown and the summary as one styled text."""
    shown, folded = _folded(run.shown)
    text = listed(shown, run.translate, run.width)
    for (file, name), n in folded.items():
        message = Message("{file}: {name}: more of them: {n}; all: --select {name}", file=file, name=name, n=n)
        text.append(message.text(run.translate) + "\n", "dim")
    return text.append(run.summary + "\n")


def _folded(problems: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Counter[tuple[str, str]]]:
    """Return what is shown in full, and how many notes of one rule in a file are not; notes alone are not folded."""
    if len({problem.code for problem in problems}) == 1:
        return list(problems), Counter()
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for problem in problems:
        key = (problem.source.name, problem.name)
        seen[key] += problem.severity is Severity.NOTE and problem.waived is None
        if seen[key] <= _MOST or problem.severity is not Severity.NOTE or problem.waived is not None:
            shown.append(problem)
    return shown, Counter({key: n - _MOST for key, n in seen.items() if n > _MOST})


def listed(problems: Iterable[Diagnostic], translate: Translate = str, width: int = 100) -> Text:
    """Return all problems as one styled text; lines are cut to `width` around the place they show."""
    text = Text()
    for problem in problems:
        _one(text, problem, translate, max(width, 40))
    return text


def _one(text: Text, problem: Diagnostic, translate: Translate, width: int) -> None:
    place = problem.source.position(problem.span.start)
    style = _STYLES[problem.severity]
    text.append(f"{problem.source.name}:{place.line}:{place.column}: ", "bold")
    text.append(problem.code, style)
    text.append(f" {translate(problem.severity.value)}", style)
    text.append(f": {problem.message.text(translate)}", "bold")
    text.append(f" [{problem.name}]\n", "dim")
    if problem.source.text:
        _snippet(text, problem.source, problem.span, "^", style, "", width)
        for label in problem.labels:
            _snippet(text, problem.source, label.span, "-", "blue", label.message.text(translate), width)
    if problem.hint:
        _hint(text, problem.hint.text(translate), width)
    if problem.waived is not None:
        reason = Message("waived: {reason}", reason=problem.waived)
        text.append(f"{'':{_GUTTER}} = {reason.text(translate)}\n", "dim")


def _hint(text: Text, hint: str, width: int) -> None:
    """Write a hint; lines below its first are lines of a source, and stand below the one that is shown."""
    first, *lines = hint.split("\n")
    text.append(f"{'':{_GUTTER}} = {first}\n")
    room = width - _GUTTER - 3
    for line in lines:
        text.append(f"{'':{_GUTTER}} | ", "dim")
        text.append(f"{line if len(line) <= room else line[: room - 1] + '…'}\n")


def _snippet(text: Text, source: Source, span: Span, mark: str, style: str, note: str, width: int) -> None:
    start = source.position(span.start)
    line = source.line(start.line).replace("\t", " ")
    column = start.column - 1
    length = max(min(span.end - span.start, len(line) - column), 1)
    room = width - _GUTTER - 3
    shift = 0
    if len(line) > room:
        shift = max(0, min(column - room // 3, len(line) - room + 1))
        line = ("…" if shift else "") + line[shift + bool(shift) : shift + room - 1]
        line += "…" if shift + room - 1 < len(source.line(start.line)) else ""
    text.append(f"{start.line:>{_GUTTER}} | ", "dim")
    text.append(f"{line.rstrip()}\n")
    length = min(length, max(room - (column - shift), 1))
    marks = " " * (column - shift) + mark * length
    beside = not note or len(marks) + 1 + len(note) <= room
    for under in [f"{marks} {note}".rstrip()] if beside else [marks, *wrap(note, room)]:
        text.append(f"{'':>{_GUTTER}} | ", "dim")
        text.append(under + "\n", style)
