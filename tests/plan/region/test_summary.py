"""Proves the figures of a summary, recounted here from the states of single units."""

from __future__ import annotations

from roadmapc.plan.execution import Execution, Status, state_of
from roadmapc.plan.region.summary import summary_of
from tests.regions import AS_OF, executions, region

_COME = {Status.DONE, Status.DONE_LATE, Status.PARTLY, Status.MISSED}


def recounted(execution: Execution) -> tuple[int, int, int, int]:
    """Return rows, those whose term has come, done in time and late, of rows that are each due once."""
    found = [state_of(unit, AS_OF, execution.plan.calendar) for unit in execution.units]
    come = [one for one in found if one.term and one.term < AS_OF and one.status in _COME]
    in_time = sum(one.status is Status.DONE for one in come)
    return len(found), len(come), in_time, sum(one.status is Status.DONE_LATE for one in come)


def test_the_figures_are_those_of_the_units() -> None:
    by_name = {one.plan.municipality: one for one in executions()}
    for one in region().members:
        found = one.totals
        assert (found.rows, found.due, found.in_time, found.late) == recounted(by_name[one.name]), one.name


def test_only_those_with_data_are_summed_and_all_are_counted() -> None:
    found = summary_of(region())
    by_name = {one.plan.municipality: one for one in executions()}
    sums = [recounted(by_name[one.name]) for one in region().reporting]
    rows, due, in_time, late = (sum(column) for column in zip(*sums, strict=True))
    totals = found.totals
    assert (totals.rows, totals.due, totals.in_time, totals.late) == (rows, due, in_time, late) == (6, 6, 3, 1)
    assert (found.reporting, found.size) == (2, 5)
    assert [one.name for one in found.silent] == ["Андреевский район", "Борисовский район"]
