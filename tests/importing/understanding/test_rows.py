"""Proves that rows are told apart: activities, notes, heads that came again."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.rows import Line, read_rows
from tests.importing.understanding.building import grid, span

KINDS = ("number", "activity", "deadline", "owners")
HEADS = ("№ п/п", "Мероприятие", "Срок", "Ответственный")
ROW = ["1.1.", "Мониторинг", "май", "методист"]


def test_a_remark_over_all_columns_is_a_note() -> None:
    """What stands under it belongs to no section of that name."""
    found = read_rows(grid(ROW, [span("* при наличии средств", 4)], ROW).rows, KINDS, HEADS)
    assert (found.notes, [line.kind for line in found.lines]) == (["* при наличии средств"], ["row", "row"])


def test_an_activity_that_begins_like_a_remark_is_none() -> None:
    """Its row has all its cells."""
    found = read_rows(grid(ROW, ["", "Примечание: обсудить", "", ""], ROW).rows, KINDS, HEADS)
    assert found.notes == []


def test_what_repeats_is_noted() -> None:
    """A head, and the numbers of the columns from the second time on: none of their words is lost."""
    table = grid(["1", "2", "3", "4"], ROW, list(HEADS), ["1", "2", "3", "4"], ROW)
    found = read_rows(table.rows, KINDS, HEADS)
    assert found.column_numbers
    assert [words for words, _ in found.repeated] == [" ".join(HEADS), "1 2 3 4"]
    assert len(found.lines) == 2


@pytest.mark.parametrize(
    ("number", "parts"), [("1.2.", (1, 2)), ("3", (3,)), ("1.2¹", (1, 2)), ("II.", ()), ("", ()), ("а)", ())]
)
def test_the_figures_of_a_number(number: str, parts: tuple[int, ...]) -> None:
    assert Line("row", number, {}, grid(["а"]).place).parts == parts
