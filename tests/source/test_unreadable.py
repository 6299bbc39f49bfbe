"""Proves that a text that is no YAML is told of at its place, the same by both parsers, and how far it can be read."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.unreadable import yaml_progress


def test_problems_before_a_syntax_error_are_kept() -> None:
    """What was found before reading stopped is reported too."""
    _, problems = parse_yaml(Source("a.yaml", "a: 1\na: 2\nb: [\n"))
    assert [problem.code for problem in problems] == ["RM004", "RM001"]


def test_an_unclosed_bracket_is_shown_where_it_opens() -> None:
    """Where its end is missing below, the line is named in which it opens."""
    _, (problem,) = parse_yaml(Source("a.yaml", "a: [1,\n  2\nb: 3\n"))
    assert problem.message == "a bracket is not closed: “[” opens in line 1"
    assert problem.source.position(problem.span.start) == (2, 3)


@pytest.mark.parametrize(
    "text",
    ["a: [1,\n  2\nb: 3\n", 'a: "раз\nb: 2\n', "a: &\n", "a:\tb: c\n", 'a: "\\UFFFFFFFF"\n', "a: @b\n", "- a\nb: 1\n"],
)
def test_both_parsers_are_told_of_in_the_same_words(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without the C parser shows the same problems at the same places."""
    _, found = parse_yaml(Source("a.yaml", text))
    monkeypatch.setattr("ruamel.yaml.main.CParser", None)
    assert found
    assert parse_yaml(Source("a.yaml", text)) == (None, found)


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("title: раз\n", 2),  # beyond the last line: all is read
        ("title: раз\nsummary: два: три\n", 1),
        ("title: [раз,\n  два\nsummary: три\n", 0),  # what is not closed stops where it opens
        ("title: раз\nsummary: 'два\nnotes: три\n", 1),
        ("title: раз\nsummary: *два\n", 1),  # YAML, but none of ours
    ],
)
def test_how_far_a_text_is_read(text: str, stop: int) -> None:
    """The line is given where reading stops, from 0."""
    assert yaml_progress(text).stop == stop


def test_unknown_keys_are_counted_and_names_of_the_author_are_not() -> None:
    """A key that the format has nowhere there is given with its line; those of owners are the author's own."""
    assert yaml_progress("roadmapc: 1\nтитул: раз\nowners:\n  умо: Методист\n").unknown == (1,)
