"""Proves that what an escape brings into a value is refused where the escape stands, as it is in the text itself."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Source, Span
from roadmapc.source.escapes import escaped_character
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.problems import NOT_YAML, UNREADABLE_FILE

REFUSED = (
    *(r"\e", r"\x1b", r"\0", r"\a", r"\b", r"\v", r"\f", r"\r", r"\N", r"\L", r"\P", r"\x7F", r"\x9f", r"\u0001"),
    *(r"\u200E\u202E", r"\u2066", r"\uFFFE", r"\uFFFF", r"\uFDD0", r"\U0001FFFE", r"\U0010FFFF"),
)
NO_CHARACTER = (r"\UFFFFFFFF", r"\U00110000", r"\U80000000")


@pytest.mark.parametrize("escape", REFUSED)
@pytest.mark.parametrize("around", ['a: "до {} октября"', '"к{}": б', '- ["а", "\\\\e {}"]'])
def test_a_character_that_no_document_can_hold(escape: str, around: str) -> None:
    """In a value, in a key, in a list: the file is not read, and the place is that of the escape."""
    text = around.format(escape)
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is None
    assert [(one.code, one.name) for one in problems] == [UNREADABLE_FILE]
    (problem,) = problems
    assert escape.endswith(text[slice(*problem.span)])
    assert text[: problem.span.start].endswith(escape.removesuffix(text[slice(*problem.span)]))


@pytest.mark.parametrize("escape", [r"\t", r"\n", r"\_", r"\"", r"\\", r"\/", r"\x41", r"\u2060", r"\U0001F600"])
def test_what_a_document_can_hold(escape: str) -> None:
    """Tabs, line breaks, quotes and any letter."""
    tree, problems = parse_yaml(Source("a.yaml", f'a: "б{escape}в"'))
    assert tree is not None
    assert problems == []


@pytest.mark.parametrize("escape", NO_CHARACTER)
def test_a_number_of_no_character(escape: str) -> None:
    """It is no YAML, and no parser's exception comes through."""
    tree, problems = parse_yaml(Source("a.yaml", f'a: "б{escape}"'))
    assert tree is None
    assert [(one.code, one.name) for one in problems] == [NOT_YAML]


def test_every_bad_value_is_told() -> None:
    """A file with two of them names both at once."""
    _, problems = parse_yaml(Source("a.yaml", 'a: "\\e"\nb: "\\e"\n'))
    assert [one.source.position(one.span.start).line for one in problems] == [1, 2]


def test_a_character_that_is_not_escaped() -> None:
    """Then the whole text is the place."""
    assert escaped_character('"аб"', Span(0, 4), "\x1b") == Span(0, 4)
