"""A table of indicators: what is to be reached, by year."""

from __future__ import annotations

import re
from typing import Any

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.table_head import head_rows, headings
from roadmapc.importing.understanding.words import cell_text, one_line

_YEAR = re.compile(
    r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?:\s*(?:г\.?|год|уч\.?\s*г(?:од|\.)?|учебный год))?(?:\s*\([^)]*\))?"
    r"|(?:базовое|исходное|плановое|целевое).*|всего",
    re.IGNORECASE,
)
_NAME = re.compile(r"показател|индикатор|критери|результат", re.IGNORECASE)
_UNIT = re.compile(r"единиц|ед\.?\s*изм", re.IGNORECASE)
_NUMBER = re.compile(r"№|п/п", re.IGNORECASE)


def indicator_columns(grid: Grid) -> tuple[int | None, int, int | None, list[int]] | None:
    """Return the columns of number, name, unit and years, or None where the table is none of indicators."""
    count = head_rows(grid) or 1
    own, speaking = headings(grid, min(count, len(grid.rows)))
    years = [at for at, words in enumerate(own) if _YEAR.fullmatch(words.split(": ")[-1])]
    names = [at for at, words in enumerate(speaking) if _NAME.search(words) and at not in years]
    units = [at for at, words in enumerate(speaking) if _UNIT.search(words) and at not in years]
    numbers = [at for at, words in enumerate(speaking) if _NUMBER.match(words)]
    known = {*years, *names[:1], *units[:1], *numbers[:1]}
    dated = sum(bool(re.match(r"20\d\d", own[at].split(": ")[-1])) for at in years)
    if not dated or not names or len(known) != grid.columns or len(years) > 12:
        return None
    if len(grid.rows) <= count or any(cell.covered for row in grid.rows[count:] for cell in row.cells):
        return None
    return numbers[0] if numbers else None, names[0], units[0] if units else None, years


def indicators_values(grid: Grid, title: str) -> dict[str, Any] | None:
    """Return the indicators, or None where the table is another one."""
    found = indicator_columns(grid)
    if found is None:
        return None
    number, name, unit, years = found
    count = head_rows(grid) or 1
    own, _ = headings(grid, count)
    rows: list[dict[str, Any]] = []
    for row in grid.rows[count:]:
        cells = {cell.column: cell_text(cell.texts) for cell in row.cells}
        if len(cells) != grid.columns or not cells.get(name):
            return None
        value: dict[str, Any] = {"name": cells[name]}
        if unit is not None and cells[unit]:
            value["unit"] = one_line(cells[unit])
        value["values"] = [one_line(cells[at]) or "–" for at in years]
        if number is not None and not re.fullmatch(rf"{len(rows) + 1}\.?", cells[number]):
            return None
        rows.append(value)
    values: dict[str, Any] = {"title": title} if title else {}
    columns = {"number": number, "name": name, "unit": unit}
    values["columns"] = {key: own[at] if at is not None else None for key, at in columns.items()}
    values["years"] = [own[at] for at in years]
    return values | {"rows": rows}
