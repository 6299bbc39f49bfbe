"""What a person did to the cells of one key of a mark: a change, a problem, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.importer.filled.results import FilledProblem, MarkChange
from roadmapc.importer.filled.sheets import FilledCell, FilledLine
from roadmapc.importer.filled.typed import is_likely
from roadmapc.plan.control.columns import BY_NAME, columns_of
from roadmapc.plan.control.fingerprints import fingerprint, plain
from roadmapc.plan.control.lines import ControlLine
from roadmapc.plan.control.mark_values import CellFault, value_of
from roadmapc.russian.calendar import parse_date

_PAST = frozenset({"done", "reported"})
"""Keys whose days cannot be still to come."""


def change_of(
    line: ControlLine, key: str, filled: FilledLine, prints: Mapping[str, str], as_of: date
) -> MarkChange | FilledProblem | None:
    """Return what is to become of a key of a mark, or why that cannot be told; nothing where nobody touched it.

    `prints` are the fingerprints of the cells as they were written.
    """
    cells = {one.name: filled.cells[one.name] for one in columns_of(key) if one.name in filled.cells}
    changed = [name for name, cell in cells.items() if fingerprint(cell.text) != prints[name]]
    if computed := next((cell for cell in cells.values() if cell.is_formula), None):
        beside = _shown(cells[name].text for name in changed if cells[name] is not computed)
        message = Message("a formula is no mark; “{words}” beside it is not read either", words=beside)
        why = message if beside else Message("a formula is no mark")
        return FilledProblem(computed.place, why, Message("type what it should say"))
    if not changed or all(plain(cell.text) == plain(line.marked[name]) for name, cell in cells.items()):
        return None
    place = cells[changed[0]].place
    if merged := next((cells[name] for name in changed if cells[name].is_merged), None):
        message = Message("cells were joined here: nobody can tell which row this is about")
        return FilledProblem(merged.place, message)
    if any(fingerprint(line.marked[name]) != prints[name] for name in cells):
        now = _shown(line.marked[name] for name in cells)
        message = Message("the mark was changed since the workbook was made: “{now}” now", now=now)
        return FilledProblem(place, message, Message("decide which one holds, and mark the row by its number"))
    try:
        value = _value(line, key, cells, as_of)
    except CellFault as fault:
        return FilledProblem(cells[fault.name].place if fault.name in cells else place, fault.message, fault.hint)
    old = _shown(line.marked[one.name] for one in columns_of(key))
    return MarkChange(line, key, old, _shown(cell.text for cell in cells.values()), value, place)


def _value(line: ControlLine, key: str, cells: Mapping[str, FilledCell], as_of: date) -> Any:
    for name, cell in cells.items():
        _check(name, cell)
    mark = line.mark.mark if line.mark else None
    value = value_of(key, {**line.marked, **{name: cell.text for name, cell in cells.items()}}, mark)
    if key in _PAST and value and (day := parse_date(value)) and day > as_of:
        raise CellFault(key, Message("this day is still to come: {day}", day=value))
    return value


def _check(name: str, cell: FilledCell) -> None:
    """Raise CellFault for what an office program has made of something else."""
    if name == "document-number" and cell.is_date:
        hint = Message("write the number with an apostrophe before it: '01-05")
        raise CellFault(name, Message("the office program has made a date of the number"), hint)
    day = parse_date(cell.text) if BY_NAME[name].is_date else None
    if day and not is_likely(day):
        raise CellFault(name, Message("not a date: {text}", text=cell.text), Message("write it as 28.04.2023"))


def _shown(texts: Iterable[str]) -> str:
    return "; ".join(text for text in texts if text)
