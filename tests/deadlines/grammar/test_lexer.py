"""Proves that tokens cover a text, stand where their words stand, and have the meaning of the vocabulary."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.grammar.lexer import fold, tokens
from roadmapc.deadlines.grammar.vocabulary import KINDS
from roadmapc.diagnostics import Span
from tests.deadlines.strategies import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до 15 мая", [("UNTIL", None), ("NUM", 15), ("MONTH", 5)]),
        ("15.05.2022", [("DMY", (15, 5, 2022))]),
        ("15.05.22", [("DMY", (15, 5, 2022))]),
        ("2022-05-15", [("DMY", (15, 5, 2022))]),
        ("15.05", [("DM", (15, 5))]),
        ("05.2022", [("MY", (5, 2022))]),
        ("31.12", [("DM", (31, 12))]),
        ("01.01.99", [("DMY", (1, 1, 2099))]),
        ("32.05", [("BADDATE", (32, 5))]),
        ("15.13", [("BADDATE", (15, 13))]),
        ("00.05", [("BADDATE", (0, 5))]),
        ("15.00.2022", [("BADDATE", (15, 0))]),
        ("15.05.1899", [("BADDATE", (15, 5))]),
        ("15.05.2100", [("BADDATE", (15, 5))]),
        ("10:00", [("TIME", None)]),
        ("10.00", [("TIME", None)]),
        ("2022", [("YEAR", 2022)]),
        ("12345", [("OTHER", "12345")]),
        ("5-го", [("ORD", 5)]),
        ("II квартал", [("ORD", 2), ("UNIT", "quarter")]),
        ("Ё–Й", [("WORD", "е"), ("DASH", None), ("WORD", "й")]),
        ("____ № …", [("BLANK", None), ("DOCREF", None), ("ELLIPSIS", None)]),
        ("«май»", [("MONTH", 5)]),
        ("слово\n\nслово", [("WORD", "слово"), ("NEWLINE", None), ("WORD", "слово")]),
    ],
)
def test_meanings(text: str, expected: list[tuple[str, object]]) -> None:
    """Numbers, dates, times, words and signs; quotes and spaces say nothing."""
    assert [(token.kind, token.value) for token in tokens(text)] == expected


ODD = st.text(st.sampled_from("аЁИ\u0306İ1.:-–\n\r\t \u00a0\u00ad\u200b«»*_(№"), max_size=40)


@given(texts | ODD)
def test_tokens_cover_the_text(text: str) -> None:
    """In order, none over another, each where its words stand; between them is nothing but spaces and quotes."""
    found = tokens(text)
    assert all(token.kind in KINDS for token in found)
    places = [Span(token.start, token.end) for token in found]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    if not any(map(unicodedata.combining, text)):  # an accent on a digit is a token of its own in the digit's place
        assert all(one.end <= other.start for one, other in pairwise(places))
    covered = {at for token in found for at in range(token.start, token.end)}
    left = "".join(sign for at, sign in enumerate(text) if at not in covered)
    assert tokens(left) == [] or set(left) <= set("\n\r\v\f\t \u00a0\u00ad\u200b«»*'\"„“”\u0306")


@given(texts | ODD)
def test_folding_keeps_every_place(text: str) -> None:
    """As long as the text itself, in small letters, with one dash and one space; folded text stays."""
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once
    assert not set(once) & set("ёЁ–—\t\r")
