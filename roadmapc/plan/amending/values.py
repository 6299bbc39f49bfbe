"""What an amending act is made of: two editions of a plan, the act, and choices on which sources disagree."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from roadmapc.plan.changes import Changes, changes
from roadmapc.plan.plan import Plan
from roadmapc.russian.amending_choices import AmendSettings


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """The act that changes the plan: kind, day, number (both unknown in a draft), what it is about, its preamble.

    `author` is who is said to have made the tracked changes; «» for the organisation of the letterhead.
    """

    kind: str = "приказ"
    date: date | None = None
    number: str = ""
    title: str = ""
    preamble: str = ""
    author: str = ""


@dataclass(frozen=True, eq=False)
class Amendment:
    """A signed plan, what it is to become, and the act that makes it so; one is the same as itself alone."""

    old: Plan
    new: Plan
    act: AmendingAct
    settings: AmendSettings = field(default_factory=AmendSettings)

    @cached_property
    def changes(self) -> Changes:
        """Return what differs, in the order of the document."""
        return changes(self.old, self.new).signed
