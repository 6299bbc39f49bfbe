"""What an amending act is made of: two editions of a plan, the act, and choices on which sources disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal

from roadmapc.plan.changes import Changes, changes
from roadmapc.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """The act that changes the plan: kind, day, number (both may be unknown in a draft), what it is about."""

    kind: str = "приказ"
    date: date | None = None
    number: str = ""
    title: str = ""


@dataclass(frozen=True)
class AmendSettings:
    """`[amend]` of `roadmapc.toml`: choices on which the sources disagree (Краснодар, Липецк, Госдума: each its own).

    `amended` is what the act amends: the approved document, or the order that approved it. `items` is how changes are
    numbered: 1) а), or decimally. `row` is what a row is called, `column` how a column is named: by its number or its
    heading. `dropping` is the verb for what goes; `quotes` are the inner ones. From `new_edition` on, a share of rows
    changed, the attachment is given anew.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    amended: Literal["document", "order"] = "document"
    items: Literal["brackets", "decimal"] = "brackets"
    row: Literal["пункт", "строка", "позиция"] = "пункт"
    column: Literal["number", "name"] = "number"
    dropping: Literal["исключить", "признать утратившим силу"] = "исключить"
    quotes: Literal["„“", "«»"] = "„“"
    new_edition: float = 0.5


@dataclass(frozen=True)
class Amendment:
    """A signed plan, what it is to become, and the act that makes it so."""

    old: Plan
    new: Plan
    act: AmendingAct
    settings: AmendSettings = AmendSettings()

    @cached_property
    def changes(self) -> Changes:
        """Return what differs, in the order of the document."""
        return changes(self.old, self.new)
