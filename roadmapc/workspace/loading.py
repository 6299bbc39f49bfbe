"""Files read, before any rule, with the settings and the shared directory that they go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc import compiler
from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import RuleSelection
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Message, UserError
from roadmapc.source import file_kinds
from roadmapc.source.marks_name import is_marks
from roadmapc.source.shared_owners import Directory, read_directory
from roadmapc.workspace import bases, edition_files, source_files
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan
    from roadmapc.source.basing.extending import FoundBase


def read(path: Path, name: Path | None = None, data: bytes | None = None) -> Compilation:
    """Read one file; `name` stands in for the path of standard input, `data` for the content."""
    if data is None:
        data, problem = source_files.content(path, name)
        if problem:
            return Compilation(problem.source, None, (problem,))
    known = name or path
    if known.name == OWNERS_FILE:
        found = _directory(known.as_posix(), data)
        return Compilation(found.source, None, found.problems)
    if is_marks(known):
        from roadmapc.workspace import marks_files  # needed where there are marks

        file = marks_files.read(known, data)
        return Compilation(file.source, None, tuple(marks_files.not_a_roadmap(known, file)))
    if file_kinds.kind_at_a_glance(data) is file_kinds.EDITION:
        from roadmapc.workspace import editions  # needed where one is named

        return Compilation(*editions.not_a_roadmap(known, data))
    result = compiler.read_bytes(
        known.as_posix(),
        data,
        stem="-".join(known.stem.split()),
        calendar=source_files.settings().calendar,
        directory=shared(known.parent),
        base=found_base(known, data),
    )
    if result.plan and edition_files.is_kept(known, result.plan.id):
        return replace(result, plan=replace(result.plan, has_editions=True))
    return result


def found_base(name: Path, data: bytes) -> FoundBase | None:
    """Return what was found of the base plan that the content of a roadmap names, if it names one."""
    file = bases.base_file(name, data)
    if file is None:
        return None
    from roadmapc.source.basing.extending import FoundBase, Refused

    if file.data is None:
        return FoundBase(file.text, Refused(file.why or Message(""), file.hint))
    return FoundBase(file.text, _base(file.path.as_posix(), file.data))


def read_base_alone(name: Path, data: bytes) -> Compilation | None:
    """Read a base plan as what it is, for `check`; none where a file is another kind."""
    if not any(key.encode() in data for key in file_kinds.BASE.keys):
        return None
    plan = _base(name.as_posix(), data)
    if plan.kind is not file_kinds.BASE:
        return None
    return compiler.read_base_plan(plan, source_files.settings().calendar)


def shared(folder: Path) -> Directory | None:
    """Return the directory that the roadmaps of a folder share, if there is one."""
    content = source_files.shared(folder)
    if content is None:
        return None
    data, problem = content
    if problem:
        return Directory(problem.source, problems=(problem,))
    return _directory((folder / OWNERS_FILE).as_posix(), data)


_directory = lru_cache(maxsize=256)(read_directory)


@lru_cache(maxsize=256)
def _base(name: str, data: bytes) -> BasePlan:
    from roadmapc.source.basing.base_plan import read_base

    return read_base(name, data)


def directories(paths: Sequence[Path]) -> list[Compilation]:
    """Return the shared directories beside files, each once, with what is wrong with them."""
    found = dict.fromkeys(path.parent for path in paths if path.name != OWNERS_FILE)
    shared_ones = [one for one in map(shared, found) if one]
    return [Compilation(one.source, None, one.problems) for one in shared_ones]


def unfit_bases() -> list[Compilation]:
    """Return the base plans that the roadmaps read in this run extend and cannot, each once, with their errors."""
    alone = [read_base_alone(file.path, file.data or b"") for file in bases.found()]
    return [one for one in alone if one and one.plan is None]


def needs_spelling(selection: RuleSelection) -> None:
    """Raise UserError where a rule is to run that needs the extra `spell`, and it is not installed."""
    wanted = any(selection.runs(rule, rule_name(rule)) for rule in rules() if getattr(rule, "OPTIONAL", False))
    if wanted and find_spec("pymorphy3") is None:
        hint = Message("install it in the program's folder: pip install {extra}", extra='".[spell]"')
        raise UserError(Message("spelling needs the extra “spell”, which is not installed"), hint)
