"""A roadmap as it was at a revision: its owners, its base plan and the project's settings come from there as well."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc import compiler
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span, UserError
from roadmapc.diagnostics.project_paths import refusal
from roadmapc.russian.calendar import Calendar
from roadmapc.source.base_glance import extends_at_a_glance
from roadmapc.source.decoding import SAVE_AS_UTF8, wrong_encoding
from roadmapc.source.problems import UNREADABLE_FILE
from roadmapc.source.shared_owners import Directory, read_directory
from roadmapc.workspace import source_files
from roadmapc.workspace.git_objects import NotThere, Revision
from roadmapc.workspace.settings import FILE, Settings
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.extending import FoundBase


def name_at(path: Path, revision: Revision) -> str:
    """Return a file's name as git would write it: «v1.0:roadmaps/plan.yaml»."""
    place = revision.place_of(path)
    return f"{revision.name}:{'/'.join(place) if place else path.as_posix()}"


def read(path: Path, revision: Revision) -> Compilation:
    """Read a roadmap as it was; raises UserError where it did not exist then, or cannot be read."""
    name = name_at(path, revision)
    data = revision.content(path)
    return compiler.read_bytes(
        name,
        data,
        stem="-".join(path.stem.split()),
        calendar=_calendar(revision),
        directory=_directory(path.parent / OWNERS_FILE, revision),
        base=_base(path, data, revision),
    )


def _calendar(revision: Revision) -> Calendar:
    """Return the calendar of the project's settings then; of a project that lies in no repository, those of today."""
    path = Path(FILE)
    if revision.place_of(path) is None:
        return source_files.settings().calendar
    from roadmapc.workspace.settings_file import read_settings

    try:
        data = revision.content(path)
    except NotThere:
        return Settings().calendar
    try:
        return read_settings(data.decode("utf-8-sig")).calendar
    except UnicodeDecodeError as error:
        where = name_at(path, revision)
        raise UserError(Message("{path}: {why}", path=where, why=wrong_encoding(data)), SAVE_AS_UTF8) from error
    except UserError as error:  # it names the file of today
        where = name_at(path, revision)
        raise UserError(Message("{path}: {why}", path=where, why=error.message), error.hint) from error


def _directory(path: Path, revision: Revision) -> Directory | None:
    name = name_at(path, revision)
    try:
        return read_directory(name, revision.content(path))
    except NotThere:
        return None
    except UserError as error:
        source = Source(name, "")
        problem = Diagnostic(*UNREADABLE_FILE, Severity.ERROR, error.message, source, Span(0, 0), hint=error.hint)
        return Directory(source, problems=(problem,))


def _base(path: Path, data: bytes, revision: Revision) -> FoundBase | None:
    """Return what was found of the base plan that the roadmap named then."""
    text = extends_at_a_glance(data)
    if not text:
        return None
    from roadmapc.source.basing.base_plan import read_base
    from roadmapc.source.basing.extending import FoundBase, Refused

    hint = Message("a base plan lies inside the project")
    folder = (revision.place_of(path) or ("",))[:-1]
    place = posixpath.normpath(posixpath.join(*folder, text))
    if why := refusal(text):
        return FoundBase(text, Refused(why, hint))
    if place.split("/")[0] == "..":
        why = Message("“{path}” leads out of the project: only files below its folder may be named", path=text)
        return FoundBase(text, Refused(why, hint))
    base = revision.root / place
    try:
        return FoundBase(text, read_base(name_at(base, revision), revision.content(base)))
    except UserError as error:
        return FoundBase(text, Refused(error.message, error.hint))
