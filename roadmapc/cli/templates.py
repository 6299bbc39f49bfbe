"""`roadmapc templates`: which templates and forms a build uses, a copy of the packaged set to edit, a new form."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from roadmapc.cli import _new_form, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import TemplatesFolder
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.rendering.packaged import packaged
from roadmapc.source.form_names import SUFFIX
from roadmapc.workspace import atomic_writes, os_errors, template_files

GROUP = "prepare"
HELP = "List the templates and forms that a build uses, copy the packaged set to edit it, or make a letterhead."


def command(
    action: Annotated[
        str | None,
        typer.Argument(help=_("“copy” to copy the packaged set out, “new-form” to make a letterhead; else a list.")),
    ] = None,
    target: Annotated[
        str | None, typer.Argument(help=_("Where to copy to, by default templates; or the name of the new form."))
    ] = None,
    templates: TemplatesFolder = None,
    force: Annotated[bool, typer.Option("--force", help=_("Copy over files that are there already."))] = False,
    organisation: _new_form.Organisation = None,
    details: _new_form.Details = None,
    act: _new_form.Act = None,
    layout: _new_form.Layout = None,
    arms: _new_form.Arms = None,
    margins: _new_form.Margins = None,
    binding: _new_form.Binding = None,
    font: _new_form.Font = None,
    size: _new_form.Size = None,
) -> int:
    """List and check the templates, 1 where one cannot be used; copy them; or make a form."""
    given = _new_form.Given(organisation, details, act, layout, arms, margins, binding, font, size)
    if action is not None:
        _terminal.choice(action, _("ACTION"), ("copy", "new-form"))
    if action == "new-form":
        return _new_form.new_form(target, given)
    if given.options:
        raise UserError(Message("these options go with new-form: {names}", names=", ".join(given.options)))
    if action is None:
        return _listed(template_files.overrides(templates))
    return _copied(template_files.PROJECT if target is None else Path(target), force)


class _Used(NamedTuple):
    name: str
    path: Path
    origin: Message
    own: bool


def _listed(folders: dict[str, Path]) -> int:
    used = list(_used(folders))
    width = max(len(one.name) for one in used)
    for one in used:
        _terminal.say(f"{visible(one.name):{width}}  {one.origin.text(_)}")
    problems = list(_problems(tuple(folders.values()), used))
    for problem in problems:
        _terminal.console(stderr=True).print(problem.text(_))
    return _terminal.PROBLEMS if problems else _terminal.OK


def _used(folders: dict[str, Path]) -> Iterator[_Used]:
    """Yield every template and form in use: the first of its name; then files that no packaged one answers to."""
    known = sorted(path.name for path in packaged("templates").iterdir() if path.suffix in template_files.SUFFIXES)
    for name in known:
        found = [(who, folder / name) for who, folder in folders.items() if os.path.lexists(folder / name)]
        if not found:
            yield _Used(name, packaged("templates") / name, Message("packaged"), own=False)
            continue
        who, path = found[0]
        origin = Message("given: {path}", path=path) if who == "given" else Message("project: {path}", path=path)
        if template_files.is_same(path, packaged("templates") / name):
            origin = Message("{origin} (as packaged)", origin=origin)
        yield _Used(name, path, origin, own=True)
    for folder in folders.values():
        for path in sorted(folder.iterdir()):
            if path.suffix in template_files.SUFFIXES and path.name not in known:
                origin = Message("{path}: used only where another template includes or extends it", path=path)
                if path.suffix == SUFFIX:
                    origin = Message("{path}: used by roadmaps that say “form: {name}”", path=path, name=path.stem)
                yield _Used(path.name, path, origin, own=True)


def _problems(folders: tuple[Path, ...], used: list[_Used]) -> Iterator[Message]:
    """Yield what keeps own templates and forms from being used."""
    from roadmapc.rendering.templates import TemplateProblem, Templates

    templates = Templates(folders)
    for one in used:
        try:
            if one.own and one.path.suffix == SUFFIX:
                data = template_files.form_content(one.path)
                template_files.form_of(one.path, data, named=one.name != template_files.FORM)
            elif one.own:
                templates.check(one.name)
        except UserError as error:
            yield error.message
        except TemplateProblem as error:
            yield Message("template {place}: {why}", place=error.place, why=error.message)


def _copied(folder: Path, force: bool) -> int:
    if template_files.is_packaged(folder):
        hint = Message("name another folder: roadmapc templates copy FOLDER")
        raise UserError(Message("{path} is the packaged set itself", path=folder), hint)
    sources = sorted(path for path in packaged("templates").iterdir() if path.suffix in template_files.SUFFIXES)
    taken = [path.name for path in sources if os.path.lexists(folder / path.name)]
    if taken and not force:
        hint = Message("nothing was copied; --force replaces them")
        raise UserError(Message("{path} has these files already: {names}", path=folder, names=", ".join(taken)), hint)
    try:
        atomic_writes.write_each(folder, ((source.name, source.read_bytes()) for source in sources))
    except OSError as error:
        where = error.filename or folder
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error))) from error
    _terminal.say(Message("{folder}: files: {n}", folder=folder, n=len(sources)).text(_))
    return _terminal.OK
