"""How plans stand on a day: what is late, worst first, what falls due soon, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from roadmapc.plan.execution.placing import Execution, Unit
from roadmapc.plan.execution.statuses import State, state_of
from roadmapc.plan.plan import Plan

Group = Literal["late", "coming", "other"]
_ORDER: dict[Group, int] = {"late": 0, "coming": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit of a plan with its state on a day, and which list it belongs to."""

    execution: Execution
    unit: Unit
    state: State
    group: Group

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        return self.execution.plan


def standings(execution: Execution, as_of: date, days: int) -> Iterator[Standing]:
    """Yield all units of a plan; what is not closed and due within so many days is coming."""
    for unit in execution.units:
        state = state_of(unit, as_of, execution.plan.calendar)
        yield Standing(execution, unit, state, _group(unit, state, as_of, days))


def _group(unit: Unit, state: State, as_of: date, days: int) -> Group:
    if state.is_closed or state.term is None:
        return "other"
    if state.is_late:
        return "late"
    soon = state.term <= as_of + timedelta(days)
    return "coming" if soon and not unit.row.is_continuous else "other"


def ordered(found: Iterable[Standing]) -> list[Standing]:
    """Return what is late first, the longest delay at the top, then what is coming by its term, then the rest."""

    def key(one: Standing) -> tuple[object, ...]:
        term = one.state.term or date.max
        return (_ORDER[one.group], term, one.plan.municipality, one.plan.id, one.unit.row.route)

    return sorted(found, key=key)
