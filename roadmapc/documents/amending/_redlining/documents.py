"""An amendment → the documents that it changes, each printed in both editions and made one with marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from roadmapc.documents._table import table_rows
from roadmapc.documents.amending._redlining.blocks import marked_sections
from roadmapc.documents.amending._redlining.pairing import Edition, Given, Pairing
from roadmapc.documents.amending._redlining.rows import printed_rows
from roadmapc.documents.attachment import AttachmentView, about_content, suffix_of, view_of
from roadmapc.documents.output import Rows
from roadmapc.plan import Plan
from roadmapc.plan.amending import Amendment
from roadmapc.plan.changes.comparing import paired_contents
from roadmapc.rendering.blocks import Document, PageSection
from roadmapc.rendering.marked import is_marked

Render = Callable[[str, dict[str, Any], Rows], Document]


class MarkedContent(NamedTuple):
    """A document with marks: its places in both plans, of which 0 is the roadmap itself; None where it is not."""

    old: int | None
    new: int | None
    document: Document

    @property
    def is_changed(self) -> bool:
        """Say whether anything of it changed."""
        return is_marked(self.document)

    def suffix(self, amendment: Amendment) -> str:
        """Return what names of files of it end with: «-2» for a further attachment."""
        return suffix_of(amendment.old, self.old or 0) if self.new is None else suffix_of(amendment.new, self.new)

    def heading(self, amendment: Amendment) -> str:
        """Return how a further attachment is called: «Приложение № 2. Перечень»; nothing for the roadmap itself."""
        plan, at = (amendment.old, self.old) if self.new is None else (amendment.new, self.new)
        if not at:
            return ""
        one = plan.roadmap.attachments[at - 1]
        return ". ".join(filter(None, (f"Приложение № {one.plain_number}", " ".join((one.title or "").split()))))


@lru_cache(1)  # several documents are made of one amendment, one after the other
def marked_contents(amendment: Amendment, render: Render, draft: str) -> tuple[MarkedContent, ...]:
    """Return the roadmap and its further attachments, each with all that changed marked."""
    old, new = amendment.old, amendment.new
    same = paired_contents(old, new)
    gone = [(at, None) for at in range(len(old.contents)) if at not in {a for a, _ in same}]
    come = [(None, at) for at in range(len(new.contents)) if at not in {b for _, b in same}]
    return tuple(_marked(amendment, was, now, render, draft) for was, now in (*same, *gone, *come))


def _marked(amendment: Amendment, was: int | None, now: int | None, render: Render, draft: str) -> MarkedContent:
    old = None if was is None else printed(amendment.old, was, render, draft)
    new = None if now is None else printed(amendment.new, now, render, draft)
    whole = (new or old or Edition(Document("", ()))).document
    nothing = Edition(Document(whole.title, tuple(PageSection((), one.landscape) for one in whole.sections)))
    pairing = Pairing((amendment.old, amendment.new), old or nothing, new or nothing)
    return MarkedContent(was, now, Document(whole.title, marked_sections(pairing), whole.draft))


def printed(plan: Plan, at: int, render: Render, draft: str, view: AttachmentView | None = None) -> Edition:
    """Return a document as an edition prints it, by its usual view or another one."""
    view = view or view_of(plan, at)
    tables = tuple(table for table in plan.tables if table.content == at)
    rows = {one.rows_name: table_rows(one) for one in view.tables}
    given = {
        id(row): Given(row, number, source.route, part)
        for number, (table, one) in enumerate(zip(tables, view.tables, strict=True))
        for row, source, part in printed_rows(table, one, rows[one.rows_name])
    }
    values = {"attachment": view, "about": about_content(plan, at, draft)}
    return Edition(render("attachment.html", values, rows), tables, given)
