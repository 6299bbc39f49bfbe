"""The key `extends:`: which base is meant, and whether it can be used."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, Route, Severity
from roadmapc.source import file_kinds
from roadmapc.source.basing.base_plan import BasePlan
from roadmapc.source.problems import CHANGED_BASE, UNUSABLE_BASE, ReadingProblem
from roadmapc.source.tree import Tree

_BEGINS = Message("a base plan begins with the line “base: 1”")


class Refused(NamedTuple):
    """Why a base is not read, and what to do."""

    message: Message
    hint: Message | None = None


class FoundBase(NamedTuple):
    """The text by which a roadmap names its base, and what stands there."""

    text: str
    content: BasePlan | Refused


class Failure(NamedTuple):
    """What makes a base unusable, and where it is shown in the roadmap."""

    message: Message
    hint: Message | None
    route: Route
    problem: ReadingProblem = UNUSABLE_BASE


def usable(tree: Tree, found: FoundBase | None) -> tuple[BasePlan | None, list[Diagnostic]]:
    """Return the base that a roadmap extends, or why it cannot be used, at the key."""
    base = _base(tree, found)
    if isinstance(base, BasePlan):
        return base, []
    route = base.route
    span = tree.span(route) if tree.value(route) else tree.key_span(route)
    problem = Diagnostic(
        *base.problem, Severity.ERROR, base.message, tree.source, span, hint=base.hint, route=base.route
    )
    return None, [problem]


def _base(tree: Tree, found: FoundBase | None) -> BasePlan | Failure:
    value = tree.data["extends"]
    route: Route = ("extends", "file") if isinstance(value, dict) and "file" in value else ("extends",)
    text = tree.value(route)
    if not isinstance(text, str) or not text.strip():
        hint = Message("write it so:\n{line}", line="extends: ../model-plan.yaml")
        return Failure(Message("which base plan the roadmap extends is not said"), hint, route)
    if found is None or found.text != text:
        hint = Message("write it so:\n{line}", line=f"extends: {' '.join(text.split())}")
        return Failure(Message("the base plan “{file}” was not read", file=text), hint, route)
    if isinstance(found.content, Refused):
        return Failure(*found.content, route)
    return _fault(tree, found.content, route) or found.content


def _fault(tree: Tree, base: BasePlan, route: Route) -> Failure | None:
    """Return why what was read is no base for a roadmap."""
    name = base.source.name
    if name == tree.source.name or _leads_back(base, tree.source.name):
        return Failure(Message("the roadmap extends itself: “{file}” leads back to it", file=name), _BEGINS, route)
    if base.extends is not None:
        message = Message("“{file}” extends another file itself: a base plan has no base", file=name)
        return Failure(message, Message("name the base plan itself, or make one file of both"), route)
    if base.tree and base.kind is not file_kinds.BASE:
        what = base.kind.title if base.kind else Message("a file of no known kind")
        return Failure(Message("“{file}” is {what}, not a base plan", file=name, what=what), _BEGINS, route)
    if base.problems:
        message = Message("the base plan “{file}” has errors: {n}", file=name, n=len(base.problems))
        return Failure(message, Message("first correct what “roadmapc check {file}” reports", file=name), route)
    return _changed(tree, base)


def _leads_back(base: BasePlan, name: str) -> bool:
    folder = posixpath.dirname(base.source.name)
    return base.extends is not None and posixpath.normpath(posixpath.join(folder, base.extends)) == name


def _changed(tree: Tree, base: BasePlan) -> Failure | None:
    """Return what to do where the base is not the one that was signed."""
    route = ("extends", "digest")
    wanted = tree.value(route) if route in tree.values else None
    if not isinstance(wanted, str) or wanted.strip().lower() == base.digest:
        return None
    message = Message(
        "the base plan “{file}” is not the one that was signed: it has changed since", file=base.source.name
    )
    hint = Message(
        "bring the signed one back; or, once an act has approved the change here too, write it so:\n{line}",
        line=f"digest: {base.digest}",
    )
    return Failure(message, hint, route, CHANGED_BASE)
