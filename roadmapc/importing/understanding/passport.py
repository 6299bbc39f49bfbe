"""The passport: a table of names and texts before the activities, perhaps with indicators by year in some rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from roadmapc.importing.material import Grid, GridCell
from roadmapc.importing.understanding.heads import is_numbers
from roadmapc.importing.understanding.words import cell_text, one_line

_NAMES = re.compile(
    r"цел[ьи]|задач|срок|исполнител|соисполнител|разработчик|заказчик|координатор|основани|наименовани|показател|индикатор"
    r"|ожидаем|результат|финансир|источник|этап|контрол|мониторинг|анализ|куратор|руководител|участник|ресурс|риски|проблем"
    r"|целев|управлени|принцип|направлени|методолог|идея|миссия|стратег|нормативн|система|название|период|адресат",
    re.IGNORECASE,
)
_HEAD = re.compile(r"наименование|содержание|раздел|№|п/п|параметр|позици|характеристик", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d|всего", re.IGNORECASE)


class _Row(NamedTuple):
    """A row: its number and name («» where the row above goes on), the cells of its text."""

    number: str
    name: str
    goes_on: bool
    cells: tuple[str, ...]


def is_passport(grid: Grid, headings: str) -> bool:
    """Tell whether a table before the activities is a passport; `headings` is what stands above it."""
    if grid.columns < 2 or not grid.rows:
        return False
    numbered = _is_numbered(grid)
    rows = [*_rows(grid, numbered=numbered)]
    plain = [row for row in rows if len(row.cells) <= 1]
    if not plain or len(plain) < len([row for row in rows if not row.goes_on]) * 0.8:
        return False
    if "паспорт" in headings.casefold():
        return True
    if grid.columns > 3 or (grid.columns == 3 and not numbered):
        return False
    known = sum(bool(_NAMES.search(row.name)) and len(row.name) < 160 for row in plain)
    return known * 2 > len(plain) or (known >= 3 and known * 3 > len(plain))


def _is_numbered(grid: Grid) -> bool:
    firsts = [
        one_line(cell_text(row.cells[0].texts)) for row in grid.rows if len(row.cells) > 2 and not row.cells[0].covered
    ]
    many = len([row for row in grid.rows if not row.cells[0].covered]) if grid.rows else 0
    return bool(firsts) and len(firsts) >= many * 0.8 and all(re.fullmatch(r"\d{0,2}\.?|№.*", one) for one in firsts)


def _rows(grid: Grid, *, numbered: bool) -> Iterator[_Row]:
    for row in grid.rows:
        cells = [*row.cells]
        number = _take(cells) if numbered and len(cells) > 1 else None
        name = _take(cells) if len(cells) > 1 or numbered else None
        texts = tuple(cell_text(cell.texts) for cell in cells if not cell.covered)
        if name is None:  # one cell over the whole table goes on in the row above
            yield _Row("", "", True, texts)
        else:
            words = one_line(cell_text(name.texts))
            yield _Row(one_line(cell_text(number.texts)) if number else "", words, name.covered or not words, texts)


def _take(cells: list[GridCell]) -> GridCell:
    return cells.pop(0)


def passport_values(grid: Grid, title: str) -> dict[str, Any]:
    """Return the passport."""
    numbered = _is_numbered(grid)
    rows: list[dict[str, Any]] = []
    tables: list[list[tuple[str, ...]]] = []
    columns: list[str] = []
    for at, row in enumerate(_rows(grid, numbered=numbered)):
        words = [*([row.number] if numbered else []), row.name, *row.cells]
        if not any(words) or (is_numbers(words) and len(words) > 2):
            continue
        if not at and len(grid.rows) > 1 and all(_HEAD.search(one) for one in words if one):
            columns = [one_line(one) or "–" for one in words]
            continue
        if not row.goes_on or not rows:
            rows.append({"name": row.name or "–"})
            tables.append([])
        if len(row.cells) > 1:
            tables[-1].append(row.cells)
        elif any(row.cells):
            rows[-1]["text"] = "\n".join(filter(None, [rows[-1].get("text"), *row.cells]))
    if columns and not rows:
        rows, columns = [{"name": columns[-2], "text": columns[-1]}], []
    rows = [one | _inner(one, lines) for one, lines in zip(rows, tables or [[]] * len(rows), strict=True)]
    values: dict[str, Any] = {"title": title} if title else {}
    if columns:
        values["columns"] = columns
    return values | ({"numbers": "да"} if numbered else {}) | {"rows": rows}


def _inner(row: dict[str, Any], lines: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """Return the indicators of a row, or its further text where the lines are none."""
    if not lines:
        return {}
    head = [one_line(words) for words in lines[0]]
    first = next((at for at, words in enumerate(head) if _YEAR.match(words)), 0)
    same = len({len(line) for line in lines}) == 1
    if len(lines) > 1 and same and 1 <= first <= 2 and all(map(_YEAR.match, head[first:])):
        columns = {"number": None, "name": head[0], "unit": head[1] if first == 2 else None}
        found = [
            {"name": line[0]}
            | ({"unit": one_line(line[1])} if first == 2 and line[1] else {})
            | {"values": [one_line(words) or "–" for words in line[first:]]}
            for line in lines[1:]
        ]
        return {"indicators": {"columns": columns, "years": head[first:], "rows": found}}
    text = "\n".join(" ".join(filter(None, map(one_line, line))) for line in lines)
    return {"text": "\n".join(filter(None, [row.get("text"), text]))}
