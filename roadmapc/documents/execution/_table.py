"""The rows of a report with the names of their sections, and how wide its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from roadmapc.documents.execution._facts import FactView, fact_view
from roadmapc.documents.execution._report import Report
from roadmapc.plan import PlanSection, PlanTable
from roadmapc.plan.execution import RowState
from roadmapc.source.model import Attachment

_LETTER, _MARGINS = 1.95, 2.4  # millimetres, of 10 points
_WORD = re.compile(r"[^\s\u00a0/-]+")


@dataclass(frozen=True, slots=True)
class ReportRowView:
    """A row of a report: the name of a section, or of one of several tables, or the cells of an activity."""

    heading: str = ""
    cells: FactView | None = None


def report_rows(report: Report) -> Iterator[ReportRowView]:
    """Yield the rows of a report, those of each section below its name."""
    several = sum(table.is_schedule for table in report.plan.tables) > 1
    table = section = -1
    for state in report.rows:
        row = state.row
        if several and row.table != table and (name := table_name(report, report.plan.tables[row.table])):
            yield ReportRowView(name)
        if row.section != section and (name := section_name(report.plan.sections[row.section])):
            yield ReportRowView(name)
        table, section = row.table, row.section
        yield ReportRowView(cells=fact_view(report, state))


def section_name(section: PlanSection) -> str:
    """Return the heading of a section; none where it is an activity itself."""
    return "" if section.own else " ".join(f"{section.number} {section.title}".split())


def table_name(report: Report, table: PlanTable) -> str:
    """Return what one of several tables is called."""
    content = report.plan.contents[table.content].content
    own = content.title if isinstance(content, Attachment) else None
    return " ".join((table.source.table.heading or own or "").split())


def by_sections(report: Report, rows: Sequence[RowState]) -> Iterator[tuple[str, list[RowState]]]:
    """Yield some rows of a report by their sections, each with its name."""
    found: dict[int, list[RowState]] = {}
    for state in rows:
        found.setdefault(state.row.section, []).append(state)
    for at, some in found.items():
        yield section_name(report.plan.sections[at]), some


def widths_for(texts: Mapping[str, Sequence[str]], least: Mapping[str, int], total: int) -> tuple[int, ...]:
    """Return the width of each column in millimetres: at least `least`, or what its longest word needs.

    What is left is shared by how much stands in a column; they make up `total`.
    """
    longest = {key: max((len(word) for text in texts[key] for word in _WORD.findall(text)), default=0) for key in least}
    needed = {key: max(least[key], min(longest[key] * _LETTER + _MARGINS, least[key] * 1.5)) for key in least}
    spare = total - sum(needed.values())
    if spare <= 0:
        needed = {key: float(width) for key, width in least.items()}
        spare = total - sum(least.values())
    weights = {key: sqrt(sum(map(len, texts[key]))) if width > 20 else 0.0 for key, width in least.items()}
    whole = sum(weights.values()) or 1.0
    found = [round(needed[key] + spare * weights[key] / whole) for key in least]
    found[found.index(max(found))] += total - sum(found)
    return tuple(found)
