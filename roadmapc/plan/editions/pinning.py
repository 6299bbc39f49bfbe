"""The digest of a base plan, written beside its name: what is signed follows no later change of it."""

from __future__ import annotations

from roadmapc.diagnostics import Edit, Span
from roadmapc.plan.plan import Plan
from roadmapc.source.basing.merged_tree import own_tree


def pin(plan: Plan) -> Edit | None:
    """Return the edit that writes the digest of the base plan as it is now; None where its name is no plain text.

    A roadmap that extends none, or names a digest, needs no edit.
    """
    base, extends, tree = plan.base, plan.roadmap.extends, own_tree(plan.tree)
    if base is None or extends is None or extends.digest or not isinstance(tree.value(("extends",)), str):
        return None
    span = tree.span(("extends",))
    raw = tree.source.text[slice(*span)]
    gap = tree.keys[("extends",)].end + 1
    return Edit(Span(gap, span.end), f"\n  file: {raw}\n  digest: {base.digest}")
