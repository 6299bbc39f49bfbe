"""Fixes of printed numbers: safe only where nothing cites what they change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Edit, Fix
from roadmapc.plan import Plan, Row
from roadmapc.source import Span

_CITED = re.compile(
    r"[пПсСмМрР](?<!\w.)(?:п?\.|ункт\w*|одпункт\w*|трок\w+|ероприяти\w+|аздел\w*)"
    r"[ \u00a0]*(?:№[ \u00a0]*)?(\d+(?:\.\d+)*)"
)


def renumbering(plan: Plan, first: Row, step: int) -> Fix | None:
    """Return the fix that moves the numbers of a row, of its later siblings and of all rows below them by `step`."""
    rows = [
        row for row in plan.rows if row.route[: len(first.route) - 1] == first.route[:-1] and row.route >= first.route
    ]
    depth = first.number.rstrip(".").count(".")
    edits = []
    for row in rows:
        route = (*row.route, "number")
        if route in plan.tree.values:
            parts = row.number.split(".")
            if len(parts) <= depth or not parts[depth].isdigit():
                return None
            parts[depth] = str(int(parts[depth]) + step)
            edits.append(Edit(plan.tree.span(route), _quoted_alike(plan, row, ".".join(parts))))
    return Fix(tuple(edits), safe=not cited(plan, rows))


def numbered(plan: Plan, row: Row) -> Fix | None:
    """Return the fix that gives a row the number after its former sibling's, where no other row has that number."""
    siblings = [other for other in plan.rows if other.route[:-1] == row.route[:-1]]
    at = siblings.index(row)
    parts = siblings[at - 1].number.split(".") if at else []
    last = len(parts) - 2 if parts[-1:] == [""] else len(parts) - 1
    if last < 0 or not parts[last].isdigit():
        return None
    parts[last] = str(int(parts[last]) + 1)
    number = ".".join(parts)
    section = [other for other in plan.rows if other.section == row.section]
    if any(other.number.rstrip(".") == number.rstrip(".") for other in section):
        return None
    start = plan.tree.span(row.route).start
    text = plan.tree.source.text
    start += text[start] == "{"
    column = start - text.rfind("\n", 0, start) - 1
    gap = ", " if text[start - 1] == "{" else "\n" + " " * column
    return Fix((Edit(Span(start, start), f"number: {number}{gap}"),))


def _quoted_alike(plan: Plan, row: Row, number: str) -> str:
    raw = plan.tree.source.text[slice(*plan.tree.span((*row.route, "number")))]
    return raw.replace(row.number, number)


def cited(plan: Plan, rows: list[Row]) -> bool:
    """Say whether a text or a waiver of the file names the number of one of the rows."""
    numbers = {row.number.rstrip(".") for row in rows}
    texts = {match[1] for _, match in plan.passages.find(_CITED)}
    places = {part.rstrip(".") for waiver in plan.roadmap.waivers for at in waiver.at for part in at.split("/")}
    return bool(numbers & (texts | places))


def citations(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], re.Match[str]]]:
    """Return each place where a text cites a number, with its route; group 1 is the number."""
    yield from plan.passages.find(_CITED)
