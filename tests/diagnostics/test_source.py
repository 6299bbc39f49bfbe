"""Proves that places are counted as people count them: lines and columns from 1, in characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import Position, Source

TEXTS = st.text(st.sampled_from("aя😀\n\r\u2028"), max_size=30)


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (6, (3, 3)), (99, (3, 3)), (-1, (1, 1))],
)
def test_positions(offset: int, position: tuple[int, int]) -> None:
    """An end of line belongs to its line; what is outside the text is its beginning or its end."""
    assert Source("a", "аб\n\n😀я").position(offset) == Position(*position)


@pytest.mark.parametrize(("number", "line"), [(0, ""), (1, "аб"), (2, ""), (3, "😀я"), (4, "")])
def test_lines(number: int, line: str) -> None:
    """Lines come without their ends; there is nothing before the first and past the last."""
    assert Source("a", "аб\n\n😀я").line(number) == line


@given(TEXTS)
def test_a_place_leads_back_to_its_character(text: str) -> None:
    """The line at a position holds, at its column, the very character; positions grow with offsets."""
    source = Source("a", text)
    positions = [source.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(set(positions))
    for at, (line, column) in enumerate(positions[:-1]):
        assert f"{source.line(line)}\n"[column - 1] == text[at]


@given(TEXTS)
def test_lines_are_the_text(text: str) -> None:
    """All lines together are the text; only «\\n» ends a line."""
    source = Source("a", text)
    count = text.count("\n") + 1
    assert "\n".join(source.line(number) for number in range(1, count + 1)) == text
