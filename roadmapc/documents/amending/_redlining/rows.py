"""Which rows of two printed tables are one, in the order in which both are shown: deleted rows before inserted ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.documents._table import TableView, row_sources
from roadmapc.documents.amending._redlining.texts import plain, words_of
from roadmapc.plan.changes.matching import in_order, out_of_order
from roadmapc.plan.plan import PlanSection, PlanTable, Row
from roadmapc.rendering.blocks import TableBlock, TableRow

_HEADING, _TASK = 1, 2


class RowStep(NamedTuple):
    """An old row and a new one that are one, by their places in the tables; None where there is none."""

    old: int | None
    new: int | None


def printed_rows(
    table: PlanTable, view: TableView, rows: Sequence[TableRow]
) -> Iterator[tuple[TableRow, Row | PlanSection, int]]:
    """Yield the rows that a template was given of a table, each with what it is of, and which of the rows of that."""
    at = 0
    for line, source in zip(view.rows, row_sources(table), strict=True):
        section = line.section
        if section is None:
            yield rows[at], source, 0
            at += 1
            continue
        if section.number or section.title or not section.task:
            yield rows[at], source, _HEADING
            at += 1
        if section.task:
            yield rows[at], source, _TASK
            at += 1


def row_steps(old: TableBlock, new: TableBlock, known: Mapping[int, int]) -> list[RowStep]:
    """Return the rows of two tables in one order; `known` are those that are one, by their places.

    Others are heads, or rows of the template's own: they are matched by what they are named, between those known.
    """
    pairs = [*known.items()]
    moved = out_of_order([b for _, b in pairs])
    pairs = [pair for at, pair in enumerate(pairs) if at not in moved]
    loose = {*range(len(old.rows))} - known.keys()
    others = {*range(len(new.rows))} - {*known.values()}
    found: list[RowStep] = []
    a = b = 0
    for end, other_end in [*pairs, (len(old.rows), len(new.rows))]:
        found += _between(old, new, range(a, end), range(b, other_end), loose, others)
        if end < len(old.rows):
            found.append(RowStep(end, other_end))
        a, b = end + 1, other_end + 1
    return [one for step in found for one in _of_one_shape(old, new, step)]


def _between(
    old: TableBlock, new: TableBlock, olds: range, news: range, loose: set[int], others: set[int]
) -> Iterator[RowStep]:
    """Yield the rows between two that are known: those of neither plan are matched, all else has come or gone."""
    if not olds or not news:
        yield from (RowStep(at, None) for at in olds)
        yield from (RowStep(None, at) for at in news)
        return
    former, latter = [at for at in olds if at in loose], [at for at in news if at in others]
    a, b = olds.start, news.start
    pairs = in_order([_name(old.rows[at]) for at in former], [_name(new.rows[at]) for at in latter])
    same = [(former[one.old], latter[one.new]) for one in pairs if one.old is not None and one.new is not None]
    for end, other_end in [*same, (olds.stop, news.stop)]:
        yield from (RowStep(at, None) for at in range(a, end))
        yield from (RowStep(None, at) for at in range(b, other_end))
        if end < olds.stop:
            yield RowStep(end, other_end)
        a, b = end + 1, other_end + 1


def _of_one_shape(old: TableBlock, new: TableBlock, step: RowStep) -> Iterator[RowStep]:
    """Yield a step; a row whose cells cover other columns goes, and comes as another one."""
    if step.old is None or step.new is None or _shape(old.rows[step.old]) == _shape(new.rows[step.new]):
        yield step
    else:
        yield from (RowStep(step.old, None), RowStep(None, step.new))


def _shape(row: TableRow) -> list[int]:
    return [cell.colspan for cell in row.cells]


def _name(row: TableRow) -> str:
    """Return the words that a row is known by: of its first cell that is neither a number nor one with that above."""
    found = (
        cell for cell in row.cells if cell.rowspan and not any(one.style == "TableNumber" for one in cell.paragraphs)
    )
    cell = next(found, None)
    return " ".join(plain(words_of(one)) for one in cell.paragraphs) if cell else ""
