"""`roadmapc site`: a page to look at, of one roadmap or of all of a region, that opens from disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _problems, _site_sources, _terminal, _written
from roadmapc.cli._jobs import Jobs, executor, for_files
from roadmapc.cli._language import language, translate
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, Today
from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import os_errors, source_files

if TYPE_CHECKING:
    from roadmapc.plan.region import Asked

GROUP = "follow"
HELP = "Make a page to look at: the year, the calendar, who carries what, what is late; it opens from disk."


def command(
    paths: Paths = None,
    as_of: Annotated[str | None, typer.Option(metavar="DAY", help=_("The day to look at; by default today."))] = None,
    internal: Annotated[
        bool, typer.Option("--internal", help=_("For the office alone: contacts, reasons and problems, too."))
    ] = False,
    title: Annotated[str, typer.Option(help=_("The title of the page; else that of the roadmap."))] = "",
    built: Annotated[
        Path, typer.Option("--built", metavar="FOLDER", help=_("Where built documents lie, to be linked."))
    ] = Path("build"),
    criteria: Annotated[
        Path | None,
        typer.Option("--criteria", metavar="FILE", help=_("With several roadmaps: other positions of the form.")),
    ] = None,
    out: OutFolder = Path("site"),
    jobs: Jobs = None,
    today: Today = None,
) -> int:
    """Write the page; 1 where a roadmap or its marks could not be read: the page names it, and has all else."""
    from roadmapc.documents.web_page.page import site_files
    from roadmapc.documents.web_page.region_page import MOST_MEMBERS
    from roadmapc.documents.web_page.settings import PageSettings
    from roadmapc.workspace import output_folder

    day = _terminal.day_of(today)
    state = _terminal.named_day(as_of, "--as-of") if as_of else day
    files = source_files.sources(paths or [])
    work = for_files(executor(jobs), files)
    several = Message("{option} is for several roadmaps", option="--criteria")
    few = Message("the page has no forms of more than {n} roadmaps: “report --region” writes them", n=MOST_MEMBERS)
    _terminal.refuse_idle(
        (criteria is not None and len(files) < 2, several), (criteria is not None and len(files) > MOST_MEMBERS, few)
    )
    asked = _asked(state, criteria) if len(files) > 1 else None
    read = _site_sources.read(files, _site_sources.Shown(state, day, internal, built, out, asked), work)
    _problems.tell(read.problems)
    execution = source_files.settings().execution
    region = _site_sources.region_of(read.told, asked, execution) if asked else None
    settings = PageSettings(state, internal=internal, title=" ".join(title.split()), lang=language())
    made = site_files(read.plans, read.unread, settings, translate, work.map, region)
    sources = _written.read_with(files, (), [criteria] if criteria else [])
    try:
        written = output_folder.write_all(out, _written.beside_sources(output_folder.listed(made), out, sources), day)
    except OSError as error:
        where = error.filename or out
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error))) from error
    _written.tell_changed_by_hand(written)
    _terminal.say(Message("{path}: written", path=(out / "index.html").as_posix()).text(_))
    return _terminal.PROBLEMS if read.problems else _terminal.OK


def _asked(state: date, criteria: Path | None) -> Asked:
    from roadmapc.cli._region import read_criteria
    from roadmapc.plan.region import Asked

    return Asked(state, criteria=read_criteria(criteria))
