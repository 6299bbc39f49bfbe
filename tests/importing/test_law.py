"""Proves the law of imports: what a roadmap prints comes back when its own documents are imported.

Real roadmaps, the plans of the tests and roadmaps made by chance are built, order and attachment together, imported,
and compared fact by fact.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import read_bytes
from roadmapc.diagnostics import Route
from roadmapc.documents import attachment, order
from roadmapc.importer import Imported, Read, import_files
from roadmapc.importing.counting import counted
from roadmapc.importing.reading.from_word import read_word
from roadmapc.plan import Plan
from roadmapc.source.model import Order, Roadmap
from roadmapc.source.model.routes import is_printed
from roadmapc.source.printed_text import leaves
from roadmapc.workspace import template_files
from tests.conftest import ROADMAPS
from tests.documents.test_nothing_lost import _Maker, _source
from tests.importing.facts import facts
from tests.importing.plausible import Plausible

CONTEXT = template_files.output_context((), ("docx",), "")
PLANS = sorted([*ROADMAPS.glob("*.yaml"), *(Path(__file__).parents[1] / "data" / "plans").glob("*.yaml")])
UNCOMPARED = {
    "document.kind": "the title names it in its own words; it is printed where there is no title",
    "document.period": "days that deadlines are dated by; the title says them in its own words",
    "municipality.name": "whose plan it is, as other documents name it",
}
"""What a roadmap prints somewhere, and no fact of its order and attachment says; found by changing each text."""
IN_SHEETS = ("order.agreement", "order.acquaintance", "owners")
"""Whom sheets of their own and checklists print: those who agree, who have read it, contacts of owners."""


@cache
def plan_of(path: Path) -> Plan:
    plan = read_bytes(path.name, path.read_bytes(), stem=path.stem).plan
    assert plan
    return plan


def back(plan: Plan) -> Imported:
    """Return what an import makes of the documents of a plan."""
    files = [*order.files(plan, CONTEXT), *attachment.files(plan, CONTEXT)]
    read = [Read(f"{at}.docx", read_word(file.data), counted(file.data)) for at, file in enumerate(files)]
    return import_files(read, "a", CONTEXT)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_roadmap_comes_back(path: Path) -> None:
    """Every printed fact, one roadmap, a proof that holds, nothing left."""
    found = back(plan_of(path))
    assert [line for one in found.roadmaps for line in facts(one.plan)] == facts(plan_of(path))
    assert found.proof.holds
    assert found.left == ()


@given(st.integers(0, 10**9))
@settings(max_examples=40, deadline=None)
def test_a_roadmap_made_by_chance_comes_back(seed: int) -> None:
    """Whatever settings it has, as long as its words are those of an office."""
    plan = read_bytes("a.yaml", _source(Plausible(Random(seed)).roadmap()).encode(), stem="a").plan
    assert plan
    found = back(plan)
    assert [line for one in found.roadmaps for line in facts(one.plan)] == facts(plan)
    assert found.proof.holds
    assert found.left == ()


@given(st.integers(0, 10**9))
@settings(max_examples=25, deadline=None)
def test_no_word_of_a_senseless_roadmap_is_lost(seed: int) -> None:
    """Where words mean nothing they cannot be understood: each is placed or left all the same."""
    plan = read_bytes("a.yaml", _source(_Maker(Random(seed)).roadmap()).encode(), stem="a").plan
    assert plan
    found = back(plan)
    assert found.proof.holds
    assert not any(one.kind == "not read" for one in found.left)


def _changed(data: Any, route: Route) -> Plan | None:
    """Return the plan of a roadmap with one text changed, None where it is none then."""
    data = at = deepcopy(data)
    for key in route[:-1]:
        at = at[key]
    at[route[-1]] = f"{at[route[-1]]} ъ"
    return read_bytes("a.yaml", _source(data).encode(), stem="a").plan


def _pattern(route: Route) -> str:
    return ".".join("*" if isinstance(key, int) else key for key in route)


def test_whatever_prints_is_compared() -> None:
    """Each printed text of roadmaps made by chance, changed, changes a fact: but for those that are listed."""
    same: dict[str, bool] = {}
    for seed in range(12):
        data = Plausible(Random(seed)).roadmap()
        plan = read_bytes("a.yaml", _source(data).encode(), stem="a").plan
        assert plan
        for route, text in leaves(plan.tree.data):
            if text and is_printed(route) and _pattern(route) not in same:
                changed = _changed(data, route)
                if changed:
                    same[_pattern(route)] = facts(changed) == facts(plan)
    assert {route for route, alike in same.items() if alike} == UNCOMPARED.keys()
    assert len(same) > 60


def test_each_part_of_the_model_is_tried_or_listed() -> None:
    """No key that prints is new to the roadmaps made by chance."""
    made = {key for seed in range(40) for key in Plausible(Random(seed)).roadmap()}
    keys = {name for name in Roadmap.model_fields if is_printed((name, 0, "a"))}
    assert keys - made - {"unplaced"} == set()
    orders = {key for seed in range(40) for key in Plausible(Random(seed)).order()}
    left = {f"order.{name}" for name in Order.model_fields if is_printed(("order", name, 0))} - {
        f"order.{one}" for one in orders
    }
    assert left <= set(IN_SHEETS)
