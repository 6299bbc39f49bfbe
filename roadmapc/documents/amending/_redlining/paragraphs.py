"""Two sequences of paragraphs as one with marks.

What tells paragraphs apart is their ends. One that comes or goes is marked at its own end, which joins nothing while
another paragraph follows. The last end of a cell or of a section cannot go: there the end before the first of the last
ones that come or go is marked instead of theirs, each for the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.documents.amending._redlining.texts import all_marked, marked_content, plain, words_of
from roadmapc.plan.changes.matching import in_order
from roadmapc.rendering.blocks import Content, Paragraph
from roadmapc.rendering.marked import Change, MarkedParagraph, MarkedRun


class Step(NamedTuple):
    """An old paragraph and a new one that are one; None where there is none."""

    old: Paragraph | None
    new: Paragraph | None

    @property
    def change(self) -> Change:
        """Return what becomes of it as a whole."""
        return "inserted" if self.old is None else "deleted" if self.new is None else ""


def steps(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Step]:
    """Return which paragraphs are one, in the order of both."""
    if len(old) == len(new) == 1 or old == new:
        return [Step(a, b) for a, b in zip(old, new, strict=True)]
    pairs = in_order([plain(words_of(one)) for one in old], [plain(words_of(one)) for one in new])
    return [
        Step(old[pair.old] if pair.old is not None else None, new[pair.new] if pair.new is not None else None)
        for pair in pairs
    ]


def marked_cell(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell, of which both sides have at least one."""
    return tuple(one for one, _ in marked(steps(old, new), fixed=True))


def marked(found: Sequence[Step], *, fixed: bool) -> list[tuple[Paragraph, Step]]:
    """Return paragraphs with marks, each with its step; `fixed` says that the last end can neither come nor go."""
    found = _anchored(found) if fixed else found
    contents = [_content(step) for step in found]
    ends: list[Change] = [one.change for one in found]
    if fixed and found:
        last = max((at for at, change in enumerate(ends) if not change), default=len(ends) - 1)
        ends[last:] = [*ends[last + 1 :], ""]
    for at, content in enumerate(contents):
        if not ends[at] and _ends_inserted(content):
            _join(ends, at, found)
    return [(_paragraph(*one), one[0]) for one in zip(found, contents, ends, strict=True)]


def _ends_inserted(content: Content) -> bool:
    return bool(content) and isinstance(content[-1], MarkedRun) and content[-1].change == "inserted"


def _join(ends: list[Change], at: int, found: Sequence[Step]) -> None:
    """Mark the end of a paragraph whose last words are new instead of the end of the new one behind it.

    So both are one insertion. LibreOffice, which rejects two that touch as one, would join the next paragraph as well.
    """
    end = next((later for later in range(at + 1, len(found)) if found[later].change != "inserted"), len(found))
    if end > at + 1 and ends[end - 1]:
        ends[at:end] = [*ends[at + 1 : end], ""]


def all_marked_paragraphs(paragraphs: Sequence[Paragraph], change: Change) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a row or a table that comes or goes as a whole."""
    return tuple(
        MarkedParagraph(all_marked(words_of(one), change), one.style, "", one.keep_next, change) for one in paragraphs
    )


def _anchored(found: Sequence[Step]) -> Sequence[Step]:
    """Return steps of which one stays, if both sides have any: the last one that goes and the first that comes."""
    olds = [one.old for one in found if one.old is not None]
    news = [one.new for one in found if one.new is not None]
    if not olds or not news or any(not one.change for one in found):
        return found
    between = Step(olds[-1], news[0])
    return [*(Step(one, None) for one in olds[:-1]), between, *(Step(None, one) for one in news[1:])]


def _content(step: Step) -> Content:
    old, new = (words_of(one) if one else None for one in step)
    if old is not None and new is not None:
        return new if plain(old) == plain(new) else marked_content(old, new)
    return all_marked(new or old or (), step.change)


def _paragraph(step: Step, content: Content, end: Change) -> Paragraph:
    one = step.new or step.old
    assert one is not None  # a step has a side
    if step.new and step.old and not end and not any(isinstance(piece, MarkedRun) for piece in content):
        return step.new
    return MarkedParagraph(content, one.style, "", one.keep_next, end)
