"""The report of eight columns: what was planned beside what is done, the proof, the reason of each deviation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmapc.documents._signature import SignatureView
from roadmapc.documents.execution._naming import NameView, name_view, organisation
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._signing import (
    CompilerView,
    ExcludedView,
    compiler_view,
    excluded_views,
    signed_by,
)
from roadmapc.documents.execution._sums import SumsView, sums_view
from roadmapc.documents.execution._table import ReportRowView, report_rows, widths_for
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.columns import MOST_WIDTH

_LEAST = {
    "number": 12,
    "activity": 46,
    "term": 27,
    "owners": 34,
    "done": 22,
    "words": 40,
    "documents": 34,
    "reasons": 30,
}
"""Millimetres that the heads of the columns need, in their order."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report: how it names the plan, whose it is, its rows and figures, who signs it and has compiled it.

    `widths` are those of its columns in millimetres; `excluded` are rows that are in the plan no more.
    """

    name: NameView
    organisation: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[ReportRowView, ...]
    sums: SumsView
    excluded: tuple[ExcludedView, ...]
    signature: SignatureView
    compiler: CompilerView | None


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `report.docx` in the full layout."""
    if report.layout == "full" and report.request is None:
        yield from context.files(report.plan, "report", "report.html", {"report": report_view(report)})


def report_view(report: Report) -> ReportView:
    """Return a report in the full layout."""
    rows = tuple(report_rows(report))
    return view_of(report, rows, _widths(rows))


def view_of(report: Report, rows: tuple[ReportRowView, ...], widths: tuple[int, ...]) -> ReportView:
    """Return a report of those rows."""
    return ReportView(
        name=name_view(report),
        organisation=organisation(report.plan),
        widths=widths,
        rows=rows,
        sums=sums_view(report),
        excluded=excluded_views(report),
        signature=signed_by(report.plan.roadmap),
        compiler=compiler_view(report),
    )


def _widths(rows: Sequence[ReportRowView]) -> tuple[int, ...]:
    cells = [row.cells for row in rows if row.cells]
    texts = {
        "number": [one.number for one in cells],
        "activity": [one.activity for one in cells],
        "term": [text for one in cells for text in one.term],
        "owners": [text for one in cells for text in one.owners],
        "done": [],
        "words": [text for one in cells for text in (one.status, *one.words)],
        "documents": [text for one in cells for text in one.documents],
        "reasons": [text for one in cells for text in one.reasons],
    }
    return widths_for(texts, _LEAST, MOST_WIDTH["landscape"])
