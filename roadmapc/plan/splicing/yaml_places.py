"""Where things stand in a YAML file: ends of values, dashes, columns, comments, brackets."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.splicing.rendering import STEP
from roadmapc.plan.splicing.splices import Refused
from roadmapc.source.formatting.gaps import Comment, comments_and_dashes
from roadmapc.source.tree import Tree


class YamlPlaces:
    """Offsets in the text of one tree; raises LayoutError where its comments cannot be told."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.source.text
        self.all_comments, self.dashes = comments_and_dashes(tree)
        self.comment_starts = [one.start for one in self.all_comments]

    def has(self, route: Route) -> bool:
        """Say whether a value stands at a route."""
        return route in self.tree.values

    def value(self, route: Route) -> Any:
        """Return the value that stands at a route; None where there is none."""
        return self.tree.value(route) if self.has(route) else None

    def end(self, route: Route) -> int:
        """Return where the last character of a value stands, but one."""
        span, value = self.tree.values[route], self.value(route)
        if value is None:
            return max(span.start, self.start(route)) if self.is_empty(route) else span.end
        if isinstance(value, dict | list) and value and not self.is_flow(route):
            # its span reaches over the comments behind it, which are of what follows
            inner = self.last((*route, next(reversed(value)) if isinstance(value, dict) else len(value) - 1))
            if span.start <= inner <= span.end:
                return inner
        return span.start + len(self.text[span.start : span.end].rstrip())

    def is_empty(self, route: Route) -> bool:
        """Say whether nothing is written for a value."""
        span = self.tree.values[route]
        return not self.text[span.start : span.end].strip()

    def indent(self, route: Route) -> int:
        """Return the indent of the lines of a block below a key or a dash."""
        key = self.tree.keys.get(route)
        return self.column(key.start if key else self.dash(route)) + STEP

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - self.text.rfind("\n", 0, offset) - 1

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends."""
        found = self.text.find("\n", offset)
        return found if found >= 0 else len(self.text)

    def behind_comments(self, offset: int, column: int) -> int:
        """Return where the line of an offset ends, or the last comment below it that begins at a column or deeper.

        They are of what stands above them; those further to the left are of what follows.
        """
        found = at = self.line_end(offset)
        while at < len(self.text):
            end = self.line_end(at + 1)
            line = self.text[at + 1 : end]
            own = line.lstrip()
            if own and not (own.startswith("#") and len(line) - len(own) >= column):
                break
            found, at = (end if own else found), end
        return found

    def dash(self, route: Route) -> int:
        """Return where the dash of an item stands; raises Refused where the text has no such item."""
        span = self.tree.values.get(route)
        at = bisect_left(self.dashes, span.start + 1) - 1 if span else -1
        if at < 0:
            raise Refused
        return self.dashes[at]

    def is_flow(self, route: Route) -> bool:
        """Say whether a value is written in brackets."""
        start = self.tree.values[route].start
        return self.text[start : start + 1] in ("[", "{") and isinstance(self.value(route), dict | list)

    def within_flow(self, route: Route) -> bool:
        """Say whether what holds a value is written in brackets."""
        return any(self.is_flow(route[:end]) for end in range(len(route)) if self.has(route[:end]))

    def has_comments(self, route: Route) -> bool:
        """Say whether comments stand within a value."""
        return bool([*self.comments(self.tree.values[route].start, self.end(route))])

    def comments(self, start: int, end: int) -> list[Comment]:
        """Return the comments that begin between two offsets."""
        first, last = bisect_left(self.comment_starts, start), bisect_left(self.comment_starts, end)
        return self.all_comments[first:last]

    def last(self, route: Route) -> int:
        """Return where a value ends, or its key or dash where it has none."""
        return self.end(route) if self.value(route) is not None else self.start(route)

    def start(self, route: Route) -> int:
        """Return where the key or the dash of a value stands: the end of the key, the dash itself."""
        return self.tree.keys[route].end if route in self.tree.keys else self.dash(route)
