"""Which rows of a moved plan are not due when they were, some years later."""

from __future__ import annotations

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message
from roadmapc.plan.plan import Plan, Row
from roadmapc.plan.year_moves import YearMove, moved_day


def rows_due_otherwise(before: Plan, after: Plan, move: YearMove, told: list[int]) -> list[tuple[int, Message]]:
    """Return the rows whose due dates are not the old ones some years later, but those told of at their deadline."""
    found = []
    for old, new in zip(before.rows, after.rows, strict=True):
        span = after.tree.span(new.deadline_route)
        if any(span.start <= offset < span.end for offset in told):
            continue
        if new.deadline_error and not old.deadline_error:
            found.append((_start(after, new), Message("the deadline is no longer understood")))
        elif not _is_moved(old, new, move, before.tables[old.table].period):
            found.append((_start(after, new), _difference(old, new, move)))
    return found


def _is_moved(old: Row, new: Row, move: YearMove, period: Period | None) -> bool:
    """Say whether a row is due when it was, some years later; what depends on days of the week may differ in them.

    What begins with the plan («до 1 декабря») begins with the new one, whenever that is.
    """
    if len(old.occurrences) != len(new.occurrences):
        return False
    for one, other in zip(old.occurrences, new.occurrences, strict=True):
        begins = period is not None and one.first == period.first < one.due
        for day, later in ((one.due, other.due),) if begins else ((one.first, other.first), (one.due, other.due)):
            if (day.year + move.years, day.month) != (later.year, later.month):
                return False
    return True


def _start(plan: Plan, row: Row) -> int:
    route = row.deadline_route
    return plan.tree.key_span(route if route in plan.tree.keys else row.route).start


def _difference(old: Row, new: Row, move: YearMove) -> Message:
    """Return the first due date that is not the old one moved; where all are, the first beginning that is not."""
    wanted = [moved_day(one.due, move.years) for one in old.occurrences]
    due = [one.due for one in new.occurrences]
    if wanted == due:
        wanted = [moved_day(one.first, move.years) for one in old.occurrences]
        due = [one.first for one in new.occurrences]
    at = next((n for n, (a, b) in enumerate(zip(wanted, due, strict=False)) if a != b), min(len(wanted), len(due)))
    return Message(
        "now due: {new}; the old date some years later: {old}",
        new=_day(due[at] if at < len(due) else None),
        old=_day(wanted[at] if at < len(wanted) else None),
    )


def _day(day: object) -> str:
    return f"{day:%d.%m.%Y}" if day else "–"
