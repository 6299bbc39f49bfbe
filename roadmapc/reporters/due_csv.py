"""What is due, as CSV that Excel opens by itself: UTF-8 with BOM, semicolons, CRLF."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from roadmapc.plan.due import DueEntry

# What the runner of GitHub takes for a command of its own: the apostrophe breaks it.
_COMMAND = re.compile(r"(?m)^([^\S\n]*+)::")
_HEAD = ("Municipality", "No.", "Activity", "Deadline", "From", "Due", "Act by", "Owners", "Result", "Status")


def report(found: list[DueEntry], translate: Callable[[str], str] = str) -> str:
    """Return the table with a head; cells that a spreadsheet would take for a formula are made text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["\ufeff" + translate(_HEAD[0]), *(translate(name) for name in _HEAD[1:])])
    for entry in found:
        row, occurrence = entry.row, entry.occurrence
        cells = (
            entry.plan.municipality,
            row.number,
            row.text.strip(),
            row.deadline_text,
            f"{occurrence.first:%d.%m.%Y}",
            f"{occurrence.due:%d.%m.%Y}",
            f"{occurrence.act_by:%d.%m.%Y}",
            "; ".join(assignee.text for assignee in row.assignees),
            row.result,
            translate(entry.status),
        )
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    cell = _COMMAND.sub(r"\1'::", cell)
    text = f"– {cell[2:]}" if cell.startswith("- ") else cell  # a dash that no sheet computes with
    return f"'{text}" if text[:1] in set("=+-@\t\r＝＋－＠") else text
