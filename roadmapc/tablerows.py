"""The rows of the table of activities, set straight into the block tree: `<rows of="activities"/>` in a template.

A loop in a template can say the same and is free to say more; this way ten thousand rows take a fraction of the time.
"""

from __future__ import annotations

from functools import cache

from roadmapc.document import Cell, Paragraph, Row
from roadmapc.prose import is_item, pieces, tied
from roadmapc.views import SectionView, TableView


def table_rows(table: TableView) -> tuple[Row, ...]:
    """Return the rows of a table; cells of equal text are one object, since nothing changes them."""
    total = len(table.columns)
    cell = cache(_cell)
    rows: list[Row] = []
    for view in table.rows:
        if view.section:
            rows += _section(view.section, total)
        else:
            rows.append(Row(tuple([cell(c.text, c.column == "number", c.rows) for c in view.cells])))
    return tuple(rows)


def _cell(text: str, number: bool, rows: int) -> Cell:
    style = "TableNumber" if number else "TableText"
    if rows == 0:
        return Cell((Paragraph((), "TableText"),), rows=0)
    return Cell(_paragraphs(text, style), rows=rows)


def _paragraphs(text: str, style: str, item: str = "TableItem") -> tuple[Paragraph, ...]:
    if "\n" not in text and not is_item(text):
        return (Paragraph((tied(text),), style),)
    return tuple(Paragraph((tied(words),), item if mark else style, mark) for mark, words in pieces(text))


def _section(section: SectionView, total: int) -> list[Row]:
    title = f"{section.number} {section.title}".strip() if not section.cell else section.title
    task = Row((Cell(_paragraphs(section.task, "TableTask"), total),), "task") if section.task else None
    if not section.cell:
        head = Row((Cell((Paragraph((tied(title),), "TableSection"),), total),), "section")
        return [head, task] if task else [head]
    number = Cell((Paragraph((tied(section.number),), "TableSection"),), rows=2 if task else 1)
    name = Cell((Paragraph((tied(title),), "TableSection"),), total - 1)
    head = Row((number, name), "section")
    if not task:
        return [head]
    covered = Cell((Paragraph((), "TableText"),), rows=0)
    return [head, Row((covered, Cell(task.cells[0].paragraphs, total - 1)), "task")]
