"""`roadmapc build`: the documents, calendars and checklists of roadmaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.checks.selection import ALWAYS
from roadmapc.checks.told_once import told_once
from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, Paths, TemplatesFolder, Today
from roadmapc.compiler import Compilation, check_files
from roadmapc.diagnostics import Message, Severity, UserError
from roadmapc.workspace import bases, forms, loading, os_errors, source_files, special_files, template_files
from roadmapc.workspace.settings import FILE, selection_of
from roadmapc.workspace.source_files import OWNERS_FILE
from roadmapc.workspace.special_files import Identity

if TYPE_CHECKING:
    from roadmapc.documents.output import File, OutputContext

GROUP = "prepare"
HELP = "Build the Word documents, calendars and checklists of roadmaps; errors stop the build."

_PDF_AT_ONCE = 20  # roadmaps that are kept in memory until LibreOffice is done with them


def command(
    paths: Paths = None,
    out: OutFolder = Path("build"),
    to: Annotated[
        list[str] | None, typer.Option("--to", help=_("Formats beside Word: html; several with commas."))
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help=_("Make PDF files too; needs LibreOffice."))] = False,
    templates: TemplatesFolder = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("Build in spite of errors, marked as a draft."))] = False,
    today: Today = None,
) -> int:
    """Check all files, then build those without errors; 1 where errors stopped one."""
    from roadmapc.cli._progress import steps
    from roadmapc.workspace.pdf import find_office

    formats = _formats(to or [])
    folders = tuple(template_files.overrides(templates).values())
    office = find_office() if pdf else None
    files = source_files.sources(paths or [])
    for path in files:
        if path.name == OWNERS_FILE:
            raise UserError(Message("{path} is the shared directory, not a roadmap", path=path))
    shared = loading.directories(files)
    selection = selection_of(source_files.settings().check)
    loading.needs_spelling(selection)
    day = _terminal.day_of(today)
    read = (forms.with_form(loading.read(path), path, templates) for path in files)
    found = check_files(read, today=day, selection=selection)
    shared += loading.unfit_bases()
    results = list(zip(files, found, strict=True))
    _refuse_same_id(results)
    stopped = _report([*((Path(one.source.name), one) for one in shared), *results], draft)
    if any(one.errors for one in shared):
        return _terminal.PROBLEMS
    ready = [
        _Ready(path, result, forms.named_by(result, path, templates)) for path, result in results if path not in stopped
    ]
    if ready:
        sources = _read_with(files, folders, [one.form for one in ready if one.form])
        context = template_files.output_context(folders, formats, "ПРОЕКТ" if draft else "")
        with steps(len(ready)) as advance:
            for built in _all_built(ready, out, context, office):
                _write(built, day, sources)
                advance()
    return _terminal.PROBLEMS if stopped else _terminal.OK


def _formats(named: list[str]) -> tuple[str, ...]:
    """Return the formats to write: Word always, others as named («html», «docx,html»)."""
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", template_files.FORMATS) for word in words}
    return tuple(name for name in template_files.FORMATS if name in {"docx", *wanted})


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


def _refuse_same_id(results: list[tuple[Path, Compilation]]) -> None:
    """Refuse two files of one folder of documents, before anything of either is written: none is the right one."""
    seen: dict[str, Path] = {}
    for path, result in results:
        if result.plan is None:
            continue
        name = result.plan.id.casefold()
        if name in seen:
            hint = Message("set “id:” in one of them")
            raise UserError(Message("{a} and {b} would build into one folder", a=seen[name], b=path), hint)
        seen[name] = path


class _Ready(NamedTuple):
    """A roadmap that may be built: its source, what was read of it, and the form that it names."""

    source: Path
    result: Compilation
    form: Path | None


class _Built(NamedTuple):
    """A roadmap's source and form, the folder it is built into, and what is to be written there."""

    source: Path
    form: Path | None
    folder: Path
    files: list[File]


