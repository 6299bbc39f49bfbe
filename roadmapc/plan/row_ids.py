"""Ids for rows that have none, spliced into the source, so that a row stays known when its number or words change."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import count
from typing import Any

from roadmapc.diagnostics import Route, Source
from roadmapc.plan.addresses import addresses_of
from roadmapc.plan.plan import Plan, Row
from roadmapc.russian.transliteration import is_safe, slug
from roadmapc.source.basing.merged_tree import own_route, own_tree
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree

_WORDS, _LETTERS = 3, 32
_SHORTEST = 3
"""Letters of a word that says something: prepositions have fewer."""


def with_ids(plan: Plan) -> tuple[Tree, int] | None:
    """Return the tree of a plan in which every row has an id, and how many were given; none where they cannot be.

    An id that is there stays, an empty one too. The text is read again and must say what it said, and the ids. Rows of
    a base plan are given none in a roadmap that extends it; in its own file its sections are given ids as well.
    """
    own = own_tree(plan.tree)
    new = dict(_new_ids(plan))
    if not new:
        return own, 0
    source = Source(own.source.name, _spliced(own, new))
    tree, problems = parse_yaml(source)
    if tree is None or problems or tree.data != _given(own.data, new):
        return None
    return tree, len(new)


def _new_ids(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Yield the route and new id of each row without one.

    No id is an address of another row; where a waiver names a row by the digest of its words, that becomes its id.
    """
    taken = {address for row in plan.rows for address in addresses_of(plan, row)}
    waived = {place for waiver in plan.roadmap.waivers for place in waiver.at}
    for section in plan.sections if "base" in plan.tree.data else ():  # a roadmap names them by their ids
        if section.own is None and (*section.route, "id") not in plan.tree.values:
            name = _unlike(taken, _of_words(section.title) or "section")
            taken.add(name)
            yield section.route, name
    for row in plan.rows:
        route = own_route(plan.tree, row.route)
        if route and (*row.route, "id") not in plan.tree.values:
            name = row.id if row.id in waived else _unlike(taken, _readable(row))
            taken.add(name)
            yield route, name


def _unlike(taken: set[str], name: str) -> str:
    """Return a name, with a number behind it where it is taken."""
    return next(found for n in count(1) if (found := name if n == 1 else f"{name}-{n}") not in taken)


def _readable(row: Row) -> str:
    """Return the number of a row and its first words that say something in Latin letters: «1-2-provesti-monitoring»."""
    name = slug(f"{row.number}-{_of_words(row.title)}")
    return name if is_safe(name) and not name.isdecimal() else f"row-{name}"


def _of_words(title: str) -> str:
    """Return the first words of a title that say something, in Latin letters: «monitoring-kachestva»."""
    words = [word for word in slug(title, 200).split("-") if len(word) >= _SHORTEST][:_WORDS]
    while len(words) > 1 and len("-".join(words)) > _LETTERS:
        words.pop()
    return "-".join(words)


def _spliced(tree: Tree, new: dict[Route, str]) -> str:
    """Return the text with an id before the first key of each row: on a line of its own, or within its brackets."""
    text = tree.source.text
    for route, name in sorted(new.items(), key=lambda item: tree.values[item[0]].start, reverse=True):
        at = tree.keys[(*route, next(iter(_at(tree.data, route))))].start
        indent = at - text.rfind("\n", 0, at) - 1
        behind = ", " if text[tree.values[route].start] == "{" else "\n" + " " * indent
        text = f"{text[:at]}id: {name}{behind}{text[at:]}"
    return text


def _given(data: Any, new: dict[Route, str]) -> Any:
    """Return a copy of a tree's data in which the rows have their ids."""
    data = copy.deepcopy(data)
    for route, name in new.items():
        _at(data, route)["id"] = name
    return data


def _at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data
