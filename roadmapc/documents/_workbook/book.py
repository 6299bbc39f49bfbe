"""The workbooks: which sheets each has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapc.documents._owners import rows_by_owner
from roadmapc.documents._workbook.calendar_sheet import NAME as CALENDAR
from roadmapc.documents._workbook.calendar_sheet import calendar_sheet
from roadmapc.documents._workbook.control_sheet import NAME as CONTROL
from roadmapc.documents._workbook.control_sheet import control_sheet
from roadmapc.documents._workbook.plan_sheet import NAME as PLAN
from roadmapc.documents._workbook.plan_sheet import plan_sheets
from roadmapc.documents._workbook.sheets import Cell, Row, Sheet, sheet_names
from roadmapc.documents._workbook.writer import range_of, write
from roadmapc.plan.control.columns import COLUMNS, DECISIONS
from roadmapc.plan.control.lines import ControlLine, control_lines
from roadmapc.plan.execution import Execution

LISTS = "Списки"
KINDS = (
    *("акт", "аналитическая справка", "договор", "журнал", "отчет", "письмо", "план", "положение", "постановление"),
    *("приказ", "программа", "протокол", "публикация", "распоряжение", "решение", "список", "справка"),
)
"""Kinds of documents that prove what was done."""
_OF_OWNERS = tuple(one for one in COLUMNS if one.name not in DECISIONS)


def plan_workbook(execution: Execution, as_of: date, title: str, *, by_owner: bool = False) -> bytes:
    """Return the workbook of a plan: as it is printed, by days, and with its marks to be filled in."""
    sheets = [*plan_sheets(execution.plan, title), calendar_sheet(execution.plan, title)]
    return write([*sheets, *control_sheets(execution, as_of, title, by_owner=by_owner)], title, execution.plan.signed)


def control_sheets(execution: Execution, as_of: date, title: str, *, by_owner: bool = False) -> list[Sheet]:
    """Return the sheet «Контроль», if wanted one for each owner, and the hidden one with lists."""
    lines = control_lines(execution)
    lists = _lists(lines)
    kinds = range_of(LISTS, 0, lists.head + 1, len(lists.rows) - 1)
    whole = control_sheet(lines, execution, as_of, kinds, title=f"Контроль исполнения. {title}")
    owners = _of_owners(lines, execution, as_of, kinds) if by_owner else ()
    return [whole, *owners, lists]


def _of_owners(lines: Sequence[ControlLine], execution: Execution, as_of: date, kinds: str) -> Iterator[Sheet]:
    owned = rows_by_owner(execution.plan)
    tables = (f"{PLAN} {at}" for at in range(2, len(execution.plan.tables) + 1))
    names = sheet_names(
        (one.owner.text for one in owned), taken=(PLAN, *tables, CALENDAR, CONTROL, LISTS, "Отчет", "Итоги")
    )
    for name, one in zip(names, owned, strict=True):
        rows = {(row.route, row.deadline_key) for row in one.rows}
        own = [line for line in lines if (line.row.route, line.row.deadline_key) in rows]
        if own:
            title = f"Контроль исполнения: {one.owner.text}"
            yield control_sheet(own, execution, as_of, kinds, name=name, title=title, columns=_OF_OWNERS)


def _lists(lines: Sequence[ControlLine]) -> Sheet:
    """Return the hidden sheet of kinds of documents: the usual ones and those of the marks."""
    used = {kind for line in lines if (kind := line.marked["document-kind"])}
    rows = (Row((Cell(kind),)) for kind in sorted({*KINDS, *used}))
    return Sheet(LISTS, LISTS, (30.0,), (Row((Cell("Вид документа", "head"),)), *rows), head=0, hidden=True)