def _all_built(ready: list[_Ready], out: Path, context: OutputContext, office: Path | None) -> Iterator[_Built]:
    """Yield the roadmaps built, in memory; with PDF files if there is an office to make them."""
    if office is None:
        yield from (_build(one, out, context) for one in ready)
        return
    for start in range(0, len(ready), _PDF_AT_ONCE):
        some = ready[start : start + _PDF_AT_ONCE]
        yield from _with_pdf(office, [_build(one, out, context) for one in some])


def _build(one: _Ready, out: Path, context: OutputContext) -> _Built:
    from roadmapc.documents.output import DamagedFile, build_files
    from roadmapc.rendering.templates import TemplateProblem
    from roadmapc.word.package.unpacking import PackageError

    path, plan, form = one.source, one.result.plan, one.form
    assert plan is not None  # files without a plan are stopped before
    if form:
        context = template_files.with_form(context, forms.usable(form))
    try:
        return _Built(path, form, out / plan.id, list(build_files(plan, context)))
    except TemplateProblem as error:
        raise UserError(Message("template {place}: {why}", place=error.place, why=error.message)) from error
    except (DamagedFile, PackageError) as error:
        hint = Message("this is a fault of the program: report it with the source; nothing was written")
        raise UserError(Message("{path}: a document of it would be damaged", path=path), hint) from error


def _with_pdf(office: Path, built: list[_Built]) -> list[_Built]:
    """Add a PDF for every Word document, all of them made in one run."""
    from roadmapc.documents.output import File
    from roadmapc.workspace.pdf import converted

    documents = [(one, file) for one in built for file in one.files if file.name.endswith(".docx")]
    made = converted(office, [file.data for _, file in documents])
    for (one, file), pdf in zip(documents, made, strict=True):
        one.files.append(File(file.name.removesuffix(".docx") + ".pdf", pdf))
    return built


def _read_with(files: list[Path], folders: tuple[Path, ...], named: list[Path]) -> frozenset[Identity]:
    """Return which files a build reads: no document may take the place of one."""
    beside = [path.parent / OWNERS_FILE for path in files]
    own = [file for folder in folders for file in folder.iterdir() if file.suffix in template_files.SUFFIXES]
    shared = (file.path for file in bases.found())
    return special_files.identities([*files, *beside, *shared, Path(FILE), *own, *named])


def _write(built: _Built, today: date, sources: frozenset[Identity]) -> None:
    """Write what was built, and say what of it somebody had changed by hand."""
    from roadmapc.diagnostics.regular_files import LinkRefused
    from roadmapc.workspace import output_folder

    source, form, folder, files = built
    for name in (*(file.name for file in files), output_folder.MANIFEST):
        if special_files.identity(folder / name) in sources:
            message = Message("{path} is a source: a document would take its place", path=folder / name)
            raise UserError(message, Message("name another folder: --out FOLDER"))
    try:
        named = (form.as_posix(), forms.bytes_of(form)) if form else None
        files.append(output_folder.manifest(files, source.name, source_files.content(source)[0], named))
        written = output_folder.write_all(folder, files, today)
    except OSError as error:
        where = error.filename or folder
        hint = Message("close the file if it is open in Word; nothing was changed in its folder")
        if isinstance(error, output_folder.PartlyWritten):
            hint = Message("close the file if it is open in Word and build again: some files of its folder are new")
        if isinstance(error, LinkRefused):
            hint = Message("name a folder that is none with --out, or remove the link; nothing was changed")
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error)), hint) from error
    out = _terminal.console(stderr=True)
    for path, now in written.moved:
        message = Message("{path} was changed by hand: what stood there is now {name}", path=path, name=now.name)
        out.print(message.text(_))
    for path in written.kept:
        message = Message("{path} is no longer made, but it was changed by hand: it stays", path=path)
        out.print(message.text(_))
    _terminal.say(Message("{folder}: files: {n}", folder=folder, n=len(written.files)).text(_))
