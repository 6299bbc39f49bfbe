"""Execution of one roadmap → what a roll-up tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmapc.plan.execution import Execution, RowState, overall, row_states
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.region.carried import carried, regional_plan, removed_from, unserving
from roadmapc.plan.region.criteria import filled
from roadmapc.plan.region.cycle import links_of
from roadmapc.plan.region.indicators import values_of
from roadmapc.plan.region.members import Asked, Member
from roadmapc.plan.region.periods import totals_in
from roadmapc.plan.region.proofs import known_marks

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan


def member_of(
    execution: Execution, base: BasePlan | None, asked: Asked, states: tuple[RowState, ...] | None = None
) -> Member:
    """Return what a roll-up tells of a roadmap; `base` is the regional plan that its source extends.

    `states` are its rows on the day and in the period asked for, where they are known.
    """
    plan, as_of = execution.plan, asked.as_of
    if states is None:
        states = row_states(execution, as_of, asked.period.days if asked.period else None)
    marks = [*known_marks(execution, as_of)]
    regional = regional_plan(base) if base else None
    cycle = tuple(links_of(plan, states, as_of))
    positions = asked.criteria.criteria if asked.criteria else ()
    is_compared = asked.former is not None and asked.period is not None
    return Member(
        municipality=plan.municipality,
        id=plan.id,
        title=plan.roadmap.document.title or "",
        region=plan.roadmap.municipality.region or "",
        totals=overall(states),
        has_data=bool(marks),
        last_word=max((day_of(text) for mark in marks for text in (mark.done, mark.reported) if text), default=None),
        amendments=plan.revision,
        revised=plan.revised,
        has_editions=plan.has_editions,
        base=regional,
        carried=tuple(carried(states, as_of)),
        removed=tuple(removed_from(plan, base)) if base else (),
        unserving=tuple(unserving(states, regional)),
        cycle=cycle,
        indicators=tuple(values_of(plan, asked.year)),
        form=tuple(filled(one, cycle, plan, states, as_of) for one in positions),
        before=totals_in(execution, asked.former, as_of) if is_compared else None,
        within=totals_in(execution, asked.period, as_of) if is_compared else None,
        name=plan.municipality,
    )
