"""Proves that an edit of a YAML file says what it is to say and leaves every comment and all other lines alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapc.diagnostics import Route, Source
from roadmapc.plan.splicing.rendering import as_plain
from roadmapc.plan.splicing.splices import Refused, Splice, spliced
from roadmapc.plan.splicing.yaml_edits import YamlEdits
from roadmapc.source.formatting.gaps import comments_and_dashes
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree

SOURCE = """\
# о файле
plain: слова  # сзади
quoted: 'слова'
folded: >-  # у заголовка
  длинные
  слова

literal: |
  раз
  два
below:
  слова ниже
# над пустым
empty:  # ждет
flow: [раз, {ключ: слово}]
items:
  - первый  # о первом
  # о втором
  - имя: второй
    текст: слова

  - третий
last: слова"""


def tree_of(text: str) -> Tree:
    tree, problems = parse_yaml(Source("", text))
    assert tree is not None
    assert not problems
    return tree


def edits() -> YamlEdits:
    return YamlEdits(tree_of(SOURCE))


def made(splices: list[Splice]) -> tuple[str, Any]:
    """Return the text that comes of edits, whose comments are all there, and its data."""
    text = spliced(SOURCE, splices)
    after = tree_of(text)
    assert sorted(_comments(after)) == sorted(_comments(tree_of(SOURCE)))
    return text, after.data


def _comments(tree: Tree) -> list[str]:
    return [one.text for one in comments_and_dashes(tree)[0]]


@pytest.mark.parametrize(
    "route",
    [
        ("plain",),
        ("quoted",),
        ("folded",),
        ("literal",),
        ("below",),
        ("empty",),
        ("flow", 0),
        ("flow", 1, "ключ"),
        ("items", 0),
        ("items", 1, "текст"),
        ("items", 2),
        ("last",),
    ],
)
@pytest.mark.parametrize("words", ["новые", "да: нет # не", "раз\nдва", "очень " * 40 + "длинно", "- [x]", "''"])
def test_words_are_put_in_place_of_any_scalar(route: Route, words: str) -> None:
    """Whatever style the old words have, the new ones read back, and nothing else is another."""
    _text, data = made(edits().put(route, words))
    before = tree_of(SOURCE).data
    assert _at(data, route).rstrip("\n") == words
    _set(data, route, None)
    _set(before, route, None)
    assert data == before


@settings(deadline=None)
@example("- |")  # on a line of its own it would be told of as a row
@given(st.text(alphabet=st.sampled_from("аб 1#:-'\"[]{},|>&*!%@`\n\\?"), min_size=1).map(str.strip).filter(bool))
def test_any_words_read_back(words: str) -> None:
    """Signs that YAML has a use for are words."""
    for route in (("folded",), ("flow", 1, "ключ"), ("items", 0)):
        assert _at(tree_of(spliced(SOURCE, edits().put(route, words))).data, route) == words


def test_a_key_is_added_with_what_holds_it() -> None:
    """A record that is missing is made."""
    text, data = made(edits().put(("таблица", "графы", "итог"), "Итог"))
    assert data["таблица"] == {"графы": {"итог": "Итог"}}
    assert text.endswith("last: слова\nтаблица:\n  графы:\n    итог: Итог")


def test_keys_take_their_place_in_the_order_of_the_format() -> None:
    """A new key stands behind those that the format puts before it, in lines and in brackets."""
    source = "sections:\n- activities:\n  - activity: Раз\n    result: Два  # о\n  - {activity: Раз, result: Два}\n"
    yaml = YamlEdits(tree_of(source))
    rows = ("sections", 0, "activities")
    text = spliced(source, [*yaml.put((*rows, 0, "deadline"), "май"), *yaml.put((*rows, 1, "deadline"), "май")])
    assert text == source.replace("Раз\n", "Раз\n    deadline: май\n").replace("Раз,", "Раз, deadline: май,")


def test_items_of_a_list_change_one_by_one() -> None:
    """A list in lines keeps the lines of the items that stay, with their comments."""
    source = "a:\n- раз  # о раз\n- два\n- три  # о три\n"
    text = spliced(source, YamlEdits(tree_of(source)).put(("a",), ["раз", "четыре", "пять", "три"]))
    assert text == "a:\n- раз  # о раз\n- четыре\n- пять\n- три  # о три\n"
    text = spliced(source, YamlEdits(tree_of(source)).put(("a",), ["раз", "три"]))
    assert text == "a:\n- раз  # о раз\n- три  # о три\n"


def test_items_are_inserted_behind_another_or_before_all() -> None:
    """Indents are those of the list."""
    new = {"имя": "новый", "список": ["раз", "два"]}
    text, data = made([edits().inserted(("items",), 1, [new])])
    assert data["items"][2] == new
    assert "    текст: слова\n  - имя: новый\n    список: [раз, два]\n\n  - третий" in text
    _text, data = made([edits().inserted(("items",), None, ["нулевой"])])
    assert data["items"][0] == "нулевой"
    _text, data = made([edits().inserted(("flow",), 0, ["новый"])])
    assert data["flow"] == ["раз", "новый", {"ключ": "слово"}]
    _text, data = made([edits().inserted(("empty",), None, ["новый"])])
    assert data["empty"] == ["новый"]


def test_what_is_removed_takes_its_own_lines_alone() -> None:
    """Comments stay, those within what is removed too."""
    text, data = made(edits().removed(("items", 0)))
    assert "items:\n  # о первом\n  # о втором\n  - имя: второй" in text
    assert len(data["items"]) == 2
    _text, data = made(edits().removed(("folded",)))
    assert "folded" not in data
    _text, data = made(edits().removed(("flow", 0)))
    assert data["flow"] == [{"ключ": "слово"}]
    _text, data = made(edits().removed(("items", 1, "имя")))
    assert data["items"][1] == {"текст": "слова"}


@pytest.mark.parametrize("route", [("flow", 1, "ключ"), ("plain",)])
def test_what_cannot_be_removed_is_refused(route: Route) -> None:
    """The last key of brackets, the first line of a file."""
    source = "plain: слова\nflow: [раз, {ключ: слово}]\n"
    with pytest.raises(Refused):
        YamlEdits(tree_of(source)).removed(route)


def test_edits_of_the_same_characters_are_refused() -> None:
    """Two edits may meet, and not overlap."""
    assert spliced("абв", [Splice(1, 2, "-"), Splice(2, 2, "+"), Splice(1, 1, "=")]) == "а=-+в"
    with pytest.raises(Refused):
        spliced("абв", [Splice(0, 2, "-"), Splice(1, 3, "+")])


def test_nothing_is_written_for_nothing() -> None:
    """Keys without a value are left out."""
    assert as_plain({"a": "", "b": [], "c": {"d": None, "e": "x"}, "f": [{"g": ""}]}) == {"c": {"e": "x"}, "f": [{}]}


def _at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data


def _set(data: Any, route: Route, value: Any) -> None:
    _at(data, route[:-1])[route[-1]] = value


COMMENTED = """\
owners:
  a: Один
  # конец списка
# о разделах
sections:
- title: Первый
  activities:
  - activity: А
  # хвост первого

# второй
- title: Второй
"""


def test_comments_stay_with_what_follows_them() -> None:
    """A key or an item comes behind the comments of what stands above it, and before those of what comes next."""
    tree, _ = parse_yaml(Source("a.yaml", COMMENTED))
    assert tree
    edits = YamlEdits(tree)
    found = [
        *edits.put(("table", "numbering"), "printed"),
        edits.inserted(("sections", 0, "activities"), 0, [{"activity": "Б"}]),
    ]
    assert spliced(COMMENTED, found) == COMMENTED.replace(
        "# о разделах\n", "table:\n  numbering: printed\n# о разделах\n"
    ).replace("  # хвост первого\n", "  # хвост первого\n  - activity: Б\n")
