"""Proves which columns a table of indicators has before its years, and what stands in its cells."""

from __future__ import annotations

import pytest

from roadmapc.documents._indicators import (
    cells_of,
    heading_width,
    headings_of,
    in_columns,
    kinds_of,
    number_width,
    width_of,
)
from roadmapc.source.model import IndicatorColumns, Indicators


@pytest.mark.parametrize(
    ("given", "headings", "kinds"),
    [
        ({}, ("Показатель", "Единица"), ("", "center")),
        ({"number": "№ п/п"}, ("№ п/п", "Показатель", "Единица"), ("number", "", "center")),
        ({"name": "Что", "unit": None}, ("Что",), ("",)),
        ({"number": "№", "name": "Что", "unit": "В чем"}, ("№", "Что", "В чем"), ("number", "", "center")),
    ],
)
def test_columns(given: dict[str, str | None], headings: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    columns = IndicatorColumns.model_validate(given)
    assert headings_of(columns) == headings
    assert kinds_of(columns) == kinds


def test_cells() -> None:
    """Rows are counted where numbers are printed; a unit stands where it has a column."""
    rows = [{"name": "Доля", "unit": "%", "values": ["7"]}, {"name": "Число", "values": ["8", "9"]}]
    given = {"years": ["2025", "2026"], "rows": rows}
    assert [*cells_of(Indicators.model_validate(given))] == [("Доля", "%", "7", ""), ("Число", "", "8", "9")]
    given["columns"] = {"number": "№", "unit": None}
    assert [*cells_of(Indicators.model_validate(given))] == [("1", "Доля", "7", ""), ("2", "Число", "8", "9")]


def test_each_column_has_a_text() -> None:
    """In drafts some are missing, or there are too many."""
    assert in_columns(["1"], 2) == ("1", "")
    assert in_columns(["1", "2", "3"], 2) == ("1", "2")


def test_words_have_room() -> None:
    """A column is as wide as its longest word, within its limits; a number is one word."""
    assert width_of(["1 200 000"], 2, 0, 100) == 20
    assert width_of(["доля школ"], 2, 0, 100) == 10
    assert width_of([], 2, 5, 100) == 5


def test_headings_have_room() -> None:
    """Their letters are bold, and no line ends behind «№»."""
    assert heading_width("Единица измерения", 22, 30) == 25
    assert heading_width("Единица", 22, 30) == 22
    assert [*map(number_width, ("", "№", "№ п/п", "Номер", "Порядковый номер"))] == [10, 10, 15, 15, 20]
