"""Proves which quotation marks are foreign, which belong together, and what belongs in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.russian.quotation import foreign_marks


def found(text: str) -> list[tuple[str, str]]:
    """Return the marks of each quotation, and what is wanted."""
    return [(text[q.first] + (text[q.last] if q.last is not None else ""), q.wanted) for q in foreign_marks(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("в центре “Учитель” и ‘Школа’", [("“”", "«»"), ("‘’", "«»")]),
        ("„Рост“ вне", [("„“", "«»")]),
        ("«Центр “Рост”»", [("“”", "„“")]),
        ("«Центр „Рост”»", [("„”", "„“")]),
        ("«Центр ‘Рост’»", [("‘’", "„“")]),
        ("“раз “два””", [("“”", "„“"), ("“”", "«»")]),
        ("“раз ‘два’”", [("‘’", "„“"), ("“”", "«»")]),
        ("″Школа 5″", [("″″", "«»")]),
        ("’Школа’", [("’’", "«»")]),
        ("‹Рост› и ＂Рост＂", [("‹›", "«»"), ("＂＂", "«»")]),
        ("«а» „б“", [("„“", "«»")]),
        ("“Рост”, (“Успех”)", [("“”", "«»"), ("“”", "«»")]),
        ("открыт “ без", [("“", "«»")]),
        ("Школа”", [("”", "«»")]),
        ('"Центр “Рост”"', [("“”", "„“")]),
    ],
)
def test_foreign_marks(text: str, marks: list[tuple[str, str]]) -> None:
    """English, American and typewriters' ones, and „“ outside «»; inside other quotes „“ is wanted."""
    assert found(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "«Рост»",
        "«Центр „Рост“»",
        "«Центр „Рост“ и „Успех“»",
        '"Центр „Рост“"',
        "О’Коннор и Жанна д’Арк",
        "55°45′21″ с. ш., трубы 5′ и 3″",
        'прямые "кавычки"',
        "незакрытая «кавычка",
        "незакрытая» кавычка",
    ],
)
def test_what_is_right(text: str) -> None:
    """Russian marks, apostrophes, minutes and inches stay; of straight quotes and lost marks others tell."""
    assert found(text) == []


@given(st.text(st.sampled_from("аб 1 «»„“”‘’\"″'(\n"), max_size=30))
def test_what_is_found_is_there(text: str) -> None:
    """Each mark is told of once, an opening one before the closing one, and a right text has none left."""
    quotations = list(foreign_marks(text))
    places = [place for one in quotations for place in (one.first, one.last) if place is not None]
    assert len(set(places)) == len(places)
    assert all(text[place] in "„“”‘’″" for place in places)
    assert all(one.last is None or one.first < one.last for one in quotations)
