"""Proves how many rows are the head of a table, and how each column is headed."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.table_head import head_rows, headings
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
        (grid(HEAD, ["1", "2", "3", "4"], ROW), 1),
        (grid(ROW, ["1", "2", "3", "4"], ROW), 1),
        (grid(["Дело", "Когда"], ["а", "б"], ["в", "г"], head=1), 1),
        (grid(HEAD, ROW, ROW, head=3), 1),
    ],
)
def test_rows_of_the_head(table: Grid, rows: int) -> None:
    """Words tell, numbers of columns end it, the mark of the file counts unless the whole table has it."""
    assert head_rows(table) == rows


def test_headings_of_a_group() -> None:
    """Each heading of a group is one of its own; the words of the group are printed once."""
    own, speaking = headings(GROUPED, 2)
    assert own == ["№", "Мероприятие", "Срок: начало", "окончание"]
    assert speaking[3] == "Срок окончание"
