"""Proves that problems of reading are named once, apart from rules, and that the manual explains each."""

from __future__ import annotations

import pytest

from roadmapc.checks.manual import READING
from roadmapc.checks.running import rule_name, rules
from roadmapc.compiler import compile_bytes
from roadmapc.source import problems
from roadmapc.source.problems import ReadingProblem
from tests.conftest import TODAY

ALL = [one for one in vars(problems).values() if isinstance(one, ReadingProblem)]


def test_codes_and_names_are_their_own() -> None:
    """No two problems share a code or a name, with rules neither."""
    assert len({one.code for one in ALL}) == len({one.name for one in ALL}) == len(ALL)
    assert not {one.code for one in ALL} & {str(rule.CODE) for rule in rules()}
    assert not {one.name for one in ALL} & {rule_name(rule) for rule in rules()}


def test_each_has_a_page() -> None:
    """The manual has a page for each problem, by code, and for no other."""
    assert [(page.code, page.name) for page in READING] == sorted(ALL)


@pytest.mark.parametrize(("data", "problem"), [(b"", problems.EMPTY_FILE), (b"\xff", problems.UNREADABLE_FILE)])
def test_what_no_example_shows(data: bytes, problem: ReadingProblem) -> None:
    """What no text can show in the manual is reported too."""
    assert [one.code for one in compile_bytes("a.yaml", data, today=TODAY).diagnostics] == [problem.code]
