"""Proves what falls due between two days, for whom, and which month is meant by its name."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines import Period
from roadmapc.plan.due import entries, month_in, ordered, rows_of
from roadmapc.plan.due_making import due_plan
from roadmapc.plan.due_plan import from_json, to_json
from roadmapc.plan.report_days import ReportDays
from roadmapc.russian.calendar import month_end
from tests.plans import plan_of_rows

ROWS = """\
      - {activity: Раз, deadline: май 2022, owners: umo}
      - {activity: Окно, deadline: март – июнь 2022, owners: Методист ЦРО}
      - {activity: Всегда, deadline: весь период, owners: {who: [umo], text: все педагоги}}
      - {activity: Дни, deadline: {text: весь период, dates: [15.05.2022, 15.07.2022]}, owners: методист}
      - {activity: Никогда, deadline: по графику}
"""
OWNERS = "owners: {umo: {post: Управление, name: Иванов И.И.}}\n"
PLAN = plan_of_rows(ROWS, more=OWNERS)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (
            date(2022, 5, 1),
            date(2022, 5, 31),
            ["Дни due date", "Раз due window", "Окно open window", "Всегда continuous"],
        ),
        (date(2022, 6, 1), date(2022, 6, 30), ["Окно due window", "Всегда continuous"]),
        (date(2022, 1, 1), date(2022, 2, 28), ["Всегда continuous"]),
        (date(2030, 1, 1), date(2030, 2, 28), []),
    ],
)
def test_what_is_due(first: date, last: date, expected: list[str]) -> None:
    """Due first, by date; then what is open; then continuous work; nothing before its time or after it."""
    found = ordered(entries(due_plan(PLAN), first, last))
    said = [
        f"{entry.row.text} {entry.status} {entry.row.kind}".replace(" continuous continuous", " continuous")
        for entry in found
    ]
    assert said == expected


@pytest.mark.parametrize(
    ("owner", "rows"),
    [
        ("", ["Раз", "Окно", "Всегда", "Дни", "Никогда"]),
        ("UMO", ["Раз", "Всегда"]),
        ("иванов", ["Раз", "Всегда"]),
        ("методист", ["Окно", "Дни"]),
        ("педагог", ["Всегда"]),
        ("завуч", []),
    ],
)
def test_whose_rows(owner: str, rows: list[str]) -> None:
    """Alias, post, person or the printed words contain what is asked for, in any case of letters."""
    assert [row.text for row in rows_of(PLAN.dated_rows, owner)] == rows


@given(st.dates(date(2021, 1, 1), date(2024, 12, 31)), st.integers(0, 400))
def test_every_occurrence_is_listed_where_it_belongs(first: date, days: int) -> None:
    """What lies in the range is due, what reaches out of it is open, what is elsewhere is not there."""
    last = date.fromordinal(first.toordinal() + days)
    found = {(entry.row.id, entry.occurrence) for entry in entries(due_plan(PLAN), first, last)}
    for row in PLAN.rows:
        for occurrence in row.occurrences:
            touches = occurrence.first <= last and occurrence.due >= first
            assert ((row.id, occurrence) in found) == touches


def test_a_plan_that_is_kept_is_the_same() -> None:
    """Through JSON and back, with its reports."""
    made = due_plan(PLAN, days=ReportDays(monthly=5, yearly="15.02"))
    assert made.reports
    assert from_json(json.loads(json.dumps(to_json(made)))) == made


PERIOD = Period(date(2021, 10, 20), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("month", "today", "expected"),
    [
        (5, date(2022, 5, 31), (2022, False)),
        (5, date(2022, 6, 1), (2023, False)),
        (5, date(2025, 1, 1), (2024, True)),
        (10, date(2020, 1, 1), (2021, False)),
        (6, date(2024, 1, 1), (2023, True)),
    ],
)
def test_the_month_that_is_meant(month: int, today: date, expected: tuple[int, bool]) -> None:
    """The nearest from today on; the last one where all are past."""
    assert month_in(PERIOD, month, today) == expected


def test_a_month_that_is_not_there() -> None:
    """A period of a few months has no others."""
    assert month_in(Period(date(2022, 9, 1), date(2022, 12, 31)), 5, date(2022, 9, 1)) is None


@given(st.integers(1, 12), st.dates(date(2019, 1, 1), date(2026, 12, 31)))
def test_a_month_lies_in_the_period(month: int, today: date) -> None:
    """Its days and those of the period meet; it is past exactly when it ended before today."""
    found = month_in(PERIOD, month, today)
    assert found
    year, past = found
    assert date(year, month, 1) <= PERIOD.last
    assert month_end(year, month) >= PERIOD.first
    assert past == (month_end(year, month) < today)
