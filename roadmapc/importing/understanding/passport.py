"""The passport: a table of names and texts before the activities."""

from __future__ import annotations

import re
from typing import Any

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.heads import is_numbers
from roadmapc.importing.understanding.words import cell_text, one_line

_NAMES = re.compile(
    r"цел[ьи]|задач|срок|исполнител|соисполнител|разработчик|заказчик|координатор|основани|наименовани|показател|индикатор"
    r"|ожидаем|результат|финансир|источник|этап|контрол|мониторинг|анализ|куратор|руководител|участник|ресурс|риски|проблем"
    r"|целев|управлени|принцип|направлени|методолог|идея|миссия|стратег|нормативн|система|название|период|адресат",
    re.IGNORECASE,
)
_HEAD = re.compile(r"наименование|содержание|раздел|№|п/п|параметр|позици|характеристик", re.IGNORECASE)


def is_passport(grid: Grid, headings: str) -> bool:
    """Tell whether a table before the activities is a passport; `headings` is what stands above it."""
    rows = [[one_line(cell_text(cell.texts)) for cell in row.cells if not cell.covered] for row in grid.rows]
    rows = [row for row in rows if any(row)]
    if not rows or not 2 <= grid.columns <= 3 or (grid.columns == 3 and not _has_numbers(rows)):
        return False
    names = [row[-2] if len(row) >= 2 else "" for row in rows]
    known = sum(bool(_NAMES.search(name)) and len(name) < 160 for name in names)
    if "паспорт" in headings.casefold():
        return True
    return known * 2 > len(rows) or (known >= 3 and known * 3 > len(rows))


def _has_numbers(rows: list[list[str]]) -> bool:
    firsts = [row[0] for row in rows if len(row) == 3]
    return bool(firsts) and sum(bool(re.fullmatch(r"\d{0,2}\.?|№.*", one)) for one in firsts) >= len(firsts) * 0.8


def passport_values(grid: Grid, title: str) -> dict[str, Any]:
    """Return the passport; rows of one cell go on in the row above."""
    rows: list[dict[str, Any]] = []
    numbers = grid.columns == 3
    columns: list[str] = []
    for at, row in enumerate(grid.rows):
        cells = [cell_text(cell.texts) for cell in row.cells if not cell.covered]
        if not any(cells) or (is_numbers(cells) and len(cells) > 2):
            continue
        if (
            not at
            and len(cells) == grid.columns
            and all(_HEAD.search(one) for one in cells if one)
            and len(grid.rows) > 1
        ):
            columns = [one_line(one) or "–" for one in cells]
            continue
        _add(rows, cells, numbers=numbers and len(row.cells) == grid.columns)
    if columns and not rows:
        rows, columns = [{"name": columns[-2], "text": columns[-1]}], []
    values: dict[str, Any] = {"title": title} if title else {}
    if columns:
        values["columns"] = columns
    return values | ({"numbers": "да"} if numbers else {}) | {"rows": rows}


def _add(rows: list[dict[str, Any]], cells: list[str], *, numbers: bool) -> None:
    if numbers:
        cells = cells[1:]
    if len(cells) == 1:
        if rows:
            rows[-1]["text"] = "\n".join(filter(None, [rows[-1].get("text"), cells[0]]))
        else:
            rows.append({"name": one_line(cells[0])})
        return
    name, *texts = cells
    text = "\n".join(filter(None, texts))
    if not name and rows:
        rows[-1]["text"] = "\n".join(filter(None, [rows[-1].get("text"), text]))
    else:
        rows.append({"name": one_line(name) or "–"} | ({"text": text} if text else {}))
