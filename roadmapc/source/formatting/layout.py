"""A tree and the comments around its keys → lines: records and lists in lines, short ones in the author's brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile

from roadmapc.diagnostics import Route
from roadmapc.source import file_kinds
from roadmapc.source.formatting.comments import Attachment, Notes
from roadmapc.source.formatting.scalars import WIDTH, inline, written
from roadmapc.source.model import Base, Edition, Marks, Record, Roadmap
from roadmapc.source.model.routes import fields_at
from roadmapc.source.tree import Tree

_STEP = "  "
_CUTTING = re.compile(r" +#[^\s#]")  # behind a plain text it would be reported as text cut off


def lines_of(tree: Tree) -> list[str]:
    """Return the lines of the canonical layout."""
    return _Layout(tree).whole()


def _record_of(tree: Tree) -> type[Record]:
    """Return the record whose keys order those of a file."""
    kind = file_kinds.kind_of(map(str, tree.data)) if isinstance(tree.data, dict) else None
    if kind is file_kinds.MARKS:
        return Marks
    if kind is file_kinds.EDITION:
        return Edition
    return Base if kind is file_kinds.BASE else Roadmap


class _Layout:
    """Writes the values of a tree; each method returns comments that stand above, and lines without their indent."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.record = _record_of(tree)
        attachment = Attachment(tree)
        self.notes = attachment.notes
        self.flows = attachment.flows
        self.opened = {around for route in self.notes for around in self._opened_by(route)}

    def _opened_by(self, route: Route) -> Iterator[Route]:
        """Yield the lists and records that brackets cannot hold for the comments at a route."""
        notes = self.notes[route]
        if notes.below:
            yield route
        if notes.above or notes.behind:
            yield from (route[:end] for end in range(len(route)))

    def whole(self) -> list[str]:
        """Return all lines: what stands before the first key stays there."""
        notes = self.notes[()]
        if self._is_block((), 0):
            above, lines = self._items((), 0)
            head = [*notes.above, notes.behind.strip()] if notes.behind else notes.above
            apart = [""] if head and head[-1] and above else []
            return _tidy([*head, *apart, *above, *lines])
        first, *rest = self._lone()
        return _tidy([*notes.above, first + notes.behind, *rest, *notes.below])

    def _lone(self) -> list[str]:
        """Return the lines of a file that is one text, or one list or record in brackets."""
        flow = self._in_brackets((), 0)
        if flow is not None:
            return [flow]
        head, below = written(self.tree.data, 0, len(_STEP), folded=self._is_folded(()))
        return [head or "~", *_indented(below)]

    def _is_block(self, route: Route, column: int) -> bool:
        value = self.tree.value(route)
        return isinstance(value, dict | list) and self._in_brackets(route, column) is None

    def _in_brackets(self, route: Route, column: int) -> str | None:
        """Return a list or record in brackets where its author put it in them and it fits; an empty one always."""
        value = self.tree.value(route)
        if not isinstance(value, dict | list) or (value and (route not in self.flows or route in self.opened)):
            return None
        text = self._flow(route)
        return text if not value or (column + len(text) <= WIDTH and not _has_breaks(value)) else None

    def _flow(self, route: Route) -> str:
        value = self.tree.value(route)
        if isinstance(value, dict):
            pairs = (f"{inline(key, flow=True)}: {self._flow((*route, key))}" for key in self._ordered(route))
            return "{" + ", ".join(pairs) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._flow((*route, at)) for at in range(len(value))) + "]"
        assert value is None or isinstance(value, str)  # there is nothing else in a tree
        return inline(value, flow=True)

    def _is_folded(self, route: Route) -> bool:
        """Tell whether the author wrote a text in lines of its own."""
        return self.tree.source.text.startswith((">", "|"), self.tree.values[route].start)

    def _ordered(self, route: Route) -> list[str]:
        """Return the keys of a record in the order of the format; what it does not know follows as it stood."""
        value = self.tree.value(route)
        assert isinstance(value, dict)
        known = {key: at for at, key in enumerate(fields_at(route, self.record))}
        return sorted(value, key=lambda key: known.get(key, len(known)))

    def _items(self, route: Route, indent: int) -> tuple[list[str], list[str]]:
        """Return the comments above the first key or item of a block, and its lines."""
        value = self.tree.value(route)
        parts: Iterable[str | int] = self._ordered(route) if isinstance(value, dict) else range(len(value))
        gaps = self._gaps(route, list(parts))
        first: list[str] = []
        lines: list[str] = []
        for at, (part, gap) in enumerate(gaps.items()):
            above, inner = self._entry((*route, part), indent)
            if at:
                lines += [*([""] if gap else []), *above]
            else:
                first = above
            lines += inner
        return first, lines + self.notes[route].below

    def _gaps(self, route: Route, parts: list[str | int]) -> dict[str | int, bool]:
        """Return which keys or items have an empty line above them; the one that leaves the first place gets one."""
        gaps = {part: self.notes[(*route, part)].gap for part in parts}
        value = self.tree.value(route)
        former = next(iter(value)) if isinstance(value, dict) else 0
        gaps[former] = gaps[parts[0]] if former != parts[0] else False
        return gaps

    def _entry(self, route: Route, indent: int) -> tuple[list[str], list[str]]:
        """Return the comments above a key or item, and its lines."""
        part, notes = route[-1], self.notes[route]
        lead = "-" if isinstance(part, int) else f"{inline(part)}:"
        if self._is_block(route, indent + len(lead) + 1):
            above, lines = self._items(route, indent + len(_STEP))
            if isinstance(part, int) and not notes.behind:
                return [*notes.above, *above], [f"- {lines[0]}", *_indented(lines[1:])]
            return notes.above, [lead + notes.behind, *_indented([*above, *lines])]
        return self._short(route, lead, indent, notes)

    def _short(self, route: Route, lead: str, indent: int, notes: Notes) -> tuple[list[str], list[str]]:
        """Return what stands on the line of its key or dash, or is a text in lines of its own below it."""
        flow = self._in_brackets(route, indent + len(lead) + 1)
        if flow is not None:
            return notes.above, [f"{lead} {flow}{notes.behind}", *_indented(notes.below)]
        value = self.tree.value(route)
        assert value is None or isinstance(value, str)  # there is nothing else in a tree
        cutting = bool(_CUTTING.match(notes.behind))
        if cutting and value is None:
            return [*notes.above, notes.behind.strip()], [lead, *_indented(notes.below)]
        column, folded = indent + len(lead) + 1, self._is_folded(route)
        head, below = written(value, column, indent + len(_STEP), plain=not cutting, folded=folded)
        return notes.above, [f"{lead} {head}".rstrip(" ") + notes.behind, *_indented([*below, *notes.below])]


def _has_breaks(value: object) -> bool:
    if isinstance(value, dict | list):
        return any(_has_breaks(inner) for inner in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and "\n" in value


def _indented(lines: Iterable[str]) -> list[str]:
    return [_STEP + line if line else "" for line in lines]


def _tidy(lines: list[str]) -> list[str]:
    """Return lines of which the first is not empty."""
    return list(dropwhile(lambda line: not line, lines))
