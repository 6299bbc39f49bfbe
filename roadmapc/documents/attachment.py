"""The attachment: the roadmap itself as it is approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._approval_block import approval_parts
from roadmapc.documents._signature import SignatureView, signature_view
from roadmapc.documents._table import TableView, table_rows, table_view
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan

ORDER = 30


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the text before the table."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PassportView:
    """The passport: title and rows (number, name, text); numbers are empty where none are printed."""

    title: str
    numbers: bool
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """The attachment: approval block (parts of lines), title, parts, passport, table, drafter's signature."""

    approval: tuple[tuple[str, ...], ...]
    title: str
    parts: tuple[PartView, ...]
    passport: PassportView | None
    table: TableView
    signature: SignatureView | None


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `attachment.docx`."""
    view = attachment_view(plan)
    rows = {"activities": table_rows(view.table)}
    yield from context.files(plan, "attachment", "attachment.html", {"attachment": view}, rows)


def attachment_view(plan: Plan) -> AttachmentView:
    """Return the attachment of a plan."""
    roadmap = plan.roadmap
    passport = roadmap.passport
    return AttachmentView(
        approval=approval_parts(roadmap),
        title=(roadmap.document.title or "").strip(),
        parts=tuple(PartView(part.heading or "", (part.text or "").strip()) for part in roadmap.preface),
        passport=PassportView(
            (passport.title or "").strip(),
            passport.numbers,
            tuple((str(n), row.name, (row.text or "").strip()) for n, row in enumerate(passport.rows, 1)),
        )
        if passport
        else None,
        table=table_view(plan),
        signature=signature_view(roadmap.signature) if roadmap.signature else None,
    )
