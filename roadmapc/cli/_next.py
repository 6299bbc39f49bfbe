"""`roadmapc new --like`: the plan of another period, written beside the one that it is made from."""

from __future__ import annotations

import re
from pathlib import Path

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import parse_period
from roadmapc.diagnostics import Count, Message, UserError


def read_period(text: str) -> tuple[str, Period]:
    """Return a period's text, «2026/2027» made a school year, and its days; raises UserError."""
    from roadmapc.deadlines.dating.periods import as_school_year

    text = as_school_year(" ".join(text.split()))
    try:
        return text, parse_period(text)
    except DeadlineError as error:
        raise UserError(Message("--period: {why}", why=error.message)) from error


def next_plan(like: Path, period: str | None, out: Path | None, unused: tuple[object, ...]) -> int:
    """Write the plan of another period."""
    from roadmapc.plan.next_roadmap import MARK, NotMovable, moved
    from roadmapc.workspace import loading, new_project, source_files

    if any(one is not None for one in unused):
        raise UserError(Message("--like takes all but the period from the plan: leave the other options out"))
    if period is None:
        hint = Message("for example: roadmapc new --like {path} --period 2027/2028", path=like.as_posix())
        raise UserError(Message("--period is missing: the time of the new plan"), hint)
    (path,) = source_files.sources([like])
    read = loading.read(path)
    text, days = read_period(period)
    if read.plan is None:
        from roadmapc.reporters import text as report

        console = _terminal.console(stderr=True)
        console.print(report.listed(read.errors, _, console.width), end="")
        raise UserError(Message("{path}: first correct what “roadmapc check” reports", path=path.as_posix()))
    if read.plan.roadmap.extends:
        hint = Message("copy it, and name there the base plan of the new period")
        raise UserError(Message("{path} extends a base plan, which is of its period", path=path.as_posix()), hint)
    target = out or path.with_name(f"{_stem(path.stem, read.plan.period, days)}.yaml")
    new_project.refuse_taken(target)
    try:
        found = moved(read.plan, text, days, _)
    except NotMovable as error:
        raise UserError(Message("{path}: {why}", path=path.as_posix(), why=error.message)) from error
    _terminal.replace(target, found.text.encode())
    _terminal.say(Message("{path}: written", path=target.as_posix()).text(_))
    if found.waivers:
        _terminal.say(Message("waivers left out: {n}", n=found.waivers).text(_))
    places = Count.of("{n} place", "{n} places", len(found.places))
    _terminal.say(Message("a person must look at {places}, marked {mark}", places=places, mark=MARK).text(_))
    for place in found.places:
        _terminal.say(f"  {target.as_posix()}:{place.line}: {place.message.text(_)}")
    return _terminal.OK


def _stem(stem: str, old: Period | None, new: Period) -> str:
    """Return the name of the new plan's file: its years moved, or set behind it."""
    years = new.first.year - old.first.year if old else 0
    moved = re.sub(r"(?:19|20)\d\d", lambda year: str(int(year[0]) + years), stem)
    last = f"-{new.last.year}" if new.last.year != new.first.year else ""
    return moved if moved != stem else f"{stem}-{new.first.year}{last}"
