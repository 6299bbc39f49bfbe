"""What `site` and `serve` show: roadmaps with their marks, documents built of them, and what could not be read."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from roadmapc.checks import running
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.documents.web_page.data import Link, PagePlan, Source, Unread, page_plan
from roadmapc.plan.execution import Execution, RowState, row_states
from roadmapc.workspace import executions, loading
from roadmapc.workspace.executions import ReadRoadmap
from roadmapc.workspace.executor import Executor
from roadmapc.workspace.settings import ExecutionSettings

if TYPE_CHECKING:  # what tells of regions is loaded where there are several roadmaps
    from roadmapc.documents.region._report import RegionReport
    from roadmapc.plan.region import Asked, Member

_SHOWN = frozenset({".docx", ".html", ".xlsx", ".ics", ".svg", ".pdf"})


class SiteSources(NamedTuple):
    """Plans that are shown, what could not be read, all problems, which are to be told, and what a roll-up tells.

    The last is of each roadmap what is told of it, or its name where nobody knows what became of it.
    """

    plans: list[PagePlan]
    unread: list[Unread]
    problems: list[Diagnostic]
    told: list[Member | str]


class Shown(NamedTuple):
    """What is shown of roadmaps: the day of their state, of the run, for whom, and where built documents lie.

    `asked` is what a roll-up of them is asked for, where there are several.
    """

    as_of: date
    today: date
    internal: bool
    built: Path | None
    out: Path
    asked: Asked | None = None


class ReadOne(NamedTuple):
    """What is shown of a roadmap, what is to be told of it, what a roll-up tells of it where its marks are whole."""

    made: PagePlan | Unread
    problems: list[Diagnostic]
    member: Member | None = None


def read(files: Sequence[Path], shown: Shown, work: Executor) -> SiteSources:
    """Read roadmaps as they are in force on a day; raises UserError for two of one id."""
    made = work.map(read_one, [(path, shown) for path in files])
    found = SiteSources([], [], [], [])
    seen: dict[str, Path] = {}
    for path, (one, problems, member) in zip(files, made, strict=True):
        found.problems.extend(problems)
        if isinstance(one, Unread):
            found.unread.append(one)
            found.told.append(one.name)
            continue
        name = one.id.casefold()
        if name in seen:
            message = Message("{a} and {b} would build into one folder", a=seen[name], b=path)
            raise UserError(message, Message("set “id:” in one of them"))
        seen[name] = path
        found.plans.append(one)
        found.told.append(member or visible(one.municipality))
    executions.look_for_bases(files)
    shared = executions.shared_problems(files)
    found.problems.extend(shared)
    found.unread.extend(shared_unread(shared, shown))
    return found._replace(told=known(found.told, files))


def known(told: list[Member | str], files: Sequence[Path]) -> list[Member | str]:
    """Return what is told of roadmaps; where a directory of owners has errors, nobody knows any of them."""
    if any(one.errors for one in loading.directories(files)):
        return [one if isinstance(one, str) else visible(one.municipality) for one in told]
    return told


def shared_unread(problems: Sequence[Diagnostic], shown: Shown) -> list[Unread]:
    """Return what is wrong with what roadmaps share, for an internal page: by the file."""
    names = dict.fromkeys(one.source.name for one in problems) if shown.internal else ()
    return [Unread(visible(name), tuple(_text(one) for one in problems if one.source.name == name)) for name in names]


def region_of(told: Sequence[Member | str], asked: Asked, execution: ExecutionSettings) -> RegionReport:
    """Return the roll-up of what is shown; of very many it is brief."""
    from roadmapc.documents.region._report import RegionReport
    from roadmapc.documents.web_page.region_page import MOST_MEMBERS
    from roadmapc.plan.region import Unread as Lost
    from roadmapc.plan.region import roll_up

    members = [one for one in told if not isinstance(one, str)]
    region = roll_up(members, [Lost(one) for one in told if isinstance(one, str)], asked)
    return RegionReport(region, late_counts=execution.late_counts, is_brief=region.size > MOST_MEMBERS)


def read_one(path: Path, shown: Shown) -> ReadOne:
    """Return what is shown of a roadmap, and what is to be told of it; one whose id is no name has no page."""
    (one,) = executions.each([path], shown.as_of)
    problems = [*one.problems]
    if one.execution:
        problems += executions.unsafe_ids(one.execution, shown.today)
    if one.execution is None or problems:
        name = one.result.plan.municipality if one.result.plan else path.stem
        texts = tuple(map(_text, problems)) if shown.internal else ()
        return ReadOne(Unread(visible(name), texts), problems)
    problems = executions.misplaced(one.execution, shown.today)
    links = documents_of(one.execution.plan.id, shown.built, shown.out) if shown.built else ()
    by_row = row_problems(one.execution, shown.today) if shown.internal else {}
    by_row[""] = (*by_row.get("", ()), *map(_text, problems))
    states = row_states(one.execution, shown.as_of)
    made = page_plan(Source(one.execution, links, by_row), shown.as_of, internal=shown.internal, states=states)
    return ReadOne(made, problems, None if problems else _member(one, shown, states))


def _member(one: ReadRoadmap, shown: Shown, states: tuple[RowState, ...]) -> Member | None:
    if shown.asked is None or one.execution is None:
        return None
    from roadmapc.documents.web_page.region_page import public
    from roadmapc.plan.region.making import member_of

    base = one.result.plan.base if one.result.plan else None
    found = member_of(one.execution, base, shown.asked, None if shown.asked.period else states)
    return found if shown.internal else public(found)


def _text(problem: Diagnostic) -> str:
    return f"{problem.code}: {problem.message.text(_) if isinstance(problem.message, Message) else problem.message}"


def row_problems(execution: Execution, today: date) -> dict[str, tuple[str, ...]]:
    """Return what the rules find, by the row; notes are left to `check`."""
    plan = execution.plan
    found: dict[str, list[str]] = {}
    for one in running.check_plan(plan, today=today):
        if one.severity is Severity.NOTE or one.waived is not None:
            continue
        row = plan.row_at(one.route) if one.route else None
        found.setdefault(row.id if row else "", []).append(_text(one))
    return {name: tuple(texts) for name, texts in found.items()}


def documents_of(id: str, built: Path, out: Path) -> tuple[Link, ...]:
    """Return the files built of a roadmap, as they are reached from the page; none where they are of no folder."""
    folder = built / id
    if not folder.is_dir() or folder.is_symlink():
        return ()
    files = (one for one in folder.iterdir() if one.suffix in _SHOWN and one.is_file() and not one.is_symlink())
    names = sorted((one.name for one in files), key=_in_order)
    base = Path(os.path.relpath(folder, out)).as_posix()
    return tuple(Link(visible(name), quote(f"{base}/{name}", errors="surrogateescape")) for name in names)


def _in_order(name: str) -> list[tuple[int, str]]:
    """Return what sorts names as people number them: gantt-2 before gantt-10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]
