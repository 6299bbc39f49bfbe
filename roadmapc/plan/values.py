"""When a row is due, and who answers for it: light, for whoever needs no plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmapc.russian.normal_form import compared_form


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an activity is due: its days, inclusive, and the working day on which to act.

    `times` is how often it is due within these days, where the words do not part them: «5 раз в год».
    """

    first: date
    due: date
    act_by: date
    times: int = 1

    @property
    def is_prepared(self) -> bool:
        """Say whether it is an event on days off, which keeps them: `act_by` is the last day to prepare it."""
        return self.act_by < self.first


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who answers for an activity: the printed words and, from the directory, the person and contacts."""

    text: str
    alias: str | None = None
    person: str | None = None
    contacts: str | None = None
    email: str | None = None

    @property
    def key(self) -> str:
        """Return what is the same for one owner: the alias, else the words however they are spaced."""
        return self.alias or compared_form(self.text)
