"""Proves what a cell says in its column: owners of several columns, shared cells, days beside words."""

from __future__ import annotations

from tests.plan.test_row_making import plan
from tests.plans import plan_of_rows


def test_two_columns_of_owners() -> None:
    """All answer for the row; each column prints its own."""
    (row,) = plan("      - {activity: А, owners: umo, partners: [umo, завуч]}\n").rows
    assert [one.text for one in row.assignees] == ["Управление", "завуч"]
    assert (row.owners_text, row.cells["partners"]) == ("Управление", "Управление\nзавуч")


def test_lines_of_owners_are_owners() -> None:
    """As in the usual column."""
    (row,) = plan("      - activity: А\n        partners: |\n          Иванов\n          Петров\n").rows
    assert [one.text for one in row.assignees] == ["Иванов", "Петров"]


def test_cells_shared_with_the_row_above() -> None:
    """They count for each row, in every column; the first row has none above it."""
    shared = "{same_as_above: да}"
    first, second, third = plan(
        f"      - {{activity: А, end: 25.02.2022, place: {shared}, owners: umo, result: Справка}}\n"
        f"      - {{activity: Б, end: {shared}, place: Школа, owners: {shared}, result: {shared}}}\n"
        f"      - {{activity: В, end: {shared}, place: {shared}}}\n"
    ).rows
    assert [row.shared for row in (first, second, third)] == [
        frozenset(),
        {"end", "owners", "result"},
        {"end", "place"},
    ]
    assert [row.cells["place"] for row in (first, second, third)] == ["", "Школа", "Школа"]
    assert second.assignees == first.assignees
    assert second.result == "Справка"
    assert first.occurrences == second.occurrences == third.occurrences


def test_shared_owners_have_the_words_above() -> None:
    """Not only whom they mean: what is signed says «руководители школ», and so does the cell shared with it."""
    first, second = plan(
        "      - {activity: А, owners: {who: [umo], text: руководители школ}}\n"
        "      - {activity: Б, owners: {same_as_above: да}}\n"
    ).rows
    assert (second.assignees, second.owners_text) == (first.assignees, "руководители школ")


def test_a_day_until_which_beside_words() -> None:
    """«до 10 октября» with that day beside it is acted upon before a Saturday, as without it."""
    given = "{text: до 10 октября, dates: [10.10.2026]}"
    one, two = plan_of_rows(
        f"      - {{activity: А, deadline: {given}}}\n      - {{activity: Б, deadline: до 10 октября}}\n", "2026"
    ).rows
    assert [f"{row.occurrences[0].act_by:%d.%m}" for row in (one, two)] == ["09.10", "09.10"]
    assert not one.occurrences[0].is_prepared
