"""Proves that every value and key of a source has its place there, whatever is written and however."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from hypothesis import given

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from tests.test_fuzz import NODES, fuzzed, spoilt


def every_route(data: Any, route: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the routes to all values of plain data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [route, *(found for part, value in inner for found in every_route(value, (*route, part)))]


def hold(tree: Tree) -> None:
    """Assert that places are inside the text, that a value's lie inside its parent's, and that siblings are apart."""
    text = tree.source.text
    routes = every_route(tree.data)
    assert set(routes) <= tree.values.keys()
    for route in routes:
        start, end = tree.values[route]
        assert 0 <= start <= end <= len(text)
        if route:
            around = tree.values[route[:-1]]
            words = max(start, len(text[:end].rstrip()))  # a block of lines ends with empty ones
            assert around.start <= start <= words <= around.end
            assert tree.known((*route, "no such key")) == route
            assert tree.span((*route, "no such key")) == (start, end)
        if route and isinstance(route[-1], str):
            key = tree.keys[route]
            assert key.start <= key.end <= start
    keys = sorted(tree.keys.values())
    assert all(one.end <= other.start for one, other in pairwise(keys))


def test_a_route_beyond_the_data_is_shown_where_it_ends() -> None:
    """What is missing is shown at what should hold it, and a short form at the value that stands for it."""
    tree, _ = parse_yaml(Source("a.yaml", "deadline: май\nowners: [umo]\n"))
    assert tree is not None
    assert tree.source.text[slice(*tree.span(("deadline", "text")))] == "май"
    assert tree.source.text[slice(*tree.span(("owners", "who", 0)))] == "umo"
    assert tree.source.text[slice(*tree.key_span(("deadline", "dates")))] == "deadline"


@given(NODES)
def test_places_of_plain_data(node: Any) -> None:
    """JSON is YAML: written so, every value is found where it stands."""
    text = json.dumps(node, ensure_ascii=False, indent=1)
    tree, _ = parse_yaml(Source("a", text))
    if tree is not None:
        hold(tree)


@fuzzed
@given(spoilt())
def test_places_of_spoilt_roadmaps(text: str) -> None:
    """A roadmap that somebody broke has places for what is left of it."""
    tree, problems = parse_yaml(Source("a", text))
    assert tree is not None or problems
    if tree is not None:
        hold(tree)
