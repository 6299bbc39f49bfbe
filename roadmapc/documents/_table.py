"""The table of activities: what a template sees of it, and its rows set straight into the block tree.

`<rows of="activities"/>` in a template stands for the rows of `table_rows`. A loop in a template can say the same and
is free to say more; this way ten thousand rows take a fraction of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from roadmapc.documents._cells import paragraphs, section_row, text_cell
from roadmapc.documents._column_widths import column_widths
from roadmapc.plan import PlanSection, PlanTable, Row
from roadmapc.plan.columns import MOST_WIDTH, goes_on, is_landscape, printed_columns
from roadmapc.rendering import blocks
from roadmapc.rendering.blocks import Paragraph, TableCell
from roadmapc.source.contents import TableColumn

NO_TEXT = "–"
_BY_HAND = re.compile(r"\s*(?:отметк|примечани)", re.IGNORECASE)
"""What a cell without words prints."""
_MERGED = frozenset({"start", "deadline", "owners", "result", "text"})
"""The kinds of columns in which a cell may be one with the cell above."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: its column («number», … or its own key), text, how many rows it covers (0: covered from above)."""

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
    """A table of activities; `rows_name` is the name of its rows for `<rows of="…"/>`, `notes` stand below it."""

    heading: str
    columns: tuple[tuple[str, str], ...]
    widths: tuple[int, ...]
    head: bool
    column_numbers: bool
    landscape: bool
    rows: tuple[TableRowView, ...]
    rows_name: str = "activities"
    notes: str = ""
    small: bool = False  # with so many columns words are whole in small letters only


def table_view(table: PlanTable, name: str = "activities") -> TableView:
    """Return a table of a plan, by the name of its rows."""
    settings = table.source.table
    columns = printed_columns(table)
    landscape = is_landscape(table)
    rows = tuple(_rows(table, columns))
    texts: dict[str, list[str]] = {one.key: [] for one in columns}
    for cell in (cell for row in rows for cell in row.cells if cell.rows):
        texts[cell.column].append(cell.text)
    widths, small = column_widths(columns, texts, MOST_WIDTH["landscape" if landscape else "portrait"])
    return TableView(
        heading=(settings.heading or "").strip(),
        columns=tuple((one.key, one.heading or "") for one in columns),
        widths=widths,
        head=settings.head or not rows,  # of nothing no table can be made
        column_numbers=settings.column_numbers,
        landscape=landscape,
        rows=rows,
        rows_name=name,
        notes=(settings.notes or "").strip(),
        small=small,
    )


def sourced_rows(table: PlanTable) -> Iterator[tuple[TableRowView, Row | PlanSection]]:
    """Yield the rows of a table as it prints them, each with the row or section of the plan that it is of."""
    yield from _sourced(table, printed_columns(table))


def _rows(table: PlanTable, columns: tuple[TableColumn, ...]) -> Iterator[TableRowView]:
    yield from (view for view, _source in _sourced(table, columns))


def row_sources(table: PlanTable) -> Iterator[Row | PlanSection]:
    """Yield what each row of a table, as it prints them, is of: the same as `sourced_rows` without the rows."""
    for part in _parts(table):
        if isinstance(part, PlanSection):
            yield part
        else:
            yield from (row for row, _parts_of_it in _gathered(part))


def _sourced(table: PlanTable, columns: tuple[TableColumn, ...]) -> Iterator[tuple[TableRowView, Row | PlanSection]]:
    settings = table.source.table
    cell = settings.section_number == "cell" and columns[0].kind == "number"
    merged = settings.inherited == "merged"
    for part in _parts(table):
        if isinstance(part, PlanSection):
            only_task = SectionView("", "", part.task.strip(), cell=False)
            yield TableRowView(section=only_task if part.own else _section_view(part, cell)), part
        else:
            yield from _cell_rows(part, columns, merged=merged)


def _parts(table: PlanTable) -> Iterator[PlanSection | list[Row]]:
    """Yield what is printed in turn: sections as headings, and rows between which cells may be one."""
    for section in table.sections:
        rows = list(section.rows)
        if section.own and section.task:
            yield [section.own]
            yield section
        elif section.own:
            rows.insert(0, section.own)
        elif section.title or section.number or section.task:
            yield section
        yield rows


