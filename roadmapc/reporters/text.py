"""Diagnostics as a compiler prints them: place, code, sentence, the line with the place underlined, the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.text import Text

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.diagnostics.visible import visible
from roadmapc.reporters import CheckReport, Translate

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GUTTER = 7
_LONGEST = 1000
_MOST = {Severity.NOTE: 3, Severity.WARNING: 10, Severity.ERROR: 10}
"""How many of one rule in a file are shown in full; of what stops a build more, for each is to be cured."""


def report(run: CheckReport) -> Text:
    """Return what is to be shown and the summary as one styled text."""
    shown = listed if run.selected else folded
    return shown(run.shown, run.translate, run.width).append(run.summary + "\n")


def folded(problems: Sequence[Diagnostic], translate: Translate = str, width: int = 100) -> Text:
    """Return the problems as one styled text: of one rule in a file the first few, and the number of the others."""
    shown, others = _folded(problems)
    text = listed(shown, translate, width)
    for (file, name), n in others.items():
        message = Message(
            "{file}: {name}: more of them: {n}; all: “roadmapc check --select {name}”", file=file, name=name, n=n
        )
        text.append(message.text(translate) + "\n", "dim")
    return text


def _folded(problems: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Counter[tuple[str, str]]]:
    """Return what is shown in full, and how many of one rule in a file are not."""
    seen: Counter[tuple[str, str]] = Counter()
    others: Counter[tuple[str, str]] = Counter()
    shown = []
    for problem in problems:
        key = (problem.source.name, problem.name)
        seen[key] += problem.waived is None
        if problem.waived is not None or seen[key] <= _MOST[problem.severity]:
            shown.append(problem)
        else:
            others[key] += 1
    return shown, others


def listed(problems: Iterable[Diagnostic], translate: Translate = str, width: int = 100) -> Text:
    """Return all problems as one styled text; lines are cut to `width` around the place they show."""
    text = Text()
    for problem in problems:
        _one(text, problem, translate, max(width, 40))
    return text


def _one(text: Text, problem: Diagnostic, translate: Translate, width: int) -> None:
    place = problem.source.position(problem.span.start)
    style = _STYLES[problem.severity]
    text.append(f"{visible(problem.source.name)}:{place.line}:{place.column}: ", "bold")
    text.append(problem.code, style)
    text.append(f" {translate(problem.severity.value)}", style)
    text.append(f": {problem.message.text(translate)}", "bold")
    text.append(f" [{problem.name}]\n", "dim")
    if problem.source.text:
        _snippet(text, problem.source, problem.span, "^", style, "", width)
        for label in problem.labels:
            if label.source:
                there = label.source.position(label.span.start)
                text.append(f"{'':{_GUTTER}} : {visible(label.source.name)}:{there.line}:{there.column}\n", "dim")
            source = label.source or problem.source
            _snippet(text, source, label.span, "-", "blue", label.message.text(translate), width)
    if problem.hint:
        _hint(text, problem.hint.text(translate))
    if problem.waived is not None:
        reason = Message("waived: {reason}", reason=problem.waived)
        text.append(f"{'':{_GUTTER}} = {reason.text(translate)}\n", "dim")


def _shown(line: str, column: int, length: int) -> tuple[str, int, int]:
    """Return a line as it is shown, and the place in it that is marked; one sign may be shown as an escape."""
    before, marked, after = (
        visible(part.replace("\t", " "))
        for part in (line[:column], line[column : column + length], line[column + length :])
    )
    return before + marked + after, len(before), max(len(marked), 1)


def _hint(text: Text, hint: str) -> None:
    """Write a hint; lines below its first are lines of a source, and stand below the one that is shown."""
    first, *lines = hint.split("\n")
    text.append(f"{'':{_GUTTER}} = {first}\n")
    for line in lines:  # they are to be copied: none is cut, but for what nobody would copy
        text.append(f"{'':{_GUTTER}} | ", "dim")
        text.append(f"{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}\n")


def _snippet(text: Text, source: Source, span: Span, mark: str, style: str, note: str, width: int) -> None:
    start = source.position(span.start)
    begin, end = source.line_span(start.line)
    at, wide = start.column - 1, end - begin
    room = width - _GUTTER - 3
    # A line may be as long as the file, with a problem at every letter: what is far from the place is not looked at.
    left = max(begin, begin + at - room) if wide > room else begin
    right = min(end, begin + at + 2 * room) if wide > room else end
    length = max(min(span.end, right) - span.start, 1)
    line, column, length = _shown(source.text[left:right], begin + at - left, length)
    whole, cut_left, cut_right = len(line), left > begin, right < end
    shift = 0
    if whole > room or cut_left or cut_right:
        shift = max(0, min(column - room // 3, whole - room + 1))
        line = ("…" if shift or cut_left else "") + line[shift + bool(shift or cut_left) : shift + room - 1]
        line += "…" if shift + room - 1 < whole or cut_right else ""
    text.append(f"{start.line:>{_GUTTER}} | ", "dim")
    text.append(f"{line.rstrip()}\n")
    length = min(length, max(room - (column - shift), 1))
    marks = " " * (column - shift) + mark * length
    beside = not note or len(marks) + 1 + len(note) <= room
    for under in [f"{marks} {note}".rstrip()] if beside else [marks, *wrap(note, room)]:
        text.append(f"{'':>{_GUTTER}} | ", "dim")
        text.append(under + "\n", style)
