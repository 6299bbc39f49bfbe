"""Proves that a text, however it is written out, reads back as itself, and is plain wherever it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Source
from roadmapc.source.formatting.scalars import _BREAK, WIDTH, inline, written
from roadmapc.source.parsing import parse_yaml

TEXTS = st.text(st.sampled_from("аб 1:-#'\"[]{},&*!|>%@\\?~=.\n\t\u00a0\ufeff\u200b"), max_size=30)


def read(text: str) -> object:
    """Return what the source of one key says there."""
    tree, problems = parse_yaml(Source("a", text))
    assert tree is not None, problems
    return tree.data["a"] if isinstance(tree.data, dict) else tree.data[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("раз два", "раз два"),
        ("1.10", "1.10"),
        ("раз: два", "'раз: два'"),
        ("раз #1", "'раз #1'"),
        ("- раз", "'- раз'"),
        ("-раз", "-раз"),
        ("it's", "it's"),
        ("'раз'", "'''раз'''"),
        ("", "''"),
        ("~", "'~'"),
        ("раз\nдва", '"раз\\nдва"'),
        ("раз\x07", '"раз\\x07"'),
        (None, ""),
    ],
)
def test_on_one_line(text: str | None, expected: str) -> None:
    """Plain where YAML takes it for the same text, else in single quotes; in double ones what those cannot hold."""
    assert inline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("раз, два", "'раз, два'"), ("[1]", "'[1]'"), ("раз", "раз"), (None, "null")]
)
def test_inside_brackets(text: str | None, expected: str) -> None:
    """There commas and brackets need quotes, and nothing is written as a sign."""
    assert inline(text, flow=True) == expected


@given(TEXTS, st.booleans())
def test_one_line_reads_back(text: str, plain: bool) -> None:
    """Behind a key and inside brackets, quoted or not."""
    assert read(f"a: {inline(text, plain=plain)}\n") == text
    assert read(f"[{inline(text, flow=True, plain=plain)}]\n") == text


@given(TEXTS | TEXTS.map(lambda text: text * 8), st.booleans(), st.booleans())
def test_a_block_reads_back(text: str, plain: bool, folded: bool) -> None:
    """Whatever is chosen, with the lines below the key, is the text; lines of a block keep to the width."""
    head, below = written(text, 3, 2, plain=plain, folded=folded)
    lines = "".join(f"  {line}\n" if line else "\n" for line in below)
    assert read(f"a: {head}\n{lines}") == text
    if head == ">-":
        assert all(len(line) <= WIDTH - 2 or not _BREAK.search(line.strip()) for line in below)
