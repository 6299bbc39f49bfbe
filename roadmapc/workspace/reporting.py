"""The reports of one roadmap, made in memory of the marks beside it: what `report` shares out.

First all roadmaps are read, so that what keeps any from being reported on is told before anything is written; then
the reports are made, one after the other, of what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.plan.execution import Execution, ReportPeriod
from roadmapc.plan.region.making import member_of
from roadmapc.workspace import building, executions, forms, kept, marks_files, source_files, template_files
from roadmapc.workspace.executions import ReadRoadmap
from roadmapc.workspace.executor import Executor

if TYPE_CHECKING:  # what makes documents is loaded where some are made
    from roadmapc.documents.execution._report import Report
    from roadmapc.documents.output import File, OutputContext
    from roadmapc.plan.region import Asked, Member


class ReadingOptions(NamedTuple):
    """How roadmaps are read for reports: as in force on a day, today, in spite of errors, the folder of templates.

    `asked` is what a roll-up of them is asked for, where one is.
    """

    as_of: date
    today: date
    draft: bool
    templates: Path | None
    asked: Asked | None = None


class Readable(NamedTuple):
    """A roadmap that was read: whether it can be reported on, and what is wrong with it or its marks.

    `digest` is that of all that was read; `form` the form that it names; `member` what a roll-up tells of it.
    """

    path: Path
    problems: tuple[Diagnostic, ...]
    is_fit: bool
    municipality: str
    id: str = ""
    digest: str = ""
    form: Path | None = None
    member: Member | None = None


class ReportOptions(NamedTuple):
    """How a report is told: its period, layout, addressee and compiler; formats; the mark of a draft."""

    period: ReportPeriod | None
    layout: str
    addressee: str
    compiler: str
    phone: str
    late_counts: bool
    formats: tuple[str, ...]
    draft: str


class Reported(NamedTuple):
    """The documents of a report with the folder they go to, the roadmap's content, and the rows that owe something."""

    folder: Path
    files: list[File]
    data: bytes
    owed: tuple[tuple[str, str], ...]
    """What is owed and the number of the row: «reason», «document» or «progress»."""


def read_all(files: Sequence[Path], options: ReadingOptions, work: Executor) -> Iterator[Readable]:
    """Yield what was read of each roadmap, in order."""
    return work.map(read_one, [(path, options) for path in files])


def read_one(path: Path, options: ReadingOptions) -> Readable:
    """Read a roadmap with its marks; raises UserError for a form that cannot serve."""
    (one,) = executions.each([path], options.as_of)
    execution, problems = one.execution, one.problems
    if execution and not problems:
        problems = tuple(executions.misplaced(execution, options.today))
    municipality = one.result.plan.municipality if one.result.plan else ""
    if execution and (unsafe := executions.unsafe_ids(execution, options.today)):
        return Readable(path, (*problems, *unsafe), False, municipality)
    if execution is None or (problems and not options.draft):
        return Readable(path, problems, False, municipality)
    base = one.result.plan.base if one.result.plan else None
    return Readable(
        path,
        problems,
        True,
        execution.plan.municipality,
        execution.plan.id,
        _digest(one),
        forms.needed_by(one.result, path, options.templates),
        member_of(execution, base, options.asked) if options.asked else None,
    )


def _digest(one: ReadRoadmap) -> str:
    marks = marks_files.beside(one.path)
    texts = (one.result.source.text, marks.source.text if marks else "")
    return kept.digest(*(text.encode("utf-8", "surrogatepass") for text in texts))


def report_one(read: Readable, reading: ReadingOptions, options: ReportOptions) -> Reported:
    """Return the report on a roadmap that was read.

    Raises UserError where it was changed since then, or a template or the form has a fault.
    """
    execution, data = execution_of(read, reading)
    report = report_of(execution, reading.as_of, options)
    return Reported(_folder(report), files_of(read, report, reading, options), data, tuple(_owed(report)))


def execution_of(read: Readable, reading: ReadingOptions) -> tuple[Execution, bytes]:
    """Return what became of a roadmap that was read, with its content; raises UserError where it was changed."""
    data, _problem = source_files.content(read.path)
    (one,) = executions.each([read.path], reading.as_of)
    if one.execution is None or _digest(one) != read.digest:
        hint = Message("build again, so that what is built is what was checked")
        raise UserError(Message("{path} or what it is read with was changed while it was built", path=read.path), hint)
    return one.execution, data


def report_of(execution: Execution, as_of: date, options: ReportOptions) -> Report:
    """Return the report on an execution as it is asked for."""
    from roadmapc.documents.execution._report import Report

    return Report(
        execution,
        as_of,
        options.period,
        options.layout,
        late_counts=options.late_counts,
        compiler=options.compiler,
        phone=options.phone,
        addressee=options.addressee,
    )


def files_of(read: Readable, report: Report, reading: ReadingOptions, options: ReportOptions) -> list[File]:
    """Return the documents of a report, on the form that its roadmap names."""
    from roadmapc.documents.execution._report import report_files

    context = context_of(reading.templates, options.formats, options.draft)
    if read.form:
        context = template_files.with_form(context, forms.usable(read.form))
    with building.worded(read.path):
        return list(report_files(report, context))


@source_files.remembered
def context_of(templates: Path | None, formats: tuple[str, ...], draft: str) -> OutputContext:
    """Return how documents are made in these formats."""
    return template_files.output_context(tuple(template_files.overrides(templates).values()), formats, draft)


def folder_of_time(period: ReportPeriod | None, as_of: date) -> str:
    """Return the name of the folder for a report on a period, or as of a day."""
    if period is None:
        return f"{as_of:%Y-%m-%d}"
    return f"{period.days.first:%Y-%m-%d}--{period.days.last:%Y-%m-%d}"


def _folder(report: Report) -> Path:
    """Return where it goes: a folder for each time and layout."""
    name = folder_of_time(report.period, report.as_of)
    return Path("reports", report.plan.id, name if report.layout == "full" else f"{name}-{report.layout}")


def _owed(report: Report) -> Iterator[tuple[str, str]]:
    from roadmapc.documents.execution._facts import unfilled

    return ((one.what, one.row.number.rstrip(".") or one.row.id) for one in unfilled(report))
