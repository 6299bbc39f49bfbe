"""Whose each comment is: it moves with the key or list item it belongs to.

A comment behind a value belongs to that value. One on a line of its own belongs to the next key or item; where it is
indented deeper than that, to the end of the record or list above it. What stands before the first key stays there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from roadmapc.diagnostics import Route
from roadmapc.source.formatting.gaps import Comment, comments_and_dashes
from roadmapc.source.tree import Tree


@dataclass
class Notes:
    """What an author put around a key or item besides its value; an empty line in a list of comments is «».

    `gap` is an empty line above it all, `above` are comments over it, `behind` is one on its own line with the spaces
    before it, `below` are comments at the end of the record or list that is its value.
    """

    gap: bool = False
    above: list[str] = field(default_factory=list)
    behind: str = ""
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """A key or list item in the source: where it begins and at which column."""

    start: int
    route: Route
    column: int


class Attachment:
    """Gives each comment of a tree to a key, an item, or the whole file, whose route is empty."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.source.text
        self.comments, self.dashes = comments_and_dashes(tree)
        self.flows = {route for route in tree.values if self._is_flow(route)}
        self.places = sorted(self._places(), key=lambda place: (place.start, len(place.route)))
        self.starts = [place.start for place in self.places]
        self.columns = self._columns()
        self.notes: dict[Route, Notes] = {place.route: Notes() for place in self.places} | {(): Notes()}
        self.depth = (-1, 0)
        for comment in self.comments:
            self._attach(comment)
        for place in self.places:
            self._set_gap(place)

    def _places(self) -> Iterator[CommentPlace]:
        for route in self.tree.values:
            if route:
                start = self._start(route)
                yield CommentPlace(start, route, start - self.text.rfind("\n", 0, start) - 1)

    def _start(self, route: Route) -> int:
        if route in self.tree.keys:
            return self.tree.keys[route].start
        start = self.tree.values[route].start
        if route[:-1] in self.flows:
            return start
        return self.dashes[bisect_right(self.dashes, start - 1) - 1]

    def _is_flow(self, route: Route) -> bool:
        """Tell whether the author put a list or record in brackets."""
        span = self.tree.values[route]
        return self._is_collection(route) and self.text[span.start : span.start + 1] in {"[", "{"}

    def _is_collection(self, route: Route) -> bool:
        return isinstance(self.tree.value(route), dict | list)

    def _columns(self) -> dict[Route, int]:
        """Return the column at which the keys or items of each list or record in lines stand; of nothing, one more."""
        columns: dict[Route, int] = {}
        for place in self.places:
            columns.setdefault(place.route[:-1], place.column)
            if self.tree.value(place.route) is None:
                columns[place.route] = place.column + 1
        return {route: column for route, column in columns.items() if not self._in_flow(route)}

    def _in_flow(self, route: Route) -> bool:
        return any(route[:end] in self.flows for end in range(len(route) + 1))

    def _attach(self, comment: Comment) -> None:
        at = bisect_right(self.starts, comment.start)
        last = self.places[at - 1] if at else None
        after = self.places[at] if at < len(self.places) else None
        if comment.before.strip() and comment.before.strip() not in {"---", "..."}:
            self._behind(comment, last)
        elif last is None:
            self._add_outside(comment)
        elif self._awaited(last, comment):
            self._add_above(last.route, comment)
        elif brackets := self._open_brackets(last, comment):
            self._add_inside(brackets[0], comment, after)
        else:
            self._add_between(comment, last, after, at)

    def _behind(self, comment: Comment, last: CommentPlace | None) -> None:
        """Put a comment behind the value it follows: the innermost that has not been closed by a bracket."""
        route: Route = last.route if last else ()
        for end in range(len(route)):
            if route[:end] in self.flows and self.tree.values[route[:end]].end <= comment.start:
                route = route[:end]
                break
        notes = self.notes[route]
        if notes.behind or self._is_whole_file(route, comment):
            notes.above.append(comment.text)
        else:
            spaces = len(comment.before) - len(comment.before.rstrip())
            notes.behind = " " * min(max(spaces, 1), 2) + comment.text

    def _is_whole_file(self, route: Route, comment: Comment) -> bool:
        return not route and (comment.start < self.tree.values[()].start or () not in self.flows)

    def _add_outside(self, comment: Comment) -> None:
        """Add a comment of a file in which no key has begun: it stays at the head, or behind a lone text."""
        ended = self._is_collection(()) and self.places
        below = not ended and comment.start > self.tree.values[()].start
        notes = self.notes[()]
        self._extend(notes.below if below else notes.above, comment)

    def _awaited(self, last: CommentPlace, comment: Comment) -> bool:
        """Tell whether the value of the last key is still to come, and is none of several lines."""
        here = self.tree.values[last.route].start > comment.start
        return here and (not self._is_collection(last.route) or last.route in self.flows)

    def _open_brackets(self, last: CommentPlace, comment: Comment) -> list[Route]:
        """Return the lists and records in brackets around a comment, the innermost first."""
        around = [last.route[:end] for end in range(len(last.route), -1, -1)]
        spans = self.tree.values
        return [r for r in around if r in self.flows and spans[r].start < comment.start < spans[r].end]

    def _add_inside(self, brackets: Route, comment: Comment, after: CommentPlace | None) -> None:
        if after and after.start < self.tree.values[brackets].end:
            self._add_above(after.route, comment)
        elif self.tree.value(brackets):
            self._extend(self.notes[brackets].below, comment)
        else:
            self._add_above(brackets, comment)

    def _add_between(self, comment: Comment, last: CommentPlace, after: CommentPlace | None, at: int) -> None:
        """Add a comment between two keys by its indent; one that follows another goes no deeper than that."""
        column = len(comment.before)
        if self.depth[0] == at:
            column = min(column, self.depth[1])
        self.depth = (at, column)
        ended = self._ended(last.route, after)
        fitting = [route for route in ended if self.columns[route] <= column]
        if fitting and (after is None or column > after.column):
            route = max(fitting, key=lambda route: (self.columns[route], -len(route)))
            self._extend(self.notes[route].below, comment)
        elif after:
            self._add_above(after.route, comment)
        else:
            self._extend(self.notes[()].below, comment)

    def _ended(self, last: Route, after: CommentPlace | None) -> list[Route]:
        """Return the lists and records in lines that end between two keys."""
        around = [last[:end] for end in range(len(last) + 1)]
        if after:
            around = [route for route in around if after.route[: len(route)] != route]
        return [route for route in around if route in self.columns]

    def _add_above(self, route: Route, comment: Comment) -> None:
        notes = self.notes[() if self.places and route == self.places[0].route else route]
        if not notes.above and notes is not self.notes[()]:
            notes.gap = self._blank_above(comment.start)
            notes.above.append(comment.text)
        else:
            self._extend(notes.above, comment)

    def _extend(self, lines: list[str], comment: Comment) -> None:
        if self._blank_above(comment.start):
            lines.append("")
        lines.append(comment.text)

    def _blank_above(self, start: int) -> bool:
        """Tell whether an offset is the first of its line and the line above it is empty."""
        begin = self.text.rfind("\n", 0, start) + 1
        above = self.text[self.text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
        return begin > 0 and not (self.text[begin:start] + above).strip()

    def _set_gap(self, place: CommentPlace) -> None:
        """Keep the empty line above a key or item: over its comments, or between them and it."""
        notes = self.notes[place.route]
        if not self._blank_above(place.start):
            return
        if place is self.places[0]:
            notes = self.notes[()]
        if notes.above:
            notes.above.append("")
        elif place is not self.places[0]:
            notes.gap = True