def _cell_rows(
    rows: list[Row], columns: tuple[TableColumn, ...], *, merged: bool
) -> Iterator[tuple[TableRowView, Row]]:
    gathered = _gathered(rows)
    spans = {one.key: _spans(gathered, one, merged=merged) for one in columns if one.kind in _MERGED}
    for at, (row, parts) in enumerate(gathered):
        cells = (_cell_view(row, parts, one, spans[one.key][at] if one.key in spans else 1) for one in columns)
        yield TableRowView(cells=tuple(cells)), row


def _gathered(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the rows that print, each with those below it that print in it."""
    found: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if found and found[-1][0].together and row.route[: len(found[-1][0].route)] == found[-1][0].route:
            found[-1][1].append(row)
        else:
            found.append((row, []))
    return found


def _section_view(section: PlanSection, cell: bool) -> SectionView:
    return SectionView(section.number, section.title, section.task.strip(), cell and bool(section.number))


def _spans(gathered: list[tuple[Row, list[Row]]], column: TableColumn, *, merged: bool) -> list[int]:
    """Return how many rows each cell of a column covers; 0 for a cell shared with the row above.

    Cells are shared where the source says so; with `merged` also what a row inherits from the one above it.
    """
    spans = []
    rows = [row for row, _ in gathered]
    for at, (row, parts) in enumerate(gathered):
        is_main = column.key in {row.deadline_key, row.owners_key}
        inherited = (
            merged and is_main and column.kind in row.inherits and at > 0 and goes_on(rows[at - 1], row, column.kind)
        )
        is_shared = at and (column.key in row.shared or inherited) and not _is_said(parts, column)
        spans.append(0 if is_shared else 1)
    for at in range(len(rows) - 1, 0, -1):
        if spans[at] == 0:
            first = max(i for i in range(at) if spans[i])
            spans[first] += 1
    return spans


def _is_said(parts: list[Row], column: TableColumn) -> bool:
    """Say whether the parts of a row have words for a column."""
    return column.kind not in {"number", "blank"} and any(part.words_of(column) for part in parts)


def _cell_view(row: Row, parts: list[Row], column: TableColumn, span: int) -> CellView:
    words = row.words_of(column)
    if _is_said(parts, column):
        lines = [f"{n}) {_in_one(part.words_of(column)) or NO_TEXT}" for n, part in enumerate(parts, 1)]
        words = "\n".join([words, *lines] if words else lines)
    return CellView(column.key, words or ("" if _is_by_hand(column) else NO_TEXT), span)


def _is_by_hand(column: TableColumn) -> bool:
    """Say whether a cell without words is left for a pen: of a blank column, of «Отметка об исполнении»."""
    return column.kind == "blank" or (column.kind == "text" and bool(_BY_HAND.match(column.heading or "")))


def _in_one(words: str) -> str:
    """Return words in one line: what belongs to one part stands behind its number."""
    return ", ".join(line.strip(" ;,") for line in words.splitlines()) if "\n" in words else words


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
    if rows == 0 or not text:
        return TableCell((Paragraph((), "TableText"),), rowspan=rows)
    return TableCell(paragraphs(text, style), rowspan=rows)


def _section_rows(section: SectionView, total: int) -> list[blocks.TableRow]:
    title = f"{section.number} {section.title}".strip() if not section.cell else section.title
    task = blocks.TableRow((TableCell(paragraphs(section.task, "TableTask"), total),), "task") if section.task else None
    if task and not (section.number or section.title):
        return [task]
    if not section.cell:
        head = section_row(title, total)
        return [head, task] if task else [head]
    number = TableCell(text_cell(section.number, "TableSection").paragraphs, rowspan=2 if task else 1)
    name = TableCell(text_cell(title, "TableSection").paragraphs, total - 1)
    head = blocks.TableRow((number, name), "section")
    if not task:
        return [head]
    covered = TableCell((Paragraph((), "TableText"),), rowspan=0)
    return [head, blocks.TableRow((covered, TableCell(task.cells[0].paragraphs, total - 1)), "task")]
