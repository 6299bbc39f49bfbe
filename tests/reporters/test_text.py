"""Proves that people see the very words, underlined, in lines of the width they have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.control import strip_control_codes

from roadmapc.diagnostics import Diagnostic, Label, Message, Severity, Source, Span
from roadmapc.diagnostics.visible import visible
from roadmapc.reporters import CheckReport, text
from tests.reporters.runs import runs

GUTTER = len("      1 | ")


def problem(line: str, start: int, end: int, severity: Severity = Severity.ERROR) -> Diagnostic:
    """Return a problem in the only line of a file."""
    return Diagnostic("RM001", "x", severity, Message("m"), Source("a.yaml", line), Span(start, end))


def test_a_problem_is_shown_whole() -> None:
    """Place, code, sentence, name; the line with the place and the second place underlined; the cure; the reason."""
    shown = replace(
        problem("срок: май", 6, 9), labels=(Label(Span(0, 4), Message("here")),), hint=Message("do it"), waived="надо"
    )
    assert text.listed([shown]).plain.split("\n") == [
        "a.yaml:1:7: RM001 error: m [x]",
        "      1 | срок: май",
        "        |       ^^^",
        "      1 | срок: май",
        "        | ---- here",
        "        = do it",
        "        = waived: надо",
        "",
    ]


@given(
    st.text(st.sampled_from("абв гд\t"), min_size=1, max_size=300).filter(lambda line: line.strip()),
    st.integers(0, 299),
    st.integers(1, 50),
    st.integers(20, 120),
)
def test_what_is_underlined_is_in_the_line(line: str, start: int, length: int, width: int) -> None:
    """However long a line is, it is cut to the width around the place, whose first character stands over the mark."""
    start = min(start, len(line) - 1)
    _, above, below, _ = text.listed([problem(line, start, start + length)], width=width).plain.split("\n")
    assert max(len(above), len(below)) <= max(width, 40)
    at = below.index("^")
    assert above.ljust(at + 1)[at] == line[start].replace("\t", " ") or above.endswith("…")
    assert below[at:] == "^" * (len(below) - at)


def test_a_long_note_stands_below_its_mark() -> None:
    """What does not fit beside the mark is broken between words, in the width there is."""
    one = replace(problem("а" * 30, 0, 1), labels=(Label(Span(25, 30), Message("слово " * 20)),))
    lines = text.listed([one], width=60).plain.split("\n")
    assert max(map(len, lines)) <= 60
    assert " ".join(line[GUTTER:] for line in lines[5:-1]).split() == ["слово"] * 20


@pytest.mark.parametrize(("severity", "most"), [(Severity.NOTE, 3), (Severity.WARNING, 10), (Severity.ERROR, 10)])
def test_many_of_one_rule_are_folded(severity: Severity, most: int) -> None:
    """Some of one rule in a file are shown, then their number; with rules chosen by name all are."""
    many = [problem("строка" * 10, at, at + 1, severity) for at in range(14)]
    other = replace(problem("строка", 0, 1), code="RM002", name="y")
    shown = text.report(CheckReport(("a.yaml",), (), (*many, other))).plain
    assert shown.count("[x]") == most
    assert f"more of them: {14 - most}" in shown
    assert text.report(CheckReport(("a.yaml",), (), tuple(many), selected=True)).plain.count("[x]") == 14


@settings(max_examples=30)
@given(runs(), st.integers(1, 200))
def test_every_problem_is_told(run: CheckReport, width: int) -> None:
    """Whatever files and sentences hold, each problem that is shown is headed by its place and code."""
    shown = text.listed(run.problems, width=width).plain
    for one in run.problems:
        line, column = one.source.position(one.span.start)
        head = f"{visible(one.source.name)}:{line}:{column}: {one.code} {one.severity.value}"
        head += f": {one.message.text(str)} [{one.name}]\n"
        assert strip_control_codes(head) in shown
