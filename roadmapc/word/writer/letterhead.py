"""The form's own letterhead in the place of the one that a template prints at the head of an order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from roadmapc.rendering.blocks import Block, Content, Document, Paragraph, Run, TwoSidedLine
from roadmapc.word.package.form_facts import MARKS, Letterhead

_NAMED = frozenset({"Organisation", "Details"})
_HEAD = _NAMED | {"Kind"}
_QUOTED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MARK = re.compile("|".join(map(re.escape, MARKS.values())))
_NAMES = {mark: name for name, mark in MARKS.items()}


class Placed(NamedTuple):
    """A document whose head is the form's: what stands before its body, the letterhead, and the rest."""

    start: str
    xml: str
    rest: Document
    ends_with_table: bool


def place(document: Document, letterhead: Letterhead | None) -> Placed | None:
    """Return a document with the form's letterhead, or none where the form or the document has no such head.

    A document that begins with an organisation, a kind of act or the line of date and number has one. Of these blocks
    the letterhead takes the place of the organisation, and of what else it has a place for.
    """
    if letterhead is None or not document.sections:
        return None
    first = document.sections[0]
    head = _head(first.blocks)
    if not head:
        return None
    values = _values(head)
    kept = tuple(one for one in head if not _fields(one) or not _fields(one) & letterhead.fields)
    kept = tuple(one for one in kept if not (isinstance(one, Paragraph) and one.style in _NAMED))
    rest = replace(first, blocks=(*kept, *first.blocks[len(head) :]))
    shown = (block for block, field in letterhead.blocks if not field or values.get(field))
    xml = _MARK.sub(lambda mark: _escaped(values.get(_NAMES[mark[0]], "")), "".join(shown))
    return Placed(
        letterhead.start,
        xml,
        replace(document, sections=(rest, *document.sections[1:])),
        letterhead.ends_with_table,
    )


def has_head(document: Document) -> bool:
    """Say whether a document begins as an order does, so that a letterhead has its place there."""
    return bool(document.sections and _head(document.sections[0].blocks))


def _head(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of an order's head; the place stands below date and number."""
    found: list[Block] = []
    for block in blocks:
        is_place = bool(found) and _is_requisites(found[-1]) and _style(block) == "TextCenter"
        if _style(block) in _HEAD or _is_requisites(block) or is_place:
            found.append(block)
        else:
            break
    return found


def _style(block: Block) -> str:
    return block.style if isinstance(block, Paragraph) else ""


def _is_requisites(block: Block) -> bool:
    return isinstance(block, TwoSidedLine) and block.style == "Requisites"


def _fields(block: Block) -> frozenset[str]:
    """Return what of the order a block of its head says."""
    if _is_requisites(block):
        return frozenset({"date", "number"})
    return frozenset({"Kind": {"kind"}, "TextCenter": {"place"}}.get(_style(block), set()))


def _values(head: Sequence[Block]) -> dict[str, str]:
    """Return what the head says, by the names of the marks; the number without its sign."""
    found: dict[str, str] = {}
    for block in head:
        if isinstance(block, TwoSidedLine):
            found |= {"date": _text(block.left), "number": _text(block.right).removeprefix("№").strip()}
        elif isinstance(block, Paragraph):
            found |= dict.fromkeys(_fields(block), _text(block.content))
    return found


def _text(content: Content) -> str:
    text = "".join(one.text if isinstance(one, Run) else one for one in content)
    return re.sub(r"[ \t\n]+", " ", text).strip()


def _escaped(text: str) -> str:
    return "".join(_QUOTED.get(sign, sign) for sign in text)
