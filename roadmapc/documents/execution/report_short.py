"""The report of four columns, for a school or a page of a site: status, day and proof stand in one cell."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._table import report_rows
from roadmapc.documents.execution.report_full import view_of
from roadmapc.documents.output import File, OutputContext

_WIDTHS = (14, 60, 36, 60)


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `report-short.docx` in the short layout."""
    if report.layout == "short" and report.request is None:
        view = view_of(report, tuple(report_rows(report)), _WIDTHS)
        yield from context.files(report.plan, "report-short", "report-short.html", {"report": view})
