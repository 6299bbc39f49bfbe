"""Proves that what says nothing about a date is left out, in order, and that a time of day alone is not."""

from __future__ import annotations

import pytest
from hypothesis import given

from roadmapc.deadlines.grammar.lexer import tokens
from roadmapc.deadlines.grammar.noise import without_noise
from tests.deadlines.strategies import texts


def kept(text: str) -> str:
    """Return the words that matter, by spaces; a line end that parts statements is a comma."""
    found = without_noise(tokens(text))
    return " ".join("," if token.kind == "COMMA" else token.text for token in found if token.kind != "DOT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до 15 мая 2022, 10:00", "до 15 мая 2022 ,"),
        ("10.00 15 мая", "15 мая"),
        ("15 мая с 10:00 до 12:00", "15 мая"),
        ("с 9.00 до 18.00 15 мая", "15 мая"),
        ("с 9 часов до 18 часов 15 мая", "15 мая"),
        ("с 9 до 18 часов 15 мая", "15 мая"),
        ("с 10.12 до 18.00 15 мая", "15 мая"),
        ("с 9.00 до 10 мая", "до 10 мая"),
        ("с 9 до 15 мая", "с 9 до 15 мая"),
        ("15 мая (15)", "15 мая"),
        ("15 мая (пятнадцатого)", "15 мая"),
        ("до 15 мая (25)", "до 15 мая ( 25 )"),
        ("май (5-8, 10 классы)", "май"),
        ("15 мая (2022)", "15 мая ( 2022 )"),
        ("01.06 – 09.06 – 9 дней", "01.06 – 09.06"),
        ("01.06 (9 календарных дней)", "01.06"),
        ("01.06 – 8,5 учебных недель", "01.06"),
        ("до 15 мая нарастающим итогом", "до 15 мая"),
        ("май\n2022", "май 2022"),
        ("май\nиюнь", "май , июнь"),
        ("до\n15 мая", "до 15 мая"),
        ("10:00", "10:00"),
    ],
)
def test_noise(text: str, expected: str) -> None:
    """Times, durations, footnotes and classes beside a date; line ends within a date."""
    assert kept(text) == expected


@given(texts)
def test_nothing_is_added_or_moved(text: str) -> None:
    """What is left are tokens of the text in their order, and line ends that became commas."""
    raw = tokens(text)
    found = without_noise(raw)
    places = [(token.start, token.end) for token in raw]
    assert all((token.start, token.end) in places for token in found)
    assert [token.start for token in found] == sorted({token.start for token in found})
    assert all(token in raw or token.kind == "COMMA" for token in found)
