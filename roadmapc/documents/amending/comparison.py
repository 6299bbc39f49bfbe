"""The comparison table «было – стало – основание» of all that an amending act changes (сравнительная таблица)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents.amending import _acts
from roadmapc.documents.amending._compared import Pair, pairs
from roadmapc.documents.amending._redlining.documents import MarkedContent, marked_contents
from roadmapc.documents.output import File, OutputContext, about
from roadmapc.plan.amending import Amendment
from roadmapc.plan.columns import MOST_WIDTH
from roadmapc.rendering.blocks import Paragraph, TableCell, TableRow
from roadmapc.rendering.prose import tied

_NUMBER, _REASON = 17, 32
"""Millimetres of the columns of numbers and of reasons."""
_NOTHING = (Paragraph(("–",), "TableText"),)
_ROWS = "comparison"


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The comparison: the amended document in the accusative, the act that approved it, its columns in millimetres.

    `rows_name` is the name of its rows for `<rows of="…"/>`: they mark words, which a loop cannot.
    """

    document: str
    approved: str
    widths: tuple[int, ...]
    rows_name: str = _ROWS


def files(amendment: Amendment, context: OutputContext) -> Iterator[File]:
    """Return `comparison.docx`."""
    contents = marked_contents(amendment, context.render, context.draft)
    rows = tuple(row for content in contents for row in _rows(amendment, content))
    values = {"about": about(amendment.new, context.draft), "comparison": comparison_view(amendment)}
    document = context.render("comparison.html", values, {_ROWS: rows})
    for suffix, write in context.formats.items():
        yield File(f"comparison.{suffix}", write(document, amendment.act.date))


def comparison_view(amendment: Amendment) -> ComparisonView:
    """Return the comparison but for its rows."""
    text = (MOST_WIDTH["landscape"] - _NUMBER - _REASON) // 2
    name = _acts.document(amendment.old)
    approved = f"{name.approved} {_acts.by_act(amendment.old)}"
    return ComparisonView(name.name, approved, (_NUMBER, text, text, _REASON))


def _rows(amendment: Amendment, content: MarkedContent) -> Iterator[TableRow]:
    """Yield the rows, and before those of another heading that heading."""
    before = content.heading(amendment)
    heading = ""
    for pair in pairs(content.document):
        if before:
            yield _heading(before)
            before = ""
        if pair.heading != heading:
            heading = pair.heading
            yield _heading(heading)
        yield _row(pair, _reason(amendment))


def _heading(words: str) -> TableRow:
    return TableRow((TableCell((Paragraph((tied(words),), "TableSection"),), 4),), "section")


def _row(pair: Pair, reason: str) -> TableRow:
    number = TableCell((Paragraph((tied(pair.number),) if pair.number else ("–",), "TableNumber"),))
    sides = (TableCell(one or _NOTHING) for one in (pair.old, pair.new))
    return TableRow((number, *sides, TableCell((Paragraph((tied(reason),), "TableText"),))))


def _reason(amendment: Amendment) -> str:
    """Return the act as lines, none of which breaks inside a number: «приказ», «от 05.06.2023», «№ 01-07/41»."""
    date, sign, number = _acts.act_requisites(amendment.act).partition(" №")
    return f"{amendment.act.kind}\n{date}\n{sign.strip()}{number}"
