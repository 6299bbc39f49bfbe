"""What is due, on the terminal: a table where there is room, blocks of lines where there is not; nothing is cut."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.plan.due import DueEntry
from roadmapc.reporters import Translate
from roadmapc.russian.calendar import WEEKDAYS_SHORT

_TABLE_WIDTH = 110
_TITLES = {"due": "Due", "open": "Open, due later"}


def show(
    out: Console,
    found: list[DueEntry],
    undated: dict[str, int],
    translate: Translate = str,
    *,
    whole_lines: bool = False,
) -> None:
    """Print entries that are already in order; continuous and undated work is one line a roadmap."""
    dated = [entry for entry in found if entry.status != "continuous"]
    if not found:
        out.print(translate("Nothing is due."))
    for status, group in groupby(dated, key=lambda entry: entry.status):
        entries = list(group)
        out.print(Text(f"{translate(_TITLES[status])}: {len(entries)}", style="bold"))
        if out.width >= _TABLE_WIDTH:
            out.print(_table(entries, translate), soft_wrap=False, crop=False)
        else:
            for entry in entries:
                out.print(_block(entry, translate), soft_wrap=whole_lines)
    _continuous(out, found, translate, whole_lines)
    if any(undated.values()):
        out.print(Text(translate("Without a date: see “roadmapc check”"), style="bold"))
    for name, number in undated.items():
        if number:
            message = Message("{name}: activities: {number}", name=name, number=number)
            out.print(Text("  " + message.text(translate)), soft_wrap=whole_lines)


def _continuous(out: Console, found: list[DueEntry], translate: Translate, whole_lines: bool) -> None:
    work = [entry for entry in found if entry.status == "continuous"]
    counts = Counter((entry.plan.municipality, entry.plan.id) for entry in work)
    if counts:
        out.print(Text(translate("Continuous work"), style="bold"))
    for (municipality, plan), number in sorted(counts.items()):
        last = max(entry.occurrence.due for entry in work if entry.plan.id == plan)
        message = Message(
            "{name}: activities: {number}, to {last:%d.%m.%Y}", name=municipality, number=number, last=last
        )
        out.print(Text("  " + message.text(translate)), soft_wrap=whole_lines)


def day(entry: DueEntry) -> str:
    """Return the due date with its weekday and, where that is a day off, the day to act by."""
    due, act_by = entry.occurrence.due, entry.occurrence.act_by
    text = f"{due:%d.%m.%Y} {WEEKDAYS_SHORT[due.weekday()]}"
    return text if act_by == due else f"{text}\n→ {act_by:%d.%m.%Y} {WEEKDAYS_SHORT[act_by.weekday()]}"


def _owners(entry: DueEntry) -> str:
    return "\n".join(assignee.text for assignee in entry.row.assignees) or "–"


def _table(entries: list[DueEntry], translate: Translate) -> Table:
    table = Table(show_lines=True, expand=True)
    for name, ratio in (("Due", 0), ("Municipality", 3), ("No.", 0), ("Activity", 6), ("Owners", 4)):
        table.add_column(translate(name), ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for entry in entries:
        cells = (day(entry), entry.plan.municipality, entry.row.number or "–", entry.row.text.strip(), _owners(entry))
        table.add_row(*(Text(visible_lines(cell)) for cell in cells))
    return table


def _block(entry: DueEntry, translate: Translate) -> Text:
    text = Text()
    text.append(day(entry).replace("\n", " "), "bold")
    text.append(f"  {visible(entry.row.number or '–')}  {visible(entry.plan.municipality)}\n")
    text.append(f"{visible_lines(entry.row.text.strip())}\n")
    owners = ", ".join(assignee.text for assignee in entry.row.assignees) or "–"
    text.append(f"{translate('Owners')}: {visible_lines(owners)}\n", "dim")
    return text
