"""Proves that numbers in words are known in every form that legal texts use, and that other words are no numbers."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar.numerals import number_in_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("первого", 1),
        ("десятого", 10),
        ("Трёх", 3),
        ("четырнадцатый", 14),
        ("сорок", 40),
        ("семи", 7),
        ("семидесяти", 70),
        ("двадцать пятого", 25),
        ("тридцати одного", 31),
    ],
)
def test_numbers(words: str, number: int) -> None:
    assert number_in_words(words.split()) == number


@pytest.mark.parametrize("words", ["", "мая", "рабочих дней", "пятого числа месяца", "двадцать дней"])
def test_other_words(words: str) -> None:
    assert number_in_words(words.split()) is None
