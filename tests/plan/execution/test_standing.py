"""Proves which list a row is in on a day, and that the longest delay stands at the top."""

from __future__ import annotations

from datetime import date

from roadmapc.plan.execution.standing import ordered, standings
from tests.executions import executed_rows

ROWS = """\
      - {id: a, activity: Раньше, deadline: до 10 мая 2022 г., owners: методист}
      - {id: b, activity: Позже, deadline: до 20 мая 2022 г., owners: методист}
      - {id: c, activity: Скоро, deadline: до 15 июня 2022 г., owners: методист}
      - {id: d, activity: Не скоро, deadline: до 15 ноября 2022 г., owners: методист}
      - {id: e, activity: Всегда, deadline: весь период, owners: методист}
      - {id: f, activity: Сделано, deadline: до 1 мая 2022 г., owners: методист}
"""
MARKS = "  - {at: f, done: 01.05.2022}\n"


def test_lists_of_a_day() -> None:
    """Late, coming within thirty days, and the rest; what is done and what goes on is in neither list."""
    found = ordered(standings(executed_rows(ROWS, MARKS, "2022"), date(2022, 6, 1), 30))
    groups = [(one.unit.row.id, one.group) for one in found]
    assert groups[:3] == [("a", "late"), ("b", "late"), ("c", "coming")]
    assert {group for _id, group in groups[3:]} == {"other"}
    assert {one.unit.row.id for one in found} == set("abcdef")
