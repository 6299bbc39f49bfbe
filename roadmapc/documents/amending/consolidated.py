"""The consolidated text: the document as it is in force from the act on, with notes; it is unofficial.

What is signed are the act that approved the document and each act that changed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from roadmapc.documents.amending import _acts
from roadmapc.documents.amending._noted import Notes, noted_blocks
from roadmapc.documents.amending._redlining.documents import MarkedContent, marked_contents
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan.amending import Amendment
from roadmapc.rendering.blocks import Block, Document, PageSection, Paragraph, TableBlock
from roadmapc.rendering.prose import tied
from roadmapc.russian.agreement import act_forms
from roadmapc.russian.calendar import parse_date

_UNOFFICIAL = "Неофициальный текст с изменениями"
_WHY = (
    "Сводный текст подготовлен для удобства пользования. Официальными являются подписанные акты:"
    " акт об утверждении документа и акты о внесении изменений в него."
)


class _Act(NamedTuple):
    """An act that changed the document: kind, «от … № …», what it is about."""

    kind: str
    requisites: str
    title: str


def files(amendment: Amendment, context: OutputContext) -> Iterator[File]:
    """Return `consolidated.docx`, and `consolidated-2.docx`, … for each further attachment that changes."""
    for content in marked_contents(amendment, context.render, context.draft):
        if content.is_changed and content.new is not None:
            document = consolidated(amendment, content)
            for suffix, write in context.formats.items():
                yield File(f"consolidated{content.suffix(amendment)}.{suffix}", write(document, amendment.act.date))


def consolidated(amendment: Amendment, content: MarkedContent) -> Document:
    """Return the new edition of a document with its notes and the list of the acts."""
    notes = _notes(amendment)
    document = content.document
    sections = [replace(one, blocks=tuple(noted_blocks(one.blocks, notes))) for one in document.sections]
    first = _with_edition(sections[0], _edition(amendment), notes.changed)
    sections[0] = replace(first, blocks=(Paragraph((_UNOFFICIAL,), "Draft"), *first.blocks))
    last = sections[-1]
    sections[-1] = replace(last, blocks=(*last.blocks, *_acts_listed(amendment)))
    return Document(document.title, tuple(sections), document.draft)


def _notes(amendment: Amendment) -> Notes:
    act = amendment.act
    forms, requisites = act_forms(act.kind), _acts.act_requisites(act)
    return Notes(
        f"{forms.genitive} {requisites}", f"{forms.instrumental} {requisites}", f"{_capital(act.kind)} {requisites}"
    )


def _all_acts(amendment: Amendment) -> list[_Act]:
    """Return the acts that changed the document, in the order of their dates, the new one last."""
    earlier = sorted(amendment.old.roadmap.amendments, key=lambda one: parse_date(one.date) or date.max)
    found = [_Act(one.kind, _acts.requisites_of(one.date, one.number), (one.title or "").strip()) for one in earlier]
    return [*found, _Act(amendment.act.kind, _acts.act_requisites(amendment.act), amendment.act.title)]


def _edition(amendment: Amendment) -> str:
    acts = [(one.kind, one.requisites) for one in _all_acts(amendment)]
    return tied(f"(в ред. {_acts.listed(acts)})")


def _in_lines(edition: str) -> str:
    """Return the words with each act in a line of its own, as a narrow block needs it."""
    return edition.replace(" от ", "\nот ")


def _with_edition(section: PageSection, words: str, note: str) -> PageSection:
    """Return the first section with the line of its edition: under the гриф, else under the title, else at the top.

    Under the title it says the same as the note that the title has changed, which then is not needed.
    """
    blocks = section.blocks
    places = [at for at, one in enumerate(blocks) if isinstance(one, Paragraph) and one.style == "Approval"]
    if places:
        at = places[-1] + 1
        return replace(section, blocks=(*blocks[:at], Paragraph((_in_lines(words),), "Approval"), *blocks[at:]))
    first = blocks[0] if blocks else None
    if isinstance(first, TableBlock) and not first.grid:
        return replace(section, blocks=(_in_last_cell(first, words), *blocks[1:]))
    at = 1 if isinstance(first, Paragraph) and first.style == "Heading1" else 0
    noted = len(blocks) > at and isinstance(blocks[at], Paragraph) and blocks[at] == Paragraph((note,), "TextCenter")
    return replace(section, blocks=(*blocks[:at], Paragraph((words,), "TextCenter"), *blocks[at + noted :]))


def _in_last_cell(table: TableBlock, words: str) -> TableBlock:
    *rows, last = table.rows
    *cells, cell = last.cells
    cell = replace(cell, paragraphs=(*cell.paragraphs, Paragraph((_in_lines(words),), "TableText")))
    return replace(table, rows=(*rows, replace(last, cells=(*cells, cell))))


def _acts_listed(amendment: Amendment) -> Iterator[Block]:
    """Yield the list of the acts that have changed the document, and what it is good for."""
    yield Paragraph(("Список изменяющих документов",), "Heading2")
    for number, act in enumerate(_all_acts(amendment), 1):
        title = f" «{act.title}»" if act.title else ""
        yield Paragraph((tied(f"{_capital(act.kind)} {act.requisites}{title}"),), "Item", f"{number}.", keep_next=True)
    yield Paragraph((_WHY,), "Note")


def _capital(kind: str) -> str:
    return kind[:1].upper() + kind[1:].lower()
