"""The editions beside a roadmap, read: signed texts with their plans, in the order in which they came into force.

What compares plans is loaded where there are editions.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, Severity, Source
from roadmapc.plan import Plan, make_plan
from roadmapc.plan.editions.values import Editions, KeptEdition, in_order
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.russian.calendar import Calendar
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.edition_file import KEY, EditionFile, read_edition
from roadmapc.source.marks_file import MarksFile
from roadmapc.source.problems import NOT_A_ROADMAP
from roadmapc.workspace import edition_files, source_files

if TYPE_CHECKING:
    from roadmapc.plan.editions.signed import Signed


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


def read(path: Path, data: bytes) -> Compilation:
    """Return an edition that was named by itself: its plan, or what is wrong with its form."""
    file, edition = _read(path.as_posix(), data, source_files.settings().calendar)
    return Compilation(file.source, edition.plan if edition else None, file.problems)


def _is_of(edition: KeptEdition, plan: Plan) -> bool:
    """Say whether an edition is one of a plan: its id, and whose it is."""
    return edition.plan.id == plan.id and compared_form(edition.plan.municipality) == compared_form(plan.municipality)


def not_a_roadmap(path: Path, data: bytes) -> tuple[Source, None, tuple[Diagnostic, ...]]:
    """Return what is wrong with an edition that was named as a roadmap: its own errors, else that it is none."""
    file = read_edition(path.as_posix(), data)
    if file.problems:
        return file.source, None, file.problems
    assert file.tree is not None  # it has no problems
    name = (file.roadmap.id if file.roadmap else None) or path.parent.name
    message = Message("this is an edition of “{id}”: it is checked with that roadmap alone", id=name)
    hint = Message("editions lie beside their roadmap: plan.yaml, editions/plan/")
    span = file.tree.key_span((KEY,))
    return file.source, None, (Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, file.source, span, hint=hint),)


def signed(roadmap: Path, plan: Plan) -> Signed:
    """Return a plan beside its signed texts."""
    from roadmapc.plan.editions.signed import Signed

    return Signed(plan, of(roadmap, plan))


def plan_in_force(roadmap: Path, plan: Plan, day: date) -> Plan:
    """Return the plan in force on a day: the signed text, where the source says something else by now."""
    if not plan.has_editions:
        return plan
    from roadmapc.plan.editions.following import plan_on

    return plan_on(signed(roadmap, plan), day)


def execution(roadmap: Path, plan: Plan, day: date, file: MarksFile | None) -> Execution:
    """Return what became by some marks of the plan in force on a day."""
    if not plan.has_editions:
        return execution_of(plan, file)
    from roadmapc.plan.editions.following import execution_on

    return execution_on(signed(roadmap, plan), day, file)


def kept(roadmap: Path, plan: Plan) -> tuple[KeptEdition, ...]:
    """Return the editions of a roadmap that can be read, in the order in which they came into force."""
    return of(roadmap, plan).kept
