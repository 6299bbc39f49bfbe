"""A row is late or not done, or its term was moved, and no reason is given.

Every form of report asks why a term was not kept, and what was done about it; without the words the person who signs
has to ask again. A row without any mark counts as not done.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 07.06.2022
        documents: справка от 07.06.2022 № 5

Good:
    …
        documents: справка от 07.06.2022 № 5
        reason: Карантин в двух школах
        measures: Опрос проведен дистанционно
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import all_marks, has_words, states
from roadmapc.diagnostics import Count, Message, Route, Severity
from roadmapc.plan import Row
from roadmapc.plan.addresses import find, printed_address
from roadmapc.plan.execution import Execution, State, Status, Unit
from roadmapc.plan.execution.moves import placed_moves

CODE = "RM857"
SEVERITY = Severity.WARNING

_MOST_DAYS = 3
"""Terms of one row that are named."""


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report what is late on this day without a reason, at its mark, and each row without a mark once."""
    told: set[Route] = set()
    unmarked: dict[Route, list[tuple[Unit, State]]] = defaultdict(list)
    for unit, state in states(execution, today):
        yield from _unexplained_moves(unit)
        if not (state.is_late or state.status is Status.DONE_LATE) or any(
            has_words(one.mark.reason) for one in unit.marks
        ):
            continue
        if not unit.marks:
            unmarked[unit.row.route].append((unit, state))
        elif (route := unit.marks[0].route) not in told:
            told.add(route)
            yield _at_mark(unit, state)
    meant = _meant(execution)
    for missed in unmarked.values():
        if missed[0][0].row.route not in meant:
            yield _without_mark(execution, missed)


def _meant(execution: Execution) -> frozenset[Route]:
    """Return the rows that misplaced marks name: what is wrong there is told by another rule."""
    marks = dict(all_marks(execution))
    rows = (find(execution.plan, marks["marks", one.index].at) for one in execution.misplaced)
    return frozenset(row.route for some in rows for row in some)


def _unexplained_moves(unit: Unit) -> Iterator[Finding]:
    if not any(has_words(one.mark.reason) for one in unit.marks):
        for route, move in placed_moves(unit):
            if not has_words(move.reason):
                yield Finding(route, Message("the term was moved, and no reason is given"), _hint())


def _at_mark(unit: Unit, state: State) -> Finding:
    placed = next((one for one in unit.marks if one.mark.done), unit.marks[0])
    if state.status is Status.DONE_LATE:
        message = Message(
            "done {delay} after the term {term:%d.%m.%Y}, and no reason is given", delay=_days(state), term=state.term
        )
        return Finding((*placed.route, "done"), message, _hint(), unit.row)
    message = Message(
        "not done {delay} after the term {term:%d.%m.%Y}, and no reason is given", delay=_days(state), term=state.term
    )
    return Finding(placed.route, message, _hint(), unit.row)


def _without_mark(execution: Execution, missed: list[tuple[Unit, State]]) -> Finding:
    """Return the finding of a row without a mark: its route names the row in place of a mark."""
    (unit, state), n = missed[0], len(missed)
    row: Row = unit.row
    if n == 1:
        message = Message(
            "row {address} “{words}” is not done {delay} after the term {term:%d.%m.%Y}, and has no mark",
            address=printed_address(execution.plan, row),
            words=row.title,
            delay=_days(state),
            term=state.term,
        )
    else:
        terms = ", ".join(f"{one.term:%d.%m.%Y}" for _unit, one in missed[:_MOST_DAYS] if one.term)
        message = Message(
            "row {address} “{words}” is not done {times}, and has no mark for it: {terms}",
            address=printed_address(execution.plan, row),
            words=row.title,
            times=Count.of("{n} time", "{n} times", n),
            terms=terms + (" …" if n > _MOST_DAYS else ""),
        )
    hint = Message("write a mark of it with the day on which it was done, or with the reason")
    return Finding(("marks", row.id), message, hint, row, key=True)


def _days(state: State) -> Count:
    return Count.of("{n} working day", "{n} working days", state.delay)


def _hint() -> Message:
    return Message("add “reason:” and, if something was done about it, “measures:”")
