"""Files read and checked by the rules, each alone and then together.

All of the compiler is loaded here: `checking` comes here only where something has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc import compiler
from roadmapc.checks.on_base import for_base
from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import ALL, RuleSelection
from roadmapc.checks.summary import RoadmapSummary, summary_of
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic
from roadmapc.diagnostics.as_json import JsonObject
from roadmapc.plan import Plan
from roadmapc.source.marks_name import is_marks
from roadmapc.workspace import dependencies, editions, forms, loading, marks_files
from roadmapc.workspace.baseline_file import Known
from roadmapc.workspace.cache import Unfit
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.file_result import FileResult

NamedContent = tuple[Path, bytes]
"""The name and the content of a file."""


@dataclass(frozen=True)
class _Crossing:
    """What was found in a file of a name; in another process it is the result made again of JSON, without sources."""

    name: str
    result: FileResult

    def __reduce__(self) -> tuple[Callable[[JsonObject], FileResult], tuple[JsonObject]]:
        return FileResult.from_json, (self.result.to_json(self.name),)


class Checker(NamedTuple):
    """The day and the rules by which files are checked; `templates` is the folder that is searched first for forms."""

    today: date
    selection: RuleSelection
    templates: Path | None = None

    def check_each(self, files: Sequence[NamedContent], executor: Executor) -> Iterator[FileResult]:
        """Yield what the rules find in each file alone."""
        rules()  # loaded once, before a process splits
        found = executor.map(self._check_for_another, files)
        return (one if isinstance(one, FileResult) else one.result for one in found)

    def _check_for_another(self, name: Path, data: bytes) -> _Crossing:
        return _Crossing(name.as_posix(), self.check_one(name, data))

    def check_one(self, name: Path, data: bytes) -> FileResult:
        """Return what the rules find in one file; for this day alone where a waiver in it expires."""
        if is_marks(name):
            return self._check_marks(name, data)
        alone = loading.read_base_alone(name, data)
        selection = for_base(self.selection) if alone else self.selection
        read = alone or self._read(name, data)
        kept = None if alone or read.plan is None else editions.of(name, read.plan)
        one = compiler.check_one(read, today=self.today, selection=selection, editions=kept)
        if one.plan is None:
            return FileResult(one.diagnostics)
        expires = any(waiver.until for waiver in one.plan.roadmap.waivers)
        day, named = self.today.isoformat() if expires else None, one.plan.roadmap.form
        form = (named, dependencies.form_state(named, name, self.templates)) if named else None
        summary = None if alone else summary_of(one.plan)
        return FileResult(one.diagnostics, summary, day, is_checked=True, form=form)

    def _check_marks(self, name: Path, data: bytes) -> FileResult:
        """Return what the rules find in marks: on this day, for what was not late yesterday may be so today."""
        file = marks_files.read(name, data)
        roadmap = marks_files.roadmap_of(name)
        if file.problems or roadmap is None:
            return FileResult(file.problems or (marks_files.alone(name, file),))
        plan = loading.read(roadmap).plan
        if plan is None:
            return FileResult((marks_files.of_unread(file, roadmap),))
        found = compiler.check_marks(
            editions.execution(roadmap, plan, self.today, file), today=self.today, selection=self.selection
        )
        return FileResult(found.diagnostics, None, self.today.isoformat(), is_checked=True)

    def _read(self, name: Path, data: bytes) -> Compilation:
        """Return what is read of a file, with what is wrong with the form that it names."""
        return forms.with_form(loading.read(name, data=data), name, self.templates)

    def check_between(
        self, files: Sequence[NamedContent], summaries: Sequence[RoadmapSummary | JsonObject | None]
    ) -> dict[int, list[Diagnostic]]:
        """Return what the rules find between files, by the index of the file; those concerned are read again."""

        def plan_at(index: int) -> Plan:
            name, data = files[index]
            plan = loading.read(name, data=data).plan
            if plan is None:  # it was said to have a summary
                raise Unfit
            return plan

        try:
            known = [RoadmapSummary.model_validate(one) if isinstance(one, dict) else one for one in summaries]
        except ValueError as error:  # it was kept in another shape
            raise Unfit from error
        return compiler.check_between(known, plan_at, today=self.today, selection=self.selection)

    def check_by_all_rules(self, name: Path, data: bytes, *, no_waivers: bool) -> Compilation:
        """Check one file by all rules: a fix of one rule may cause no problem for another."""
        alone = loading.read_base_alone(name, data)
        if alone:
            one = compiler.check_one(alone, today=self.today, selection=for_base(ALL))
        else:
            one = compiler.check_files([self._read(name, data)], today=self.today, selection=ALL)[0]
        return one.without_waivers() if no_waivers else one

    def wanted_by(self, known: Known | None) -> Callable[[Diagnostic], bool]:
        """Return what says whether a problem is to be fixed: its rule runs, and it is not in the baseline."""
        names = {name for rule in rules() if self.selection.runs(rule, name := rule_name(rule))}
        return lambda problem: problem.name in names and not (known and known.has(problem))
