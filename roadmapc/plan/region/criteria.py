"""The form «Позиция оценивания · Ссылка 1–5»: positions of a pack, filled with public links of what proves them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapc.plan.execution import RowState
from roadmapc.plan.region.cycle import CycleOf, cycles_of, words_of
from roadmapc.plan.region.members import Member, Region
from roadmapc.plan.region.proofs import proofs_of, public_links
from roadmapc.russian.stems import stems
from roadmapc.source.model.criteria import Criteria, Position

SHIPPED = Path(__file__).with_name("methodical-work.yaml")
"""Positions on methodical work, for regions that have none of their own."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A position with all public links of documents that prove it; the form has room for five of them."""

    position: Position
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form of one municipality."""

    member: Member
    positions: tuple[Filled, ...]


def forms_of(region: Region, criteria: Criteria) -> tuple[FilledForm, ...]:
    """Return the form of each municipality, filled in as far as its marks know links."""
    found = []
    for cycle, states in zip(cycles_of(region), region.states, strict=True):
        positions = (Filled(one, _links(one, cycle, states, region.as_of)) for one in criteria.criteria)
        found.append(FilledForm(cycle.member, tuple(positions)))
    return tuple(found)


def _links(position: Position, cycle: CycleOf, states: tuple[RowState, ...], as_of: date) -> tuple[str, ...]:
    if not position.proved_by:
        return next(one.links for one in cycle.links if one.link == position.component)
    wanted = [frozenset(stems(words)) for words in position.proved_by]
    plan = cycle.member.execution.plan
    documents = []
    for state in states:
        about = {*stems(words_of(plan, state))}
        for one in proofs_of(state, as_of):
            said = about | {*stems((one.kind or "").lower())}
            documents += [one] if any(words <= said for words in wanted) else []
    return public_links(documents)
