"""A roadmap as it was read → the whole of it, with the base plan that it extends."""

from __future__ import annotations

from roadmapc.diagnostics import Diagnostic
from roadmapc.source.basing.extending import FoundBase, usable
from roadmapc.source.basing.merging import merged
from roadmapc.source.tree import Tree


def with_base(tree: Tree, found: FoundBase | None) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the tree of a roadmap with the base that it extends merged in; as it is where it extends none.

    No tree where the base cannot be used or something of the roadmap does not fit it: then nothing may be built.
    """
    if not isinstance(tree.data, dict) or "extends" not in tree.data:
        return tree, []
    base, problems = usable(tree, found)
    return merged(tree, base) if base else (None, problems)
