"""Which templates and forms a build uses: those of the folder named, the project's own, the packaged set."""

from __future__ import annotations

import filecmp
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.rendering.packaged import packaged

if TYPE_CHECKING:
    from roadmapc.documents.output import OutputContext, Writer
    from roadmapc.rendering.blocks import Document
    from roadmapc.word.package.base_form import Form

PROJECT = Path("templates")
FORM = "form.docx"
FORMATS = ("docx", "html", "xlsx")
PLAN_FORMATS = (*FORMATS, "svg")
"""What can be made of a plan: of its execution there are no pictures."""
MOST_FORM = 50_000_000
"""Bytes that are read of a form."""
SUFFIXES = (".html", ".docx")
"""Of templates and of forms; other files in their folders are no part of a build."""


def overrides(given: Path | None) -> dict[str, Path]:
    """Return the folders that come before the packaged set, by who says so: «given», «project»."""
    if given and not given.is_dir():
        raise UserError(Message("there is no such folder: {path}", path=given))
    found = {"given": given} if given else {}
    if PROJECT.is_dir() and not is_packaged(PROJECT):
        found["project"] = PROJECT
    for folder in found.values():
        _require_readable(folder)
    return found


def _require_readable(folder: Path) -> None:
    """Raise UserError where nobody can tell what stands in a folder: the packaged set would be taken in silence."""
    from roadmapc.workspace.os_errors import reason

    try:
        for file in folder.iterdir():
            if file.suffix in SUFFIXES:
                file.lstat()
    except OSError as error:
        where = error.filename or folder
        raise UserError(Message("cannot read {path}: {why}", path=where, why=reason(error))) from error


def is_packaged(folder: Path) -> bool:
    """Tell whether a folder is the packaged set itself, as `templates/` is in a checkout of the program."""
    return folder.resolve() == packaged("templates").resolve()


def is_same(file: Path, other: Path) -> bool:
    """Tell whether two files have the same content; one that cannot be read is told of where it is used."""
    try:
        return filecmp.cmp(file, other, shallow=False)
    except OSError:
        return False


def output_context(folders: tuple[Path, ...], formats: tuple[str, ...], draft: str) -> OutputContext:
    """Return what outputs work with; raises UserError where the form cannot serve."""
    from roadmapc.documents.output import OutputContext
    from roadmapc.rendering.templates import Templates

    templates = Templates(folders)
    writers = _writers(formats, load_form(templates.file(FORM)))
    return OutputContext(templates.document, writers, draft, workbooks="xlsx" in formats, pictures="svg" in formats)


def with_form(context: OutputContext, form: Form) -> OutputContext:
    """Return the same with another base form."""
    return replace(context, formats=_writers(tuple(context.formats), form))


def _writers(formats: tuple[str, ...], form: Form) -> Mapping[str, Writer]:
    """Return what writes each format of documents, Word with that form; workbooks and pictures have no blocks."""
    from roadmapc.rendering import html
    from roadmapc.word.writer.docx import write

    def word(document: Document, created: date | None) -> bytes:
        return write(document, form, title=document.title, author="", created=created)

    writers: Mapping[str, Writer] = {"docx": word, "html": html.write}
    return {suffix: writers[suffix] for suffix in formats if suffix in writers}


def load_form(path: Path) -> Form:
    """Return a base form; raises UserError that says why the file cannot serve."""
    return form_of(path, form_content(path))


def form_of(path: Path, data: bytes, *, named: bool = False) -> Form:
    """Return the base form that a file's bytes hold, as roadmaps name it or not; raises UserError with the reason."""
    from roadmapc.word.package.base_form import FormError, load_form

    try:
        return load_form(data, named=named)
    except FormError as error:
        raise UserError(Message("form {path}: {why}", path=path, why=error.message)) from error


def form_content(path: Path) -> bytes:
    """Return the bytes of a form; raises UserError where it cannot be read."""
    from roadmapc.workspace.os_errors import reason

    try:
        return read_regular(path, MOST_FORM)
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=path, why=reason(error))) from error
