"""Proves what is advised where a value has the wrong shape; whole mistakes are in the table of `test_slips.py`."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Route, Source
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.shape import advice, disguised_key, missing
from roadmapc.source.tree import Tree


def tree_of(text: str) -> Tree:
    """Return the tree of a text."""
    tree, _ = parse_yaml(Source("a", text))
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("text", "route", "lines"),
    [
        ("order:\n  items: Утвердить\n", ("order", "items"), ["  items:", "    - Утвердить"]),
        ("order:\n  items:\n    Утвердить\n", ("order", "items"), ["    - Утвердить"]),
        ("order:\n  items:\n    текст: Утвердить\n", ("order", "items"), ["  - текст: Утвердить"]),
        ("document: План\n", ("document",), ["document:", "  kind: дорожная карта", "  period: 2021-2024"]),
        ("document:\n  title: [План]\n", ("document", "title"), ["  title: '[План]'"]),
        ("document:\n  title: {План: А}\n", ("document", "title"), ["  title: '{План: А}'"]),
        ("document:\n  period: [май, июнь]\n", ("document", "period"), ["  period: май, июнь"]),
    ],
)
def test_the_lines_as_they_should_be(text: str, route: Route, lines: list[str]) -> None:
    """As deep as they stood, with what the author wrote."""
    found = advice(tree_of(text), route, Roadmap)
    assert found is not None
    assert found.hint.split("\n")[1:] == lines


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("document: {title: {а: б}, period: 2021}\n", ("document", "title")),
        ("document:\n  title: [[а]]\n", ("document", "title")),
        ("неизвестно: 1\n", ("неизвестно",)),
    ],
)
def test_where_nothing_better_is_known_nothing_is_advised(text: str, route: Route) -> None:
    """The general message stands."""
    assert advice(tree_of(text), route, Roadmap) is None


def test_a_missing_key_is_shown_as_deep_as_its_neighbours() -> None:
    """Beside the keys that are there; at the margin where there are none."""
    tree = tree_of("document:\n    kind: план\n")
    assert str(missing(tree, ("document", "period"), Roadmap)).endswith("\n    period: 2021-2024")
    assert "\nsections:\n  - title:" in str(missing(tree, ("sections",), Roadmap))
    assert missing(tree, ("нет",), Roadmap) is None


@pytest.mark.parametrize("key", ["оwner", "owner\u00a0", "ow\u200bner", "оwnеr"])
def test_a_key_in_disguise(key: str) -> None:
    """Letters of another alphabet and characters that cannot be seen."""
    found = disguised_key(key, ["owner"])
    assert found is not None
    assert found[1] == "owner"
    assert disguised_key("ownr", ["owner"]) is None
