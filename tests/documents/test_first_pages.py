"""Proves which texts before a table on its side have upright pages of their own."""

from __future__ import annotations

import pytest

from roadmapc.documents._first_pages import is_upright

LINE = "слово " * 11  # of 14 points


def paragraphs(count: int) -> str:
    """Return so many paragraphs of a line each."""
    return "\n\n".join([LINE] * count)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(1, False), (15, False), (25, True), (38, True), (48, False), (70, True), (90, True), (130, True)],
)
def test_short_texts_go_on_their_side_with_the_table(lines: int, expected: bool) -> None:
    """A page less than half full is none of its own, unless full ones stand before it."""
    assert is_upright((), (), [("", paragraphs(lines))], (), (50, 120)) is expected


def test_everything_before_the_table_counts() -> None:
    """Гриф, titles, headings and the rows of a passport fill a page as the text does."""
    part = ("", paragraphs(16))
    assert not is_upright((), (), [part], (), (50, 120))
    assert is_upright([["раз", "два", "три", "четыре"]], ["Карта"], [part], (), (50, 120))
    assert is_upright((), (), [part, ("Часть", ""), ("Часть", "")], (), (50, 120))
    assert is_upright((), (), [part], [("Цель", LINE * 4)], (50, 120))
