"""Proves that every comment and dash outside of texts is seen, and none inside of them."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import Source
from roadmapc.source.formatting.gaps import LayoutError, comments_and_dashes
from roadmapc.source.parsing import parse_yaml


def seen(text: str) -> tuple[list[str], int]:
    """Return the comments of a source and how many dashes it has."""
    tree, problems = parse_yaml(Source("a", text))
    assert tree is not None, problems
    comments, dashes = comments_and_dashes(tree)
    assert all(text.startswith("#", comment.start) for comment in comments)
    assert all(text[at] == "-" for at in dashes)
    return [comment.text for comment in comments], len(dashes)


@pytest.mark.parametrize(
    ("text", "comments", "dashes"),
    [
        ("a: 1 # раз\n# два  \nb: 2", ["# раз", "# два"], 0),
        ("a: '# нет'\nb: \"#нет\" # да", ["# да"], 0),
        ("a: |  # да\n  # нет\n  - нет\nb: >-\n  # нет\n", ["# да"], 0),
        ("a:\n  - 1 # раз\n  -\n    - 2\n", ["# раз"], 3),
        ("[1, # раз\n 2] # два", ["# раз", "# два"], 0),
        ("a: раз#нет - нет", [], 0),
        ("---\na: 1\n# конец", ["# конец"], 3),
    ],
)
def test_what_stands_between_texts(text: str, comments: list[str], dashes: int) -> None:
    """Behind values, on lines of their own, behind the header of a block, inside brackets, at the end."""
    assert seen(text) == (comments, dashes)


def test_what_stands_before_a_comment_is_known() -> None:
    """The words before it on its line tell whose it is."""
    tree, _ = parse_yaml(Source("a", "a: 1 # раз\n  # два\n"))
    assert tree
    assert [comment.before for comment in comments_and_dashes(tree)[0]] == ["a: 1 ", "  "]


def test_what_would_be_lost_stops_the_layout() -> None:
    """Something between texts that is neither comment nor punctuation is not passed over."""
    tree, _ = parse_yaml(Source("a", "a: раз\n"))
    assert tree
    del tree.values[("a",)]
    tree.data = {}
    with pytest.raises(LayoutError):
        comments_and_dashes(tree)
