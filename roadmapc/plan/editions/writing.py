"""A plan → the text of its edition: the whole source with numbers as printed, and nothing left to other files."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from roadmapc.diagnostics import Route, Source
from roadmapc.plan.editions.numbers import computed_numbers, is_frozen_whole
from roadmapc.plan.plan import Plan
from roadmapc.plan.splicing.rendering import block
from roadmapc.source.edition_file import KEY, digest_of
from roadmapc.source.formatting import lay_out
from roadmapc.source.model import Owner
from roadmapc.source.parsing import parse_yaml

_LEFT_OUT = frozenset({"extends", "roles", "form", "waivers", "unplaced"})
"""Keys that mean another file, or say something of the source and not of what is signed."""


@dataclass(frozen=True, slots=True)
class Act:
    """The act that signs a text: kind, day, number (may be empty), what it is about."""

    kind: str
    day: date
    number: str = ""
    title: str = ""


def edition_text(plan: Plan, act: Act) -> str:
    """Return the text of the edition that an act makes of a plan, in the canonical layout."""
    data = _data(plan)
    head = {"kind": act.kind, "date": f"{act.day:%d.%m.%Y}", "number": act.number, "title": act.title}
    head = {key: words for key, words in head.items() if words} | {"digest": digest_of(data)}
    whole = {KEY: head | _base(plan), **data}
    tree, problems = parse_yaml(Source("edition", "\n".join(block(whole, 0)) + "\n"))
    assert tree is not None  # it was written as the parser reads
    assert not problems
    assert tree.data == whole
    return lay_out(tree)


def _base(plan: Plan) -> dict[str, Any]:
    extends = plan.roadmap.extends
    return {"base": {"file": extends.file, "digest": plan.base.digest}} if plan.base and extends else {}


def _data(plan: Plan) -> dict[str, Any]:
    """Return the data of a whole roadmap: what it extends merged in, numbers written out, its owners with it."""
    data = copy.deepcopy(plan.tree.data)
    rest = {key: value for key, value in data.items() if key not in _LEFT_OUT}
    data = {"roadmapc": rest.pop("roadmapc"), **rest, "id": plan.id}
    for route, number in computed_numbers(plan):
        _at(data, route)["number"] = number
    for table in plan.tables:
        if is_frozen_whole(table):
            _at(data, table.source.route)["numbering"] = "printed"
    if owners := dict(_owners(plan)):
        data["owners"] = {**(data.get("owners") or {}), **owners}
    return data


def _owners(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Yield the owners of the shared directory whom rows name, by their aliases."""
    named = {one.alias for row in plan.rows for one in row.assignees if one.alias}
    for alias in sorted(named - set(plan.roadmap.owners)):
        yield alias, _owner(plan.owners[alias])


def _owner(owner: Owner) -> Any:
    found = {key: value for key in Owner.model_fields if (value := getattr(owner, key))}
    return owner.post if found.keys() == {"post"} else found


def _at(data: Any, route: Route) -> Any:
    """Return the record at a route; one that is missing or empty is made."""
    for at, part in enumerate(route):
        if isinstance(data, dict) and data.get(part) is None:
            assert isinstance(part, str)  # rows are there
            data[part] = {}
        data = data[route[at]]
    return data
