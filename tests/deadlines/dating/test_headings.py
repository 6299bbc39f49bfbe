"""Proves that a column of deadlines headed by a time holds the days of that time, and a mark in it means all of it."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import Period
from roadmapc.deadlines.dating.headings import days_of, is_mark, time_of
from roadmapc.russian.calendar import DEFAULT_CALENDAR
from tests.plans import plan_of

PERIOD = Period(date(2025, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("2026", "2026"),
        ("Срок: 2026 г.", "2026 г"),
        ("Срок исполнения в 2026 году", "2026 году"),
        ("Срок: I кв.", "I кв"),
        ("октябрь", "октябрь"),
        ("2 полугодие", "2 полугодие"),
        ("Срок исполнения", ""),
        ("Срок (до 31.12.2026)", ""),
        ("Дата окончания", ""),
    ],
)
def test_the_time_in_a_heading(heading: str, words: str) -> None:
    assert time_of(heading) == words


def test_several_stretches_are_no_days() -> None:
    """«октябрь» of a plan of three years is none of them."""
    assert days_of("октябрь", PERIOD, DEFAULT_CALENDAR) is None
    assert days_of("2026", PERIOD, DEFAULT_CALENDAR) == Period(date(2026, 1, 1), date(2026, 12, 31))
    assert days_of("2030", PERIOD, DEFAULT_CALENDAR) is None


def test_what_is_a_mark() -> None:
    assert all(map(is_mark, ["+", "х", "Х", " v ", "✓"]))
    assert not any(map(is_mark, ["", "март", "2", "–"]))


def test_cells_below_a_year_or_a_month() -> None:
    """Words are read in that year; a mark is that time; the first cell with words is the row's own deadline."""
    plan = plan_of("""\
roadmapc: 1
municipality: {name: Район}
document: {kind: план, period: 2025-2027}
table:
  columns:
  - {is: number}
  - {is: activity}
  - {is: deadline, heading: 'Срок: 2025'}
  - {key: second, is: deadline, heading: 2026 г.}
  - {key: third, is: deadline, heading: октябрь 2027}
sections:
- activities:
  - {activity: А, deadline: март, second: октябрь}
  - {activity: Б, second: до 5 мая, third: +}
""")
    found = [
        (one.text, one.deadline_text, [f"{time.first:%d.%m.%Y} – {time.due:%d.%m.%Y}" for time in one.occurrences])
        for row in plan.rows
        for one in (row, *row.later)
    ]
    assert found == [
        ("А", "март", ["01.03.2025 – 31.03.2025"]),
        ("2026 г.: А", "октябрь", ["01.10.2026 – 31.10.2026"]),
        ("Б", "до 5 мая", ["01.01.2026 – 05.05.2026"]),
        ("октябрь 2027: Б", "+", ["01.10.2027 – 31.10.2027"]),
    ]
