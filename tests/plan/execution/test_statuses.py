"""Proves the ten statuses: each follows from dates and decisions, on the day asked for, and says from which."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.plan.execution import PRINTED, State, Status, state_of
from roadmapc.russian.calendar import DEFAULT_CALENDAR
from tests.executions import executed_rows

ONE = "      - {id: a, activity: Раз, deadline: с 1 марта по 31 мая 2022 г., owners: методист}\n"
ALWAYS = "      - {id: a, activity: Раз, deadline: весь период, owners: методист}\n"
MOVED = "moved: {to: 15.06.2022, act: приказ, date: 20.05.2022}"
LATE_MOVE = "moved: {to: 15.06.2022, act: приказ, date: 01.06.2022}"
EARLIER = "moved: {to: 15.05.2022, act: приказ, date: 20.04.2022}"
OFF = "removed: {date: 10.05.2022, by: начальник, ground: проведено регионом}"


def state(mark: str, day: date, rows: str = ONE, period: str = "2022") -> State:
    """Return the state of the only row with one mark on a day."""
    marks = f"  - {{at: a, {mark}}}\n" if mark else "  []\n"
    execution = executed_rows(rows, marks, period)
    assert execution.misplaced == ()
    (unit,) = execution.units
    return state_of(unit, day, DEFAULT_CALENDAR)


FEBRUARY, APRIL, TERM, JUNE, JULY = (
    *(date(2022, 2, 1), date(2022, 4, 1), date(2022, 5, 31)),
    *(date(2022, 6, 1), date(2022, 7, 1)),
)


@pytest.mark.parametrize(
    ("mark", "day", "status"),
    [
        ("", FEBRUARY, Status.AHEAD),
        ("", APRIL, Status.OPEN),
        ("", TERM, Status.OPEN),
        ("", JUNE, Status.MISSED),
        ("done: 31.05.2022", JUNE, Status.DONE),
        ("done: 31.05.2022", APRIL, Status.OPEN),
        ("done: 01.06.2022", JULY, Status.DONE_LATE),
        ("done: 01.02.2022", JULY, Status.DONE),
        ("said: частично", FEBRUARY, Status.AHEAD),
        ("said: частично", APRIL, Status.PARTLY),
        ("said: частично", JUNE, Status.PARTLY),
        ("said: частично, reported: 02.06.2022", JUNE, Status.MISSED),
        ("said: риск", APRIL, Status.AT_RISK),
        ("said: риск", JUNE, Status.MISSED),
        (MOVED, APRIL, Status.OPEN),
        (MOVED, JUNE, Status.MOVED),
        (MOVED, date(2022, 6, 16), Status.MISSED),
        (f"{MOVED}, done: 10.06.2022", JULY, Status.DONE),
        (f"{MOVED}, done: 16.06.2022", JULY, Status.DONE_LATE),
        (LATE_MOVE, JUNE, Status.MISSED),
        (EARLIER, APRIL, Status.OPEN),
        (f"{EARLIER}, done: 31.05.2022", JULY, Status.DONE),
        (f"{LATE_MOVE}, done: 10.06.2022", JULY, Status.DONE_LATE),
        (OFF, APRIL, Status.OPEN),
        (OFF, JULY, Status.REMOVED),
        (f"{OFF}, done: 09.05.2022", JULY, Status.DONE),
        ("excluded: {act: приказ, date: 01.04.2022}", JUNE, Status.EXCLUDED),
        ("organisations: {done: 18, of: 22}", APRIL, Status.OPEN),
        ("organisations: {done: 18, of: 22}", JUNE, Status.MISSED),
    ],
)
def test_a_status(mark: str, day: date, status: Status) -> None:
    """It is what the dates say by the end of that day; what happened later is not known on it."""
    found = state(mark, day)
    assert found.status is status
    assert found.why


def test_every_status_has_its_official_words() -> None:
    """They differ, and are the ten of the practice."""
    assert set(PRINTED) == set(Status)
    assert len(set(PRINTED.values())) == 10


def test_several_moves() -> None:
    """Each counts from the term that the one before has set."""
    moves = "moved: [{to: 15.06.2022, act: приказ, date: 20.05.2022}, {to: 30.06.2022, act: приказ, date: 14.06.2022}]"
    found = state(moves, JUNE)
    assert (found.status, found.term) == (Status.MOVED, date(2022, 6, 15))
    found = state(moves, date(2022, 6, 20))
    assert (found.status, found.term, len(found.moves)) == (Status.MOVED, date(2022, 6, 30), 2)


def test_late_is_what_is_over_and_open() -> None:
    """Whatever a person said of it, from the day after the term on; a weekend is no working day, but late it is."""
    friday = ONE.replace("по 31 мая", "по 27 мая")
    for mark in ("", "said: частично", "said: риск"):
        assert not state(mark, date(2022, 5, 27), friday).is_late
        late = state(mark, date(2022, 5, 28), friday)
        assert (late.is_late, late.is_over, late.delay) == (True, True, 0)
    assert not state("done: 28.05.2022", date(2022, 5, 30), friday).is_late


def test_delay_in_working_days() -> None:
    """A weekend between the term and the day is no delay of a working day: 31.05.2022 is a Tuesday."""
    assert state("", date(2022, 6, 6)).delay == 4
    assert state("done: 06.06.2022, reason: x", JULY).delay == 4


@pytest.mark.parametrize(
    ("mark", "day", "status"),
    [
        ("", date(2021, 12, 1), Status.AHEAD),
        ("", APRIL, Status.OPEN),
        ("progress: {from: 01.01.2022, until: 31.03.2022, text: Идет}", APRIL, Status.OPEN),
        ("done: 01.03.2022", APRIL, Status.OPEN),
        ("", date(2023, 1, 10), Status.MISSED),
        ("progress: {from: 01.10.2022, until: 31.12.2022, text: Идет}", date(2023, 1, 10), Status.DONE),
        ("progress: {from: 01.01.2022, until: 31.03.2022, text: Идет}", date(2023, 1, 10), Status.MISSED),
        ("done: 30.12.2022", date(2023, 1, 10), Status.DONE),
    ],
)
def test_work_that_goes_on(mark: str, day: date, status: Status) -> None:
    """Interim information never ends it; once its time is over, words up to its end do."""
    assert state(mark, day, ALWAYS).status is status


def test_work_that_goes_on_and_was_moved() -> None:
    """It ends on its new day: words up to the old one do not tell of its end."""
    moved = "moved: {to: 31.03.2023, act: приказ, date: 20.12.2022}"
    told = f"{moved}, progress: {{from: 01.03.2022, until: %s, text: Идет}}"
    assert state(told % "31.12.2022", date(2023, 4, 1), ALWAYS).status is Status.MISSED
    assert state(told % "31.03.2023", date(2023, 4, 1), ALWAYS).status is Status.DONE


def test_a_row_without_a_day_is_never_late() -> None:
    """It is under way, or done as often as it was."""
    rows = "      - {id: a, activity: Раз, deadline: по мере необходимости, owners: методист}\n"
    assert state("", JULY, rows).status is Status.OPEN
    assert state("done: 01.06.2022", JULY, rows).status is Status.DONE


def test_five_times_in_a_window() -> None:
    """The fifth makes it done; fewer are counted."""
    rows = "      - {id: a, activity: Раз, deadline: 5 раз в год, owners: методист}\n"
    marks = "".join(f"  - {{at: a, done: 01.0{month}.2022}}\n" for month in range(1, 5))
    (unit,) = executed_rows(rows, marks, "2022").units
    found = state_of(unit, JULY, DEFAULT_CALENDAR)
    assert (found.status, found.times) == (Status.OPEN, (4, 5))
    (unit,) = executed_rows(rows, marks + "  - {at: a, done: 20.12.2022}\n", "2022").units
    assert state_of(unit, date(2023, 1, 1), DEFAULT_CALENDAR).status is Status.DONE


@given(st.integers(-200, 400), st.integers(-200, 400))
def test_what_is_done_by_its_term_is_never_late(done: int, day: int) -> None:
    """For every day of execution and every day of looking: the status is told by the two dates alone."""
    when, look = TERM + timedelta(done), TERM + timedelta(day)
    found = state(f"done: {when:%d.%m.%Y}", look)
    if when > look:
        assert found.status in {Status.AHEAD, Status.OPEN, Status.MISSED}
        assert (found.status is Status.MISSED) == (look > TERM)
    else:
        assert found.status is (Status.DONE if when <= TERM else Status.DONE_LATE)
    assert found.delay == 0 or found.status in {Status.MISSED, Status.DONE_LATE}
