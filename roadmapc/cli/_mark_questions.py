"""`mark` without rows: the open ones of an owner or a month, asked for one after another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from roadmapc.cli import _marked, _questions, _terminal
from roadmapc.cli._days_asked import Asked, asked, days_in
from roadmapc.cli._language import translate as _
from roadmapc.cli._mark_values import GivenMark, day_text
from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.plan import Plan
from roadmapc.plan.due import rows_of
from roadmapc.plan.execution import Execution, State, Unit, state_of
from roadmapc.plan.execution.targets import Target
from roadmapc.plan.splicing.mark_edits import Values
from roadmapc.reporters.status_words import short_words
from roadmapc.russian.calendar import parse_date
from roadmapc.workspace import marks_files, source_files

_STOP = frozenset({"q", "й", "конец", "стоп", "quit"})


class _Enough(Exception):
    """The person wants to stop."""


def ask_all(file: Path | None, owner: str, month: str | None, today: date, *, write: bool) -> int:
    """Ask for all open rows and write each answer at once, or show it alone; 1 where one could not be written."""
    if not _questions.is_terminal():
        hint = Message("for example: roadmapc mark plan.yaml 2.3 --done 28.04.2023")
        raise UserError(Message("nobody is here to ask: name the roadmap and its rows"), hint)
    code = _terminal.OK
    days = asked(month, None, None, None, today)
    out = _terminal.console(stderr=True)
    out.print(Message("Enter passes a row over, a day says when it was done, q stops.").text(_))
    told = Message("Every answer is written at once.") if write else Message("Answers are shown, nothing is written.")
    out.print(told.text(_))
    try:
        for path in source_files.sources([file] if file else []):
            plan = _marked.plan_of(path)
            if plan is None:
                code = _terminal.PROBLEMS
                continue
            code = max(code, _ask_plan(path, plan, owner, days, today, write=write))
    except _Enough:
        return code
    return code


def _ask_plan(path: Path, plan: Plan, owner: str, days: Asked | None, today: date, *, write: bool) -> int:
    out = _terminal.console(stderr=True)
    execution = marks_files.execution(path, plan, today)
    if execution.file and execution.file.problems:
        from roadmapc.reporters import text

        out.print(text.listed(execution.file.problems, _, out.width), end="")
        return _terminal.PROBLEMS
    span = None
    if days is not None:
        span, note = days_in(plan.municipality, plan.period, days, today)
        if note:
            out.print(note.text(_))
        if span is None:
            return _terminal.OK
    units = [*_open(execution, owner, span, today)]
    if units:
        out.print()
        out.print(f"{visible(plan.municipality)}: {Message('open rows: {n}', n=len(units)).text(_)}")
    code = _terminal.OK
    for unit, state in units:
        given = _answer(unit, state)
        if given is not None:
            code = max(code, _write(path, unit, given, today, write=write))
    return code


def _open(execution: Execution, owner: str, days: Period | None, today: date) -> Iterator[tuple[Unit, State]]:
    """Yield the units that are not closed, the one whose term is nearest first; those of an owner and a month alone."""
    wanted = {row.route for row in rows_of(execution.plan.dated_rows, owner)}
    found = []
    for unit in execution.units:
        state = state_of(unit, today, execution.plan.calendar)
        if unit.row.route not in wanted or state.is_closed or state.term is None or unit.row.is_continuous:
            continue
        if days is None or days.first <= state.term <= days.last:
            found.append((state.term, unit, state))
    for _term, unit, state in sorted(found, key=lambda one: (one[0], one[1].row.route)):
        yield unit, state


def _answer(unit: Unit, state: State) -> GivenMark | None:
    """Return what was answered of a row; none where it is passed over."""
    out = _terminal.console(stderr=True)
    row = unit.row
    out.print()
    owners = ", ".join(assignee.text for assignee in row.assignees)
    words = ", ".join(one.text(_) for one in short_words(state))
    out.print(f"{visible(row.number)} {visible_lines(row.title)}".strip())
    out.print(f"  {state.term:%d.%m.%Y}; {visible_lines(owners)}; {words}")
    done = _questions.ask(Message("  Done on (Enter: not yet)"), _day_or_stop)
    if not done:
        return None
    given = GivenMark(done=done)
    given.result = _questions.ask(Message("  What was done (may be left empty)"), str) or None
    document = _questions.ask(Message("  Document, for example: приказ от 12.05.2023 № 44 (may be left empty)"), str)
    given.documents = [document] if document else []
    if document:
        link = _questions.ask(Message("  Its public address (may be left empty)"), str)
        given.links = [link] if link else []
    day = parse_date(done)
    if state.term and day and day > state.term:
        given.reason = _questions.ask(Message("  Why after the term"), _questions.some_text)
    return given


def _day_or_stop(text: str) -> str:
    if text.casefold() in _STOP:
        raise _Enough
    if text and parse_date(text) is None:
        message = Message("“{text}” is not a date; write 2022-05-31 or 31.05.2022; Enter passes over", text=text)
        raise UserError(message)
    return day_text(text, "--done") or "" if text else ""


def _write(path: Path, unit: Unit, given: GivenMark, today: date, *, write: bool) -> int:
    values = given.values(today)

    def wanted(execution: Execution) -> list[tuple[Target, Values]]:
        units = execution.by_route[unit.row.route]
        known = next(one for one in units if one.occurrence == unit.occurrence)
        own = [one for one in known.marks if (one.mark.due or len(units) == 1) and not one.mark.done]
        return [(Target(unit.row, known, own[0] if own else None), values)]

    return _marked.put(path, wanted, today, write=write)
