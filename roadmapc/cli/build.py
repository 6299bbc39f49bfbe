"""`roadmapc build`: the documents, calendars and checklists of roadmaps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Message, Severity, UserError

if TYPE_CHECKING:
    from roadmapc.outputs import Kit

HELP = "Build the Word documents, calendars and checklists of roadmaps; errors stop the build."


def command(
    paths: Annotated[list[Path] | None, typer.Argument(help=_("Files or folders; by default roadmaps/."))] = None,
    out: Annotated[Path, typer.Option(help=_("The folder to build into."))] = Path("build"),
    templates: Annotated[
        Path | None, typer.Option(help=_("A folder of your own templates and forms; they are used first."))
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("Build in spite of errors, marked as a draft."))] = False,
    today: Annotated[str | None, typer.Option(help=_("The day to take for today."))] = None,
) -> int:
    """Check all files, then build those without errors; 1 where errors stopped one."""
    from roadmapc.cli._progress import steps

    if templates and not templates.is_dir():
        raise UserError(Message("there is no such folder: {path}", path=templates))
    files = _edge.sources(paths or [])
    day = _edge.day_of(today)
    results = [(path, _edge.compiled(path, day)) for path in files]
    stopped = _report(results, draft)
    ready = [(path, result) for path, result in results if path not in stopped]
    _refuse_same_id(ready)
    with steps(len(ready)) as advance:
        for path, result in ready:
            _build(path, result, out, templates, draft)
            advance()
    return _edge.PROBLEMS if stopped else _edge.OK


def _report(results: list[tuple[Path, Compilation]], draft: bool) -> set[Path]:
    """Print errors and warnings; return the files that cannot be built."""
    from roadmapc.reporters import text

    out = _edge.console(stderr=True)
    stopped = set()
    for path, result in results:
        shown = [p for p in result.diagnostics if not p.waived and p.severity is not Severity.NOTE]
        out.print(text.report(shown, _, out.width), end="")
        if result.plan is None or (result.errors and not (draft and _buildable(result))):
            stopped.add(path)
            out.print(Message("{name}: not built, errors: {n}", name=path, n=len(result.errors)).text(_))
    return stopped


def _buildable(result: Compilation) -> bool:
    """Say whether a draft may be built: with errors of content, but not with a name that is no folder."""
    return result.plan is not None and not any(problem.code == "RM408" for problem in result.errors)


def _refuse_same_id(ready: list[tuple[Path, Compilation]]) -> None:
    seen: dict[str, Path] = {}
    for path, result in ready:
        name = result.plan.id.casefold() if result.plan else ""
        if name in seen:
            hint = Message("set “id:” in one of them")
            raise UserError(Message("{a} and {b} would build into one folder", a=seen[name], b=path), hint)
        seen[name] = path


def _build(path: Path, result: Compilation, out: Path, templates: Path | None, draft: bool) -> None:
    from roadmapc import writing
    from roadmapc.outputs import build_files
    from roadmapc.templates import TemplateProblem

    assert result.plan is not None  # files without a plan are stopped before
    folder = out / result.plan.id
    kit = _kit(tuple(f for f in (templates, _project_templates()) if f), draft)
    try:
        files = list(build_files(result.plan, kit))
    except TemplateProblem as error:
        place = f"{error.template}:{error.line}" if error.line else error.template
        raise UserError(Message("template {place}: {why}", place=place, why=error.message)) from error
    files.append(writing.manifest(files, path.name, path.read_bytes()))
    try:
        gone = writing.former(folder) - {file.name for file in files}
        written = writing.write_all(folder, files)
        writing.remove(folder, gone)
    except OSError as error:
        where = error.filename or folder
        hint = Message("close the file if it is open in Word; nothing was changed")
        raise UserError(Message("cannot write {path}: {why}", path=where, why=_edge.reason(error)), hint) from error
    _edge.say(Message("{folder}: files: {n}", folder=folder, n=len(written)).text(_))


def _project_templates() -> Path | None:
    """Return the project's own templates: the folder `templates` of the working folder."""
    folder = Path("templates")
    return folder if folder.is_dir() else None


def _kit(folders: tuple[Path, ...], draft: bool) -> Kit:
    from roadmapc.document import Document
    from roadmapc.outputs import Kit
    from roadmapc.templates import Templates
    from roadmapc.word import FormError, load_form, write

    templates = Templates(folders)
    file = templates.file("form.docx")
    try:
        form = load_form(file.read_bytes())
    except FormError as error:
        raise UserError(Message("form {path}: {why}", path=file, why=error.message)) from error

    def word(document: Document, created: date | None) -> bytes:
        return write(document, form, title=document.title, author="", created=created)

    return Kit(templates.document, {"docx": word}, "ПРОЕКТ" if draft else "")
