"""A roadmap and the base plan that it extends → one tree, before its shape is judged.

The merged tree holds what the document will say; each of its values stands where its author wrote it, in one file or
in the other, so that all that is said of it is said at the right place.
"""

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
