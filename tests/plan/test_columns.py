"""Proves which columns the table has, and that one is never dropped with texts in it unnoticed."""

from __future__ import annotations

import pytest

from roadmapc.plan import PlanTable
from roadmapc.plan.columns import dropped_cells, empty_columns, goes_on, has_column, has_no_results, printed_columns
from tests.plans import plan_of_rows

BARE = "      - {activity: Раз}\n      - {activity: Два}\n"
FULL = "      - {activity: Раз, result: Справка}\n      - {activity: Два, number: 2.5}\n"


def table_of(rows: str, table: str = "") -> PlanTable:
    return plan_of_rows(rows, more=table).tables[0]


@pytest.mark.parametrize(
    ("rows", "table", "names"),
    [
        (FULL, "", "number activity deadline owners result"),
        (BARE, "", "number activity deadline owners"),
        (BARE, "table: {columns: {result: Итог}}\n", "number activity deadline owners result"),
        (FULL, "table: {columns: {deadline: Сроки}}\n", "number activity deadline owners result"),
        (FULL, "table: {columns: {number: null, result: null}}\n", "activity deadline owners"),
    ],
)
def test_printed_columns(rows: str, table: str, names: str) -> None:
    """What is not named keeps its heading; null drops; results are printed where they are named or any row has one."""
    assert [one.key for one in printed_columns(table_of(rows, table))] == names.split()


def test_headings_are_those_of_the_source() -> None:
    """What the source does not name keeps its usual heading."""
    printed = printed_columns(table_of(FULL, "table: {columns: {deadline: Сроки}}\n"))
    headings = {one.key: one.heading for one in printed}
    assert headings == {
        "number": "№ п/п",
        "activity": "Мероприятие",
        "deadline": "Сроки",
        "owners": "Ответственный",
        "result": "Результат",
    }


def test_empty_columns() -> None:
    """A column that is printed and has nothing in two rows or more."""
    assert [one.key for one in empty_columns(table_of(BARE, "table: {columns: {result: Итог}}\n"))] == ["result"]
    assert empty_columns(table_of(BARE)) == ()


def test_a_plan_without_results() -> None:
    """It is told of where nobody chose the columns."""
    assert has_no_results(table_of(BARE))
    assert not has_no_results(table_of(FULL))
    assert not has_no_results(table_of(BARE, "table: {columns: {result: null}}\n"))


@pytest.mark.parametrize(
    ("table", "dropped"),
    [
        ("table: {columns: {number: null, result: null}}\n", {"number": ["Два"], "result": ["Раз"]}),
        ("table: {columns: {owners: null}}\n", {}),
        ("table: {columns: [activity, deadline]}\n", {"number": ["Два"], "result": ["Раз"]}),
        ("", {}),
    ],
)
def test_dropped_cells(table: str, dropped: dict[str, list[str]]) -> None:
    """Rows that fill a column which is not printed; numbers that the program counts are nobody's text."""
    plan = plan_of_rows(FULL, more=table)
    found = dropped_cells(plan, plan.tables[0])
    assert {key: [row.title for row in rows] for key, rows in found} == dropped


LISTED = """table:
  columns:
    - {key: begin, is: start}
    - {key: end, is: deadline, heading: Окончание}
    - activity
    - {key: participants, heading: Участники, width: 40}
    - {is: blank, heading: Отметка о выполнении}
"""


def test_columns_of_ones_own() -> None:
    """Any number in any order, each with its key, what it is, its heading and width; without those of others."""
    table = table_of("      - {activity: Раз, participants: Все}\n      - {activity: Два}\n", LISTED)
    assert [(one.key, one.kind, one.heading, one.width) for one in printed_columns(table)] == [
        ("begin", "start", "Начало", None),
        ("end", "deadline", "Окончание", None),
        ("activity", "activity", "Мероприятие", None),
        ("participants", "text", "Участники", 40),
        ("blank", "blank", "Отметка о выполнении", None),
    ]
    assert has_column(table, "deadline")
    assert not has_column(table, "owners")
    assert empty_columns(table) == ()
    assert [one.key for one in empty_columns(table_of(BARE, LISTED))] == ["participants"]


def test_a_cell_is_one_only_with_that_from_which_it_is_inherited() -> None:
    """A row whose deadline is that of its parent never joins the cell that rows between them share."""
    rows = """\
      - activity: Работа
        deadline: октябрь – ноябрь 2022
        owners: методист
        activities:
        - {activity: Раз, deadline: 15 октября 2022}
        - {activity: Два, deadline: {same_as_above: да}}
        - {activity: Три}
        - {activity: Четыре}
"""
    above, first, second, third, fourth = table_of(rows).rows
    assert goes_on(first, second, "owners")
    assert not goes_on(second, third, "deadline")
    assert goes_on(third, fourth, "deadline")
    assert goes_on(above, first, "owners")
