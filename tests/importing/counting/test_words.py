"""Proves what a word is, whatever stands around it and however it is drawn."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.importing.counting import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Рост» – план_2024, №\u00a05!", "рост план 2024 5"),
        ("мето\u00adди\u200bческий \ufeffцентр", "методический центр"),
        ("учебно-методический, учебно\u2011методический", "учебно методический учебно методический"),
        (unicodedata.normalize("NFD", "районный"), "районный"),
        ("УТВЕРЖДЁН", "утверждён"),
        ("Длительность¹", "длительность"),
        ("п р и к а з ы в а ю:", "приказываю"),
        ("П\u00a0Р\u00a0И\u00a0К\u00a0А\u00a0З", "приказ"),
        ("Р А С П О Р Я Ж Е Н И Е   Г Л А В Ы", "распоряжение главы"),
        ("В целях\nп о с т а н о в л я ю :\n1. Утвердить", "в целях постановляю 1 утвердить"),
        ("и в", "и в"),
        ("1 2 3 4", "1 2 3 4"),
        ("а б в 1", "абв 1"),
        ("В целях п о с т а н о в л я ю:", "в целях постановляю"),
        ("", ""),
    ],
)
def test_words(text: str, words: str) -> None:
    assert words_of(text) == words.split()


@given(st.text())
def test_words_are_made_of_letters_and_digits(text: str) -> None:
    """Of any text: no word is empty or has a character that separates words."""
    assert all(word and "_" not in word and not any(one.isspace() for one in word) for word in words_of(text))


def test_a_long_line_is_read_in_the_time_of_its_length() -> None:
    """What all but looks like a spread line is not tried again from each of its letters."""
    assert len(words_of("а " * 200_000 + "1")) == 2
    assert len(words_of(("а  " * 200_000) + "1")) == 200_001
