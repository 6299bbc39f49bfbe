"""Proves that what is due is shown whole, in a table where there is room and in lines where there is not."""

from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console

from roadmapc.plan.due import entries, ordered
from roadmapc.plan.due_making import due_plan
from roadmapc.reporters import due_table
from tests.plans import plan_of_rows

ROWS = """\
      - {activity: Провести большой районный мониторинг, deadline: до 15 мая 2022 г., owners: [методист, завуч]}
      - {activity: Окно, deadline: март – июнь 2022}
      - {activity: Всегда, deadline: весь период, owners: методист}
"""
PLAN = plan_of_rows(ROWS)


def shown(width: int, first: date = date(2022, 5, 1), last: date = date(2022, 5, 31)) -> str:
    """Return what is printed of the days between two."""
    out = io.StringIO()
    found = ordered(entries(due_plan(PLAN), first, last))
    due_table.show(Console(file=out, width=width), found, {"Район": 2, "Город": 0})
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 79, 109, 110, 200])
def test_nothing_is_cut(width: int) -> None:
    """Every word of every cell, the heads of both groups, continuous and undated work, at any width."""
    text = shown(width)
    words = ("Провести", "большой", "районный", "мониторинг", "методист", "завуч", "Окно")
    days = ("15.05.2022", "13.05.2022", "30.06.2022")
    assert [word for word in (*words, *days) if word not in text] == []
    assert "Due: 1\n" in text
    assert "Open, due later: 1\n" in text
    assert "Район: activities: 1, to 31.12.2024" in " ".join(text.split())
    assert ("┏" in text) == (width >= 110)
    assert all(len(line) <= width for line in text.split("\n"))


def test_undated_work_is_counted_where_there_is_some() -> None:
    """Roadmaps without such work are not named."""
    text = shown(120)
    assert "  Район: activities: 2\n" in text
    assert "Город" not in text


def test_nothing_due_is_said() -> None:
    """An empty list is a sentence."""
    assert shown(100, date(2030, 1, 1), date(2030, 1, 31)).startswith("Nothing is due.\n")


def test_the_day_to_act_is_told_where_it_differs() -> None:
    """Sunday 15 May is met on Friday; Thursday 30 June is met on itself."""
    days = [
        due_table.day(entry, str) for entry in ordered(entries(due_plan(PLAN), date(2022, 5, 1), date(2022, 5, 31)))
    ][:2]
    assert days == ["15.05.2022 вс\n→ 13.05.2022 пт", "30.06.2022 чт"]
