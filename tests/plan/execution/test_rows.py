"""Proves what a row with several times counts as in a period, and why a row is outside the shares."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import Period
from roadmapc.plan.execution import Outside, RowState, Status, row_states
from tests.executions import executed_rows

TERMLY = "      - {id: a, activity: Раз, deadline: 1 раз в квартал, owners: методист}\n"
HALF = Period(date(2022, 1, 1), date(2022, 6, 30))
JULY = date(2022, 7, 1)


def row(marks: str, as_of: date = JULY, period: Period | None = HALF, rows: str = TERMLY) -> RowState:
    """Return the first row in a period."""
    return row_states(executed_rows(rows, marks or "  []\n", "2022"), as_of, period)[0]


def done(*days: str) -> str:
    """Return marks of quarters: the end of each, and when it was done."""
    ends = ("31.03.2022", "30.06.2022", "30.09.2022", "31.12.2022")
    pairs = zip(ends, days, strict=False)
    return "".join(f"  - {{at: a, due: {end}, done: {day}}}\n" for end, day in pairs if day)


@pytest.mark.parametrize(
    ("marks", "status", "times"),
    [
        (done("30.03.2022", "29.06.2022"), Status.DONE, (2, 2)),
        (done("01.04.2022", "29.06.2022"), Status.DONE_LATE, (2, 2)),
        (done("30.03.2022"), Status.MISSED, (1, 2)),
        ("", Status.MISSED, (0, 2)),
    ],
)
def test_recurring_work(marks: str, status: Status, times: tuple[int, int]) -> None:
    """All in time is done; one late is late; one missed is not done; only the times of the period count."""
    found = row(marks)
    assert (found.status, found.outside, found.done_times) == (status, None, times)


def test_a_recurring_row_before_its_first_day() -> None:
    """None due yet: it is outside the shares."""
    assert row("", date(2022, 2, 1), None).outside is Outside.NOT_YET


@pytest.mark.parametrize(
    ("deadline", "mark", "outside"),
    [
        ("до 31 августа 2022 г.", "", Outside.NOT_YET),
        ("до 31 августа 2022 г.", "done: 01.06.2022", Outside.EARLY),
        ("до 31 мая 2022 г.", "moved: {to: 01.10.2022, act: приказ, date: 20.05.2022}", Outside.MOVED),
        ("до 31 мая 2022 г.", "removed: {date: 20.05.2022, by: начальник, ground: так}", Outside.REMOVED),
        ("по мере необходимости", "done: 01.06.2022", Outside.UNDATED),
        ("весь период", "", Outside.GOES_ON),
        ("весь период", "progress: {from: 01.01.2022, until: 31.03.2022, text: Идет}", None),
        ("до 31 мая 2022 г.", "", None),
    ],
)
def test_what_is_outside(deadline: str, mark: str, outside: Outside | None) -> None:
    """Each reason by itself."""
    rows = f"      - {{id: a, activity: Раз, deadline: {deadline}, owners: методист}}\n"
    assert row(f"  - {{at: a, {mark}}}\n" if mark else "", rows=rows).outside is outside


@pytest.mark.parametrize("said", ["", "said: частично", "said: риск"])
def test_the_last_day_itself(said: str) -> None:
    """A term on the day asked for has not passed, whatever is said of the row; a day later it has."""
    rows = "      - {id: a, activity: Раз, deadline: до 30 июня 2022 г., owners: методист}\n"
    marks = f"  - {{at: a, {said}}}\n" if said else ""
    assert row(marks, date(2022, 6, 30), rows=rows).outside is Outside.NOT_YET
    assert row(marks, date(2022, 7, 1), rows=rows).outside is None


def test_what_was_done_before_the_period() -> None:
    """Its term and its day lie before: it is told apart; what was left undone then counts now."""
    second = Period(date(2022, 4, 1), date(2022, 6, 30))
    rows = "      - {id: a, activity: Раз, deadline: до 1 марта 2022 г., owners: методист}\n"
    assert row("  - {at: a, done: 01.03.2022}\n", period=second, rows=rows).outside is Outside.EARLIER
    late = row("  - {at: a, done: 01.05.2022}\n", period=second, rows=rows)
    assert (late.status, late.outside, late.from_before) == (Status.DONE_LATE, None, True)
    assert row("", period=second, rows=rows).status is Status.MISSED


@pytest.mark.parametrize("mark", ["", "done: 20.07.2022"])
def test_what_fell_due_after_the_period_is_not_late_in_its_report(mark: str) -> None:
    """Whatever day the report is written: it is told as it stood when the period ended."""
    rows = "      - {id: a, activity: Раз, deadline: до 15 июля 2022 г., owners: методист}\n"
    marks = f"  - {{at: a, {mark}}}\n" if mark else ""
    for day in (JULY, date(2022, 7, 16), date(2022, 11, 29)):
        found = row(marks, day, rows=rows)
        assert found.status in {Status.AHEAD, Status.OPEN}
        assert found.outside is Outside.NOT_YET
        assert not any(one.state.is_late for one in found.units)
