"""What a roadmap does of its regional plan: rows that carry out its measures, those that do not, what is removed.

A row carries out the measure that it serves, by `extends:` or by `serves:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roadmapc.plan.addresses import plain_number
from roadmapc.plan.execution import Outside, RowState, Status
from roadmapc.plan.plan import Plan, Row
from roadmapc.plan.region.proofs import proofs_of, public_links
from roadmapc.russian.normal_form import compared_form, normal_form
from roadmapc.source.model.marks import ProvingDocument

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from datetime import date

    from roadmapc.source.basing.base_plan import BasePlan


@dataclass(frozen=True, slots=True)
class RegionalPlan:
    """A plan that roadmaps extend: its file, a digest of its content, the wordings of its measures by their ids."""

    file: str
    digest: str
    measures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A row that carries out measures: its number and term as printed, how it stands, what proves it first.

    `serves` are the ids of measures; without a term of its own that of its first day is told.
    """

    serves: frozenset[str]
    number: str
    term: tuple[str, ...]
    status: Status | None
    outside: Outside | None
    document: ProvingDocument | None
    link: str


@dataclass(frozen=True, slots=True)
class Unserving:
    """A row that carries out no measure of its own regional plan: its number, first words, and all for comparison."""

    number: str
    title: str
    words: str


def regional_plan(base: BasePlan) -> RegionalPlan:
    """Return what a roll-up tells of a base plan: the wording of each activity, in the order of the plan."""
    from roadmapc.source.basing.base_plan import rows_of

    data = base.tree.data if base.tree else None
    found = ((item.get("id"), item.get("activity")) for _route, item in rows_of(data))
    texts = {name: _words(text) for name, text in found if isinstance(name, str) and text}
    return RegionalPlan(base.source.name, base.digest, tuple(texts.items()))


def _words(text: Any) -> str:
    return " ".join(("\n".join(map(str, text)) if isinstance(text, list) else str(text)).split())


def carried(states: Sequence[RowState], as_of: date) -> Iterator[Carried]:
    """Yield the rows that serve any measure."""
    for state in states:
        row = state.row
        if row.serves:
            documents = [*proofs_of(state, as_of)]
            links = public_links(documents)
            yield Carried(
                frozenset(map(normal_form, row.serves)),
                _number(row),
                _term(row),
                state.status,
                state.outside,
                documents[0] if documents else None,
                links[0] if links else "",
            )


def unserving(states: Sequence[RowState], base: RegionalPlan | None) -> Iterator[Unserving]:
    """Yield the rows that serve no measure of a roadmap's own regional plan; of one without such a plan all rows."""
    names = {normal_form(name) for name, _text in base.measures} if base else frozenset()
    for state in states:
        if names.isdisjoint(map(normal_form, state.row.serves)):
            yield Unserving(_number(state.row), state.row.title, compared_form(state.row.text))


def removed_from(plan: Plan, base: BasePlan) -> Iterator[tuple[str, str]]:
    """Yield the ids of measures that a municipality does not take over, with the reason given for them.

    It stands at the measure, or at the section or row that holds it.
    """
    for name, route in base.ids.items():
        above = (one for one in plan.removed if route[: len(base.ids[one.id])] == base.ids[one.id])
        if first := next(above, None):
            yield normal_form(name), first.reason


def _number(row: Row) -> str:
    return plain_number(row.number) or row.id


def _term(row: Row) -> tuple[str, ...]:
    """Return the words of the row's own deadlines, else the first of the days that it inherits."""
    words = tuple(" ".join(one.deadline_text.split()) for one in (row, *row.later) if one.deadline_text)
    return words or tuple(f"{one.due:%d.%m.%Y}" for one in row.occurrences[:1])
