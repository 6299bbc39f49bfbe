"""The letter that sends a report: what it is, the figures of the whole, what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._signature import SignatureView
from roadmapc.documents.execution._naming import NameView, name_view, organisation
from roadmapc.documents.execution._open_rows import OpenRowsView, open_rows
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._signing import CompilerView, compiler_view, signed_by
from roadmapc.documents.execution._sums import sentences
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.execution import overall


@dataclass(frozen=True, slots=True)
class CoveringLetterView:
    """A covering letter; the addressee's lines are empty where nobody is named: a blank is printed.

    `has_due` tells that some term has come, so that nothing open is worth saying.
    """

    name: NameView
    organisation: tuple[str, ...]
    addressee: tuple[str, ...]
    sentences: tuple[str, ...]
    open: OpenRowsView
    has_due: bool
    signature: SignatureView
    compiler: CompilerView | None


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `letter.docx` for a report of any layout."""
    if report.request is None:
        yield from context.files(report.plan, "letter", "covering-letter.html", {"letter": letter_view(report)})


def letter_view(report: Report) -> CoveringLetterView:
    """Return the letter that sends a report."""
    totals = overall(report.rows)
    return CoveringLetterView(
        name=name_view(report),
        organisation=organisation(report.plan),
        addressee=tuple(line.strip() for line in report.addressee.splitlines() if line.strip()),
        sentences=tuple(sentences(report, totals))[:-1] if totals.due else tuple(sentences(report, totals)),
        open=open_rows(report),
        has_due=bool(totals.due),
        signature=signed_by(report.plan.roadmap),
        compiler=compiler_view(report),
    )
