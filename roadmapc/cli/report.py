"""`roadmapc report`: reports on execution, the letter that sends one, the request to move a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from roadmapc.cli import _region, _reported, _terminal, _written
from roadmapc.cli._jobs import Jobs, executor, for_files
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, TemplatesFolder, Today
from roadmapc.cli._period import named_period
from roadmapc.cli._region import RegionOptions
from roadmapc.cli._request import Request
from roadmapc.diagnostics import Message
from roadmapc.plan.region import Asked
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import reporting, source_files, template_files
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.reporting import ReadingOptions, ReportOptions
from roadmapc.workspace.source_files import STDIN

GROUP = "follow"
HELP = "Write reports on execution from the marks beside roadmaps, or the request to move a term."

_FORMATS = template_files.FORMATS
LAYOUTS = ("full", "short", "network")


def command(
    paths: Paths = None,
    period: Annotated[
        str | None, typer.Option("--period", help=_("What is reported on: “I полугодие 2023”; else all up to the day."))
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help=_("The day of the state; by default today."))
    ] = None,
    layout: Annotated[str, typer.Option("--layout", help=_("full, short or network (by months)."))] = "full",
    to: Annotated[
        list[str] | None,
        typer.Option("--to", help=_("Formats: docx, html, xlsx, with commas; by default docx.")),
    ] = None,
    request: Annotated[
        tuple[Path, str] | None,
        typer.Option("--request", metavar="FILE ROW", help=_("Instead: the request to move the term of a row.")),
    ] = None,
    move_to: Annotated[
        str | None, typer.Option("--move-to", metavar="DAY", help=_("With --request: the day that is proposed."))
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help=_("With --request: why."))] = "",
    done_so_far: Annotated[
        str, typer.Option("--done-so-far", help=_("With --request: what has been done; by default what marks say."))
    ] = "",
    due: Annotated[
        str | None, typer.Option("--due", metavar="DAY", help=_("With --request: which of several days is moved."))
    ] = None,
    addressee: Annotated[
        str, typer.Option("--addressee", help=_("Whom the letter is for, in the dative, as it is to be printed."))
    ] = "",
    compiler: Annotated[str, typer.Option("--compiler", help=_("Who has compiled it; else the setting."))] = "",
    phone: Annotated[str, typer.Option("--phone", help=_("The compiler's telephone; else the setting."))] = "",
    region: Annotated[
        bool, typer.Option("--region", help=_("Instead: one roll-up of all of them, for their region."))
    ] = False,
    criteria: Annotated[
        Path | None, typer.Option("--criteria", metavar="FILE", help=_("With --region: other positions of the form."))
    ] = None,
    compare_with: Annotated[
        str | None, typer.Option("--compare-with", metavar="PERIOD", help=_("With --region: the period before."))
    ] = None,
    out: OutFolder = Path("build"),
    templates: TemplatesFolder = None,
    jobs: Jobs = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("Build in spite of errors, marked as a draft."))] = False,
    today: Today = None,
) -> int:
    """Read roadmaps and marks, then write what is asked for; 1 where errors stopped one."""
    day = _terminal.day_of(today)
    state = _terminal.named_day(as_of, "--as-of") if as_of else day
    _terminal.choice(layout, "--layout", LAYOUTS)
    asked = Request(request, move_to, reason, done_so_far, due)
    formats = _formats(to or [])
    asked.refuse_idle(paths, period, layout, formats, jobs)
    rolled = RegionOptions(region, criteria, compare_with)
    rolled.refuse_idle({"--layout": layout != "full", "--request": request, "--addressee": addressee}, period)
    settings = source_files.settings().execution
    options = ReportOptions(
        named_period(period, "--period"),
        layout,
        addressee.replace("\\n", "\n"),
        compiler or settings.compiler or "",
        phone or settings.phone or "",
        settings.late_counts,
        formats,
        "ПРОЕКТ" if draft else "",
    )
    files = source_files.sources([request[0]] if request else paths or [])
    _written.refuse_directory(files)
    of_region = None
    if region:
        former = named_period(compare_with, "--compare-with")
        wanted = Asked(state, options.period, former, _region.read_criteria(criteria))
        of_region = _region.RegionAbout(wanted, options.compiler, options.phone, settings)
    reading = ReadingOptions(state, day, draft, templates, of_region.asked if of_region else None)
    work = for_files(executor(jobs), files)
    read = _reported.read_all(files, reading, work)
    folders = tuple(template_files.overrides(templates).values())
    marks = [marks_path(path) for path in files if path != STDIN]
    named = [one.form for one in read.found if one.form]
    sources = _written.read_with([*files, *marks], folders, [*named, *([criteria] if criteria else [])])
    if of_region:
        made = reporting.context_of(templates, formats, options.draft)
        built: Iterable[_written.Built] = [_region.built(of_region.report(read), made, out)]
    elif request:
        built = _requested(read, asked, reading, options, out)
    else:
        built = _each(read, reading, options, out, work)
    for one in built:
        _written.write(one, day, sources)
    return _terminal.PROBLEMS if read.stopped else _terminal.OK


def _each(
    read: _reported.AllRead, reading: ReadingOptions, options: ReportOptions, out: Path, work: Executor
) -> Iterator[_written.Built]:
    """Yield what is written of each roadmap; raises UserError for two of one id before the first."""
    _written.refuse_same_id((one.path, one.id) for one in read.found)
    made = work.map(reporting.report_one, [(one, reading, options) for one in read.found])
    for one, report in zip(read.found, made, strict=True):
        _tell_unfilled(one.path, report.owed)
        yield _written.Built(one.path, one.form, out / report.folder, report.files, report.data)


def _requested(
    read: _reported.AllRead, asked: Request, reading: ReadingOptions, options: ReportOptions, out: Path
) -> Iterator[_written.Built]:
    """Yield the request that is written of a row; it has a folder of its own."""
    from roadmapc.russian.transliteration import slug

    for one in read.found:
        execution, data = reporting.execution_of(one, reading)
        report = asked.put_into(reporting.report_of(execution, reading.as_of, options))
        assert report.request is not None
        unit = report.request.unit.occurrence
        several = len(execution.by_route[report.request.row.route]) > 1
        name = slug(asked.address) + (f"-{unit.due:%Y-%m-%d}" if unit and several else "")
        files = reporting.files_of(one, report, reading, options)
        yield _written.Built(one.path, one.form, out / "requests" / one.id / name, files, data)


def _formats(named: Sequence[str]) -> tuple[str, ...]:
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", _FORMATS) for word in words}
    return tuple(name for name in _FORMATS if name in (wanted or {"docx"}))


def _tell_unfilled(path: Path, owed: Sequence[tuple[str, str]]) -> None:
    """Say which rows owe a reason, a document or words on the work: a blank is left for them."""
    said = {
        "reason": Message("no reason of what is late, not done or at risk"),
        "document": Message("no document of what is done"),
        "progress": Message("nothing told of work that goes on"),
    }
    for what, words in said.items():
        rows = [number for owes, number in owed if owes == what]
        if rows:
            message = Message("{name}: {what}; rows: {rows}", name=path, what=words, rows=", ".join(rows))
            _terminal.console(stderr=True).print(message.text(_))
