"""The sheet «Контроль»: every time at which a row is due, its status on a day, and cells to mark what was done.

Two hidden columns hold the key of each line and the fingerprints of its cells; a hidden first row the names of columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from roadmapc.documents._workbook.sheets import DAYS, Allowed, Cell, Row, Rule, Sheet, across, needed_height
from roadmapc.plan.control.columns import BY_NAME, COLUMNS, Column, Role, letters
from roadmapc.plan.control.fingerprints import all_fingerprints
from roadmapc.plan.control.lines import NO_TEXT, ControlLine
from roadmapc.plan.control.mark_cells import day_text
from roadmapc.plan.control.names import FINGERPRINTS, KEY
from roadmapc.plan.execution import PRINTED, Execution, Status, state_of
from roadmapc.russian.calendar import parse_date

NAME = "Контроль"
NEVER = "х"
"""What stands where a value makes no sense."""
SOON = 30
"""Days before a term from which on it is near."""
_HIDDEN = 2
_AS_OF = "$C$3"
_HEAD = 4
_CENTERED = frozenset({"number", "status", "said", "document-number"})
_WIDTHS = dict(
    zip(
        (one.name for one in COLUMNS),
        (6, 32, 14, 10.5, 18, 11.5, 13, 11.5, 11, 30, 12, 10.5, 11, 13, 18, 20, 20, 13, 11.5, 17, 24, 22, 18, 16),
        strict=True,
    )
)
_LAST = "measures"
"""The last column that goes to paper, if those behind it are empty."""
_SEEN = 7
"""Columns that a screen shows at once."""
_LINES = 3
"""Of a row at least: a protected row does not grow with what is typed."""
_NOTE = (
    "Заполняются светло-желтые ячейки. Даты – как 28.04.2023. Второй и следующие документы – по одному в строке: "
    "«приказ от 12.05.2023 № 01-05/44 https://…». Прочие ячейки из плана; их правка в план не попадет."
)


def control_sheet(
    lines: Sequence[ControlLine],
    execution: Execution,
    as_of: date,
    kinds: str,
    *,
    name: str = NAME,
    title: str,
    columns: Sequence[Column] = COLUMNS,
) -> Sheet:
    """Return the lines as they stand at the end of a day; `kinds` is the range with kinds of documents."""
    widths = (0, 0, *(float(_WIDTHS[one.name]) for one in columns))
    names = [one.name for one in columns]
    seen = widths[_HIDDEN : _HIDDEN + _SEEN]
    head = (Cell(KEY, "head"), Cell(FINGERPRINTS, "head"), *(Cell(one.heading, "head") for one in columns))
    rows = [
        Row((Cell(KEY), Cell(FINGERPRINTS), *map(Cell, names)), hidden=True),
        across(title, "title", seen, _HIDDEN),
        across(as_of, "as-of", seen, _HIDDEN),
        across(_NOTE + _left_out(execution), "note", seen, _HIDDEN),
        Row(head, needed_height(head, [width * 0.75 for width in widths])),
        *(_line(line, execution, as_of, columns, widths) for line in lines),
    ]
    last = len(names) if any(line.marked[name] for line in lines for name in names[names.index(_LAST) + 1 :]) else 0
    return Sheet(
        name,
        title,
        widths,
        tuple(rows),
        _HEAD,
        kept=_HIDDEN + 2,
        printed=(_HIDDEN, _HIDDEN + (last or names.index(_LAST) + 1) - 1),
        pages=3 if last else 2,
        foot=f". Состояние на {day_text(as_of)}",
        filtered=True,
        protected=True,
        rules=tuple(_rules(names)),
        allowed=tuple(_allowed(columns, kinds)),
    )


def _left_out(execution: Execution) -> str:
    """Return how many marks are at no row: they are told of by `check`, and stand in no line."""
    n = len(execution.misplaced)
    return f" Отметок, для которых нет строки, – {n}: их называет roadmapc check." if n else ""


def _line(
    line: ControlLine, execution: Execution, as_of: date, columns: Sequence[Column], widths: Sequence[float]
) -> Row:
    computed = computed_cells(line, execution, as_of)
    texts = {**line.printed, **line.marked, **computed}
    texts |= {one.name: NEVER for one in columns if one.role is Role.MARK and one.key not in line.keys}
    prints = all_fingerprints(texts, (one.name for one in columns))
    cells = (Cell(line.key), Cell(prints), *(_cell(texts[one.name], one, line) for one in columns))
    return Row(cells, needed_height(cells, widths, _LINES))


def computed_cells(line: ControlLine, execution: Execution, as_of: date) -> dict[str, str]:
    """Return the term in force and the status of a line on a day."""
    if line.unit is None:
        return {"term": NEVER, "status": NEVER}
    state = state_of(line.unit, as_of, execution.plan.calendar)
    return {"term": day_text(state.term) if state.term else NO_TEXT, "status": PRINTED[state.status]}


def _cell(text: str, column: Column, line: ControlLine) -> Cell:
    if column.role is not Role.MARK:
        is_centered = column.name in _CENTERED or column.is_date
        day = parse_date(text) if column.is_date else None
        return Cell(day, "date") if day else Cell(text, "center" if is_centered else "text")
    if column.key not in line.keys:
        return Cell(text, "never")
    day = parse_date(text) if column.is_date else None
    return Cell(day or text, "mark-date" if column.is_date else "mark")


def _rules(names: Sequence[str]) -> Iterable[Rule]:
    """Yield the colours of term and status: done, late, near; the status says it in words."""
    at = {name: _HIDDEN + names.index(name) for name in ("term", "status")}
    first = _HEAD + 2
    term, status = (f"${letters(at[name])}{first}" for name in ("term", "status"))
    columns = tuple(at.values())
    yield Rule(columns, _is(status, Status.DONE, Status.DONE_LATE), "done")
    passed = f"AND({_is(status, Status.PARTLY)},ISNUMBER({term}),{term}<{_AS_OF})"
    yield Rule(columns, f"OR({_is(status, Status.MISSED)},{passed})", "late")
    waiting = _is(status, Status.AHEAD, Status.OPEN, Status.MOVED)
    near = f"AND({waiting},ISNUMBER({term}),{term}<={_AS_OF}+{SOON})"
    yield Rule(columns, f"OR({_is(status, Status.AT_RISK, Status.PARTLY)},{near})", "soon")


def _is(cell: str, *statuses: Status) -> str:
    words = (f'{cell}="{PRINTED[one]}"' for one in statuses)
    return f"OR({','.join(words)})"


def _allowed(columns: Sequence[Column], kinds: str) -> Iterable[Allowed]:
    for at, one in enumerate(columns, _HIDDEN):
        if one.role is Role.MARK and one.is_date:
            yield Allowed(at, DAYS, "Здесь дата, например 28.04.2023.")
    places = {one.name: at for at, one in enumerate(columns, _HIDDEN)}
    yield Allowed(places["said"], ("частично", "риск"), "Пусто, «частично» или «риск»: прочие статусы вычисляются.")
    hint = "Такого вида нет в списке. Оставить его?"
    yield Allowed(places[BY_NAME["document-kind"].name], kinds, hint, strictly=False)
