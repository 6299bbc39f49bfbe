"""Proves which columns the table has, and that one is never dropped with texts in it unnoticed."""

from __future__ import annotations

import pytest

from roadmapc.plan.columns import dropped_texts, empty_columns, has_no_results, printed_columns
from tests.plans import plan_of_rows

BARE = "      - {activity: Раз}\n      - {activity: Два}\n"
FULL = "      - {activity: Раз, result: Справка}\n      - {activity: Два, number: 2.5}\n"


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
    assert [name for name, _ in printed_columns(plan_of_rows(rows, more=table))] == names.split()


def test_headings_are_those_of_the_source() -> None:
    headings = dict(printed_columns(plan_of_rows(FULL, more="table: {columns: {deadline: Сроки}}\n")))
    assert headings == {
        "number": "№ п/п",
        "activity": "Мероприятие",
        "deadline": "Сроки",
        "owners": "Ответственный",
        "result": "Результат",
    }


def test_empty_columns() -> None:
    """A column that is printed and has nothing in two rows or more."""
    assert empty_columns(plan_of_rows(BARE, more="table: {columns: {result: Итог}}\n")) == ("result",)
    assert empty_columns(plan_of_rows(BARE)) == ()


def test_a_plan_without_results() -> None:
    """It is told of where nobody chose the columns."""
    assert has_no_results(plan_of_rows(BARE))
    assert not has_no_results(plan_of_rows(FULL))
    assert not has_no_results(plan_of_rows(BARE, more="table: {columns: {result: null}}\n"))


def test_dropped_texts() -> None:
    """Rows that fill a column set to null; numbers that the program counts are nobody's text."""
    plan = plan_of_rows(FULL, more="table: {columns: {number: null, result: null}}\n")
    assert [row.title for row in dropped_texts(plan, "result")] == ["Раз"]
    assert [row.title for row in dropped_texts(plan, "number")] == ["Два"]
    assert dropped_texts(plan_of_rows(FULL), "result") == []
