"""The redline: every document that changes, with real tracked changes, for whoever agrees to the draft.

Accepting all of them gives the new edition, rejecting all the old one.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.amending._redlining.documents import MarkedContent, marked_contents
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.amending import Amendment
from roadmapc.rendering.marked import MarkedDocument

_HOUR = "T09:00:00Z"
"""When changes were made on the day of the act: a fixed time, so that the same amendment gives the same bytes."""


def files(amendment: Amendment, context: OutputContext) -> Iterator[File]:
    """Return `redline.docx`, and `redline-2.docx`, … for each further attachment that changes, comes or goes."""
    for content in marked_contents(amendment, context.render, context.draft):
        if content.is_changed:
            document = redlined(amendment, content)
            for suffix, write in context.formats.items():
                yield File(f"redline{content.suffix(amendment)}.{suffix}", write(document, amendment.act.date))


def redlined(amendment: Amendment, content: MarkedContent) -> MarkedDocument:
    """Return a document with its marks."""
    document, date = content.document, amendment.act.date
    return MarkedDocument(
        document.title,
        document.sections,
        document.draft,
        author_of(amendment),
        f"{date:%Y-%m-%d}{_HOUR}" if date else "",
    )


def author_of(amendment: Amendment) -> str:
    """Return who drafts the amendment: as is given, else the organisation of the letterhead, else the municipality."""
    if amendment.act.author:
        return amendment.act.author
    order = amendment.new.roadmap.order
    lines = order.letterhead.organisation if order and order.letterhead else ()
    return " ".join(" ".join(lines).split()) or amendment.new.municipality
