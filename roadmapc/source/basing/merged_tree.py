"""The tree of a roadmap and its base in one, and what of the base is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics import Route, Source, Span
from roadmapc.diagnostics.joined_source import JoinedSource
from roadmapc.source.tree import Tree

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan


class Removed(NamedTuple):
    """A row or a section of the base that the municipality does not take over: its id, its words, and why."""

    id: str
    text: str
    reason: str


@dataclass
class MergedTree(Tree):
    """A tree of two files: its source is their texts joined, the roadmap's own first.

    Of the base's text there is what the tree holds, the rest is blank, so that nobody reads what does not count.
    """

    base: BasePlan = field(kw_only=True)
    own: Tree = field(kw_only=True)
    removed: list[Removed] = field(default_factory=list)
    own_routes: dict[Route, Route] = field(default_factory=dict)

    @classmethod
    def of(cls, own: Tree, base: BasePlan) -> MergedTree:
        """Return a tree of two files without any value yet."""
        return cls(JoinedSource.of(own.source, base.source), base=base, own=own)

    def without_what_is_left_out(self) -> MergedTree:
        """Return the tree with blanks for what of the base's text it does not hold."""
        assert isinstance(self.source, JoinedSource)  # a merged tree has no other
        text, at = self.source.text, self.source.start_of(1)
        kept = [text[:at]]
        for start, end in sorted(self._leaves_of_base(at)):
            if start >= at:
                kept += [_blank(text[at:start]), text[start:end]]
                at = end
        kept.append(_blank(text[at:]))
        return replace(self, source=replace(self.source, text="".join(kept)))

    def _leaves_of_base(self, start: int) -> Iterator[Span]:
        """Yield where keys and texts stand that come from the base, whose text begins at an offset."""
        yield from (span for span in self.keys.values() if span.start >= start)
        for route, span in self.values.items():
            if span.start >= start and not isinstance(self.value(route), dict | list):
                yield span

    def is_own(self, route: Route) -> bool:
        """Say whether the value at a route stands in the roadmap's own file."""
        return self.span(route).start <= len(self.own.source.text)


def base_of(tree: Tree) -> BasePlan | None:
    """Return the base plan that is merged into a tree, if there is one."""
    return tree.base if isinstance(tree, MergedTree) else None


def own_source(tree: Tree) -> Source:
    """Return the source of the file that is checked."""
    return tree.own.source if isinstance(tree, MergedTree) else tree.source


def own_tree(tree: Tree) -> Tree:
    """Return the tree of the file that is checked, as its author wrote it."""
    return tree.own if isinstance(tree, MergedTree) else tree


def own_route(tree: Tree, route: Route) -> Route | None:
    """Return where a value of a tree stands in the file that is checked; none where it comes from the base."""
    return tree.own_routes.get(route) if isinstance(tree, MergedTree) else route


def is_from_base(tree: Tree, route: Route) -> bool:
    """Say whether the value at a route stands in the base plan."""
    return isinstance(tree, MergedTree) and not tree.is_own(route)


_SEEN = re.compile(r"[^\n]")


def _blank(text: str) -> str:
    return _SEEN.sub(" ", text)
