"""Which two plans a command means that compares: `OLD NEW`, NEW at a revision of git, or the text last signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapc.checks import running
from roadmapc.checks.selection import RuleSelection
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.plan import Plan
from roadmapc.source import file_kinds
from roadmapc.workspace import editions, loading, source_files
from roadmapc.workspace.settings import selection_of

_IDS = RuleSelection(select=("unsafe-id",))
_HOW = Message("name the old file before it: OLD NEW; or a revision of git: --since REVISION")


@dataclass(frozen=True)
class NamedPlan:
    """A plan that was read, or why there is none; `name` is how messages call it: a path, «v1.0:roadmaps/plan.yaml»."""

    name: str
    read: Compilation
    revision: str | None = None
    """The full hash of the commit that it comes from; None for a file as it lies there."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Return the errors that keep it from being compared: its own, else those of the owners beside it."""
        if self.read.plan is None:
            return self.read.errors
        directory = self.read.plan.directory
        return directory.problems if directory else ()


@dataclass(frozen=True)
class TwoPlans:
    """The plan that was, and the plan that is."""

    old: NamedPlan
    new: NamedPlan

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with either, each once: with errors there is nothing to compare."""
        return tuple(dict.fromkeys((*self.old.problems, *self.new.problems)))

    @property
    def plans(self) -> tuple[Plan, Plan] | None:
        """Return both plans; None where one cannot be read."""
        old, new = self.old.read.plan, self.new.read.plan
        return None if old is None or new is None or self.problems else (old, new)


def unsafe_ids(pair: TwoPlans, today: date) -> list[Diagnostic]:
    """Return the errors of ids of both plans, each once: of two rows with one id only the words tell which is which."""
    plans = [one.read.plan for one in (pair.old, pair.new) if one.read.plan]
    found = [problem for plan in plans for problem in running.check_plan(plan, today=today, selection=_IDS)]
    return [*dict.fromkeys(one for one in found if one.severity is Severity.ERROR)]


def errors_of(named: NamedPlan, today: date) -> list[Diagnostic]:
    """Return the errors that `check` finds in a plan and nobody has waived: what is signed has none."""
    if named.read.plan is None:
        return []
    selection = selection_of(source_files.settings().check)
    found = running.check_plan(named.read.plan, today=today, selection=selection)
    return [one for one in found if one.severity is Severity.ERROR and one.waived is None]


def two_plans(files: Sequence[Path], since: str | None = None) -> TwoPlans:
    """Return the plans that `[OLD] NEW` and `--since` mean, read.

    Owners, settings and base plan of an old revision come from the same revision. Raises UserError where it is not
    told what NEW is to be compared with, or a file is none; errors of form are `problems`.
    """
    if not 1 <= len(files) <= 2:
        raise UserError(Message("one roadmap or two: OLD NEW, or NEW with --since REVISION"))
    if len(files) == 2 and since is not None:
        raise UserError(Message("OLD and --since both name the old plan: only one of them is needed"))
    *old, new = map(_one_file, files)
    if old:
        return TwoPlans(_read(old[0]), _read(new))
    if since is not None:
        return _since(new, since)
    latest = _read(new)
    if latest.read.plan is None:
        return TwoPlans(latest, latest)
    return TwoPlans(_last_signed(new, latest.read.plan), latest)


def _last_signed(path: Path, plan: Plan) -> NamedPlan:
    kept = editions.of(path, plan)
    if kept.problems:  # the one that cannot be read may be the last
        source = kept.problems[0].source
        return NamedPlan(source.name, Compilation(source, None, kept.problems))
    if kept.latest is None:
        raise UserError(Message("with what is {path} to be compared? No signed text of it is kept", path=path), _HOW)
    source = kept.latest.file.source
    return NamedPlan(source.name, Compilation(source, kept.latest.plan, ()))


def _one_file(path: Path) -> Path:
    found = source_files.sources([path])
    if len(found) != 1:
        message = Message("{path} holds several roadmaps ({n}): two files are compared", path=path, n=len(found))
        raise UserError(message, Message("name one: {path}", path=found[0].as_posix()))
    return found[0]


def _read(path: Path) -> NamedPlan:
    data, problem = source_files.content(path)
    is_edition = problem is None and file_kinds.kind_at_a_glance(data) is file_kinds.EDITION
    read = editions.read(path, data) if is_edition else loading.read(path)
    return NamedPlan(path.as_posix(), _known(path, read))


def _since(path: Path, name: str) -> TwoPlans:
    from roadmapc.workspace import at_revision  # git is called where a revision is named
    from roadmapc.workspace.git_objects import revision

    if path == source_files.STDIN:
        raise UserError(Message("standard input has no revisions: name a file"))
    found = revision(path.parent, name)
    old = NamedPlan(at_revision.name_at(path, found), at_revision.read(path, found), found.hash)
    return TwoPlans(old, _read(path))


def _known(path: Path, read: Compilation) -> Compilation:
    """Return what was read; raises UserError for a file of another kind, in which nothing is wrong."""
    if read.plan is None and not read.errors:
        raise UserError(Message("{path} is no roadmap", path=path))
    return read
