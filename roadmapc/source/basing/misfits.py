"""What of a roadmap does not fit the base that it extends, each at its place with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roadmapc.diagnostics import Diagnostic, Label, Message, Route, Severity
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.source.basing.base_plan import BasePlan
from roadmapc.source.basing.placing import Entry
from roadmapc.source.problems import UNFITTING_OVERRIDE
from roadmapc.source.tree import Tree

_BESIDE_REMOVED = frozenset({"id", "removed", "after"})


def unknown(tree: Tree, base: BasePlan, route: Route, name: str | None) -> Diagnostic:
    """Return the problem of a row that is not in the base and has no words of its own."""
    if name is None:
        hint = Message("name it: {line}", line="- {id: …, removed: …}")
        return misfit(tree, (*route, "removed"), Message("which row is dropped is not said"), hint, key=True)
    message = Message("the base plan “{file}” has no row “{id}”", file=base.source.name, id=name)
    wanted = Message("a new section needs its “title:”, a new row its “activity:”")
    return misfit(tree, (*route, "id"), message, did_you_mean(name, base.ids, wanted, alike=60))


def elsewhere(tree: Tree, base: BasePlan, route: Route, name: str) -> Diagnostic:
    """Return the problem of a row that stands in another place of the base."""
    assert base.tree is not None  # it has rows
    at = base.ids[name]
    above = base.tree.value(at[:-2])
    parent = above.get("id") if isinstance(above, dict) else None
    if at[-2:-1] == ("sections",):
        hint = Message("write it among “sections:”")
    elif isinstance(parent, str):
        hint = Message("write it below “id: {id}”", id=parent)
    else:
        hint = Message("give what it stands in an “id:” in the base plan, and write it below that")
    message = Message("“{id}” stands in another place of the base plan", id=name)
    label = Label(base.tree.span((*at, "id")), Message("it stands here"), base.source)
    return misfit(tree, (*route, "id"), message, hint, label)


def twice(tree: Tree, route: Route, name: str, first: Route) -> Diagnostic:
    """Return the problem of a row of the base that is changed in two places."""
    label = Label(tree.span((*first, "id")), Message("first here"))
    message = Message("the row “{id}” of the base plan is changed twice", id=name)
    return misfit(tree, (*route, "id"), message, Message("make one of both"), label)


def bad_removal(tree: Tree, route: Route, item: dict[str, Any]) -> Diagnostic | None:
    """Return the problem of a row that is dropped without a reason, or said more of."""
    reason = item["removed"]
    if not isinstance(reason, str) or not any(letter.isalpha() for letter in reason):
        hint = Message("write it so:\n{line}", line="removed: таких школ в районе нет")
        return misfit(tree, (*route, "removed"), Message("why the row is dropped is not said"), hint, key=True)
    more = next((key for key in item if key not in _BESIDE_REMOVED), None)
    if more is None:
        return None
    message = Message("the row is dropped: what “{key}” says would be lost", key=more)
    return misfit(tree, (*route, more), message, Message("drop this key, or “removed:”"), key=True)


def nothing_before(tree: Tree, base: BasePlan, entry: Entry, entries: Sequence[Entry]) -> Diagnostic:
    """Return the problem of a row that is to stand after one that is not in its list."""
    assert entry.own is not None  # only the roadmap says “after”
    assert entry.after is not None  # it does
    beside = [one.id for one in entries if one.id and one.id != entry.id]
    message = Message("there is no row “{id}” here to stand after", id=entry.after)
    if entry.after in base.ids:
        message = Message("“{id}” stands in another list of the base plan", id=entry.after)
    known = Message("rows here: {ids}", ids=", ".join(beside)) if beside else Message("drop “after:”")
    return misfit(tree, (*entry.own, "after"), message, did_you_mean(entry.after, beside, known))


def rebound(tree: Tree, base: BasePlan, entry: Entry, cause: Entry | None) -> Diagnostic:
    """Return the problem of a row of the base that would take a cell over from another row than there."""
    assert base.tree is not None  # it has rows
    assert entry.base is not None  # it is one of them
    route = cause.own if cause and cause.own else ("extends",)
    label = Label(base.tree.span(entry.base), Message("the cell of this row"), base.source)
    message = Message("a row of the base plan has a cell of the row above it, and that would be another one here")
    return misfit(tree, route, message, Message("give that row the cell's own words in “sections:”"), label, key=True)


def in_a_ring(tree: Tree, ring: Sequence[Entry]) -> Diagnostic:
    """Return the problem of rows that stand after one another."""
    first, *others = [(*entry.own, "after") for entry in ring if entry.own]
    labels = [Label(tree.span(other), Message("and here")) for other in others]
    message = Message("these rows stand after one another: none is the first")
    return misfit(tree, first, message, Message("drop one “after:”"), *labels)


def misfit(
    tree: Tree, route: Route, message: Message, hint: Message | None, *labels: Label, key: bool = False
) -> Diagnostic:
    """Return a problem at its place in the roadmap."""
    span = tree.key_span(route) if key else tree.span(route)
    return Diagnostic(*UNFITTING_OVERRIDE, Severity.ERROR, message, tree.source, span, labels, hint, route=route)
