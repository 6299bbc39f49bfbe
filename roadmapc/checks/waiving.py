"""Which waiver covers which problem."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from roadmapc.checks.selection import ALWAYS
from roadmapc.diagnostics import Diagnostic, Route
from roadmapc.plan import Plan, Row
from roadmapc.plan.addresses import is_at
from roadmapc.plan.execution import Execution
from roadmapc.russian.calendar import parse_date
from roadmapc.source.basing.merged_tree import is_from_base, own_source
from roadmapc.source.model import Waiver


class Review(NamedTuple):
    """What a rule about waivers is told: the day, and the names and codes of the rules that ran."""

    today: date
    ran: frozenset[str]


def with_waivers(plan: Plan, found: list[Diagnostic], today: date) -> list[Diagnostic]:
    """Return the problems, those that a valid waiver covers marked with its reason."""
    waivers = [
        (waiver, is_from_base(plan.tree, ("waivers", at)))
        for at, waiver in enumerate(plan.roadmap.waivers)
        if is_valid(waiver, today)
    ]
    own = own_source(plan.tree)
    return [_with_waiver(plan, problem, waivers, problem.source is not own) for problem in found]


def _with_waiver(plan: Plan, problem: Diagnostic, waivers: list[tuple[Waiver, bool]], in_base: bool) -> Diagnostic:
    """Return a problem with the reason of its waiver; one of the base plan covers what stands there alone."""
    for waiver, is_of_base in waivers:
        if (in_base or not is_of_base) and covers(plan, waiver, problem):
            return problem.with_waiver((waiver.reason or "").strip())
    return problem


def with_waivers_of_marks(execution: Execution, found: list[Diagnostic], today: date) -> list[Diagnostic]:
    """Return the problems of marks, those that a valid waiver beside them covers marked with its reason."""
    waivers = [one for one in waivers_of(execution) if is_valid(one, today)]

    def waived(problem: Diagnostic) -> Diagnostic:
        fitting = (one for one in waivers if covers_mark(execution, one, problem))
        waiver = next(fitting, None)
        return problem.with_waiver((waiver.reason or "").strip()) if waiver else problem

    return [waived(problem) for problem in found]


def waivers_of(execution: Execution) -> tuple[Waiver, ...]:
    """Return the waivers that stand beside the marks of a plan."""
    return execution.file.marks.waivers if execution.file and execution.file.marks else ()


def covers_mark(execution: Execution, waiver: Waiver, problem: Diagnostic) -> bool:
    """Say whether a waiver names a problem's rule and, where it names rows, its row as the mark does or otherwise.

    A mark that means no row has the words of its own `at` alone; what no mark tells names its row by its id.
    """
    if not (problem.name in waiver.rule or problem.code in waiver.rule):
        return False
    if not waiver.at or execution.file is None or execution.file.marks is None:
        return not waiver.at
    row, where = _row_of(execution, problem.route), problem.route[1:2]
    if row is not None:
        return any(is_at(execution.plan, row, place) for place in waiver.at)
    marks = execution.file.marks.marks
    return any(isinstance(at, int) and at < len(marks) and marks[at].at in waiver.at for at in where)


def _row_of(execution: Execution, route: Route) -> Row | None:
    """Return the row of a mark by its place; a row without a mark by its id, which stands in the place of one."""
    if len(route) == 2 and isinstance(route[1], str):
        return next((row for row in execution.plan.rows if row.id == route[1]), None)
    return next((one.row for one in execution.placed if one.route == route[:2]), None)


def is_valid(waiver: Waiver, today: date) -> bool:
    """Say whether a waiver has a reason and has not expired."""
    return has_reason(waiver) and not is_expired(waiver, today)


def has_reason(waiver: Waiver) -> bool:
    """Say whether a waiver has a reason in words: a dash is none."""
    return any(letter.isalpha() for letter in waiver.reason or "")


def is_expired(waiver: Waiver, today: date) -> bool:
    """Say whether the last day of a waiver is past."""
    until = parse_date(waiver.until) if waiver.until else None
    return until is not None and until < today


def covers(plan: Plan, waiver: Waiver, problem: Diagnostic, place: str | None = None, rule: str | None = None) -> bool:
    """Say whether a waiver (or one place or one rule of it) names this problem's rule and place."""
    if rule is not None and rule not in (problem.name, problem.code):
        return False
    if problem.name in ALWAYS or not (problem.name in waiver.rule or problem.code in waiver.rule):
        return False
    places = waiver.at if place is None else (place,)
    if not places:
        return True
    row = plan.row_at(problem.route)
    return any(_is_place(plan, where, problem.route, row) for where in places)


def _is_place(plan: Plan, where: str, route: Route, row: Row | None) -> bool:
    if row is not None and is_at(plan, row, where):
        return True
    dotted = ".".join(str(part) for part in route)
    return dotted == where or dotted.startswith(where + ".")
