"""The documents of one roadmap, made in memory of what was checked: what `build` shares out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import forms, kept, loading, marks_files, source_files, template_files
from roadmapc.workspace.build_options import BuildOptions

if TYPE_CHECKING:  # what makes documents is loaded where some are made
    from roadmapc.documents.output import File, OutputContext


def build_one(path: Path, digest: str, form: Path | None, options: BuildOptions) -> tuple[bytes, list[File]]:
    """Return the content of a roadmap and its documents, on the form that it names.

    `digest` is that of the content that was checked. Raises UserError where a template or the form has a fault, or a
    source was changed since then.
    """
    from roadmapc.documents.output import Control, build_files

    data, _problem = source_files.content(path)
    read = forms.with_form(loading.read(path, data=data), path, options.templates)
    if read.plan is None or kept.digest(data) != digest:
        hint = Message("build again, so that what is built is what was checked")
        raise UserError(Message("{path} or what it is read with was changed while it was built", path=path), hint)
    plan = read.plan
    context = _context(options)
    if form:
        context = template_files.with_form(context, forms.usable(form))
    if options.workbook:
        execution = marks_files.execution(path, plan)
        context = replace(context, control=Control(execution, *options.workbook))
    with worded(path):
        try:
            return data, list(build_files(plan, context))
        except UserError as error:  # a text that fits into no cell of a workbook
            raise UserError(Message("{path}: {why}", path=path, why=error.message), error.hint) from error


@source_files.remembered
def _context(options: BuildOptions) -> OutputContext:
    folders = tuple(template_files.overrides(options.templates).values())
    return template_files.output_context(folders, options.formats, options.draft)


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Word what goes wrong while the documents of a roadmap are made: its template, or a fault of the program."""
    from roadmapc.documents.output import DamagedFile
    from roadmapc.rendering.templates import TemplateProblem
    from roadmapc.word.package.unpacking import PackageError

    try:
        yield
    except TemplateProblem as error:
        raise UserError(Message("template {place}: {why}", place=error.place, why=error.message)) from error
    except (DamagedFile, PackageError) as error:
        hint = Message("this is a fault of the program: report it with the source; nothing was written")
        raise UserError(Message("{path}: a document of it would be damaged", path=path), hint) from error
