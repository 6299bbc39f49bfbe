"""How plans stand on a day: what is late, worst first, what falls due soon, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from roadmapc.plan.execution.mark_days import is_known
from roadmapc.plan.execution.placing import Execution, Unit
from roadmapc.plan.execution.statuses import State, state_of
from roadmapc.plan.plan import Plan

Group = Literal["late", "coming", "other"]
_ORDER: dict[Group, int] = {"late": 0, "coming": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit of a plan with its state on a day, and which list it belongs to.

    `result` and `reason` are the words of its marks that were known on the day, or «».
    """

    execution: Execution
    unit: Unit
    state: State
    group: Group
    result: str = ""
    reason: str = ""

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        return self.execution.plan


def standings(execution: Execution, as_of: date, days: int) -> Iterator[Standing]:
    """Yield all units of a plan; what is not closed and due within so many days is coming."""
    for unit in execution.units:
        state = state_of(unit, as_of, execution.plan.calendar)
        known = [placed.mark for placed in unit.marks if is_known(placed.mark, as_of)]
        result, reason = _words(mark.result for mark in known), _words(mark.reason for mark in known)
        yield Standing(execution, unit, state, _group(unit, state, as_of, days), result, reason)


def _words(texts: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(" ".join(text.split()) for text in texts if text))


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
