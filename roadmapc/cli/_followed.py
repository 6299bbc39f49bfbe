"""Roadmaps with what became of them, for letters: read, chosen, what is wrong with them told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from roadmapc.cli import _problems, _terminal
from roadmapc.cli._days_asked import Asked, days_in
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.documents.letters.addressing import FollowedPlan
from roadmapc.documents.output import OutputContext
from roadmapc.plan.execution import Execution
from roadmapc.plan.reminders import by_owner, is_named
from roadmapc.plan.reminding import Warnings, reminders
from roadmapc.workspace import executions, forms, source_files, template_files
from roadmapc.workspace.executions import ReadRoadmap


class Followed:
    """The roadmaps to write of; `has_problems` says whether one of them, or its marks, could not be read rightly."""

    def __init__(self, files: Sequence[Path], municipality: str, templates: Path | None, today: date) -> None:
        folders = tuple(template_files.overrides(templates).values())
        self._templates = templates
        self._context = template_files.output_context(folders, ("docx",), "")
        self._today = today
        read = [*executions.each(files, today, municipality)]
        problems = [*executions.shared_problems(files), *(problem for one in read for problem in one.problems)]
        _problems.tell(problems)
        self.has_problems = bool(problems)
        # where marks cannot be read, what is done would be taken for late
        self._read = [(one, one.execution) for one in read if one.execution and not one.problems]
        if municipality and not self._read and not self.has_problems:
            raise UserError(Message("no roadmap of “{name}”", name=municipality))

    def of(self, asked: Asked | None, owner: str) -> list[FollowedPlan]:
        """Return what to remind of in each roadmap; of one owner alone where it is named."""
        plans = (execution.plan for _one, execution in self._read)
        names = (assignee for plan in plans for row in plan.dated_rows for assignee in row.assignees)
        if owner and self._read and not any(is_named(assignee, owner) for assignee in names):
            raise UserError(Message("no activities of “{name}”", name=owner))
        return [found for one in self._read if (found := self._followed(*one, asked, owner))]

    def _followed(
        self, read: ReadRoadmap, execution: Execution, asked: Asked | None, owner: str
    ) -> FollowedPlan | None:
        plan, today = execution.plan, self._today
        days = None
        if asked is not None:
            days, note = days_in(plan.municipality, plan.period, asked, today)
            if note:
                self._say(note)
            if days is None:
                return None
        if count := len(execution.misplaced):
            self.has_problems = True
            self._say(Message("{path}: marks that mean no row: {n}; see roadmapc check", path=read.path, n=count))
        found = reminders(execution, today, warnings(), days)
        owned = tuple(one for one in by_owner(found) if not owner or is_named(one.owner, owner))
        return FollowedPlan(plan, owned, tuple(found), self._with_form(read))

    def _with_form(self, read: ReadRoadmap) -> OutputContext:
        form = forms.needed_by(read.result, read.path, self._templates)
        return template_files.with_form(self._context, forms.usable(form)) if form else self._context

    @staticmethod
    def _say(message: Message) -> None:
        _terminal.console(stderr=True).print(message.text(_))


def warnings() -> Warnings:
    """Return when the project warns, and when its reports are due."""
    execution = source_files.settings().execution
    return Warnings(execution.warn_days, execution.warn_working_days, execution.report_days)
