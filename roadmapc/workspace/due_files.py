"""What falls due of roadmaps: known from an earlier run where nothing has changed, read where something has.

Kept is what falls due of a roadmap without marks and editions, by all that it was read with; what became of one with
marks depends on the day, too, and is read anew. Nothing is kept of a run that has met an error.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.plan.due_plan import DuePlan, from_json, to_json
from roadmapc.russian.normal_form import searched_form
from roadmapc.source.marks_name import marks_path
from roadmapc.workspace import bases, dependencies, source_files
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.kept import Kept, as_bytes, digest


class _New(NamedTuple):
    """What was read of a file, as it is to be kept (`answer`) where it is; else what falls due of it, if anything.

    `knows_bases` says that whoever read it has read base plans too, of which another process does not know.
    """

    key: str
    knows_bases: bool
    answer: bytes
    plan: DuePlan | None
    problems: Sequence[Diagnostic]


@dataclass(frozen=True)
class DueReading:
    """How roadmaps are read: on which day, whose, and whether all their states are wanted or those of marked alone."""

    today: date
    municipality: str
    with_states: bool

    def read(self, files: Sequence[Path], work: Executor, problems: list[Diagnostic]) -> Iterator[DuePlan]:
        """Yield what falls due of files, in order; add to `problems` what is wrong, which is to be told.

        Raises UserError where no roadmap is of that municipality.
        """
        kept = Kept("due", unused=self.with_states or source_files.STDIN in files)
        names = set(kept)
        # of what nothing is kept the key is taken where it is read
        keys = [_key(path) if path.as_posix() in names else None if kept.is_used else "" for path in files]
        is_known = [bool(key) and kept.has(path.as_posix(), key or "") for path, key in zip(files, keys, strict=True)]
        if not all(is_known):
            from roadmapc.workspace import executions  # loaded once, before a process splits: it loads the compiler
        rows = [(path, key) for path, key, known in zip(files, keys, is_known, strict=True) if not known]
        new = work.map(self._read_new, rows)
        is_any = False
        based: list[Path] = []
        for path, key, known in zip(files, keys, is_known, strict=True):
            one = _kept_plan(kept, path, key or "") if known else None
            if one is None:
                read = self._read_new(path, key) if known else next(new)
                problems.extend(read.problems)
                based += [path] if read.knows_bases else []
                one = read.plan
                if read.answer:
                    kept.keep_written(path.as_posix(), read.key, read.answer)
                    one = from_json(json.loads(read.answer))
            if one and self._is_wanted(one):
                is_any = True
                yield one
        shared: list[Diagnostic] = []
        if not all(is_known):
            executions.look_for_bases(based)
            shared = executions.shared_problems(files)
        problems.extend(shared)
        if not shared:
            kept.save()
        if self.municipality and not is_any and not problems:
            raise UserError(Message("no roadmap of “{name}”", name=self.municipality))

    def _is_wanted(self, plan: DuePlan) -> bool:
        return searched_form(self.municipality) in searched_form(plan.municipality)

    def _read_new(self, path: Path, key: str | None) -> _New:
        key = _key(path) if key is None else key  # before anything is read: what changes meanwhile is then read again
        plan, problems = self._read_one(path)
        knows_bases = bool(bases.found())
        if plan and key and not problems:
            return _New(key, knows_bases, as_bytes(to_json(plan)), None, problems)
        return _New(key, knows_bases, b"", plan, problems)

    def _read_one(self, path: Path) -> tuple[DuePlan | None, Sequence[Diagnostic]]:
        """Return what falls due of a roadmap, where it is of the municipality and can be read, and what is wrong."""
        from roadmapc.plan.due_making import due_plan
        from roadmapc.workspace import executions

        execution, problems = executions.read_one(path, self.today, self.municipality)
        if execution is None:
            return None, problems
        known = execution if execution.file or self.with_states else None
        return due_plan(execution.plan, known, self.today, source_files.settings().execution.report_days), problems


def _key(path: Path) -> str:
    """Return the key of all that what falls due of a roadmap depends on; none where that is the day, too."""
    if os.path.lexists(marks_path(path)):
        return ""
    files = [*dependencies.of_source(path)]
    if any(one.role == "edition" for one in files):
        return ""
    return digest(*dependencies.key_parts(files))


def _kept_plan(kept: Kept, path: Path, key: str) -> DuePlan | None:
    """Return what was kept of a roadmap; none where it is in another shape than this program keeps it in."""
    with suppress(ValueError, TypeError, OverflowError):
        return from_json(kept.get(path.as_posix(), key))
    return None
