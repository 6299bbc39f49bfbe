"""The options of `report --region`, and the roll-up that they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.cli import _problems, _terminal, _written
from roadmapc.cli._reported import AllRead
from roadmapc.diagnostics import Message, UserError
from roadmapc.russian.normal_form import compared_form
from roadmapc.workspace import building, source_files
from roadmapc.workspace.reporting import Readable, folder_of_time
from roadmapc.workspace.settings import ExecutionSettings

if TYPE_CHECKING:
    from roadmapc.documents.output import OutputContext
    from roadmapc.documents.region._report import RegionReport
    from roadmapc.plan.region import Asked
    from roadmapc.source.model.criteria import Criteria


class RegionOptions(NamedTuple):
    """What the options say: whether a roll-up is asked for, its criteria, the period that it is compared with."""

    region: bool
    criteria: Path | None
    compare_with: str | None

    def refuse_idle(self, others: dict[str, object], period: str | None) -> None:
        """Refuse options that would do nothing: its own without --region, `others` beside it."""
        if not self.region:
            own: dict[str, object] = {"--criteria": self.criteria, "--compare-with": self.compare_with}
            for name, value in own.items():
                _terminal.refuse_idle((value, Message("{option} goes with --region alone", option=name)))
            return
        for name, value in others.items():
            _terminal.refuse_idle((value, Message("{option} does not go with --region", option=name)))
        needed = Message("--compare-with needs the period that is compared: add --period")
        _terminal.refuse_idle((self.compare_with and not period, needed))


def read_criteria(named: Path | None) -> Criteria:
    """Return the criteria of the file that is named, else those of the program; raises UserError where none are."""
    from roadmapc.plan.region.criteria import SHIPPED
    from roadmapc.source.criteria_file import read_criteria as read

    path = named or SHIPPED
    data, problem = source_files.content(path)
    file = None if problem else read(path.as_posix(), data)
    problems = [problem] if problem else file.problems if file else ()
    _problems.tell([*problems])
    if file is None or file.criteria is None or problems:
        raise UserError(Message("{path}: the criteria cannot be used", path=path.as_posix()))
    return file.criteria


class RegionAbout(NamedTuple):
    """What a roll-up is told with: what it is asked for, who compiles it, settings."""

    asked: Asked
    compiler: str
    phone: str
    settings: ExecutionSettings

    def report(self, read: AllRead) -> RegionReport:
        """Return the roll-up of what was read."""
        from roadmapc.documents.region._report import RegionReport
        from roadmapc.plan.region import Unread, roll_up

        _refuse_twice(read.found)
        members = [one.member for one in read.found if one.member]
        unread = [Unread(one.path.as_posix(), one.municipality) for one in read.unread]
        return RegionReport(
            roll_up(members, unread, self.asked),
            self._required_by(),
            late_counts=self.settings.late_counts,
            compiler=self.compiler,
            phone=self.phone,
        )

    def _required_by(self) -> date | None:
        """Return the day by which reports on the period were due by the settings."""
        if self.asked.period is None:
            return None
        from roadmapc.plan.report_days import reports_due

        days = self.asked.period.days
        found = reports_due(self.settings.report_days, days, days.first, date.max)
        return next((one.due for one in found if one.about == days), None)


def _refuse_twice(found: Sequence[Readable]) -> None:
    """Refuse one roadmap that is there twice: it would be counted twice, and nobody knows which is the right one."""
    seen: dict[tuple[str, str], Path] = {}
    for one in found:
        key = compared_form(one.municipality), one.id.casefold()
        if key in seen:
            message = Message("{a} and {b} are one roadmap of one municipality", a=seen[key], b=one.path)
            raise UserError(message, Message("set “id:” in one of them, or leave one of them out"))
        seen[key] = one.path


def built(report: RegionReport, context: OutputContext, out: Path) -> _written.Built:
    """Return the files of a roll-up; there is a folder for each period, and for each day without one."""
    from roadmapc.documents.region._report import region_files

    folder = out / "region" / folder_of_time(report.region.asked.period, report.region.asked.as_of)
    with building.worded(folder):
        return _written.Built(None, None, folder, list(region_files(report, context)))
