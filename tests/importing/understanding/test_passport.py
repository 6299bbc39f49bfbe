"""Proves that a passport is told from a table of activities, and read with its numbers, columns and indicators."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.passport import is_passport, passport_values
from tests.importing.understanding.building import UP, grid, span

NUMBERED = grid(["1.", "Цели", "Рост"], ["2.", "Задачи", "Обучить\nПомочь"], ["3.", "Сроки реализации", "2021-2024"])
PLAIN = grid(["Цель программы", "Рост"], ["Исполнители", "Школы"], ["Сроки реализации", "2025 год"])
ACTIVITIES = grid(["№", "Мероприятие", "Срок"], ["1.", "Провести опрос", "май"], ["2.", "Обучить", "июнь"])


@pytest.mark.parametrize(
    ("table", "headings", "expected"),
    [
        (NUMBERED, "", True),
        (PLAIN, "", True),
        (PLAIN, "Паспорт программы", True),
        (grid(["Первое", "а"], ["Второе", "б"]), "Паспорт", True),
        (grid(["Первое", "а"], ["Второе", "б"]), "", False),
        (ACTIVITIES, "", False),
        (grid(["Дата", "Мероприятие"], ["1 мая", "Митинг"], ["9 мая", "Парад"]), "", False),
        (grid(["Паспорт"]), "Паспорт", False),
    ],
)
def test_what_is_a_passport(table: Grid, headings: str, expected: bool) -> None:
    """Names of a passport's rows in its first column, or a heading that says so."""
    assert is_passport(table, headings) is expected


def test_rows_have_names_and_texts() -> None:
    assert passport_values(PLAIN, "Паспорт") == {
        "title": "Паспорт",
        "rows": [
            {"name": "Цель программы", "text": "Рост"},
            {"name": "Исполнители", "text": "Школы"},
            {"name": "Сроки реализации", "text": "2025 год"},
        ],
    }


def test_numbers_are_a_setting() -> None:
    values = passport_values(NUMBERED, "")
    assert values["numbers"] == "да"
    assert values["rows"][1] == {"name": "Задачи", "text": "Обучить\nПомочь"}


def test_a_name_that_reaches_down_has_all_the_texts() -> None:
    table = grid([span("Задачи", 1, 2), "Обучить"], [UP, "Помочь"], ["Цель", "Рост"])
    assert passport_values(table, "")["rows"] == [
        {"name": "Задачи", "text": "Обучить\nПомочь"},
        {"name": "Цель", "text": "Рост"},
    ]


def test_a_head_is_kept() -> None:
    table = grid(["№ п/п", "Наименование", "Содержание"], ["1.", "Цели", "Рост"], ["2.", "Задачи", "Обучить"])
    assert passport_values(table, "")["columns"] == ["№ п/п", "Наименование", "Содержание"]


def test_indicators_in_a_row() -> None:
    """A name that reaches down beside a table of years has indicators."""
    table = grid(
        ["Цель", span("Рост", 3)],
        [span("Показатели", 1, 3), "Показатель", "2024", "2025"],
        [UP, "Доля школ, %", "10", "20"],
        [UP, "Число педагогов", "5", "7"],
    )
    row = passport_values(table, "Паспорт")["rows"][1]
    assert row["indicators"]["years"] == ["2024", "2025"]
    assert [one["values"] for one in row["indicators"]["rows"]] == [["10", "20"], ["5", "7"]]
