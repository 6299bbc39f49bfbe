"""The editions of a roadmap as values: signed texts with their plans, in the order in which they came into force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadmapc.diagnostics import Diagnostic
from roadmapc.plan.plan import Plan
from roadmapc.russian.calendar import parse_date
from roadmapc.source.edition_file import EditionFile
from roadmapc.source.model.edition import EditionAct


@dataclass(frozen=True)
class KeptEdition:
    """A signed text: the file that keeps it, and the plan that it is."""

    file: EditionFile
    plan: Plan

    @property
    def act(self) -> EditionAct:
        """Return the act by which it is in force."""
        return self.file.act

    @property
    def day(self) -> date:
        """Return the day from which it is in force."""
        return self.file.day


@dataclass(frozen=True)
class Editions:
    """All editions of a roadmap, in the order in which they came into force.

    `foreign` are those in its folder that are another roadmap's, `problems` tell which cannot be read: nothing is
    judged by either.
    """

    kept: tuple[KeptEdition, ...] = ()
    foreign: tuple[KeptEdition, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def found(self) -> bool:
        """Say whether there are any that can be read."""
        return bool(self.kept or self.foreign)

    @property
    def latest(self) -> KeptEdition | None:
        """Return the last signed text."""
        return self.kept[-1] if self.kept else None

    def on(self, day: date) -> KeptEdition | None:
        """Return the edition in force on a day; before the first one was, that one: nothing older is known."""
        return next((one for one in reversed(self.kept) if one.day <= day), self.kept[0] if self.kept else None)


def in_order(found: Iterable[KeptEdition], plan: Plan) -> tuple[KeptEdition, ...]:
    """Return editions by their days; those of one day as the roadmap lists their acts, the order first of all."""
    listed = {act_key(one.date, one.number): at for at, one in enumerate(plan.roadmap.amendments)}

    def place(one: KeptEdition) -> tuple[date, int, str]:
        return one.day, listed.get(act_key(one.act.date, one.act.number), -1), one.act.number or ""

    return tuple(sorted(found, key=place))


def act_key(day: str, number: str | None) -> tuple[date | None, str]:
    """Return what tells one act from another, however its date is written: day and number."""
    return parse_date(day), " ".join((number or "").lstrip("№N ").split()).casefold()
