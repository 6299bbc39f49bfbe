"""Roadmaps with what became of them, for letters: read, chosen, what is wrong with them told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli import _terminal
from roadmapc.cli._days_asked import Asked, days_in
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.documents.letters.addressing import FollowedPlan
from roadmapc.documents.output import OutputContext
from roadmapc.plan import Plan
from roadmapc.plan.reminders import by_owner, is_named
from roadmapc.plan.reminding import Warnings, reminders
from roadmapc.russian.normal_form import searched_form
from roadmapc.workspace import forms, loading, marks_files, source_files, template_files


class _Read(NamedTuple):
    path: Path
    result: Compilation
    plan: Plan


class Followed:
    """The roadmaps to write of; `has_problems` says whether one of them, or its marks, could not be read rightly."""

    def __init__(self, files: Sequence[Path], municipality: str, templates: Path | None) -> None:
        folders = tuple(template_files.overrides(templates).values())
        self._templates = templates
        self._context = template_files.output_context(folders, ("docx",), "")
        self.has_problems = False
        self._read = [*self._readable(files, searched_form(municipality))]
        if municipality and not self._read and not self.has_problems:
            raise UserError(Message("no roadmap of “{name}”", name=municipality))

    def _readable(self, files: Sequence[Path], municipality: str) -> Iterator[_Read]:
        read = [*map(loading.read, files)]
        self._refuse(
            [problem for one in (*loading.directories(files), *loading.unfit_bases()) for problem in one.errors]
        )
        for path, result in zip(files, read, strict=True):
            if result.plan is None:
                self._refuse(result.errors)
            elif municipality in searched_form(result.plan.municipality):
                marks = marks_files.beside(path)
                if marks and marks.problems:  # what is done would be taken for late
                    self._refuse(marks.problems)
                else:
                    yield _Read(path, result, result.plan)

    def _refuse(self, errors: Sequence[Diagnostic]) -> None:
        if errors:
            from roadmapc.reporters import text

            self.has_problems = True
            out = _terminal.console(stderr=True)
            out.print(text.folded(errors, _, out.width), end="")

    def on(self, today: date, asked: Asked | None, owner: str) -> list[FollowedPlan]:
        """Return what to remind of in each roadmap; of one owner alone where it is named."""
        names = (assignee for one in self._read for row in one.plan.dated_rows for assignee in row.assignees)
        if owner and self._read and not any(is_named(assignee, owner) for assignee in names):
            raise UserError(Message("no activities of “{name}”", name=owner))
        return [one for read in self._read if (one := self._followed(read, today, asked, owner))]

    def _followed(self, read: _Read, today: date, asked: Asked | None, owner: str) -> FollowedPlan | None:
        path, result, _source = read
        execution = marks_files.execution(path, read.plan, today)
        plan = execution.plan
        days = None if asked is None else days_in(plan, asked, today)
        if asked is not None and days is None:
            self._say(Message("{name}: no such month in its period", name=plan.municipality))
            return None
        if count := len(execution.misplaced):
            self.has_problems = True
            self._say(Message("{path}: marks that mean no row: {n}; see roadmapc check", path=path, n=count))
        found = reminders(execution, today, warnings(), days)
        owned = tuple(one for one in by_owner(found) if not owner or is_named(one.owner, owner))
        return FollowedPlan(plan, owned, tuple(found), self._with_form(path, result))

    def _with_form(self, path: Path, result: Compilation) -> OutputContext:
        form = forms.named_by(result, path, self._templates)
        return template_files.with_form(self._context, forms.usable(form)) if form else self._context

    @staticmethod
    def _say(message: Message) -> None:
        _terminal.console(stderr=True).print(message.text(_))


def warnings() -> Warnings:
    """Return when the project warns, and when its reports are due."""
    execution = source_files.settings().execution
    return Warnings(execution.warn_days, execution.warn_working_days, execution.report_days)
