"""Proves how many rows are the head of a table, and how each column is headed."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.table_head import head_of_rest, head_rows, headings
from tests.importing.understanding.building import UP, grid, span

HEAD = ["№ п/п", "Мероприятие", "Сроки", "Ответственный"]
ROW = ["1.", "Провести мониторинг", "май 2022", "Методист"]
GROUPED = grid(
    [span("№", 1, 2), span("Мероприятие", 1, 2), span("Срок", 2)],
    [UP, UP, "начало", "окончание"],
    ["1", "а", "май", "июнь"],
)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (grid(HEAD, ROW), 1),
        (grid(ROW, ROW), 0),
        (GROUPED, 2),
        (grid(["№", "Мероприятие", span("Срок", 2), "Кто отвечает"], ["", "", "начало", "конец", ""], ROW), 2),
        (grid(["№", "Мероприятие", "2025", "2026", "Ответственный"], ROW), 1),
        (grid(HEAD, ["1", "2", "3", "4"], ROW), 1),
        (grid(ROW, ["1", "2", "3", "4"], ROW), 1),
        (grid(["Дело", "Когда"], ["а", "б"], ["в", "г"], head=1), 1),
        (grid(HEAD, ROW, ROW, head=3), 1),
        (grid(["1", "2", "3", "4"], ROW, head=1), 0),
        (grid(["Планируемые мероприятия", "Предполагаемые сроки", "Кто отвечает"], ROW[1:]), 1),
        (grid(["Меро-\nприятия", "Сро-\nки", "Ответст-\nвенные"], ROW[1:]), 1),
        (grid(["1)", "Содержание мероприятия", "до даты окончания", "Ответственный"], ROW), 0),
        (
            grid(["Организация и проведение мероприятий к Дню учителя", "по плану-графику", "Ответственные лица"], ROW),
            0,
        ),
    ],
)
def test_rows_of_the_head(table: Grid, rows: int) -> None:
    """Words tell, numbers of columns end it, the mark of the file counts unless the whole table has it."""
    assert head_rows(table) == rows


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        (HEAD, 1),
        ([one.upper() for one in HEAD], 1),
        (["№", "Дело", "Когда", "Кто отвечает"], None),
        (["1", "2", "3", "4"], 0),
        (ROW, 0),
        (["3.", "Мероприятия к Дню учителя", "по графику", "Ответственные лица"], 0),
    ],
)
def test_the_rest_of_a_table(first: list[str], rows: int | None) -> None:
    """It has the same head again, a row of numbers or none; words of a head in an activity make none."""
    assert head_of_rest(grid(first, ROW), HEAD) == rows


def test_headings_of_a_group() -> None:
    """Each heading of a group is one of its own; the words of the group are printed once."""
    own, speaking = headings(GROUPED, 2)
    assert own == ["№", "Мероприятие", "Срок: начало", "окончание"]
    assert speaking[3] == "Срок окончание"
