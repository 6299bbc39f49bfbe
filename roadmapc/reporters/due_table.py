"""What is due, on the terminal: a table where there is room, blocks of lines where there is not; nothing is cut."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.plan.due import DueEntry
from roadmapc.reporters import Translate
from roadmapc.russian.calendar import WEEKDAYS_SHORT

if TYPE_CHECKING:
    from rich.table import Table

_TABLE_WIDTH = 110
_STYLES = {"late": "bold red", "closed": "green", "": "yellow"}
"""Colours beside the words, which say it by themselves."""
_TITLES = {"due": "Due", "open": "Open, due later"}


def heading(span: Period, translate: Translate = str) -> Text:
    """Return the days that were looked at."""
    first, last = span
    if last == date.max:
        return Text(Message("From {first:%d.%m.%Y} on", first=first).text(translate), style="bold")
    message = Message("From {first:%d.%m.%Y} to {last:%d.%m.%Y}", first=first, last=last)
    return Text(message.text(translate), style="bold")


def show(
    out: Console,
    found: list[DueEntry],
    undated: dict[str, int],
    translate: Translate = str,
    *,
    all_read: bool = True,
) -> None:
    """Print entries that are already in order; continuous and undated work is one line a roadmap.

    Where not all could be read, that nothing is due is said of the rest alone.
    """
    dated = [entry for entry in found if entry.status != "continuous"]
    if not found:
        out.print(translate("Nothing is due." if all_read else "Nothing is due in what could be read."))
    for status, group in groupby(dated, key=lambda entry: entry.status):
        entries = list(group)
        out.print(Text(f"{translate(_TITLES[status])}: {len(entries)}", style="bold"))
        if out.width >= _TABLE_WIDTH:
            out.print(_table(entries, translate), soft_wrap=False, crop=False)
        else:
            for entry in entries:
                out.print(_block(entry, translate))
    _continuous(out, found, translate)
    if any(undated.values()):
        out.print(Text(translate("Without a date: see “roadmapc check”"), style="bold"))
    for name, number in undated.items():
        if number:
            message = Message("{name}: activities: {number}", name=name, number=number)
            out.print(Text("  " + message.text(translate)))


def _continuous(out: Console, found: list[DueEntry], translate: Translate) -> None:
    work = [entry for entry in found if entry.status == "continuous"]
    counts = Counter((entry.municipality, entry.roadmap) for entry in work)
    if counts:
        out.print(Text(translate("Continuous work"), style="bold"))
    for (municipality, plan), number in sorted(counts.items()):
        last = max(entry.occurrence.due for entry in work if entry.roadmap == plan)
        message = Message(
            "{name}: activities: {number}, to {last:%d.%m.%Y}", name=municipality, number=number, last=last
        )
        out.print(Text("  " + message.text(translate)))


def day(entry: DueEntry, translate: Translate) -> str:
    """Return the due date with its weekday and, where that is a day off, the day to act by."""
    due, act_by = entry.occurrence.due, entry.occurrence.act_by
    text = f"{due:%d.%m.%Y} {WEEKDAYS_SHORT[due.weekday()]}"
    if entry.state and entry.state.is_closed:
        return text  # nothing is left to be prepared
    if entry.occurrence.is_prepared:
        return f"{text}\n" + Message("prepare by {day:%d.%m.%Y}", day=act_by).text(translate)
    return text if act_by == due else f"{text}\n→ {act_by:%d.%m.%Y} {WEEKDAYS_SHORT[act_by.weekday()]}"


def _weight(entry: DueEntry) -> str:
    state = entry.state
    if state is None:
        return ""
    return "closed" if state.is_closed else "late" if state.is_late else ""


def _state(entry: DueEntry, translate: Translate) -> str:
    """Return what became of it; nothing where that is not known."""
    if entry.state is None:
        return ""
    from roadmapc.reporters.status_words import short_words  # it loads what judges marks

    words = ", ".join(word.text(translate) for word in short_words(entry.state))
    if entry.time.printed is None:
        return words
    return f"{words}; {Message('in the plan: {day:%d.%m.%Y}', day=entry.time.printed).text(translate)}"


def _owners(entry: DueEntry) -> str:
    return "\n".join(assignee.text for assignee in entry.row.assignees) or "–"


def _table(entries: list[DueEntry], translate: Translate) -> Table:
    from rich.table import Table  # a narrow terminal and a pipe do without

    table = Table(show_lines=True, expand=True)
    for name, ratio in (("Due", 0), ("Municipality", 3), ("No.", 0), ("Activity", 6), ("Owners", 4)):
        table.add_column(translate(name), ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for entry in entries:
        activity = Text(visible_lines(entry.row.text))
        if section := entry.row.section:
            activity.append(f"\n{visible(section)}", "dim")
        if state := _state(entry, translate):
            activity.append(f"\n{state}", _STYLES[_weight(entry)])
        others = (day(entry, translate), entry.municipality, entry.row.number or "–")
        cells = [Text(visible_lines(cell)) for cell in others]
        table.add_row(*cells, activity, Text(visible_lines(_owners(entry))))
    return table


def _block(entry: DueEntry, translate: Translate) -> Text:
    text = Text()
    text.append(day(entry, translate).replace("\n", "; " if entry.occurrence.is_prepared else " "), "bold")
    text.append(f"  {visible(entry.row.number or '–')}  {visible(entry.municipality)}\n")
    text.append(f"{visible_lines(entry.row.text)}\n")
    if state := _state(entry, translate):
        text.append(f"{state}\n", _STYLES[_weight(entry)])
    if section := entry.row.section:
        text.append(f"{translate('Section')}: {visible(section)}\n", "dim")
    owners = ", ".join(assignee.text for assignee in entry.row.assignees) or "–"
    text.append(f"{translate('Owners')}: {visible_lines(owners)}\n", "dim")
    return text
