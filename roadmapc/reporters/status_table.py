"""How plans stand, on the terminal: what is late, what is coming, and a line of sums for each plan; nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from rich.console import Console
from rich.text import Text

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.execution import Execution, Outside, Totals, overall, row_states, state_of
from roadmapc.plan.execution.standing import Standing
from roadmapc.plan.execution.titles import TITLES
from roadmapc.plan.execution.totals import share
from roadmapc.plan.plan import Row
from roadmapc.reporters import Translate
from roadmapc.reporters.status_words import delay_words
from roadmapc.russian.calendar import WEEKDAYS_SHORT

By = Literal["owner", "section", ""]
_STYLES = {"late": "bold red", "coming": "yellow"}
_OUTSIDE: tuple[tuple[Outside, Message], ...] = (
    (Outside.NOT_YET, Message("not yet due")),
    (Outside.EARLY, Message("done before the term")),
    (Outside.MOVED, Message("moved")),
    (Outside.GOES_ON, Message("going on, without information")),
    (Outside.REMOVED, Message("taken off control")),
    (Outside.EXCLUDED, Message("dropped from the plan")),
    (Outside.UNDATED, Message("without a day")),
)


def show(
    out: Console, found: Sequence[Standing], as_of: date, days: int, by: By, translate: Translate, *, single: bool
) -> None:
    """Print what is late and what is coming, which are in order; `single` says that all are of one municipality."""
    out.print(Text(Message("State on {day:%d.%m.%Y}", day=as_of).text(translate), style="bold"))
    titles = {"late": Message("Late"), "coming": Message("Due within {n} days", n=days)}
    for group, title in titles.items():
        listed = [one for one in found if one.group == group]
        out.print()
        out.print(Text(f"{title.text(translate)}: {len(listed)}", style="bold"))
        for heading, some in _parted(listed, by, translate):
            if heading:
                out.print(Text(f"{visible(heading)}: {len(some)}", style="underline"))
            for one in some:
                out.print(_block(one, translate, single=single))


def _parted(listed: list[Standing], by: By, translate: Translate) -> Iterable[tuple[str, list[Standing]]]:
    """Return the entries under headings: of several owners each has them."""
    if not by:
        return [("", listed)] if listed else []
    keys: Callable[[Standing], list[str]] = _owners_of if by == "owner" else _section_of
    nobody = Message("no owner" if by == "owner" else "no section").text(translate)
    pairs = [(key or nobody, at, one) for at, one in enumerate(listed) for key in keys(one) or [""]]
    pairs.sort(key=lambda pair: (pair[0] == nobody, pair[0], pair[1]))
    return [(key, [one for _key, _at, one in some]) for key, some in groupby(pairs, key=lambda pair: pair[0])]


def _owners_of(one: Standing) -> list[str]:
    return list(dict.fromkeys(assignee.text for assignee in one.unit.row.assignees))


def _section_of(one: Standing) -> list[str]:
    section = one.plan.sections[one.unit.row.section]
    return [f"{section.number} {section.title}".strip()]


def _block(one: Standing, translate: Translate, *, single: bool) -> Text:
    row, state, text = one.unit.row, one.state, Text()
    assert state.term is not None  # what has none is neither late nor coming
    text.append(f"{state.term:%d.%m.%Y} {WEEKDAYS_SHORT[state.term.weekday()]}", "bold")
    text.append(f"  {visible(row.number or '–')}")
    text.append("\n" if single else f"  {visible(one.plan.municipality)}\n")
    text.append(f"{visible_lines(row.text.strip())}\n")
    words = [TITLES[state.status], *([delay] if (delay := delay_words(state)) else [])]
    if state.moves and state.due:
        words.append(Message("in the plan: {day:%d.%m.%Y}", day=state.due))
    if state.times[1] > 1:
        words.append(Message("{n} of {times}", n=state.times[0], times=state.times[1]))
    text.append("; ".join(word.text(translate) for word in words), _STYLES[one.group])
    text.append(f" – {visible(one.reason)}\n" if one.reason else "\n")
    owners = ", ".join(assignee.text for assignee in row.assignees) or "–"
    text.append(f"{translate('Owners')}: {visible_lines(owners)}\n", "dim")
    return text


def show_sums(out: Console, executions: Sequence[Execution], as_of: date, translate: Translate) -> None:
    """Print a line of sums for each plan and, of several, one for all."""
    whole: list[Totals] = []
    out.print(Text(translate("Sums"), style="bold"))
    for execution in executions:
        whole.append(overall(row_states(execution, as_of)))
        unknown = "" if execution.file else f" ({Message('no marks').text(translate)})"
        out.print(Text(f"  {visible(execution.plan.municipality)}{unknown}: {sum_words(whole[-1], translate)}"))
    if len(whole) > 1:
        out.print(Text(f"  {translate('All')}: {sum_words(joined(whole), translate)}", style="bold"))


def joined(totals: Iterable[Totals]) -> Totals:
    """Return the sums of sums."""
    start, *rest = totals
    for one in rest:
        start = Totals(start.counted + one.counted, start.outside + one.outside, start.from_before + one.from_before)
    return start


def sum_words(totals: Totals, translate: Translate) -> str:
    """Return sums in words: what is due with both shares, and what is outside of them."""
    words = [Message("activities: {n}", n=totals.rows), Message("due: {n}", n=totals.due)]
    if totals.due:
        words.append(Message("done: {n} ({share} %)", n=totals.done, share=percent(totals.done, totals.due)))
        in_time = percent(totals.in_time, totals.due)
        words.append(Message("of them in time: {n} ({share} %)", n=totals.in_time, share=in_time))
        words += [Message("partly done: {n}", n=totals.partly)] if totals.partly else []
        words.append(Message("not done: {n}", n=totals.missed))
    parts = [word.text(translate) for word in words]
    parts += [f"{title.text(translate)}: {totals.outside[why]}" for why, title in _OUTSIDE if totals.outside[why]]
    return "; ".join(parts)


def percent(part: int, whole: int) -> str:
    """Return a share with one digit behind a comma: 87,5."""
    tenths = share(part, whole)
    return f"{tenths // 10},{tenths % 10}"


def explain(out: Console, execution: Execution, row: Row, as_of: date, translate: Translate) -> None:
    """Print how the status of each time of a row follows from dates and marks, step by step."""
    plan = execution.plan
    out.print(Text(f"{visible(printed_address(plan, row))}: {visible(row.title)}", style="bold"))
    for unit in execution.by_route[row.route]:
        state = state_of(unit, as_of, plan.calendar)
        due = f"{state.due:%d.%m.%Y}: " if state.due else ""
        out.print(Text(f"{due}{TITLES[state.status].text(translate)}", style="bold"))
        for step in state.why:
            out.print(Text(f"  – {step.text(translate)}"))
        if delay := delay_words(state):
            out.print(Text(f"  – {delay.text(translate)}"))
