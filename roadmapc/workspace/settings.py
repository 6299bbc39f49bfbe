"""What a project sets for all its roadmaps: the calendar, and what `check` looks for and fails on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from roadmapc.checks.selection import RuleSelection
from roadmapc.diagnostics import Severity
from roadmapc.russian.amending_choices import AmendSettings
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.workspace.mail_settings import MailSettings

if TYPE_CHECKING:  # what reads plans is loaded where there are some
    from roadmapc.plan.report_days import ReportDays

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
class ExecutionSettings:
    """`[execution]`: whether what is late counts as done, when to warn, when reports are due, who compiles them.

    Warnings are so many days, or working days, before a term. The days of reports are those of the month that follows
    the time reported; the yearly one is a day and a month of the next year: «15.02».
    """

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

    late_counts: bool = True
    warn_days: tuple[int, ...] = (5,)
    warn_working_days: tuple[int, ...] = (1,)
    monthly_report: int | None = None
    quarterly_report: int | None = None
    half_yearly_report: int | None = None
    yearly_report: str | None = None
    compiler: str | None = None
    phone: str | None = None

    @property
    def report_days(self) -> ReportDays:
        """Return when reports are due."""
        from roadmapc.plan.report_days import ReportDays  # a check of unchanged files loads no plan

        return ReportDays(self.monthly_report, self.quarterly_report, self.half_yearly_report, self.yearly_report)


@dataclass(frozen=True)
class Settings:
    """What a project sets; the defaults where it has no file."""

    calendar: Calendar = DEFAULT_CALENDAR
    check: CheckSettings = field(default_factory=CheckSettings)
    execution: ExecutionSettings = field(default_factory=ExecutionSettings)
    amend: AmendSettings = field(default_factory=AmendSettings)
    mail: MailSettings = field(default_factory=MailSettings)


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
