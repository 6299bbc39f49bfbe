"""Proves that a table of indicators is told from others, and read with its years and units."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.indicators import indicators_values
from tests.importing.understanding.building import UP, grid, span

HEAD = ["№ п/п", "Наименование показателя", "Ед. изм.", "2024 год", "2025 год"]
ROWS = (["1.", "Доля школ", "%", "10", "20"], ["2.", "Число кружков", "", "", "7"])


def test_years_units_and_values() -> None:
    """A value that is missing is a dash; numbers that count the rows are said by the table itself."""
    values = indicators_values(grid(HEAD, *ROWS), "Показатели")
    assert values
    assert (values["title"], values["years"]) == ("Показатели", ["2024 год", "2025 год"])
    assert values["rows"] == [
        {"name": "Доля школ", "unit": "%", "values": ["10", "20"]},
        {"name": "Число кружков", "values": ["–", "7"]},
    ]


def test_a_base_value_is_a_year() -> None:
    values = indicators_values(
        grid(["Показатель", "Базовое значение", "2025", "2026/27 уч. год"], ["а", "1", "2", "3"]), ""
    )
    assert values
    assert values["years"] == ["Базовое значение", "2025", "2026/27 уч. год"]


@pytest.mark.parametrize(
    "rows",
    [
        (["№", "Мероприятие", "Срок"], ["1", "а", "май"]),
        (["№", "Мероприятие", "2025 год", "Результат"], ["1", "а", "б", "в"]),
        (["Показатель", "Факт", "План"], ["а", "1", "2"]),
        (HEAD,),
        (HEAD, ["5.", "Доля школ", "%", "1", "2"]),
        (HEAD, ["1.", span("Доля школ", 1, 2), "%", "1", "2"], ["2.", UP, "%", "1", "2"]),
        (HEAD, ["1.", "", "%", "1", "2"]),
        (HEAD, [span("Раздел", 5)]),
    ],
)
def test_what_is_none(rows: tuple[list[object], ...]) -> None:
    """No years, other columns, no rows, numbers that do not count, cells that reach down: words would be lost."""
    assert indicators_values(grid(*rows), "") is None  # type: ignore[arg-type]
