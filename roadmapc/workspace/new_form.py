"""A new form among the project's templates: made of answers, proved, and never written over another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.project_paths import PathRefused, inside
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.source.form_names import SUFFIX, form_fault
from roadmapc.workspace import atomic_writes, os_errors, template_files
from roadmapc.workspace.template_files import FORM, PROJECT

if TYPE_CHECKING:
    from roadmapc.word.new_form.answers import NewForm


def path_of(name: str) -> Path:
    """Return where a new form goes; raises UserError for what is no plain name, and where a file is already."""
    plain = name.removesuffix(SUFFIX)
    if "/" in name or "\\" in name:
        raise UserError(Message("“{name}” is no plain name: the form goes to templates/", name=name))
    if fault := form_fault(plain):
        raise UserError(fault.message)
    if template_files.is_packaged(PROJECT):
        raise UserError(Message("{path} is the packaged set itself", path=PROJECT), Message("stand in another folder"))
    path = PROJECT / f"{plain}{SUFFIX}"
    if path.name.casefold() == FORM:
        raise UserError(
            Message("{path} is the form of roadmaps that name none: take another name", path=path.as_posix())
        )
    if os.path.lexists(path):
        hint = Message("nothing was changed; take another name, or edit the form in Word")
        raise UserError(Message("{path} is there already", path=path.as_posix()), hint)
    return path


def picture(text: str) -> bytes:
    """Return the picture at a path of the project; raises UserError where it cannot stand in a document."""
    from roadmapc.word.package.pictures import MOST_BYTES, picture_of

    try:
        data = read_regular(inside(Path(), Path(), text), MOST_BYTES)
    except PathRefused as error:
        hint = Message("copy the picture into the project's folder, and name it from there")
        raise UserError(error.message, hint) from error
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=text, why=os_errors.reason(error))) from error
    found = picture_of(data)
    if isinstance(found, Message):
        raise UserError(Message("the picture {part} cannot be used: {why}", part=text, why=found))
    return data


def write(path: Path, answers: NewForm) -> None:
    """Write a form; raises UserError where it could not serve, or cannot be written."""
    from roadmapc.word.new_form.form_parts import form_file

    data = form_file(answers)
    template_files.form_of(path, data, named=True)
    path_of(path.name)  # somebody may have been quicker
    try:
        atomic_writes.write_each(path.parent, [(path.name, data)])
    except OSError as error:
        where = error.filename or path
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error))) from error
