"""Proves that problems of reading are named once, apart from rules, and that the manual explains each."""

from __future__ import annotations

import pytest

from roadmapc.checks.manual import READING
from roadmapc.checks.running import rule_name, rules
from roadmapc.compiler import compile_bytes
from roadmapc.source import problems
from roadmapc.source.problems import MOST_PROBLEMS, ReadingProblem
from roadmapc.source.tree_builder import MAX_TEXT, MAX_VALUES
from tests.conftest import CLEAN, TODAY

ALL = [one for one in vars(problems).values() if isinstance(one, ReadingProblem)]


def test_codes_and_names_are_their_own() -> None:
    """No two problems share a code or a name, with rules neither."""
    assert len({one.code for one in ALL}) == len({one.name for one in ALL}) == len(ALL)
    assert not {one.code for one in ALL} & {str(rule.CODE) for rule in rules()}
    assert not {one.name for one in ALL} & {rule_name(rule) for rule in rules()}


def test_each_has_a_page() -> None:
    """The manual has a page for each problem, by code, and for no other."""
    assert [(page.code, page.name) for page in READING] == sorted(ALL)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", problems.EMPTY_FILE),
        (b"\xff", problems.UNREADABLE_FILE),
        (b"roadmapc: [" + b"1," * MAX_VALUES + b"]", problems.TOO_MANY),
        (b"- 1\n" * MAX_VALUES, problems.TOO_MANY),
        (b"roadmapc: " + b"1" * (MAX_TEXT + 1), problems.TOO_MANY),
    ],
)
def test_what_no_example_shows(data: bytes, problem: ReadingProblem) -> None:
    """What no text can show in the manual is reported too."""
    assert [one.code for one in compile_bytes("a.yaml", data, today=TODAY).diagnostics] == [problem.code]


@pytest.mark.parametrize("line", ["key{}: 1\n", "key: {}\n", "key{}: а #б\n", 'key{}: "\\e"\n'])
def test_most_problems_of_a_kind_are_told_by_their_number(line: str) -> None:
    """A hundred are listed; where the next one stands it is said how many more there are."""
    source = (CLEAN + "".join(line.format(at) for at in range(1000))).encode()
    found = compile_bytes("a.yaml", source, today=TODAY).diagnostics
    more = [one for one in found if one.code == problems.TOO_MANY.code]
    assert len(found) < 2 * MOST_PROBLEMS + 3
    assert more
    assert all(str(one.message).startswith("more problems than are listed: ") for one in more)
    assert sum(one.message.values["n"] for one in more) + len(found) - len(more) >= 999
