"""The sheet «Календарь»: every time at which something is due, by its day; below it what has no day."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import is_continuous, is_undated
from roadmapc.documents._workbook.sheets import Cell, Row, Sheet, across, needed_height
from roadmapc.plan import Occurrence, Plan
from roadmapc.plan import Row as PlanRow
from roadmapc.russian.calendar import WEEKDAYS_SHORT

NAME = "Календарь"
_HEADINGS = ("Срок", "День недели", "Действовать до", "№ п/п", "Мероприятие", "Срок словами плана", "Ответственные")
_WIDTHS = (11.0, 8.0, 12.0, 7.0, 50.0, 22.0, 28.0)
_RESULT, _RESULT_WIDTH = "Что представить", 26.0


def calendar_sheet(plan: Plan, title: str) -> Sheet:
    """Return the times of a plan in order."""
    rows = plan.dated_rows
    results = any(row.result for row in rows)
    headings = (*_HEADINGS, _RESULT) if results else _HEADINGS
    widths = (*_WIDTHS, _RESULT_WIDTH) if results else _WIDTHS
    head = tuple(Cell(heading, "head") for heading in headings)
    lines = [cells if results else cells[:-1] for cells in _lines(plan)]
    rows_of = (Row(cells, needed_height(cells, widths)) for cells in lines)
    top = (across(title, "title", widths), Row(head, needed_height(head, [width * 0.8 for width in widths])))
    return Sheet(NAME, title, widths, (*top, *rows_of), head=1, filtered=True, protected=True)


def _lines(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    rows = plan.dated_rows
    dated = ((one, row) for row in rows if not is_continuous(row) for one in row.occurrences)
    for one, row in sorted(dated, key=lambda pair: (pair[0].due, pair[1].route)):
        yield _line(row, one)
    yield from (_line(row) for row in rows if is_continuous(row))
    yield from (_line(row) for row in rows if is_undated(row))


def _line(row: PlanRow, one: Occurrence | None = None) -> tuple[Cell, ...]:
    if one:
        days = (
            Cell(one.due, "date"),
            Cell(WEEKDAYS_SHORT[one.due.weekday()], "center"),
            Cell(one.act_by, "date"),
        )
    else:
        when = "в течение всего периода" if is_continuous(row) else "без даты"
        days = (Cell(when, "center"), Cell(NO_TEXT, "center"), Cell(NO_TEXT, "center"))
    return (
        *days,
        Cell(row.number or NO_TEXT, "center"),
        Cell(row.text_apart.strip()),
        Cell(row.deadline_text or NO_TEXT),
        Cell("\n".join(assignee.text for assignee in row.assignees) or NO_TEXT),
        Cell(row.result or NO_TEXT),
    )
