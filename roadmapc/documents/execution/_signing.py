"""Who signs a report and who has compiled it, and the acts that drop rows."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.documents._signature import SignatureView, signature_view
from roadmapc.documents.execution._facts import BLANK
from roadmapc.documents.execution._naming import day_text
from roadmapc.documents.execution._report import Report
from roadmapc.source.model import Roadmap, signatures


@dataclass(frozen=True, slots=True)
class CompilerView:
    """Who has compiled a document: name and telephone; both may be empty."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class ExcludedView:
    """A row that an amending act has dropped: its address in the plan as it was, first words, the act."""

    number: str
    activity: str
    act: str


def signed_by(roadmap: Roadmap) -> SignatureView:
    """Return who signs: whom the order charges with the control of it, else its signer, else the roadmap's.

    The report that takes an act off control is signed by the official who controls it as a whole.
    """
    order = roadmap.order
    if order and order.controller:
        return SignatureView(order.controller.position, order.controller.name)
    found = (order.signature,) if order else signatures(roadmap.signature)
    return signature_view(found[0]) if found else SignatureView(BLANK * 2, BLANK)


def compiler_view(report: Report) -> CompilerView | None:
    """Return who has compiled a report, if somebody is named."""
    return CompilerView(report.compiler, report.phone) if report.compiler or report.phone else None


def excluded_views(report: Report) -> tuple[ExcludedView, ...]:
    """Return the rows that are in the plan no more: by their marks, then by the editions; none twice."""
    found = []
    for _index, mark in report.execution.excluded:
        act = mark.excluded
        assert act is not None  # that is what makes it one of them
        words = " ".join((mark.activity or "–").split())
        found.append(ExcludedView(mark.at, words, _act(act.act, day_text(act.date), act.number)))
    marked = {mark.at.rstrip(".") for _index, mark in report.execution.excluded}
    for one in report.execution.dropped:
        number = one.row.number.rstrip(".")
        if not marked & {number, one.row.id}:
            found.append(ExcludedView(number, one.row.title, _act(one.act, f"{one.day:%d.%m.%Y}", one.number)))
    return tuple(found)


def _act(kind: str, day: str, number: str | None) -> str:
    return f"{kind} от {day}{f' № {number}' if number else ''}"
