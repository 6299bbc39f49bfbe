"""The regional measures: the row of each municipality that carries one out, its term, status and proof.

A row carries out the measure that it serves, by `extends:` or by `serves:`. Rows that serve none but are worded alike
are proposals: a person decides, and nothing counts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roadmapc.plan.execution import RowState, Status
from roadmapc.plan.region.members import Member, Region
from roadmapc.plan.region.proofs import proofs_of, public_links
from roadmapc.russian.normal_form import compared_form, normal_form
from roadmapc.source.model.marks import ProvingDocument

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan

_DONE = frozenset({Status.DONE, Status.DONE_LATE})
_ALIKE = 90
"""Of a hundred, from which on two wordings are shown to a person as perhaps the same measure."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A row that carries out a measure: its state, the first document that proves it, the first public link."""

    state: RowState
    document: ProvingDocument | None
    link: str


@dataclass(frozen=True, slots=True)
class MeasureOf:
    """A measure in one municipality: the rows that carry it out; none with the reason why it was `removed`, or «».

    Without data nobody knows what became of them, and their states say nothing.
    """

    member: Member
    rows: tuple[Carried, ...]
    has_data: bool
    removed: str = ""

    @property
    def counted(self) -> tuple[RowState, ...]:
        """Return the rows whose term has come and of which something is known."""
        return tuple(one.state for one in self.rows if self.has_data and one.state.outside is None)

    @property
    def is_done(self) -> bool:
        """Say whether all its counted rows are done, late or in time; never where there are none."""
        return bool(self.counted) and all(one.status in _DONE for one in self.counted)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a regional plan, `file` that plan's; one entry for each municipality that extends it."""

    id: str
    text: str
    file: str
    entries: tuple[MeasureOf, ...]

    @property
    def due(self) -> int:
        """Return in how many municipalities its term has come, of those with data."""
        return sum(bool(one.counted) for one in self.entries)

    @property
    def done(self) -> int:
        """Return in how many of them it is done."""
        return sum(one.is_done for one in self.entries)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that serves no measure and is worded much like one; `alike` is of a hundred."""

    member: Member
    state: RowState
    measure: str
    text: str
    alike: int


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of the regional plans, those who extend none, and proposals."""

    measures: tuple[Measure, ...]
    without_base: tuple[Member, ...]
    proposals: tuple[Proposal, ...]


def measures_of(region: Region) -> Measures:
    """Return what became of each regional measure."""
    pairs = [*zip(region.members, region.states, strict=True)]
    served = [_served(states) for states in region.states]
    found: list[Measure] = []
    for base in region.bases:
        for name, text in measure_texts(base).items():
            entries = tuple(
                _entry(region, member, base, name, by_name.get(normal_form(name), ()))
                for (member, _states), by_name in zip(pairs, served, strict=True)
                if member.base and member.base.digest == base.digest
            )
            found.append(Measure(name, text, base.source.name, entries))
    without = tuple(one for one in region.members if one.base is None)
    return Measures(tuple(found), without, tuple(_proposals(region, pairs)))


def measure_texts(base: BasePlan) -> Mapping[str, str]:
    """Return the wording of each activity of a base plan by its id, in the order of the plan."""
    from roadmapc.source.basing.base_plan import rows_of

    data = base.tree.data if base.tree else None
    found = ((item.get("id"), item.get("activity")) for _route, item in rows_of(data))
    return {name: _words(text) for name, text in found if isinstance(name, str) and text}


def _words(text: Any) -> str:
    return " ".join(("\n".join(map(str, text)) if isinstance(text, list) else str(text)).split())


def _served(states: tuple[RowState, ...]) -> dict[str, tuple[RowState, ...]]:
    found: dict[str, list[RowState]] = {}
    for state in states:
        for name in dict.fromkeys(map(normal_form, state.row.serves)):
            found.setdefault(name, []).append(state)
    return {name: tuple(some) for name, some in found.items()}


def _entry(region: Region, member: Member, base: BasePlan, name: str, states: tuple[RowState, ...]) -> MeasureOf:
    rows = []
    for state in states:
        documents = [*proofs_of(state, region.as_of)]
        links = public_links(documents)
        rows.append(Carried(state, documents[0] if documents else None, links[0] if links else ""))
    removed = "" if rows else _why_removed(member, base, name)
    return MeasureOf(member, tuple(rows), member.has_data(region.as_of), removed)


def _why_removed(member: Member, base: BasePlan, name: str) -> str:
    """Return why a municipality does not take over a measure, or the section or row that holds it."""
    route = base.ids[name]
    reasons = (
        one.reason for one in member.execution.plan.removed if route[: len(base.ids[one.id])] == base.ids[one.id]
    )
    return next(reasons, "")


def _proposals(region: Region, pairs: list[tuple[Member, tuple[RowState, ...]]]) -> Iterator[Proposal]:
    """Yield rows that serve no measure of their own regional plan, or extend none, but are worded like one."""
    if not region.bases:
        return
    from rapidfuzz import fuzz, process  # costs 20 ms and is needed only where there are measures

    known = {base.digest: measure_texts(base) for base in region.bases}
    every = {name: text for texts in reversed(known.values()) for name, text in texts.items()}
    for member, states in pairs:
        texts = known[member.base.digest] if member.base else every
        names = [*map(normal_form, texts)] if member.base else []
        wordings = {name: compared_form(text) for name, text in texts.items()}
        for state in states:
            if set(map(normal_form, state.row.serves)) & set(names):
                continue
            words = compared_form(state.row.text)
            if match := process.extractOne(words, wordings, scorer=fuzz.ratio, score_cutoff=_ALIKE):
                _wording, score, name = match
                yield Proposal(member, state, name, texts[name], int(score))
