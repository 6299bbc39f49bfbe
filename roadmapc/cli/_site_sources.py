"""What `site` and `serve` show: roadmaps with their marks, documents built of them, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.documents.web_page.data import Link, Source, Unread
from roadmapc.plan.execution import Execution
from roadmapc.workspace import executions

_SHOWN = frozenset({".docx", ".html", ".xlsx", ".ics", ".svg", ".pdf"})


class SiteSources(NamedTuple):
    """Plans that are shown, roadmaps that could not be read, and all problems, which are to be told."""

    sources: list[Source]
    unread: list[Unread]
    problems: list[Diagnostic]


def read(
    files: Sequence[Path], today: date, as_of: date, *, internal: bool, built: Path | None, out: Path
) -> SiteSources:
    """Read roadmaps as they are in force on a day; raises UserError for two of one id."""
    found = SiteSources([], [], [])
    seen: dict[str, Path] = {}
    for one in executions.each(files, as_of):
        problems = [*one.problems]
        if one.execution is not None and not one.problems:
            problems += executions.misplaced(one.execution, today)
            name = one.execution.plan.id.casefold()
            if name in seen:
                raise UserError(
                    Message("{a} and {b} would build into one folder", a=seen[name], b=one.path),
                    Message("set “id:” in one of them"),
                )
            seen[name] = one.path
            links = documents_of(one.execution.plan.id, built, out) if built else ()
            by_row = row_problems(one.execution, today) if internal else {}
            one.execution.plan.forget()
            found.sources.append(Source(one.execution, links, by_row))
        else:
            name = one.result.plan.municipality if one.result.plan else one.path.stem
            texts = tuple(_text(problem) for problem in one.problems) if internal else ()
            found.unread.append(Unread(visible(name), texts))
        found.problems.extend(problems)
    found.problems.extend(executions.shared_problems(files))
    return found


def _text(problem: Diagnostic) -> str:
    return f"{problem.code}: {problem.message.text(_) if isinstance(problem.message, Message) else problem.message}"


def row_problems(execution: Execution, today: date) -> dict[str, tuple[str, ...]]:
    """Return what the rules find, by the row; notes are left to `check`."""
    from roadmapc.checks import running

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
    names = sorted(one.name for one in folder.iterdir() if one.suffix in _SHOWN and one.is_file())
    base = Path(os.path.relpath(folder, out)).as_posix()
    return tuple(Link(name, quote(f"{base}/{name}")) for name in names)
