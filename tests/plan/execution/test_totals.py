"""Proves that every row is counted once, that sums add up, and that shares make 100 %; counted again by other code."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines import Period
from roadmapc.plan.execution import Outside, by_owner, by_section, overall, parse_report_period, row_states
from roadmapc.plan.execution.totals import share, shares
from roadmapc.russian.calendar import parse_date
from tests.executions import executed_rows, real_year

HALF = parse_report_period("I полугодие 2023").days


def test_the_half_year_of_the_real_plan() -> None:
    """Figures counted by hand from the marks: of 10 rows whose term has come 8 are done, one of them late."""
    totals = overall(row_states(real_year(), date(2023, 7, 1), HALF))
    assert (totals.due, totals.done, totals.in_time, totals.late) == (10, 8, 7, 1)
    assert (totals.partly, totals.missed, totals.rows) == (1, 1, 16)
    assert totals.outside == {
        Outside.EARLIER: 3,
        Outside.NOT_YET: 1,
        Outside.GOES_ON: 1,
        Outside.REMOVED: 1,
        Outside.PARENT: 1,
    }


def test_the_whole_year_of_the_real_plan() -> None:
    """Without a period all that has come counts: what was done in 2022 too."""
    totals = overall(row_states(real_year(), date(2023, 9, 1)))
    assert totals.rows == 16
    assert totals.due + totals.outside.total() - totals.outside[Outside.PARENT] == 16
    assert totals.in_time + totals.late + totals.partly + totals.missed == totals.due


def test_sums_by_section_are_the_whole() -> None:
    """Each row has one section; of several owners each counts it."""
    execution = real_year()
    rows = row_states(execution, date(2023, 7, 1), HALF)
    whole, parts = overall(rows), [totals for _section, totals in by_section(execution.plan, rows)]
    assert sum((part.counted for part in parts), Counter()) == whole.counted
    assert sum((part.outside for part in parts), Counter()) == whole.outside
    owners = by_owner(rows)
    assert sum(totals.rows for _owner, totals in owners) >= whole.rows
    assert {owner.text for owner, _totals in owners} == {
        assignee.text for row in rows for assignee in row.row.assignees
    }


DAYS = st.dates(date(2022, 1, 1), date(2022, 12, 31))


@st.composite
def executions(draw: st.DrawFn) -> tuple[str, str]:
    """Return rows with one due day each, and marks of some of them."""
    rows, marks = [], []
    for at in range(draw(st.integers(1, 8))):
        due = draw(DAYS)
        owner = draw(st.sampled_from(["методист", "директор"]))
        rows.append(f"      - {{id: r{at}, activity: Дело {at}, deadline: до {due:%d.%m.%Y}, owners: {owner}}}\n")
        kind = draw(st.sampled_from(["", "done", "removed", "moved", "said"]))
        day = draw(DAYS)
        body = {
            "done": f"done: {day:%d.%m.%Y}",
            "removed": f"removed: {{date: {day:%d.%m.%Y}, by: начальник, ground: так}}",
            "moved": f"moved: {{to: {due + timedelta(40):%d.%m.%Y}, act: приказ, date: {day:%d.%m.%Y}}}",
            "said": "said: частично",
        }
        marks += [f"  - {{at: r{at}, {body[kind]}}}\n"] if kind else []
    return "".join(rows), "".join(marks) or "  []\n"


@given(executions(), DAYS, st.sampled_from([None, "I полугодие 2022", "II квартал 2022"]))
def test_figures_counted_again(made: tuple[str, str], as_of: date, about: str | None) -> None:
    """By a counter that knows only the days in the file: the same numerators and the same denominator."""
    execution = executed_rows(*made, "2022")
    period = parse_report_period(about).days if about else Period(date.min, as_of)
    totals = overall(row_states(execution, as_of, period))
    in_time = late = open_ = 0
    for unit in execution.units:
        assert unit.occurrence
        mark = unit.marks[0].mark if unit.marks else None
        term = unit.occurrence.due
        move = mark.moved[0] if mark and mark.moved else None
        if move and (parse_date(move.date) or as_of) <= min(as_of, term):
            term = parse_date(move.to) or term
        done = parse_date(mark.done) if mark and mark.done else None
        done = done if done and done <= as_of else None
        off = parse_date(mark.removed.date) if mark and mark.removed else None
        last = min(period.last, as_of)
        if (off and off <= as_of) or term > last or (term == as_of and not done):
            continue
        if term < period.first and done and done < period.first:
            continue
        in_time += bool(done and done <= term)
        late += bool(done and done > term)
        open_ += not done
    assert (totals.in_time, totals.late, totals.partly + totals.missed) == (in_time, late, open_)
    assert totals.due == in_time + late + open_


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8))
def test_shares_add_up(numbers: list[int]) -> None:
    """In tenths of a percent they make exactly 100 %, and none is off by a tenth or more."""
    found = shares(numbers)
    assert sum(found) == (1000 if sum(numbers) else 0)
    for number, part in zip(numbers, found, strict=True):
        assert not sum(numbers) or abs(part - number * 1000 / sum(numbers)) < 1


def test_a_share_is_rounded_half_up() -> None:
    """As offices round."""
    assert (share(21, 24), share(1, 3), share(2, 3), share(1, 2000), share(0, 0)) == (875, 333, 667, 1, 0)
