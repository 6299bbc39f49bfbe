"""Who is in a roll-up: what is told of each roadmap, and those that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roadmapc.plan.execution import ReportPeriod, Totals
from roadmapc.plan.region.carried import Carried, RegionalPlan, Unserving
from roadmapc.plan.region.cycle import LinkOf
from roadmapc.plan.region.indicators import IndicatorValue
from roadmapc.russian.normal_form import compared_form

if TYPE_CHECKING:  # what reads criteria is loaded where there are some
    from roadmapc.source.model.criteria import Criteria


@dataclass(frozen=True, slots=True)
class Asked:
    """What a roll-up is asked for: its day, its period (None from the start), the period before, positions of a form.

    Without `criteria` no form is filled in.
    """

    as_of: date
    period: ReportPeriod | None = None
    former: ReportPeriod | None = None
    criteria: Criteria | None = None

    @property
    def year(self) -> str:
        """Return the year whose indicators are compared."""
        return str((self.period.days.last if self.period else self.as_of).year)


@dataclass(frozen=True, slots=True)
class Member:
    """What a roll-up tells of a roadmap; made by itself, so that many processes can make many.

    `name` is what tables call it: its municipality, told apart where that has several. `last_word` is the latest day
    on which, by its marks, something was done or told. `amendments` are those in force, `revised` the day from which
    the text is as it stands, `has_editions` whether the signed texts are kept, so that the one in force on the day is
    counted and not a later one. `base` is the regional plan that its source extends: an edition in force holds its
    rows, but names it no more. `form` has the links of each position that is asked for; `before` and `within` are the
    figures of the former period and of this one, None where nothing was told by then.
    """

    municipality: str
    id: str
    title: str
    region: str
    totals: Totals
    has_data: bool
    last_word: date | None
    amendments: int
    revised: date | None
    has_editions: bool
    base: RegionalPlan | None
    carried: tuple[Carried, ...]
    removed: tuple[tuple[str, str], ...]
    unserving: tuple[Unserving, ...]
    cycle: tuple[LinkOf, ...]
    indicators: tuple[IndicatorValue, ...]
    form: tuple[tuple[str, ...], ...] = ()
    before: Totals | None = None
    within: Totals | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A roadmap that cannot be read, or whose marks cannot: its file, and its municipality where that is known."""

    file: str
    municipality: str = ""

    @property
    def name(self) -> str:
        """Return what a table calls it."""
        return f"{self.municipality} ({self.file})" if self.municipality else self.file


@dataclass(frozen=True)
class Region:
    """All that is rolled up: roadmaps in the order of their municipalities."""

    members: tuple[Member, ...]
    unread: tuple[Unread, ...]
    asked: Asked

    @property
    def size(self) -> int:
        """Return how many roadmaps there are, read or not: the denominator."""
        return len(self.members) + len(self.unread)

    @cached_property
    def reporting(self) -> tuple[Member, ...]:
        """Return those of whose execution something is told."""
        return tuple(one for one in self.members if one.has_data)

    @cached_property
    def bases(self) -> tuple[RegionalPlan, ...]:
        """Return the regional plans that are extended, each content once, in the order of the members."""
        return tuple({one.base.digest: one.base for one in self.members if one.base}.values())


def roll_up(members: Sequence[Member], unread: Iterable[Unread], asked: Asked) -> Region:
    """Return the roll-up of some roadmaps, in the order of their municipalities' names whatever order they come in."""
    several = Counter(compared_form(one.municipality) for one in members)
    bases: dict[str, RegionalPlan] = {}
    found = []
    for one in members:
        name = " ".join(one.municipality.split())
        if several[compared_form(name)] > 1:
            name = f"{name}: {' '.join((one.title or one.id).split())}"
        base = bases.setdefault(one.base.digest, one.base) if one.base else None  # kept once, whoever read it
        found.append(((compared_form(name), one.id), replace(one, name=name, base=base)))
    ordered = tuple(member for _key, member in sorted(found, key=lambda one: one[0]))
    lost = tuple(sorted(unread, key=lambda one: (compared_form(one.name), one.file)))
    return Region(ordered, lost, asked)
