"""Proves the ordinals in which acts name paragraphs."""

from __future__ import annotations

import pytest

from roadmapc.russian.ordinals import MOST, NUMBERS, Case, ordinal


@pytest.mark.parametrize(
    ("n", "case", "words"),
    [
        (1, "nominative", "первый"),
        (2, "prepositional", "втором"),
        (3, "nominative", "третий"),
        (3, "genitive", "третьего"),
        (3, "prepositional", "третьем"),
        (7, "genitive", "седьмого"),
        (12, "genitive", "двенадцатого"),
        (20, "prepositional", "двадцатом"),
        (23, "prepositional", "двадцать третьем"),
        (40, "genitive", "сорокового"),
        (41, "nominative", "сорок первый"),
        (99, "nominative", "девяносто девятый"),
    ],
)
def test_ordinals(n: int, case: Case, words: str) -> None:
    """In the cases that the formulas of acts want."""
    assert ordinal(n, case) == words


def test_each_is_read_back() -> None:
    """No two numbers have one word; beyond the last there is none."""
    assert len(NUMBERS) == 3 * MOST
    assert all(NUMBERS[ordinal(n)] == n for n in range(1, MOST + 1))
    for n in (0, MOST + 1):
        with pytest.raises(IndexError):
            ordinal(n)
