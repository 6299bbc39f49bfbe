"""`roadmapc build`: the documents, calendars and checklists of roadmaps."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence, Set
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from roadmapc.cli import _prune, _signed, _terminal, _written
from roadmapc.cli._jobs import Insecure, Jobs, Scheduler, Tls, Workers, processes
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, TemplatesFolder, Today
from roadmapc.diagnostics import Message, Severity, UserError
from roadmapc.workspace import forms, source_files, template_files
from roadmapc.workspace.build_options import BuildOptions, Workbook
from roadmapc.workspace.built_before import BuiltBefore, is_as_built
from roadmapc.workspace.cache import Cache
from roadmapc.workspace.checking import CheckedFile, CheckRun
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.file_lock import locked
from roadmapc.workspace.settings import selection_of
from roadmapc.workspace.source_files import STDIN
from roadmapc.workspace.special_files import Identity

GROUP = "prepare"
HELP = "Build the Word documents, calendars and checklists of roadmaps; errors stop the build."

_PDF_AT_ONCE = 20  # roadmaps that are kept in memory until LibreOffice is done with them


def command(
    paths: Paths = None,
    out: OutFolder = Path("build"),
    to: Annotated[
        list[str] | None, typer.Option("--to", help=_("Formats beside Word: html, xlsx, svg; several with commas."))
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help=_("Make PDF files too; needs LibreOffice."))] = False,
    by_owner: Annotated[
        bool, typer.Option("--by-owner", help=_("With --to xlsx: a sheet of each owner in the workbook."))
    ] = False,
    templates: TemplatesFolder = None,
    force: Annotated[bool, typer.Option("--force", help=_("Build all anew, what has not changed too."))] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help=_("Remove the documents of roadmaps that are in the folders no more."))
    ] = False,
    draft: Annotated[bool, typer.Option("--draft", help=_("Build in spite of errors, marked as a draft."))] = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    tls: Tls = None,
    insecure_scheduler: Insecure = False,
    today: Today = None,
) -> int:
    """Check all files, then build those without errors; 1 where errors stopped one."""
    from roadmapc.workspace.pdf import find_office

    formats, day = _formats(to or []), _terminal.day_of(today)
    if by_owner and "xlsx" not in formats:
        raise UserError(Message("{option} says something of workbooks: add --to xlsx", option="--by-owner"))
    folders = tuple(template_files.overrides(templates).values())
    office = find_office() if pdf else None
    files = source_files.sources(paths or [])
    _written.refuse_directory(files)
    workbook = Workbook(day, by_owner) if "xlsx" in formats else None
    options = BuildOptions(templates, formats, "ПРОЕКТ" if draft else "", workbook)
    before = BuiltBefore(options, folders, is_pdf=pdf)
    built = [] if force or pdf else [*before.manifests_in(out)]
    with (
        processes(jobs).begun(is_as_built, built) as looked,
        Workers(jobs, scheduler, tls, insecure_scheduler).at_work(templates) as work,
    ):
        checked, stopped, used = _checked(files, templates, day, work, draft=draft)
        if checked is None:
            return _terminal.PROBLEMS
        ready = _with_readable_marks(checked) if workbook else checked
        stopped |= {one.source for one in checked} - {one.source for one in ready}
        # before anything is built: what changes meanwhile is then built again
        ready = [one._replace(key=before.key(one.source, one.key, one.form)) for one in ready]
        if ready:
            sources = _written.read_with(files, folders, [one.form for one in ready if one.form])
            build = _Build(out, options, office, work, before)
            as_built = {folder for (folder, _manifest), is_so in zip(built, looked(), strict=True) if is_so}
            due = build.not_current(ready, as_built)
            if due:
                build.write(due, day, sources)
            if len(due) < len(ready):
                _terminal.say(Message("up to date: {n}", n=len(ready) - len(due)).text(_))
    _prune.tell(
        *(before, out, set(files), {out / one for one in used if one}),
        prune=prune,
        is_all=all(path.is_dir() for path in paths or []),
        is_known=None not in used,
    )
    return _terminal.PROBLEMS if stopped else _terminal.OK


class _Ready(NamedTuple):
    """A roadmap that may be built: its source with its digest, its id and form, the key of all that was checked."""

    source: Path
    digest: str
    id: str
    form: Path | None
    key: str


def _checked(
    files: Sequence[Path], templates: Path | None, day: date, work: Executor, *, draft: bool
) -> tuple[list[_Ready] | None, set[Path], set[str | None]]:
    """Check all files as `check` does and print what is wrong; return those that may be built, and those stopped.

    None may be where something is wrong that roadmaps share. The ids of all come with them, None of those unread.
    """
    selection = selection_of(source_files.settings().check)
    if selection.spell or selection.select:
        from roadmapc.workspace import loading

        loading.needs_spelling(selection)
    cache = Cache(unused=STDIN in files)
    run = CheckRun(
        *(files, STDIN, day, selection, False, cache, templates, work),
        with_marks=False,
        with_waived=False,
        with_notes=False,
    )
    found = [_as_roadmap(one) for one in run.each({}) if not (one.is_beside and one.is_other)]
    roadmaps = [(one, one.roadmap) for one in found if one.roadmap and not one.is_beside]
    _written.refuse_same_id((one.name, named) for one, named in roadmaps)
    stopped = _report(found, draft)
    if any(one.is_beside and one.errors for one in found):
        return None, stopped, set()
    ready = [
        _Ready(one.name, one.digest, named, forms.found(one.form, one.name, templates), one.key)
        for one, named in roadmaps
        if one.name not in stopped
    ]
    for one in ready:
        _signed.tell_unsigned(one.source, one.id)
    return ready, stopped, {one.roadmap for one in found if not one.is_beside}


def _with_readable_marks(checked: Sequence[_Ready]) -> list[_Ready]:
    """Print what is wrong with the marks that a workbook reads; return the roadmaps of which something can be told."""
    from roadmapc.cli import _control  # it loads what reads marks

    unreadable = _control.unreadable(one.source for one in checked)
    return [one for one in checked if one.source not in unreadable]


def _as_roadmap(one: CheckedFile) -> CheckedFile:
    """Return a file with what keeps it from being a roadmap, where it is checked as another kind."""
    if not one.is_other:
        return one
    from roadmapc.workspace import loading

    return one._replace(problems=[*loading.read(one.name).diagnostics])


def _formats(named: list[str]) -> tuple[str, ...]:
    """Return the formats to write: Word always, others as named («html», «docx,html»)."""
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", template_files.PLAN_FORMATS) for word in words}
    return tuple(name for name in template_files.PLAN_FORMATS if name in {"docx", *wanted})


def _report(found: Sequence[CheckedFile], draft: bool) -> set[Path]:
    """Print errors and warnings; return the files that cannot be built."""
    out = _terminal.console(stderr=True)
    counted = [[p for p in one.problems if not p.waived and p.severity is not Severity.NOTE] for one in found]
    if not any(counted):
        return set()
    from roadmapc.checks.told_once import told_once
    from roadmapc.reporters import text

    stopped = set()
    names = [one.name.as_posix() for one in found]
    for one, shown in zip(found, told_once(zip(names, counted, strict=True)), strict=True):
        out.print(text.folded(shown, _, out.width), end="")
        if one.errors and not (draft and _is_draft(one)):
            stopped.add(one.name)
            out.print(Message("{name}: not built, errors: {n}", name=one.name, n=len(one.errors)).text(_))
    return stopped


def _is_draft(one: CheckedFile) -> bool:
    """Say whether a draft may be built: with errors of content, but not with a name that is no folder, or no form."""
    from roadmapc.checks.selection import ALWAYS

    return one.roadmap is not None and not any(problem.name in ALWAYS for problem in one.errors)


class _Build(NamedTuple):
    """How roadmaps are built: where to, how, with which programs, and what was built before."""

    out: Path
    options: BuildOptions
    office: Path | None
    work: Executor
    before: BuiltBefore

    def not_current(self, ready: Sequence[_Ready], as_built: Set[Path]) -> list[_Ready]:
        """Return what is not as it would be built; `as_built` are folders that are as they were last built."""
        folders = [self.out / one.id for one in ready]
        return [
            one
            for one, folder in zip(ready, folders, strict=True)
            if folder not in as_built or not self.before.is_of(folder, one.key)
        ]

    def write(self, due: Sequence[_Ready], day: date, sources: frozenset[Identity]) -> None:
        """Build and write, and remember what was built, when it is stopped too."""
        rest = len(due) - 1  # behind the one at work
        with _alone_in(self.out):
            try:
                for one, built in zip(due, self._all_built(due), strict=True):
                    manifest = _written.write(built, day, sources)
                    self.before.remember(built.folder, one.key, one.source, manifest)
                    rest -= 1
            except UserError:
                if rest:
                    message = Message("this ends the build; not built yet: {n}", n=rest)
                    _terminal.console(stderr=True).print(message.text(_))
                raise
            finally:
                self.before.save()

    def _all_built(self, due: Sequence[_Ready]) -> Iterator[_written.Built]:
        """Yield the roadmaps built, in memory; with PDF files if there is an office to make them."""
        from roadmapc.workspace import building  # all that makes documents, loaded once before a process splits

        rows = [(one.source, one.digest, one.form, self.options) for one in due]
        made = (
            _written.Built(one.source, one.form, self.out / one.id, files, data)
            for one, (data, files) in zip(due, self.work.map(building.build_one, rows), strict=True)
        )
        if self.office is None:
            yield from made
            return
        while some := list(islice(made, _PDF_AT_ONCE)):
            yield from _with_pdf(self.office, some)


@contextmanager
def _alone_in(out: Path) -> Iterator[None]:
    """Keep another build from writing into the same place meanwhile, where a lock can be kept beside it."""
    with ExitStack() as stack:
        with suppress(OSError, ValueError):  # no right to write there, or no folder has it
            stack.enter_context(locked(Path(os.path.abspath(out))))  # noqa: PTH100 (a link stays what it is)
        yield


def _with_pdf(office: Path, built: list[_written.Built]) -> list[_written.Built]:
    """Add a PDF for every Word document, all of them made in one run."""
    from roadmapc.documents.output import File
    from roadmapc.workspace.pdf import converted

    documents = [(one, file) for one in built for file in one.files if file.name.endswith(".docx")]
    made = converted(office, [file.data for _, file in documents])
    for (one, file), pdf in zip(documents, made, strict=True):
        one.files.append(File(file.name.removesuffix(".docx") + ".pdf", pdf))
    return built
