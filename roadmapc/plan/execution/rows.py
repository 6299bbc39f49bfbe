"""What became of each row in a period: its times taken together, and whether and where it is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmapc.deadlines import Period
from roadmapc.plan.execution.placing import Execution, Unit
from roadmapc.plan.execution.statuses import State, Status, progress_of, state_of
from roadmapc.plan.plan import Row


class Outside(StrEnum):
    """Why a row is outside the shares of a period."""

    PARENT = "parent"
    UNDATED = "undated"
    NOT_YET = "not-yet"
    EARLY = "early"
    EARLIER = "earlier"
    MOVED = "moved"
    REMOVED = "removed"
    EXCLUDED = "excluded"
    GOES_ON = "goes-on"


_WORST = (Status.MISSED, Status.PARTLY, Status.DONE_LATE, Status.DONE)
_NEXT = (Status.AT_RISK, Status.OPEN, Status.MOVED, Status.AHEAD, Status.DONE_LATE, Status.DONE, Status.REMOVED)


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit with its state; `outside` says why it is not counted in the period, None where it is."""

    unit: Unit
    state: State
    outside: Outside | None


@dataclass(frozen=True, slots=True)
class RowState:
    """A row in a period: the states of its times, its own status (None where rows below it are counted instead).

    `outside` is None for a row that is counted, with a status of those that have come. `from_before` says that its term
    had passed before the period.
    """

    row: Row
    units: tuple[UnitState, ...]
    status: Status | None
    outside: Outside | None
    from_before: bool = False

    @property
    def counted(self) -> tuple[UnitState, ...]:
        """Return the times that are counted in the period."""
        return tuple(one for one in self.units if one.outside is None)

    @property
    def done_times(self) -> tuple[int, int]:
        """Return how many of the counted times are done: «2 из 3»; where none is, of all."""
        units = self.counted or self.units
        done = sum(min(*one.state.times) for one in units)
        return done, sum(one.state.times[1] for one in units)


def row_states(execution: Execution, as_of: date, period: Period | None = None) -> tuple[RowState, ...]:
    """Return all rows of the schedules of a plan, in order, as they stand at the end of a day.

    `period` is what a report is about; without it all that has come by the day counts.
    """
    return tuple(_row_states(execution, as_of, period or Period(date.min, as_of)))


def _row_states(execution: Execution, as_of: date, period: Period) -> Iterator[RowState]:
    plan = execution.plan
    for table in plan.tables:
        for row in table.rows if table.is_schedule else ():
            if row.route in execution.parents:
                yield RowState(row, (), None, Outside.PARENT)
                continue
            units = tuple(_unit_state(execution, unit, as_of, period) for unit in execution.by_route[row.route])
            yield _row_state(row, units, period)


def _unit_state(execution: Execution, unit: Unit, as_of: date, period: Period) -> UnitState:
    state = state_of(unit, as_of, execution.plan.calendar)
    if state.term and state.term > period.last < as_of and not unit.row.is_continuous:
        # what fell due between the end of the period and the day is no matter of this report
        as_of = period.last
        state = state_of(unit, as_of, execution.plan.calendar)
    return UnitState(unit, state, _outside(unit, state, as_of, period))


def _outside(unit: Unit, state: State, as_of: date, period: Period) -> Outside | None:
    if unit.occurrence is None or state.term is None:
        return Outside.REMOVED if state.status is Status.REMOVED else Outside.UNDATED
    if state.status is Status.REMOVED:
        return Outside.REMOVED
    if state.status is Status.EXCLUDED:
        return Outside.EXCLUDED
    last = min(period.last, as_of)
    is_last_day = state.term == as_of and not state.is_closed  # it has not passed
    if unit.row.is_continuous and (state.term > last or is_last_day):
        told = [one for one in progress_of(unit, as_of) if one[0] <= period.last and one[1] >= period.first]
        if told and state.status is not Status.AHEAD:
            return None
        return Outside.NOT_YET if state.status is Status.AHEAD else Outside.GOES_ON
    if state.term > last or is_last_day:
        if state.status in {Status.DONE, Status.DONE_LATE}:
            return Outside.EARLY
        return Outside.MOVED if state.moves and state.due is not None and state.due <= last else Outside.NOT_YET
    if state.term < period.first and state.done is not None and state.done < period.first and state.is_closed:
        return Outside.EARLIER
    return None


_GOES_ON = frozenset({Status.OPEN, Status.AT_RISK, Status.MOVED, Status.AHEAD})
"""Nothing is decided yet of what became of it."""


def _row_state(row: Row, units: Sequence[UnitState], period: Period) -> RowState:
    counted = [one for one in units if one.outside is None]
    if counted:
        found = {_counted_status(one) for one in counted}
        status = next(one for one in _WORST if one in found)
        before = all(one.state.term is not None and one.state.term < period.first for one in counted)
        return RowState(row, tuple(units), status, None, before)
    statuses = {one.state.status for one in units}
    worst = next((one for one in (Status.MISSED, Status.PARTLY, *_NEXT, Status.EXCLUDED) if one in statuses), None)
    order = [*Outside]
    outside = min((one.outside for one in units if one.outside), key=lambda one: _RANK.get(one, order.index(one) + 10))
    return RowState(row, tuple(units), worst, outside)


_RANK = {Outside.NOT_YET: 0, Outside.GOES_ON: 1, Outside.MOVED: 2, Outside.EARLY: 3, Outside.EARLIER: 4}
"""Which reason a row with several times gives: what is still to come goes first."""


def _counted_status(one: UnitState) -> Status:
    """Return the status with which a time counts: work that goes on is done in a period of which something is told."""
    return Status.DONE if one.unit.row.is_continuous and one.state.status in _GOES_ON else one.state.status
