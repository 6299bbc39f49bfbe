"""What a project sets for all its roadmaps: the calendar, and what `check` looks for and fails on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from roadmapc.checks.selection import RuleSelection
from roadmapc.diagnostics import Severity
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar

FILE = "roadmapc.toml"
FailOn = Literal["error", "warning", "note", "never"]


@dataclass(frozen=True)
class CheckSettings:
    """`[check]`: rules by name, code or beginning of a code; what fails; the baseline; whether spelling is checked."""

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: FailOn = "warning"
    baseline: str | None = None
    spell: bool = False


@dataclass(frozen=True)
class Settings:
    """What a project sets; the defaults where it has no file."""

    calendar: Calendar = DEFAULT_CALENDAR
    check: CheckSettings = field(default_factory=CheckSettings)


def selection_of(
    settings: CheckSettings, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), spell: bool = False
) -> RuleSelection:
    """Return which rules run: what the command line selects takes the place of the project's choice, the rest adds."""
    return RuleSelection(
        select=select or settings.select,
        ignore=(*settings.ignore, *ignore),
        spell=spell or settings.spell,
        severity=settings.severity,
    )
