"""The table of activities: what a template sees of it, and its rows set straight into the block tree.

`<rows of="activities"/>` in a template stands for the rows of `table_rows`. A loop in a template can say the same and
is free to say more; this way ten thousand rows take a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from roadmapc.documents._column_widths import TEXT_WIDTHS, column_widths
from roadmapc.plan import Plan, PlanSection, Row
from roadmapc.plan.columns import printed_columns
from roadmapc.rendering import blocks
from roadmapc.rendering.blocks import Paragraph, TableCell
from roadmapc.rendering.prose import is_item, pieces, tied

NO_TEXT = "–"
"""What a cell without words prints."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: its column («number», «activity», …), text, and how many rows it covers (0: covered from above)."""

    column: str
    text: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section row: number, title and task; `cell` tells that the number has a cell of its own.

    Where the section is an activity, with a row of cells, only its task is left to print here.
    """

    number: str
    title: str
    task: str
    cell: bool


@dataclass(frozen=True, slots=True)
class TableRowView:
    """A row of the table: either a section or cells."""

    section: SectionView | None = None
    cells: tuple[CellView, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """The table of activities."""

    heading: str
    columns: tuple[tuple[str, str], ...]
    widths: tuple[int, ...]
    head: bool
    column_numbers: bool
    landscape: bool
    rows: tuple[TableRowView, ...]


def table_view(plan: Plan) -> TableView:
    """Return the table of a plan: on its side from five columns on, unless the source says otherwise."""
    settings = plan.roadmap.table
    columns = printed_columns(plan)
    landscape = settings.orientation == "landscape" or (settings.orientation == "auto" and len(columns) >= 5)
    rows = tuple(_rows(plan, tuple(name for name, _ in columns)))
    texts = {name: [cell.text for row in rows for cell in row.cells if cell.column == name] for name, _ in columns}
    return TableView(
        heading=(settings.heading or "").strip(),
        columns=columns,
        widths=column_widths(columns, texts, TEXT_WIDTHS["landscape" if landscape else "portrait"]),
        head=settings.head,
        column_numbers=settings.column_numbers,
        landscape=landscape,
        rows=rows,
    )


def _rows(plan: Plan, columns: tuple[str, ...]) -> Iterator[TableRowView]:
    cell = plan.roadmap.table.section_number == "cell" and "number" in columns
    merged = plan.roadmap.table.inherited == "merged"
    for section in plan.sections:
        rows = list(section.rows)
        if section.own and section.task:
            yield from _cell_rows([section.own], columns, merged=merged)
            yield TableRowView(section=SectionView("", "", section.task.strip(), cell=False))
        elif section.own:
            rows.insert(0, section.own)
        elif section.title or section.number or section.task:
            yield TableRowView(section=_section_view(section, cell))
        yield from _cell_rows(rows, columns, merged=merged)


def _cell_rows(rows: list[Row], columns: tuple[str, ...], *, merged: bool) -> Iterator[TableRowView]:
    spans = {name: _spans(rows, name, merged=merged) for name in ("deadline", "owners")}
    for at, row in enumerate(rows):
        yield TableRowView(
            cells=tuple(_cell_view(row, name, spans[name][at] if name in spans else 1) for name in columns)
        )


def _section_view(section: PlanSection, cell: bool) -> SectionView:
    return SectionView(section.number, section.title, section.task.strip(), cell and bool(section.number))


def _spans(rows: list[Row], column: str, *, merged: bool) -> list[int]:
    """Return how many rows each cell of a column covers; 0 for a cell shared with the row above.

    Owners are shared where the source says so; with `merged` also what a row inherits from the one above it.
    """
    spans = []
    for at, row in enumerate(rows):
        shared = column == "owners" and row.owners_shared
        inherited = merged and column in row.inherits and _goes_on(rows, at, column)
        spans.append(0 if at and (shared or inherited) else 1)
    for at in range(len(rows) - 1, 0, -1):
        if spans[at] == 0:
            first = max(i for i in range(at) if spans[i])
            spans[first] += 1
    return spans


def _goes_on(rows: list[Row], at: int, column: str) -> bool:
    """Say whether the row above is the one that this row inherits from, or has inherited the same."""
    above, row = rows[at - 1], rows[at]
    parent = row.route[:-2]
    return at > 0 and (above.route == parent or (column in above.inherits and above.route[: len(parent)] == parent))


def _cell_view(row: Row, column: str, span: int) -> CellView:
    text = {
        "number": row.number,
        "activity": row.text.strip(),
        "deadline": row.deadline_text,
        "owners": row.owners_text,
        "result": row.result,
    }
    return CellView(column, text[column] or NO_TEXT, span)


def table_rows(table: TableView) -> tuple[blocks.TableRow, ...]:
    """Return the rows of a table; cells of equal text are one object, since nothing changes them."""
    total = len(table.columns)
    cell = cache(_cell)
    rows: list[blocks.TableRow] = []
    for view in table.rows:
        if view.section:
            rows += _section_rows(view.section, total)
        else:
            rows.append(blocks.TableRow(tuple([cell(c.text, c.column == "number", c.rows) for c in view.cells])))
    return tuple(rows)


def _cell(text: str, number: bool, rows: int) -> TableCell:
    style = "TableNumber" if number else "TableText"
    if rows == 0:
        return TableCell((Paragraph((), "TableText"),), rowspan=0)
    return TableCell(_paragraphs(text, style), rowspan=rows)


def _paragraphs(text: str, style: str, item: str = "TableItem") -> tuple[Paragraph, ...]:
    if "\n" not in text and not is_item(text):
        return (Paragraph((tied(text),), style),)
    return tuple(Paragraph((tied(words),), item if mark else style, mark) for mark, words in pieces(text))


def _section_rows(section: SectionView, total: int) -> list[blocks.TableRow]:
    title = f"{section.number} {section.title}".strip() if not section.cell else section.title
    task = (
        blocks.TableRow((TableCell(_paragraphs(section.task, "TableTask"), total),), "task") if section.task else None
    )
    if task and not (section.number or section.title):
        return [task]
    if not section.cell:
        head = blocks.TableRow((TableCell((Paragraph((tied(title),), "TableSection"),), total),), "section")
        return [head, task] if task else [head]
    number = TableCell((Paragraph((tied(section.number),), "TableSection"),), rowspan=2 if task else 1)
    name = TableCell((Paragraph((tied(title),), "TableSection"),), total - 1)
    head = blocks.TableRow((number, name), "section")
    if not task:
        return [head]
    covered = TableCell((Paragraph((), "TableText"),), rowspan=0)
    return [head, blocks.TableRow((covered, TableCell(task.cells[0].paragraphs, total - 1)), "task")]
