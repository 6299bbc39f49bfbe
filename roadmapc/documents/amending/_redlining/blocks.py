"""Two printed documents → their blocks in one order with marks, on the pages of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from roadmapc.documents.amending._redlining.pairing import Pairing
from roadmapc.documents.amending._redlining.paragraphs import Step, marked, steps
from roadmapc.documents.amending._redlining.tables import all_marked_table
from roadmapc.documents.amending._redlining.texts import all_marked, marked_content, plain
from roadmapc.rendering.blocks import Block, Document, PageBreak, PageSection, Paragraph, TableBlock, TwoSidedLine
from roadmapc.rendering.marked import Change, MarkedLine, change_of

Anchor = TableBlock | TwoSidedLine
"""What stands between paragraphs."""


class _Placed(NamedTuple):
    """A block of a document, the number of its section, and whether it begins a page."""

    block: Paragraph | Anchor
    section: int
    breaks: bool = False


class _Item(NamedTuple):
    """What stands in both documents or in one of them: an old block and a new one."""

    old: _Placed | None
    new: _Placed | None

    @property
    def is_paragraph(self) -> bool:
        """Say whether it is a paragraph."""
        one = self.new or self.old
        return one is not None and isinstance(one.block, Paragraph)

    @property
    def change(self) -> Change:
        """Return what becomes of it as a whole."""
        return "inserted" if self.old is None else "deleted" if self.new is None else ""


def marked_sections(pairing: Pairing) -> tuple[PageSection, ...]:
    """Return the sections of the new document with all that changed marked in them."""
    old, new = pairing.old.document, pairing.new.document
    found: list[list[Block]] = [[] for _ in new.sections]
    items = _with_sections(_items(_placed(old), _placed(new), pairing))
    parts = [
        (key, [item for item, _ in group])
        for key, group in groupby(items, key=lambda one: (one[0].is_paragraph, one[1]))
    ]
    for at, ((are_paragraphs, section), part) in enumerate(parts):
        blocks = found[section]
        if are_paragraphs:
            following = parts[at + 1] if at + 1 < len(parts) else None
            is_last = following is None or following[0][1] != section
            blocks += _paragraphs(part, blocks, None if is_last or following is None else following[1][0])
        else:
            for item in part:
                blocks += [PageBreak()] if item.new and item.new.breaks else []
                blocks.append(_anchor(item, pairing))
    return tuple(replace(one, blocks=tuple(blocks)) for one, blocks in zip(new.sections, found, strict=True))


def _placed(document: Document) -> list[_Placed]:
    found = []
    for at, section in enumerate(document.sections):
        breaks = False
        for block in section.blocks:
            if isinstance(block, PageBreak):
                breaks = True
            else:
                found.append(_Placed(block, at, breaks))
                breaks = False
    return found


def _with_sections(items: Iterator[_Item]) -> Iterator[tuple[_Item, int]]:
    """Yield each item with the section of the new document that it stands in: what is no more, in that before it."""
    at = 0
    for item in items:
        at = item.new.section if item.new else at
        yield item, at


def _items(old: list[_Placed], new: list[_Placed], pairing: Pairing) -> Iterator[_Item]:
    """Yield the blocks of both documents in one order."""
    former, latter = (
        [at for at, one in enumerate(side) if not isinstance(one.block, Paragraph)] for side in (old, new)
    )
    a = b = 0
    names = [_name(old[at].block, pairing, is_old=True) for at in former]
    others = [_name(new[at].block, pairing, is_old=False) for at in latter]
    for one, other in _same_anchors(names, others):
        end, other_end = former[one], latter[other]
        yield from _between(old[a:end], new[b:other_end])
        yield _Item(old[end], new[other_end])
        a, b = end + 1, other_end + 1
    yield from _between(old[a:], new[b:])


def _name(block: Block, pairing: Pairing, *, is_old: bool) -> str:
    if isinstance(block, TwoSidedLine):
        return f"{block.style}\n{plain(block.left)}\n{plain(block.right)}"
    return pairing.name(block, is_old=is_old) if isinstance(block, TableBlock) else ""


def _same_anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which are one: those of the same words, and between them those named alike."""
    for tag, first, end, start, stop in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(first, end), range(start, stop), strict=True)
            continue
        kinds, others = ([name.split("\n")[0] for name in side] for side in (old[first:end], new[start:stop]))
        for one in SequenceMatcher(a=kinds, b=others, autojunk=False).get_matching_blocks():
            yield from ((first + one.a + at, start + one.b + at) for at in range(one.size))


def _between(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[_Item]:
    """Yield what stands between anchors that are one: paragraphs are matched, all other anchors have gone or come."""
    paragraphs = [[one.block for one in side if isinstance(one.block, Paragraph)] for side in (old, new)]
    a, b = iter(old), iter(new)
    for step in steps(*paragraphs):
        before = _up_to(a) if step.old is not None else None
        behind = _up_to(b) if step.new is not None else None
        yield from (_Item(one, None) for one in (before or [])[:-1])
        yield from (_Item(None, one) for one in (behind or [])[:-1])
        yield _Item(before[-1] if before else None, behind[-1] if behind else None)
    yield from (_Item(one, None) for one in a)
    yield from (_Item(None, one) for one in b)


def _up_to(blocks: Iterator[_Placed]) -> list[_Placed]:
    """Return the blocks up to the next paragraph, which is the last of them."""
    found = []
    for one in blocks:
        found.append(one)
        if isinstance(one.block, Paragraph):
            break
    return found


def _paragraphs(part: Sequence[_Item], before: Sequence[Block], following: _Item | None) -> Iterator[Block]:
    """Yield a run of paragraphs behind those blocks; it ends its section where nothing follows.

    The last end of a section cannot go. Nor can that between two tables which stay: in the document of no text between
    them it is a paragraph all the same.
    """
    whole = {item.change for item in part}
    follows_table = bool(before) and not isinstance(before[-1], Paragraph) and not change_of(before[-1])
    is_parting = follows_table and len(whole) == 1 and whole != {""} and following is not None and not following.change
    found = [Step(_paragraph(item.old), _paragraph(item.new)) for item in part]
    breaks = {id(item.new.block) for item in part if item.new and item.new.breaks}
    for paragraph, step in marked(found, fixed=following is None or is_parting):
        if id(step.new) in breaks:
            yield PageBreak()
        yield paragraph


def _paragraph(placed: _Placed | None) -> Paragraph | None:
    return placed.block if placed and isinstance(placed.block, Paragraph) else None


def _anchor(item: _Item, pairing: Pairing) -> Block:
    old, new = (one.block if one else None for one in item)
    if isinstance(old, TableBlock) and isinstance(new, TableBlock):
        return new if old == new else pairing.marked(old, new)
    if isinstance(old, TwoSidedLine) and isinstance(new, TwoSidedLine):
        return new if old == new else _line(old, new)
    return _whole(new or old, item.change)


def _whole(block: Block | None, change: Change) -> Block:
    if isinstance(block, TableBlock):
        return all_marked_table(block, change)
    assert isinstance(block, TwoSidedLine)  # an anchor is the one or the other
    left, right, below = (all_marked(one, change) for one in (block.left, block.right, block.below))
    return MarkedLine(left, right, block.style, block.keep_next, below, change)


def _line(old: TwoSidedLine, new: TwoSidedLine) -> TwoSidedLine:
    left, right = marked_content(old.left, new.left), marked_content(old.right, new.right)
    return MarkedLine(left, right, new.style, new.keep_next, marked_content(old.below, new.below))
