"""Values of two trees put together into one, each with the places of its keys and values."""

from __future__ import annotations

from typing import Any

from roadmapc.diagnostics import Route, Span
from roadmapc.diagnostics.joined_source import JoinedSource
from roadmapc.source.basing.merged_tree import MergedTree
from roadmapc.source.tree import Tree


class Branch:
    """One of the trees that are put together; `shift` is where its text begins in the joined one."""

    def __init__(self, tree: Tree, into: MergedTree, part: int) -> None:
        assert isinstance(into.source, JoinedSource)  # a merged tree has no other
        self.tree = tree
        self.into = into
        self.shift = into.source.start_of(part)

    def take(self, route: Route, to: Route) -> Any:
        """Return a value with all that is below it, its places noted at a new route; its key's too."""
        self.place(route, to)
        value = self.tree.value(route)
        if isinstance(value, dict):
            return {key: self.take((*route, key), (*to, key)) for key in value}
        if isinstance(value, list):
            return [self.take((*route, at), (*to, at)) for at in range(len(value))]
        return value

    def place(self, route: Route, to: Route) -> None:
        """Note at a new route where a value and its key stand."""
        self.into.values[to] = self._shifted(self.tree.values[route])
        self.into.own_routes.pop(to, None)
        if self.tree is self.into.own:
            self.into.own_routes[to] = route
        if route in self.tree.keys:
            self.into.keys[to] = self._shifted(self.tree.keys[route])

    def note(self, route: Route, to: Route) -> None:
        """Note a place of this tree at a new route under which nothing stands yet."""
        if to not in self.into.values:
            self.place(route, to)

    def _shifted(self, span: Span) -> Span:
        return Span(span.start + self.shift, span.end + self.shift)
