"""Proves what is reminded of on a day: late rows, those near their term, work that a report is to tell of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines import Period
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.plan.reminding import Warnings, reminders
from roadmapc.plan.report_days import ReportDays
from roadmapc.source.marks_file import read_marks
from tests.plans import plan_of_rows

PLAN = plan_of_rows(
    """\
      - {activity: Раз, deadline: до 31 мая 2023 г., owners: методист}
      - {activity: Воскресенье, deadline: до 18 июня 2023 г., owners: методист}
      - {activity: Всегда, deadline: весь период, owners: методист}
      - {activity: Часто, deadline: еженедельно в июне 2023 г., owners: методист}
      - {activity: Без дня, deadline: по графику, owners: методист}
""",
    period="2023",
)


USUAL = Warnings()


def execution(marks: str = "", plan: Plan = PLAN) -> Execution:
    return execution_of(plan, read_marks("a.marks.yaml", f"marks:\n{marks}".encode()) if marks else None)


def told(day: str, marks: str = "", asked: Period | None = None, warnings: Warnings = USUAL) -> list[str]:
    """Return what is told of on a day: row, topic and warnings."""
    found = reminders(execution(marks), date.fromisoformat(day), warnings, asked)
    return [f"{one.row.text} {one.topic} {' '.join(one.kinds)}".strip() for one in found if one.kinds]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-05-25", []),
        ("2023-05-26", ["Раз due 5d"]),
        ("2023-05-29", ["Раз due 5d"]),
        ("2023-05-30", ["Раз due 5d 1wd"]),
        ("2023-05-31", ["Раз due 5d 1wd"]),
        ("2023-06-01", ["Раз late late 2023-W22"]),
    ],
)
def test_a_warning_holds_until_the_term(day: str, expected: list[str]) -> None:
    """Five days and one working day before; then the row is late, each week anew."""
    assert told(day) == expected


def test_days_are_counted_from_the_working_day_to_act_on() -> None:
    """A term on Sunday, 18 June: one acts on Friday, and is warned on Thursday; the 12th is a holiday."""
    only = Warnings((), (1,))
    assert not any("Воскресенье" in one for one in told("2023-06-14", warnings=only))
    assert "Воскресенье due 1wd" in told("2023-06-15", warnings=only)
    assert "Воскресенье due 4wd" in told("2023-06-09", warnings=Warnings((), (4,)))
    assert "Воскресенье due 4wd" not in told("2023-06-08", warnings=Warnings((), (4,)))


def test_what_is_done_removed_or_moved() -> None:
    """The term in force counts; what is closed is told of no more."""
    moved = "{to: 30.06.2023, act: приказ, date: 20.05.2023, number: 7, reason: Карантин}"
    assert told("2023-05-30", "  - {at: 1.1, done: 12.05.2023}\n") == []
    assert told("2023-05-30", "  - at: 1.1\n    removed: {date: 12.05.2023, by: начальник, ground: решение}\n") == []
    assert told("2023-05-30", f"  - at: 1.1\n    moved: {moved}\n") == []
    assert "Раз due 5d" in told("2023-06-26", f"  - at: 1.1\n    moved: {moved}\n")


def test_what_comes_every_week_is_no_letter_every_other_day() -> None:
    """It is told of when it is late, or when its days are asked for."""
    assert [one for one in told("2023-05-30") if "Часто" in one] == []
    asked = Period(date(2023, 6, 1), date(2023, 6, 30))
    assert len([one for one in told("2023-05-30", asked=asked) if "Часто due" in one]) > 2
    assert any("Часто late" in one for one in told("2023-06-20"))


def test_work_that_goes_on_is_told_of_before_a_report() -> None:
    """Unless a mark tells already what was done in its time; without days of reports only where days are asked for."""
    days = Warnings(report_days=ReportDays(quarterly=5))
    assert told("2023-05-25", warnings=days) == []
    assert "Всегда report 5d" in told("2023-06-30", warnings=days)
    progress = "  - at: 1.3\n    progress: [{from: 01.04.2023, until: 30.06.2023, text: Проведено}]\n"
    assert not any("report" in one for one in told("2023-07-03", progress, warnings=days))
    assert told("2023-05-10", asked=Period(date(2023, 5, 1), date(2023, 5, 31))) == [
        "Раз due asked 2023-05-01/2023-05-31",
        "Всегда goes-on asked 2023-05-01/2023-05-31",
    ]


def test_what_is_coming_is_shown_and_no_reminder() -> None:
    found = reminders(execution(), date(2023, 5, 10), Warnings())
    assert next((one.row.text, one.topic.value, one.kinds) for one in found) == ("Раз", "coming", ())
    assert all(one.state.term and one.state.term <= date(2023, 6, 9) for one in found)


@given(
    st.sets(st.dates(date(2023, 5, 20), date(2023, 6, 1))),
    st.sets(st.integers(1, 9), min_size=1, max_size=3),
    st.sets(st.integers(1, 4), max_size=2),
)
def test_no_warning_is_lost_between_runs(runs: set[date], days: set[int], working_days: set[int]) -> None:
    """However seldom one asks: each warning whose day has come by the term is held on the next day that is asked."""
    warnings = Warnings(tuple(days), tuple(working_days))
    term = date(2023, 5, 31)
    given_ones: set[str] = set()
    for day in sorted(runs):
        for one in reminders(execution(), day, warnings):
            if one.row.text == "Раз" and one.state.term and day <= one.state.term:
                given_ones |= set(one.kinds)
    asked = [day for day in runs if day <= term]
    for count in days:
        assert (f"{count}d" in given_ones) == any(day >= term - timedelta(count) for day in asked)
    for count, first in enumerate((30, 29, 26, 25), 1):  # 31.05.2023 is a Wednesday, 27 and 28 are a weekend
        if count in working_days:
            assert (f"{count}wd" in given_ones) == any(day >= date(2023, 5, first) for day in asked)


def test_the_end_of_time() -> None:
    """Days asked for without an end."""
    found = reminders(execution(), date(2023, 5, 10), Warnings(), Period(date(2023, 5, 1), date.max))
    assert {one.topic.value for one in found} == {"due", "goes-on"}
