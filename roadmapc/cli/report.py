"""`roadmapc report`: reports on execution, the letter that sends one, the request to move a term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.cli import _region, _reported, _terminal, _written
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, TemplatesFolder, Today
from roadmapc.cli._period import named_period
from roadmapc.cli._region import RegionOptions
from roadmapc.cli._request import Request
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.execution import Execution, ReportPeriod
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import building, forms, source_files, template_files
from roadmapc.workspace.settings import ExecutionSettings
from roadmapc.workspace.source_files import OWNERS_FILE, STDIN

if TYPE_CHECKING:
    from roadmapc.documents.execution._report import Report
    from roadmapc.documents.output import File, OutputContext

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
    draft: Annotated[bool, typer.Option("--draft", help=_("Build in spite of errors, marked as a draft."))] = False,
    today: Today = None,
) -> int:
    """Read roadmaps and marks, then write what is asked for; 1 where errors stopped one."""
    day = _terminal.day_of(today)
    state = _terminal.named_day(as_of, "--as-of") if as_of else day
    _terminal.choice(layout, "--layout", LAYOUTS)
    asked = Request(request, move_to, reason, done_so_far, due)
    formats = _formats(to or [])
    asked.refuse_idle(paths, period, layout, formats)
    rolled = RegionOptions(region, criteria, compare_with)
    rolled.refuse_idle({"--layout": layout != "full", "--request": request, "--addressee": addressee}, period)
    settings = source_files.settings().execution
    about = _About(
        named_period(period, "--period"), state, layout, compiler, phone, addressee.replace("\\n", "\n"), settings
    )
    files = source_files.sources([request[0]] if request else paths or [])
    for path in files:
        if path.name == OWNERS_FILE:
            raise UserError(Message("{path} is the shared directory, not a roadmap", path=path))
    positions = rolled.read_criteria() if region else None
    read = _reported.read_all(files, draft, templates, day, state)
    folders = tuple(template_files.overrides(templates).values())
    marks = [marks_path(path) for path in files if path != STDIN]
    named = [one.form for _path, one in read.found if one.form]
    sources = _written.read_with([*files, *marks], folders, [*named, *([criteria] if criteria else [])])
    context = template_files.output_context(folders, formats, "ПРОЕКТ" if draft else "")
    if positions:
        former = named_period(compare_with, "--compare-with")
        of_region = _region.RegionAbout(state, about.period, former, positions, compiler, phone, settings)
        built: Iterable[_written.Built] = [_region.built(of_region.report(read), context, out)]
    else:
        built = _each(read, asked, about, context, out)
    for one in built:
        _written.write(one, day, sources)
    return _terminal.PROBLEMS if read.stopped else _terminal.OK


def _each(
    read: _reported.AllRead, asked: Request, about: _About, context: OutputContext, out: Path
) -> Iterator[_written.Built]:
    """Yield what is written of each roadmap; raises UserError for two of one id before the first."""
    _written.refuse_same_id((path, one.execution.plan.id) for path, one in read.found)
    for path, one in read.found:
        report = asked.put_into(about.report(one.execution))
        _tell_unfilled(path, report)
        folder = _folder(out, report, asked.file_and_row[1] if asked.file_and_row else "")
        yield _written.Built(path, one.form, folder, _built(path, report, context, one.form))


def _formats(named: Sequence[str]) -> tuple[str, ...]:
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", _FORMATS) for word in words}
    return tuple(name for name in _FORMATS if name in (wanted or {"docx"}))


class _About(NamedTuple):
    """What is the same for all roadmaps of a run."""

    period: ReportPeriod | None
    as_of: date
    layout: str
    compiler: str
    phone: str
    addressee: str
    settings: ExecutionSettings

    def report(self, execution: Execution) -> Report:
        """Return the report on an execution."""
        from roadmapc.documents.execution._report import Report

        return Report(
            execution,
            self.as_of,
            self.period,
            self.layout,
            late_counts=self.settings.late_counts,
            compiler=self.compiler or self.settings.compiler or "",
            phone=self.phone or self.settings.phone or "",
            addressee=self.addressee,
        )


def _tell_unfilled(path: Path, report: Report) -> None:
    """Say which rows owe a reason, a document or words on the work: a blank is left for them."""
    from roadmapc.documents.execution._facts import unfilled

    if report.request:
        return
    said = {
        "reason": Message("no reason of what is late, not done or at risk"),
        "document": Message("no document of what is done"),
        "progress": Message("nothing told of work that goes on"),
    }
    owed = list(unfilled(report))
    for what, words in said.items():
        rows = [one.row.number.rstrip(".") or one.row.id for one in owed if one.what == what]
        if rows:
            message = Message("{name}: {what}; rows: {rows}", name=path, what=words, rows=", ".join(rows))
            _terminal.console(stderr=True).print(message.text(_))


def _folder(out: Path, report: Report, address: str) -> Path:
    """Return where it goes: a folder for each time and layout, for each row that a request is about.

    `build` writes into `<out>/<id>`, and neither touches the other's.
    """
    from roadmapc.russian.transliteration import slug

    if report.request:
        unit = report.request.unit.occurrence
        several = len(report.execution.by_route[report.request.row.route]) > 1
        name = slug(address) + (f"-{unit.due:%Y-%m-%d}" if unit and several else "")
        return out / "requests" / report.plan.id / name
    days = report.period.days if report.period else None
    name = f"{days.first:%Y-%m-%d}--{days.last:%Y-%m-%d}" if days else f"{report.as_of:%Y-%m-%d}"
    return out / "reports" / report.plan.id / (name if report.layout == "full" else f"{name}-{report.layout}")


def _built(path: Path, report: Report, context: OutputContext, form: Path | None) -> list[File]:
    from roadmapc.documents.execution._report import report_files

    if form:
        context = template_files.with_form(context, forms.usable(form))
    with building.worded(path):
        return list(report_files(report, context))
