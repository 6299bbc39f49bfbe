"""Proves that GitHub's runner reads back what was found: kind, place, title and words."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given

from roadmapc.diagnostics import Severity
from roadmapc.diagnostics.visible import visible
from roadmapc.reporters import CheckReport, github
from tests.reporters.runs import hostile_run, place, real_run, runs


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def undone(text: str, signs: str) -> str:
    """Undo the escapes of these characters as the runner does: one after another, the percent sign last."""
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def read(line: str) -> Command:
    """Read a line as `ActionCommand.TryParseV2` of the runner does."""
    line = line.lstrip()
    assert line.startswith("::"), line
    head, mark, data = line[2:].partition("::")
    assert mark, line
    name, _, rest = head.partition(" ")
    pairs = [word.partition("=") for word in rest.strip().split(",") if word]
    properties = {key: undone(value.lstrip("="), "\r\n:,%") for key, _, value in pairs if value}
    return Command(name, properties, undone(data, "\r\n%"))


def read_back(run: CheckReport) -> None:
    """Assert that a report, cut into lines as the runner cuts it, says what the run holds."""
    report = github.report(run)
    assert "\r" not in report
    assert report.endswith("\n")
    first, *commands = map(read, report[:-1].split("\n"))
    assert first == Command("notice", {"title": "roadmapc"}, run.summary)
    assert len(commands) == len(run.open)
    for command, problem in zip(commands, run.open, strict=True):
        line, column, end_line, end_column = place(problem)
        expected = {"file": problem.source.name, "line": line, "endLine": end_line}
        if line == end_line:
            expected |= {"col": column, "endColumn": end_column}
        expected["title"] = f"{problem.code} {problem.name}"
        assert command.properties == {key: str(value) for key, value in expected.items()}
        kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
        assert command.name == kinds[problem.severity]
        hint = f"\n{problem.hint.text(str)}" if problem.hint else ""
        head = f"{visible(problem.source.name)}:{line}:{column}: {problem.code}"
        assert command.data == f"{head} {problem.message.text(str)} [{problem.name}]{hint}"


def test_the_runner_reads_the_real_problems() -> None:
    read_back(real_run())


def test_every_hostile_word_comes_back() -> None:
    read_back(hostile_run())


@given(runs())
def test_the_runner_reads_whatever_the_words_are(run: CheckReport) -> None:
    read_back(run)


def test_the_reader_would_tell() -> None:
    """Without its escapes a command is read as something else: the reader here is no mirror of the writer."""
    assert read("::error file=a%2Cb.yaml,line=1::x%250A") == Command("error", {"file": "a,b.yaml", "line": "1"}, "x%0A")
    assert read("::error file=a,b.yaml,line=1::x").properties["file"] == "a"
    with pytest.raises(AssertionError):
        read("error: x")
