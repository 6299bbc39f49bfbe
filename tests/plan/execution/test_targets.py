"""Proves which row, day and mark somebody means who marks."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.plan.execution.targets import CannotMark, named_row, target_of
from tests.executions import executed_rows

ROWS = """\
      - {activity: Провести опрос, deadline: до 31 мая 2022 г., owners: методист}
      - {id: b, activity: Собрать отчеты, deadline: "до 30 мая 2022 г.; до 30 ноября 2022 г.", owners: методист}
      - {id: c, activity: Провести форум, deadline: 5 раз в год, owners: методист}
      - activity: Организовать
        deadline: весь период
        owners: методист
        activities: [{activity: Обучение, deadline: до 1 марта 2022 г.}]
"""
MARKS = "  - {at: 1.1, activity: Провести, reason: Ждем}\n  - {at: c, done: 01.02.2022}\n"
EXECUTION = executed_rows(ROWS, MARKS, "2022")


def test_a_mark_that_is_there_goes_on() -> None:
    """What is added goes to it; of several times each has one of its own."""
    assert target_of(EXECUTION, "1.1", None, {"done"}).mark is not None
    assert target_of(EXECUTION, "c", None, {"done"}).mark is None
    assert target_of(EXECUTION, "c", None, {"reason"}).mark is not None


def test_one_of_several_days() -> None:
    """It is named, but for what is said of all of them."""
    assert target_of(EXECUTION, "b", date(2022, 11, 30), {"done"}).unit is not None
    assert target_of(EXECUTION, "b", None, {"removed"}).unit is None
    with pytest.raises(CannotMark, match="several times"):
        target_of(EXECUTION, "b", None, {"done"})
    with pytest.raises(CannotMark, match="not due on"):
        target_of(EXECUTION, "b", date(2022, 11, 29), {"done"})


@pytest.mark.parametrize(("address", "words"), [("9", "no row"), ("1.4", "rows below it")])
def test_what_is_not_marked(address: str, words: str) -> None:
    with pytest.raises(CannotMark, match=words):
        target_of(EXECUTION, address, None, {"done"})


def test_how_a_new_mark_names_its_row() -> None:
    """By id, else by number with first words; the day where there are several."""
    plan = EXECUTION.plan
    assert named_row(plan, plan.rows[0], None) == {"at": "1.1", "activity": "Провести опрос"}
    assert named_row(plan, plan.rows[1], date(2022, 5, 30)) == {"at": "b", "due": "30.05.2022"}
