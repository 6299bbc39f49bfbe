"""The roll-up as a document: Word, and a page of the same blocks."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.output import AboutView, File, OutputContext
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._view import region_view


def files(report: RegionReport, context: OutputContext) -> Iterator[File]:
    """Return `region.docx` and the same in the other formats of documents."""
    if not context.formats:
        return
    view = region_view(report)
    about = AboutView("", view.region, view.title, view.time, context.draft)
    document = context.render("region.html", {"about": about, "region": view}, {})
    for suffix, write in context.formats.items():
        yield File(f"region.{suffix}", write(document, report.region.asked.as_of))
