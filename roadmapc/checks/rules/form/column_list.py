"""The list of columns does not make a table.

Where a table lists its columns, each has a key of its own, one of them is the activity, and none is called like a key
that rows have anyway. Of numbers, activities, results and starts a table has one column. Widths that are given fit on
the sheet: 170 mm upright, 257 mm on its side.

Bad:
    table:
      columns: [number, activity, deadline, owners, result, {key: place, heading: Место}, {key: place, heading: Зал}]
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка, place: Школа}

Good:
    table:
      columns: [number, activity, deadline, owners, result, {key: place, heading: Место}]
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan, PlanTable
from roadmapc.plan.columns import MOST_WIDTH, is_landscape
from roadmapc.source.model import COLUMN_NAMES, Activity, Section
from roadmapc.source.model.fields import fields_of

CODE = "RM430"
SEVERITY = Severity.ERROR

_ROW_KEYS = frozenset({*fields_of(Activity), *fields_of(Section)}) - {*COLUMN_NAMES}
_MOST = 20
_ONCE = frozenset({"number", "activity", "start", "result"})


def check(plan: Plan) -> Iterator[Finding]:
    """Report what keeps the columns of a table from being told apart or from standing on its sheet."""
    for table in plan.tables:
        if table.source.is_listed:
            yield from _of_keys(table)
            yield from _of_widths(table)


def _of_keys(table: PlanTable) -> Iterator[Finding]:
    route: Route = (*table.source.route, "columns")
    columns = [one for one in table.source.columns if one.kind != "blank"]
    if all(one.kind != "activity" for one in columns):
        yield Finding(
            route, Message("no column is that of activities"), Message("add “activity” to the list"), key=True
        )
    if len(table.source.columns) > _MOST:
        yield Finding(route, Message("there are more columns than a sheet has room for: {n}", n=len(columns)), key=True)
    if any(one.kind == "start" for one in columns) and all(one.kind != "deadline" for one in columns):
        yield Finding(route, Message("a column of starts goes with one of deadlines"), key=True)
    keys: set[str] = set()
    kinds: set[str] = set()
    for one in columns:
        if one.key in keys or (one.kind in _ONCE and one.kind in kinds):
            yield Finding(one.route, Message("there is such a column already: “{key}”", key=one.key))
        elif one.key in _ROW_KEYS:
            message = Message("rows have a key “{key}” of another meaning", key=one.key)
            yield Finding(one.route, message, Message("give the column another key"))
        keys.add(one.key)
        kinds.add(one.kind)


def _of_widths(table: PlanTable) -> Iterator[Finding]:
    given = [one.width for one in table.source.columns if one.width]
    most = MOST_WIDTH["landscape" if is_landscape(table) else "portrait"]
    others = len(table.source.columns) - len(given)
    if given and sum(given) + 15 * others > most:
        message = Message("the widths leave no room: {n} mm of {most}", n=sum(given), most=most)
        yield Finding((*table.source.route, "columns"), message, Message("leave some of them to the program"), key=True)
