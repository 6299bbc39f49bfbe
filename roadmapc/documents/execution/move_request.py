"""The request to move a term: to the one who set it, with the reasons, what has been done, and the proposed day.

Only who set a term may move it, on a reasoned letter that comes before the term (practice of several regions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._signature import SignatureView
from roadmapc.documents.execution._facts import BLANK, document_lines, term_lines
from roadmapc.documents.execution._naming import NameView, name_view, organisation
from roadmapc.documents.execution._open_rows import item_words
from roadmapc.documents.execution._report import MoveRequest, Report
from roadmapc.documents.execution._said import Said
from roadmapc.documents.execution._signing import CompilerView, compiler_view
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.execution import PRINTED, state_of
from roadmapc.russian.numerals import working_days
from roadmapc.source.model import Roadmap, Signature, signatures

_INITIALS_LAST = re.compile(r"^([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+([А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)$")
"""«Сидоров С.С.», as texts name a person; in a signature initials come first (ГОСТ Р 7.0.97, 5.22)."""


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request: addressee (`is_named` where its words are to be printed as they are), item, terms, reasons.

    `addressee` is who set the term, as the order has him: nominative, behind «Адресат:», for names are not declined.
    `number` is the item's, «» where it has none; `delay` are the working days since the term, «» before it.
    """

    name: NameView
    organisation: tuple[str, ...]
    addressee: tuple[str, ...]
    is_named: bool
    number: str
    item: str
    activity: str
    term: tuple[str, ...]
    in_force: str
    to: str
    reason: str
    done_so_far: tuple[str, ...]
    documents: tuple[str, ...]
    status: str
    delay: str
    signature: SignatureView
    compiler: CompilerView | None


def files(report: Report, context: OutputContext) -> Iterator[File]:
    """Return `request.docx` where a term is asked to be moved."""
    if report.request:
        view = request_view(report, report.request)
        yield from context.files(report.plan, "request", "move-request.html", {"request": view})


def request_view(report: Report, request: MoveRequest) -> RequestView:
    """Return a request to move a term."""
    row = request.row
    state = state_of(request.unit, report.as_of, report.plan.calendar)
    said = Said(report, next(one for one in report.rows if one.row.route == row.route))
    given = tuple(line.strip() for line in report.addressee.splitlines() if line.strip())
    setter = _setter(report.plan.roadmap)
    assert state.term is not None  # there is a term to move
    return RequestView(
        name=name_view(report),
        organisation=organisation(report.plan),
        addressee=given or ((setter.position, setter.name) if setter else ()),
        is_named=bool(given),
        number=row.number.rstrip("."),
        item=item_words(row, "пункта"),
        activity=row.text_apart.strip(),
        term=term_lines(said),
        in_force=f"{state.term:%d.%m.%Y}",
        to=f"{request.to:%d.%m.%Y}",
        reason=request.reason,
        done_so_far=(request.done_so_far,) if request.done_so_far else said.of_the_work() or (BLANK,),
        documents=document_lines(said),
        status=PRINTED[state.status],
        delay=working_days(state.delay) if report.as_of > state.term and state.delay else "",
        signature=_asking(request),
        compiler=compiler_view(report),
    )


def _setter(roadmap: Roadmap) -> Signature | None:
    """Return who set the terms: the order's signer, else who approved the document."""
    if roadmap.order:
        return roadmap.order.signature
    if roadmap.approval and roadmap.approval.by:
        return roadmap.approval.by
    found = signatures(roadmap.signature)
    return found[0] if found else None


def _asking(request: MoveRequest) -> SignatureView:
    """Return who asks: the owner named first answers for a row of several (ст. 47 of a district's rules)."""
    owner = request.row.assignees[0] if request.row.assignees else None
    person = _INITIALS_LAST.sub(r"\2 \1", owner.person) if owner and owner.person else BLANK
    return SignatureView(owner.text if owner else BLANK * 2, person)
