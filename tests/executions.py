"""What tests of execution share: plans with marks, and the made-up year of a real plan."""

from __future__ import annotations

from pathlib import Path

from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.source.marks_file import read_marks
from roadmapc.workspace import loading
from tests.conftest import ROADMAPS
from tests.plans import plan_of_rows

YEAR = Path(__file__).parent / "data" / "execution" / "tsuntinsky.marks.yaml"
"""A made-up year of marks of a real plan."""


def executed(plan: Plan, marks: str) -> Execution:
    """Return a plan with its marks, which are lines of YAML below `marks:`."""
    file = read_marks("a.marks.yaml", f"marks:\n{marks}".encode())
    assert not file.problems, [str(one.message) for one in file.problems]
    return execution_of(plan, file)


def executed_rows(rows: str, marks: str, period: str = "2021-2024", more: str = "") -> Execution:
    """Return a plan made of rows, with its marks."""
    return executed(plan_of_rows(rows, period, more), marks)


def real_year() -> Execution:
    """Return the real plan with its made-up year."""
    plan = loading.read(ROADMAPS / "tsuntinsky.yaml").plan
    assert plan
    return execution_of(plan, read_marks(YEAR.name, YEAR.read_bytes()))
