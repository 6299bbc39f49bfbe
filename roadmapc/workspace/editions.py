"""The editions beside a roadmap, read: signed texts with their plans, in the order in which they came into force."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmapc.diagnostics import Diagnostic
from roadmapc.plan import Plan, make_plan
from roadmapc.plan.editions import Editions, KeptEdition, in_order
from roadmapc.russian.calendar import Calendar
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.edition_file import EditionFile, read_edition
from roadmapc.workspace import edition_files, source_files


def of(roadmap: Path, plan: Plan) -> Editions:
    """Return the editions of a roadmap; standard input has those of the name that it is given."""
    if not edition_files.is_kept(roadmap, plan.id):
        return Editions()
    mine: list[KeptEdition] = []
    foreign: list[KeptEdition] = []
    problems: list[Diagnostic] = []
    for one in edition_files.contents(roadmap, plan.id):
        if one.problem or one.data is None:
            problems += [one.problem] if one.problem else []
            continue
        file, edition = _read(one.path.as_posix(), one.data, source_files.settings().calendar)
        problems += file.problems
        if edition:
            (mine if _is_of(edition, plan) else foreign).append(edition)
    return Editions(in_order(mine, plan), in_order(foreign, plan), tuple(problems))


@lru_cache(maxsize=64)
def _read(name: str, data: bytes, calendar: Calendar) -> tuple[EditionFile, KeptEdition | None]:
    file = read_edition(name, data)
    if file.roadmap is None or file.tree is None:
        return file, None
    return file, KeptEdition(file, make_plan(file.roadmap, file.tree, "", calendar=calendar))


def _is_of(edition: KeptEdition, plan: Plan) -> bool:
    """Say whether an edition is one of a plan: its id, and whose it is."""
    return edition.plan.id == plan.id and compared_form(edition.plan.municipality) == compared_form(plan.municipality)


def kept(roadmap: Path, plan: Plan) -> tuple[KeptEdition, ...]:
    """Return the editions of a roadmap that can be read, in the order in which they came into force."""
    return of(roadmap, plan).kept


def latest(roadmap: Path, plan: Plan) -> KeptEdition | None:
    """Return the last signed text of a roadmap; none where none is kept."""
    return of(roadmap, plan).latest


def in_force(roadmap: Path, plan: Plan, day: date) -> KeptEdition | None:
    """Return the edition in force on a day; before the first one was, that one; none where none is kept."""
    return of(roadmap, plan).on(day)
