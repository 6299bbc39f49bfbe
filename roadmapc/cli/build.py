"""`roadmapc build`: the documents, calendars and checklists of roadmaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.checks.selection import ALWAYS
from roadmapc.checks.told_once import told_once
from roadmapc.cli import _control, _prune, _signed, _terminal, _written
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, TemplatesFolder, Today
from roadmapc.compiler import Compilation, check_files
from roadmapc.diagnostics import Message, Severity, UserError
from roadmapc.workspace import forms, loading, source_files, template_files
from roadmapc.workspace.built_before import BuiltBefore
from roadmapc.workspace.settings import selection_of
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:
    from roadmapc.cli._control import Workbook
    from roadmapc.documents.output import OutputContext

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
    for path in files:
        if path.name == OWNERS_FILE:
            raise UserError(Message("{path} is the shared directory, not a roadmap", path=path))
    checked = _checked(files, templates, day, draft=draft)
    if checked is None:
        return _terminal.PROBLEMS
    ready, stopped = checked
    workbook = _control.Workbook(day, by_owner) if "xlsx" in formats else None
    if workbook:
        unmarked = _control.unreadable(one.source for one in ready)
        ready = [one for one in ready if one.source not in unmarked]
        stopped |= unmarked
    before = BuiltBefore((*formats, str(draft), str(by_owner), str(pdf)))
    work = _Work(out, templates, folders, formats, "ПРОЕКТ" if draft else "", office, workbook, day)
    if ready:
        work.build(ready, files, before, anew=force or pdf)
    _prune.tell(before, out, files, prune=prune, is_all=all(path.is_dir() for path in paths or []))
    return _terminal.PROBLEMS if stopped else _terminal.OK


def _checked(
    files: list[Path], templates: Path | None, day: date, *, draft: bool
) -> tuple[list[_Ready], set[Path]] | None:
    """Check all files and print what is wrong; return those that may be built, and those that are stopped.

    None where what roadmaps share is wrong: then none is built.
    """
    shared = loading.directories(files)
    selection = selection_of(source_files.settings().check)
    loading.needs_spelling(selection)
    read = (forms.with_form(loading.read(path), path, templates) for path in files)
    found = check_files(read, today=day, selection=selection)
    shared += loading.unfit_bases()
    results = list(zip(files, found, strict=True))
    _written.refuse_same_id(results)
    stopped = _report([*((Path(one.source.name), one) for one in shared), *results], draft)
    if any(one.errors for one in shared):
        return None
    ready = [
        _Ready(path, result, forms.named_by(result, path, templates)) for path, result in results if path not in stopped
    ]
    for one in ready:
        assert one.result.plan is not None  # it may be built
        _signed.tell_unsigned(one.source, one.result.plan)
    return ready, stopped


def _formats(named: list[str]) -> tuple[str, ...]:
    """Return the formats to write: Word always, others as named («html», «docx,html»)."""
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", template_files.PLAN_FORMATS) for word in words}
    return tuple(name for name in template_files.PLAN_FORMATS if name in {"docx", *wanted})


def _report(results: list[tuple[Path, Compilation]], draft: bool) -> set[Path]:
    """Print errors and warnings; return the files that cannot be built."""
    from roadmapc.reporters import text

    out = _terminal.console(stderr=True)
    stopped = set()
    counted = [
        [p for p in one.diagnostics if not p.waived and p.severity is not Severity.NOTE] for _path, one in results
    ]
    names = [one.source.name for _path, one in results]
    for (path, result), shown in zip(results, told_once(zip(names, counted, strict=True)), strict=True):
        out.print(text.folded(shown, _, out.width), end="")
        if (result.plan is None and result.errors) or (result.errors and not (draft and _buildable(result))):
            stopped.add(path)
            out.print(Message("{name}: not built, errors: {n}", name=path, n=len(result.errors)).text(_))
    return stopped


def _buildable(result: Compilation) -> bool:
    """Say whether a draft may be built: with errors of content, but not with a name that is no folder, or no form."""
    return result.plan is not None and not any(problem.name in ALWAYS for problem in result.errors)


class _Ready(NamedTuple):
    """A roadmap that may be built: its source, what was read of it, and the form that it names."""

    source: Path
    result: Compilation
    form: Path | None


class _Work(NamedTuple):
    """How roadmaps are built: where to, with which templates and formats, by which programs, on which day."""

    out: Path
    templates: Path | None
    folders: tuple[Path, ...]
    formats: tuple[str, ...]
    draft: str
    office: Path | None
    workbook: Workbook | None
    day: date

    def build(self, ready: list[_Ready], files: list[Path], before: BuiltBefore, *, anew: bool) -> None:
        """Build and write what is not as it would be, or (`anew`) all; say how many are."""
        from roadmapc.cli._progress import steps

        sources = _written.read_with(files, self.folders, [one.form for one in ready if one.form])
        read_on = self.day if self.workbook else None
        keys = {self._folder(one): before.key(one.source, self.templates, read_on) for one in ready}
        due = [one for one in ready if anew or not before.is_current(self._folder(one), keys[self._folder(one)])]
        with steps(len(due)) as advance:
            for built in self._all_built(due):
                _written.write(built, self.day, sources)
                before.remember(built.folder, keys[built.folder])
                advance()
        before.save()
        if len(due) < len(ready):
            _terminal.say(Message("up to date: {n}", n=len(ready) - len(due)).text(_))

    def _folder(self, one: _Ready) -> Path:
        assert one.result.plan is not None  # files without a plan are stopped before
        return self.out / one.result.plan.id

    def _all_built(self, due: list[_Ready]) -> Iterator[_written.Built]:
        """Yield the roadmaps built, in memory; with PDF files if there is an office to make them."""
        context = template_files.output_context(self.folders, self.formats, self.draft)
        if self.office is None:
            yield from (self._built(one, context) for one in due)
            return
        for start in range(0, len(due), _PDF_AT_ONCE):
            some = due[start : start + _PDF_AT_ONCE]
            yield from _with_pdf(self.office, [self._built(one, context) for one in some])

    def _built(self, one: _Ready, context: OutputContext) -> _written.Built:
        from roadmapc.documents.output import build_files

        path, plan, form = one.source, one.result.plan, one.form
        assert plan is not None  # files without a plan are stopped before
        if form:
            context = template_files.with_form(context, forms.usable(form))
        if self.workbook:
            context = self.workbook.context(context, path, plan)
        with _written.worded(path):
            return _written.Built(path, form, self._folder(one), list(build_files(plan, context)))


def _with_pdf(office: Path, built: list[_written.Built]) -> list[_written.Built]:
    """Add a PDF for every Word document, all of them made in one run."""
    from roadmapc.documents.output import File
    from roadmapc.workspace.pdf import converted

    documents = [(one, file) for one in built for file in one.files if file.name.endswith(".docx")]
    made = converted(office, [file.data for _, file in documents])
    for (one, file), pdf in zip(documents, made, strict=True):
        one.files.append(File(file.name.removesuffix(".docx") + ".pdf", pdf))
    return built
