"""Proves that a date is parted where a column is too narrow for it, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.letters import width_of
from roadmapc.word.writer.tied_words import loosened

PIECES = st.lists(st.sampled_from((*"абв12 \u00a0\n", "\u00a02026\u00a0")), max_size=40).map("".join)
DATE = "до 15~сентября~2026~года"


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        (DATE, 12.0, DATE),
        (DATE, 8.0, "до 15~сентября 2026~года"),
        ("ул. №~5", 0.1, "ул. №~5"),
        ("1~мая\u20022~мая~2026", 5.0, "1~мая\u20022~мая~2026"),
        ("без связей", 0.1, "без связей"),
    ],
)
def test_what_is_parted(text: str, room: float, expected: str) -> None:
    assert loosened(text.replace("~", "\u00a0"), room, 1).replace("\u00a0", "~") == expected


@given(PIECES, st.floats(0.1, 20))
def test_a_tied_date_is_not_wider_than_the_room(text: str, room: float) -> None:
    """One space stands for another."""
    found = loosened(text, room, 1)
    assert found.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    for words in found.replace("\n", " ").split(" "):
        assert "\u00a02026\u00a0" not in words or width_of(words, 1) <= room
