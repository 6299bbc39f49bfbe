"""What other files must know of a roadmap: enough to set them against each other without reading it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from roadmapc.plan import Plan
from roadmapc.russian.stems import plain
from roadmapc.source.model import Owner, Record

_SHORT = {"мр": "район", "го": "городской округ", "г": "город"}
_SAID_OF_ALL = frozenset({"мо", "муниципальное", "муниципальный", "муниципального", "образование", "образования"})
_SORTS = frozenset({"район", "городской", "округ", "город"})
MunicipalityName = tuple[frozenset[str], tuple[str, ...]]
"""The sort of a municipality, wherever it is said, and its own name."""


class Who(NamedTuple):
    """An owner in a directory: the post and the person."""

    post: str
    person: str | None

    def __str__(self) -> str:
        return f"{self.post}, {self.person}" if self.person else self.post


class RoadmapSummary(Record):
    """A roadmap's file and id, its municipality, kind, title and period (first and last day), and its owners by alias.

    `shared` holds what the folder's directory (`directory` is its file) says of the same aliases.
    """

    file: str
    id: str
    municipality: str
    kind: str
    title: str
    period: tuple[date, date] | None
    owners: Mapping[str, Who]
    directory: str | None
    shared: Mapping[str, Who]

    @property
    def municipality_name(self) -> MunicipalityName:
        """Return the municipality in whatever words: «Ивановский муниципальный район», «МО «Ивановский район»»."""
        return _municipality_name(self.municipality)

    @property
    def identity(self) -> object:
        """Return what tells documents apart: whose it is, what it is called, and its period."""
        return self.municipality_name, plain(self.title), self.period

    def overlaps(self, other: RoadmapSummary) -> bool:
        """Say whether both periods are known and have a day in common."""
        one, two = self.period, other.period
        return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


@lru_cache(4096)  # each rule that sets roadmaps against each other asks for it
def _municipality_name(municipality: str) -> MunicipalityName:
    words = (_SHORT.get(word, word) for word in plain(municipality).split())
    parts = [part for word in words for part in word.split() if part not in _SAID_OF_ALL]
    return frozenset(parts) & _SORTS, tuple(part for part in parts if part not in _SORTS)


def summary_of(plan: Plan) -> RoadmapSummary:
    """Return the summary of a plan."""
    own, directory = plan.roadmap.owners, plan.directory
    return RoadmapSummary(
        file=plan.tree.source.name,
        id=plan.id,
        municipality=plan.municipality,
        kind=plan.roadmap.document.kind,
        title=plan.roadmap.document.title or "",
        period=(plan.period.first, plan.period.last) if plan.period else None,
        owners={alias: _who(owner) for alias, owner in own.items()},
        directory=directory.source.name if directory else None,
        shared={alias: _who(owner) for alias, owner in directory.owners.items() if alias in own} if directory else {},
    )


def _who(owner: Owner) -> Who:
    return Who(owner.post, owner.name)
