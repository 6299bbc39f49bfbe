"""The approval block (гриф) at the attachment's top right: ГОСТ Р 7.0.97-2025, requisites 16 and 19."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.russian.agreement import act_forms, approval_word
from roadmapc.source.model import Approval, Roadmap, Signature

BLANK_DATE = "____________"
BLANK_NUMBER = "_________"

_BY_HAND = "_____________"
_DATE_BY_HAND = "«____» ______________ 20___ г."

LinesOfPart = tuple[str, ...]


def approval_parts(roadmap: Roadmap) -> tuple[LinesOfPart, ...]:
    """Return the parts of the block, each as its lines; between parts stands an interval.

    Form I is one part («Приложение к приказу …»), form II two («Приложение», «УТВЕРЖДЕНА приказом …»); a person
    approves with «УТВЕРЖДАЮ». Date and number are the order's where the block has none, else blanks.
    """
    approval = roadmap.approval
    if approval is None:
        return ()
    mark = (approval.attachment or "Приложение",)
    if approval.by:
        person = tuple(_by_person(approval, approval.by))
        return (mark, person) if approval.attachment else (person,)
    forms = act_forms(roadmap.order.name if roadmap.order else None)
    if approval.form == "I":
        return ((*mark, *_act(roadmap, approval, f"к {forms.dative}")),)
    word = approval.word or approval_word(roadmap.document.kind)
    return (mark, (*([word] if word else []), *_act(roadmap, approval, forms.instrumental)))


def _act(roadmap: Roadmap, approval: Approval, default: str) -> Iterator[str]:
    """Yield the lines that name the act; without words it is `default`, the order's bare name."""
    yield from (line.strip() for line in (approval.act or default).strip().split("\n") if line.strip())
    order = roadmap.order
    date = approval.date or (order.date if order else None) or BLANK_DATE
    number = approval.number or (order.number if order else None) or BLANK_NUMBER
    yield f"от {date} № {number}"


def _by_person(approval: Approval, person: Signature) -> Iterator[str]:
    yield "УТВЕРЖДАЮ"
    yield person.position
    yield f"{_BY_HAND} {person.name}"
    yield approval.date or _DATE_BY_HAND
