"""Proves that what stands above the head of a table is its title, or the first of its sections."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid
from roadmapc.importing.understanding.head_first import head_first
from roadmapc.importing.understanding.table_head import row_words
from tests.importing.understanding.building import grid, span

HEAD = ["№ п/п", "Мероприятие", "Сроки", "Ответственный"]
ROW = ["1.", "Провести мониторинг", "май 2022", "Методист"]
TITLE = "План мероприятий на 2022 год"


def read(table: Grid) -> tuple[list[str], list[list[str]]]:
    titles, rest = head_first(table)
    return [one.words for one in titles], [row_words(row) for row in rest.rows]


def test_a_row_over_the_head_is_a_title() -> None:
    assert read(grid([span(TITLE, 4)], HEAD, ROW)) == ([TITLE], [HEAD, ROW])


def test_sections_over_the_head_come_behind_it() -> None:
    """Where the head comes again, or the words name a section; a row of the columns' numbers belongs to the head."""
    assert read(grid([span("Раздел 1", 4)], HEAD, ROW)) == ([], [HEAD, ["Раздел 1"], ROW])
    assert read(grid([span("Школы", 4)], HEAD, ROW, [span("Сады", 4)], HEAD, ROW)) == (
        [],
        [HEAD, ["Школы"], ROW, ["Сады"], HEAD, ROW],
    )
    numbers = ["1", "2", "3", "4"]
    both = grid([span(TITLE, 4)], [span("1. Школы", 4)], HEAD, numbers, ROW)
    assert read(both) == ([TITLE], [HEAD, numbers, ["1. Школы"], ROW])


@pytest.mark.parametrize(
    "table",
    [grid(HEAD, ROW), grid([span(TITLE, 4)], ROW, ROW), grid([span("Паспорт", 2)], ["Наименование", "Срок"])],
)
def test_other_tables_stay_as_they_are(table: Grid) -> None:
    """Those that begin with their head, have none, or are no table of activities."""
    assert head_first(table) == ([], table)
