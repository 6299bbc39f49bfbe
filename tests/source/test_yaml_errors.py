"""Proves that every way a text fails to be YAML has words of ours, at the place to be corrected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.yaml_errors import worded


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\n\tb: 2", "2:1", "a tab where spaces must be"),
        ("a: 1\n  b: 2", "2:3", "the indent is wrong"),
        ("a: раз: два", "1:7", "a second colon in one line"),
        ("a: %раз", "1:4", "a text that begins with “%” is put in quotes"),
        ("a: *", "1:4", "a text that begins with “*” is put in quotes"),
        ("a: 'раз", "1:4", "a quote is not closed"),
        ('a: "раз\\d"', "1:8", "a backslash in double quotes"),
        ("a: 'раз' два", "1:10", "text follows a closing quote"),
        ("a: [раз", "1:4", "a bracket is not closed"),
        ("a: 1\nраз два", "2:1", "a colon is missing after the key"),
        ("a: - раз", "1:4", "a dash after a key begins a list"),
        ("a: {b: 1, c}: 2\n  d", "1:4", "a text that begins with “{” is put in quotes"),
    ],
)
def test_words_and_place(text: str, place: str, words: str) -> None:
    """One complaint, in words an office understands, where the mistake is."""
    _, problems = parse_yaml(Source("a", text))
    problem = problems[-1]
    assert problem.code == "RM001"
    assert words in problem.message
    assert "{0.line}:{0.column}".format(problem.source.position(problem.span.start)) == place


def test_what_no_table_knows_is_told_all_the_same() -> None:
    """A sentence of the parser that nobody has met yet is told at its place, and never shown in English."""
    found = worded(Source("a", "раз"), "while doing something new", None, 1)
    assert (found.message, found.span.start) == ("the file is not readable as YAML here", 1)
    assert worded(Source("a", ""), "something", None, None).span == (0, 0)


def test_an_open_bracket_is_shown_beside_its_place() -> None:
    """Where a bracket is not closed and no line mends it, both ends are shown."""
    problem = worded(Source("a", "a: [раз,\n  два\nb: 1\n"), "while parsing a flow sequence expected ',' or ']'", 3, 16)
    assert [problem.source.text[label.span.start] for label in problem.labels] == ["["]


@given(st.text(st.sampled_from("ab:-# \n\t'\"[]{},&*!|>%@?"), max_size=25))
def test_every_failure_has_words(text: str) -> None:
    """Whatever is written, a failure is one problem inside the text whose words the table has, or the slips proved."""
    tree, problems = parse_yaml(Source("a", text))
    failures = [problem for problem in problems if problem.code == "RM001"]
    assert len(failures) <= 1 or all(problem.hint for problem in failures)
    for problem in failures:
        assert tree is None
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
