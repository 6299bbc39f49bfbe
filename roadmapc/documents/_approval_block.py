"""The approval block (гриф) at the attachment's top right: ГОСТ Р 7.0.97-2025, requisites 16 and 19."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.russian.agreement import act_forms, approval_word
from roadmapc.source.model import Approval, Attachment, FurtherApproval, Roadmap, Signature
from roadmapc.source.model.fields import is_no

BLANK_DATE = "____________"
BLANK_NUMBER = "_________"

_BY_HAND = "_____________"

LinesOfPart = tuple[str, ...]


def approval_parts(roadmap: Roadmap) -> tuple[LinesOfPart, ...]:
    """Return the parts of the block, each as its lines; between parts stands an interval.

    Form I is one part («Приложение к приказу …»), form II two («Приложение», «УТВЕРЖДЕНА приказом …»); a person
    approves with «УТВЕРЖДАЮ». Date and number are the order's where the block has none, else blanks.
    """
    approval = roadmap.approval
    if approval is None:
        return ()
    mark = () if is_no(approval.attachment) else (approval.attachment or "Приложение",)
    if approval.by:
        person = tuple(_by_person(approval, approval.by))
        return (mark, person) if approval.attachment and mark else (person,)
    forms = act_forms(roadmap.order.name if roadmap.order else None)
    if approval.form == "I":
        return ((*mark, *_act(roadmap, approval, f"к {forms.dative}")),)
    word = approval.word or approval_word(roadmap.document.kind)
    lines = (*([word] if word else []), *_act(roadmap, approval, forms.instrumental))
    return (mark, lines) if mark else (lines,)


def attachment_parts(roadmap: Roadmap, attachment: Attachment) -> tuple[LinesOfPart, ...]:
    """Return the parts of the block of a further attachment: its number, and the act that brings it.

    With a kind of document it has a гриф like the roadmap's, else the mark of form I.
    """
    mark = f"Приложение № {attachment.plain_number}"
    approval = roadmap.approval or Approval()
    if not roadmap.order and not approval.act:
        return ((mark,),)
    word = approval_word(attachment.kind) if attachment.kind else None
    forms = act_forms(roadmap.order.name if roadmap.order else None)
    if word and approval.form == "II":
        return (mark,), (word, *_act(roadmap, approval, forms.instrumental))
    dative = approval if approval.form == "I" else approval.model_copy(update={"act": None})
    return ((mark, *_act(roadmap, dative, f"к {forms.dative}")),)


def _act(roadmap: Roadmap, approval: Approval, default: str) -> Iterator[str]:
    """Yield the lines that name the act; without words it is `default`, the order's bare name."""
    yield from (line.strip() for line in (approval.act or default).strip().split("\n") if line.strip())
    order = roadmap.order
    blank = f"«____» ____________ {approval.year} г." if approval.year else BLANK_DATE
    date = approval.date or (order.date if order else None) or blank
    number = approval.number or (order.number if order else None) or BLANK_NUMBER
    yield f"от {date} № {number}"


def _by_person(approval: Approval, person: Signature) -> Iterator[str]:
    yield "УТВЕРЖДАЮ"
    yield from _signed(person, approval.date, approval.year)


def _signed(person: Signature, date: str | None, year: str | None) -> Iterator[str]:
    """Yield the lines that a person signs and dates by hand."""
    yield person.position
    yield f"{_BY_HAND} {person.name}"
    yield date or f"«____» ______________ {year or '20___'} г."


def further_approvals(roadmap: Roadmap) -> tuple[LinesOfPart, ...]:
    """Return the blocks at the left of the main one, each as its lines."""
    approval = roadmap.approval
    return tuple(tuple(_further(one, approval.year)) for one in approval.beside) if approval else ()


def _further(approval: FurtherApproval, year: str | None) -> Iterator[str]:
    yield approval.word.upper()
    yield from (line.strip() for line in (approval.act or "").split("\n") if line.strip())
    if approval.by:
        yield from _signed(approval.by, approval.date, year)
    elif approval.act:
        blank = f"«____» ____________ {year} г." if year else BLANK_DATE
        yield f"от {approval.date or blank} № {approval.number or BLANK_NUMBER}"
