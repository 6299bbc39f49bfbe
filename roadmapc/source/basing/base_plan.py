"""Bytes → a base plan: its tree, its ids, its digest, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from roadmapc.diagnostics import Diagnostic, Label, Message, Route, Severity, Source
from roadmapc.source import file_kinds
from roadmapc.source.decoding import decode
from roadmapc.source.file_kinds import FileKind
from roadmapc.source.model import Base
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.problems import UNFITTING_OVERRIDE, UNUSABLE_BASE
from roadmapc.source.tree import Tree
from roadmapc.source.validation import validate

ROWS = ("sections", "activities")
"""Keys of lists of rows."""
_OF_MUNICIPALITIES = ("after", "removed", "serves")


@dataclass(frozen=True)
class BasePlan:
    """A file that roadmaps extend; with `problems` it cannot be used, and `base` is None.

    `kind` is what its top keys tell, which may be another kind of file.
    """

    source: Source
    tree: Tree | None = None
    base: Base | None = None
    problems: tuple[Diagnostic, ...] = ()
    kind: FileKind | None = None

    @cached_property
    def ids(self) -> dict[str, Route]:
        """Return where the section or row of each id stands."""
        found: dict[str, Route] = {}
        for route, item in rows_of(self.tree.data if self.tree else None):
            if isinstance(item.get("id"), str):
                found.setdefault(item["id"], route)
        return found

    @cached_property
    def digest(self) -> str:
        """Return what tells this content from any other, 32 hexadecimal digits; comments and layout do not count."""
        from hashlib import sha256  # loads a library of C that most runs do without

        data = self.tree.data if self.tree else None
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(text.encode()).hexdigest()[:32]

    @property
    def extends(self) -> str | None:
        """Return the file that this one extends in its turn, which it may not."""
        value = self.tree.data.get("extends") if self.tree and isinstance(self.tree.data, dict) else None
        value = value.get("file") if isinstance(value, dict) else value
        return value if isinstance(value, str) else None


def read_base(name: str, data: bytes) -> BasePlan:
    """Read the content of a base plan; what is wrong with it are its `problems`."""
    source, problems = decode(name, data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None:
        return BasePlan(source, problems=tuple(problems))
    kind = file_kinds.kind_of(map(str, tree.data)) if isinstance(tree.data, dict) else None
    if kind is not file_kinds.BASE:
        return BasePlan(source, tree, problems=tuple(problems), kind=kind)
    problems = [*problems, *_misplaced(tree), *_twice(tree)]
    base, wrong = validate(tree, Base) if not problems else (None, [])
    return BasePlan(source, tree, base, (*problems, *wrong), kind)


def rows_of(data: Any, route: Route = ()) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Yield all sections and rows of a tree's data, as far as they are records, with their routes."""
    for key in ROWS:
        items = data.get(key) if isinstance(data, dict) else None
        for at, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield (*route, key, at), item
                yield from rows_of(item, (*route, key, at))


def _misplaced(tree: Tree) -> Iterator[Diagnostic]:
    """Yield keys that only a roadmap has that extends a base."""
    if "extends" in tree.data:
        message = Message("a base plan extends no other: there is one level")
        yield _problem(tree, ("extends",), message, Message("write what it takes from there into it"), key=True)
    for route, item in rows_of(tree.data):
        for key in _OF_MUNICIPALITIES:
            if key in item:
                message = Message("only a roadmap that extends a base plan says “{key}”", key=key)
                yield _problem(tree, (*route, key), message, Message("drop it here"), key=True)


def _twice(tree: Tree) -> Iterator[Diagnostic]:
    """Yield ids that two rows have: an override would mean either."""
    seen: dict[str, Route] = {}
    for route, item in rows_of(tree.data):
        name = item.get("id")
        if isinstance(name, str) and name in seen:
            first = Label(tree.span((*seen[name], "id")), Message("first given here"))
            message = Message("the id “{id}” is given twice: a roadmap could mean either row", id=name)
            problem = Diagnostic(
                *UNFITTING_OVERRIDE,
                Severity.ERROR,
                message,
                tree.source,
                tree.span((*route, "id")),
                (first,),
                Message("give one of them another id"),
                route=(*route, "id"),
            )
            yield problem
        elif isinstance(name, str):
            seen[name] = route


def _problem(tree: Tree, route: Route, message: Message, hint: Message, *, key: bool = False) -> Diagnostic:
    span = tree.key_span(route) if key else tree.span(route)
    kind = UNUSABLE_BASE if route == ("extends",) else UNFITTING_OVERRIDE
    return Diagnostic(*kind, Severity.ERROR, message, tree.source, span, hint=hint, route=route)
