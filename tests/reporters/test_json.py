"""Proves that JSON holds all of a problem that other programs were promised."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from roadmapc.diagnostics import Fix
from roadmapc.reporters import CheckReport
from roadmapc.reporters import json as reporter
from tests.reporters.runs import place, runs


@settings(max_examples=30)
@given(runs())
def test_it_reads_back(run: CheckReport) -> None:
    """Whatever a problem says, its object says it: places from 1, settled ones too, in the order of the run."""
    found = json.loads(reporter.report(run))
    assert len(found) == len(run.problems)
    for one, problem in zip(found, run.problems, strict=True):
        assert (one["code"], one["name"], one["severity"]) == (problem.code, problem.name, problem.severity)
        assert (one["message"], one["hint"]) == (
            problem.message.text(str),
            problem.hint.text(str) if problem.hint else None,
        )
        assert (one["line"], one["column"], one["end_line"], one["end_column"]) == place(problem)
        assert (one["waived"], one["reason"]) == (problem.waived is not None, problem.waived)
        assert (one["baseline"], one["fingerprint"]) == (problem.in_baseline, problem.fingerprint)
        assert one["fixable"] == fixable(problem.fix)


def fixable(fix: Fix | None) -> str:
    """Return the word for a fix."""
    return "no" if fix is None else "safe" if fix.safe else "unsafe"


@pytest.mark.parametrize(("run", "text"), [(CheckReport((), (), ()), "[]\n")])
def test_nothing_found_is_an_empty_list(run: CheckReport, text: str) -> None:
    """A program need not tell nothing from something."""
    assert reporter.report(run) == text
