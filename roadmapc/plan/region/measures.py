"""The regional measures: the rows of each municipality that carry one out.

Rows that serve none but are worded alike are proposals: a person decides, and nothing counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.plan.execution import Status
from roadmapc.plan.region.carried import Carried, RegionalPlan, Unserving
from roadmapc.plan.region.members import Member, Region
from roadmapc.russian.normal_form import compared_form, normal_form

_DONE = frozenset({Status.DONE, Status.DONE_LATE})
_ALIKE = 90
"""Of a hundred, from which on two wordings are shown to a person as perhaps the same measure."""


@dataclass(frozen=True, slots=True)
class MeasureOf:
    """A measure in one municipality: the rows that carry it out; without any, why it was `removed`, where it was.

    Without data nobody knows what became of them, and their states say nothing.
    """

    member: Member
    rows: tuple[Carried, ...]
    removed: str | None = None

    @property
    def counted(self) -> tuple[Carried, ...]:
        """Return the rows whose term has come and of which something is known."""
        return tuple(one for one in self.rows if self.member.has_data and one.outside is None)

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
    row: Unserving
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
    found = tuple(measure for base in region.bases for measure in _of_base(region, base))
    without = tuple(one for one in region.members if one.base is None)
    return Measures(found, without, tuple(_proposals(region)))


def _of_base(region: Region, base: RegionalPlan) -> Iterator[Measure]:
    members = [one for one in region.members if one.base and one.base.digest == base.digest]
    removed = [dict(one.removed) for one in members]
    for name, text in base.measures:
        key = normal_form(name)
        entries = []
        for member, reasons in zip(members, removed, strict=True):
            rows = tuple(one for one in member.carried if key in one.serves)
            entries.append(MeasureOf(member, rows, None if rows else reasons.get(key)))
        yield Measure(name, text, base.file, tuple(entries))


def _proposals(region: Region) -> Iterator[Proposal]:
    """Yield rows that serve no measure of their own regional plan, or extend none, but are worded like one."""
    if not region.bases:
        return
    from rapidfuzz import fuzz, process  # costs 20 ms and is needed only where there are measures

    known = {one.digest: dict(one.measures) for one in region.bases}
    every = {name: text for texts in reversed(known.values()) for name, text in texts.items()}
    for member in region.members:
        texts = known[member.base.digest] if member.base else every
        wordings = {name: compared_form(text) for name, text in texts.items()}
        for row in member.unserving:
            if match := process.extractOne(row.words, wordings, scorer=fuzz.ratio, score_cutoff=_ALIKE):
                _wording, score, name = match
                yield Proposal(member, row, name, texts[name], int(score))
