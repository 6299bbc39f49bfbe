"""The base forms that roadmaps name: where they lie, what they are now, and whether they can serve.

A name is looked for among the templates, a path is followed from the roadmap's folder; neither leads out of the
project. Each form is opened and proved once in a run. That loads what reads Word, so it is done only where a roadmap
names a form, and of one that is as it was when it was last proved nothing but its bytes is read.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.project_paths import PathRefused, inside
from roadmapc.diagnostics.regular_files import is_file
from roadmapc.diagnostics.suggestion import nearest
from roadmapc.rendering.packaged import packaged
from roadmapc.source.form_names import SUFFIX, FormFault, form_fault, is_path
from roadmapc.workspace import template_files
from roadmapc.workspace.os_errors import reason
from roadmapc.workspace.source_files import remembered

if TYPE_CHECKING:  # the compiler and what reads Word are loaded where they are needed
    from roadmapc.compiler import Compilation
    from roadmapc.word.package.base_form import Form

_MOST_NAMED = 8
"""Forms named where none is like the one that is not there."""


def find(text: str, source: Path, templates: Path | None = None) -> Path | FormFault:
    """Return the file of the form that a roadmap names, or why there is none; `templates` is searched first."""
    if fault := form_fault(text):
        return fault
    try:
        found = _beside(source, text) if is_path(text) else _among_templates(text, templates)
    except PathRefused as error:
        return FormFault(error.message)
    except OSError as error:
        return FormFault(Message("cannot read {path}: {why}", path=text, why=reason(error)))
    return found or _missing(text, templates)


def _beside(source: Path, text: str) -> Path | None:
    path = inside(Path(), source.parent, text)
    return path if is_file(path) else None


def _among_templates(name: str, templates: Path | None) -> Path | None:
    """Return the first file of that name in the folders of templates; a link may lead anywhere inside the project."""
    for folder in _folders(templates):
        path = folder / f"{name}{SUFFIX}"
        if path.is_symlink():
            path = _inside_any((folder, Path()), path)
        if is_file(path):
            return path
    return None


def _inside_any(roots: tuple[Path, ...], link: Path) -> Path:
    """Return where a link leads, below one of the roots; raises PathRefused."""
    for root in roots[:-1]:
        try:
            return inside(root, link.parent, link.name)
        except PathRefused:
            continue
    return inside(roots[-1], link.parent, link.name)


@remembered
def _folders(templates: Path | None) -> tuple[Path, ...]:
    return (*template_files.overrides(templates).values(), packaged("templates"))


def _missing(text: str, templates: Path | None) -> FormFault:
    """Return that there is no such form, with the one that was meant, else with those that there are."""
    folders = _folders(templates)[:-1]
    names = sorted({path.stem for folder in folders for path in folder.iterdir() if path.suffix == SUFFIX})
    wanted = Path(text).stem if is_path(text) else text
    hint = Message("to make one: roadmapc templates new-form {name}", name=wanted)
    if near := nearest(wanted, names):
        hint = Message("perhaps “{near}”; {make}", near=near, make=hint)
    elif names:
        hint = Message("forms here: {names}; {make}", names=_listed(names), make=hint)
    where = text if is_path(text) else f"{template_files.PROJECT}/{text}{SUFFIX}"
    return FormFault(Message("there is no form “{form}” ({path})", form=text, path=where), hint)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")


@remembered
def proved(path: Path) -> Form | FormFault:
    """Return the form that a file holds, or why it cannot serve."""
    data = content(path)
    if isinstance(data, FormFault):
        return data
    try:
        return template_files.form_of(path, data, named=True)
    except UserError as error:
        return FormFault(error.message, error.hint)


def usable(path: Path) -> Form:
    """Return the form that a file holds; raises UserError where it cannot serve."""
    found = proved(path)
    if isinstance(found, FormFault):
        raise UserError(found.message, found.hint)
    return found


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a form; raises UserError where they cannot be read."""
    found = content(path)
    if isinstance(found, FormFault):
        raise UserError(found.message, found.hint)
    return found


@remembered
def content(path: Path) -> bytes | FormFault:
    """Return the bytes of a form, or why they cannot be read."""
    try:
        return template_files.form_content(path)
    except UserError as error:
        return FormFault(error.message, error.hint)


def with_form(read: Compilation, source: Path, templates: Path | None = None) -> Compilation:
    """Return what was read of a roadmap with what the rules are to know of the form that it names."""
    plan = read.plan
    if plan is None or plan.roadmap.form is None:
        return read
    found = find(plan.roadmap.form, source, templates)
    judged = proved(found) if isinstance(found, Path) else found
    if isinstance(judged, FormFault):
        return replace(read, plan=replace(plan, form_fault=judged))
    return replace(read, plan=replace(plan, form_has_letterhead=judged.letterhead is not None))


def needed_by(read: Compilation, source: Path, templates: Path | None = None) -> Path | None:
    """Return the file of the form that a roadmap names, if it names one; raises UserError where it cannot serve."""
    if read.plan is None or read.plan.roadmap.form is None:
        return None
    found = find(read.plan.roadmap.form, source, templates)
    if isinstance(found, FormFault):
        raise UserError(found.message, found.hint)
    usable(found)
    return found


def found(named: str | None, source: Path, templates: Path | None = None) -> Path | None:
    """Return the file of the form that a roadmap names, if it names one that is there."""
    file = find(named, source, templates) if named is not None else None
    return file if isinstance(file, Path) else None
