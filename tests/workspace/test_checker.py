"""Proves how files are checked: each alone, in whatever process, then together, and again by all rules to be fixed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from roadmapc.checks.selection import ALL, RuleSelection
from roadmapc.workspace.checker import Checker
from roadmapc.workspace.executor import HERE, Processes
from roadmapc.workspace.file_result import FileResult, problems_to_json
from tests.conftest import TODAY
from tests.workspace.conftest import WAIVED, A, B

CHECKER = Checker(TODAY, ALL)
FILES = [(Path("a.yaml"), A.encode()), (Path("b.yaml"), B.encode()), (Path("c.yaml"), b"a: [")]


def test_one_file() -> None:
    """Its problems and the summary to compare it by; one with an expiring waiver holds for the day alone."""
    good, waived, broken = (CHECKER.check_one(Path("a.yaml"), text.encode()) for text in (A, WAIVED, "a: ["))
    assert (good.day, waived.day, broken.day) == (None, TODAY.isoformat(), None)
    assert good.summary
    assert good.problems
    assert (broken.summary, broken.is_unread) == (None, True)


def test_files_are_shared_out() -> None:
    """What other processes find is what this one finds."""

    def told(results: Iterable[FileResult]) -> list[object]:
        return [problems_to_json(one.problems, name.as_posix()) for one, (name, _) in zip(results, FILES, strict=True)]

    alone = told(CHECKER.check_one(*file) for file in FILES)
    assert told(CHECKER.check_each(FILES, HERE)) == alone
    assert told(CHECKER.check_each(FILES, Processes(2))) == alone


def test_files_together() -> None:
    """From summaries as they were found or as they were kept; a file that is not read takes no part."""
    twice = [(Path("a.yaml"), A.encode()), (Path("c.yaml"), b"a: ["), (Path("b.yaml"), A.encode())]
    results = [CHECKER.check_one(*file) for file in twice]
    kept = [FileResult.from_json(one.to_json("a.yaml")) for one in results]
    found = CHECKER.check_between(twice, [one.summary for one in results])
    assert found
    assert 1 not in found
    assert CHECKER.check_between(twice, [one.summary for one in kept]) == found


def test_a_fix_is_wanted_where_its_rule_runs() -> None:
    """All rules judge what a fix makes; fixed is only what the selection is for."""
    one = CHECKER.check_by_all_rules(Path("a.yaml"), A.encode(), no_waivers=True)
    names = {problem.name for problem in one.diagnostics}
    assert "missing-owner" in names
    chosen = Checker(TODAY, RuleSelection(select=("missing-owner",)))
    assert {p.name for p in one.diagnostics if chosen.wanted_by(None)(p)} == {"missing-owner"}
    assert {p.name for p in chosen.check_by_all_rules(Path("a.yaml"), A.encode(), no_waivers=True).diagnostics} == names
