"""How plans stand, as CSV that Excel opens by itself: UTF-8 with BOM, semicolons, CRLF, as `due` writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from roadmapc.plan.execution.standing import Standing
from roadmapc.plan.execution.titles import TITLES
from roadmapc.reporters import Translate
from roadmapc.reporters.due_csv import plain_text

_HEAD = (
    "Municipality",
    "Section",
    "No.",
    "Activity",
    "Deadline",
    "Due",
    "Term in force",
    "State",
    "Done on",
    "Late, working days",
    "Owners",
    "Information",
    "Reason",
)


def report(found: Sequence[Standing], translate: Translate = str) -> str:
    """Return the text of the file, a row for each time at which something is due."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([translate(name) for name in _HEAD])
    for one in found:
        row, state = one.unit.row, one.state
        before = (one.plan.municipality, one.plan.sections[row.section].title, row.number, row.text.strip())
        words = (*before, row.deadline_text)
        owners = "; ".join(assignee.text for assignee in row.assignees)
        days = (_day(state.due), _day(state.term))
        known = (TITLES[state.status].text(translate), _day(state.done), str(state.delay) if state.delay else "")
        writer.writerow([*map(plain_text, words), *days, *known, *map(plain_text, (owners, one.result, one.reason))])
    return out.getvalue()


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
