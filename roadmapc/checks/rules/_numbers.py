"""Fixes of printed numbers: safe only where no text and no waiver has a number that they change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from roadmapc.diagnostics import Edit, Fix, Route, Span
from roadmapc.plan import Plan, PlanSection, PlanTable, Row

_CITED = re.compile(
    r"[пПсСмМрР](?<!\w.)(?:п?\.|ункт\w*|одпункт\w*|трок\w+|ероприяти\w+|аздел\w*)"
    r"[ \u00a0]*(?:№[ \u00a0]*)?(\d{1,4}(?:\.\d{1,4})*[⁰¹²³⁴-⁹]{0,3})"
)
_PLAIN = re.compile(r"[1-9]\d{0,3}(?:\.[1-9]\d{0,3})*\.?")

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
"""Roman numbers of sections, from 1."""


def neighbours(plan: Plan) -> Iterator[tuple[tuple[PlanSection, int], tuple[PlanSection, int]]]:
    """Yield sections that follow one another, those with Roman numbers and the others apart, with their numbers."""
    for table in plan.tables:
        found = list(_section_numbers(plan, table))
        for roman in (True, False):
            yield from pairwise((section, n) for section, n in found if section.number[0].isdecimal() != roman)


def _section_numbers(plan: Plan, table: PlanTable) -> Iterator[tuple[PlanSection, int]]:
    """Yield the sections whose numbers stand in the source, with what they are worth; an activity counts as a row."""
    for section in table.sections:
        plain = section.number.rstrip(".")
        if section.own is None and (*section.route, "number") in plan.tree.values:
            if plain.isdecimal():
                yield section, int(plain)
            elif plain in ROMAN:
                yield section, ROMAN.index(plain) + 1


def citations(plan: Plan) -> Iterator[tuple[Route, re.Match[str]]]:
    """Return each place where a text cites a number, with its route; group 1 is the number."""
    yield from plan.printed_texts.find(_CITED)


def renumbering(plan: Plan, first: Row, step: int) -> Fix | None:
    """Return the fix that moves the numbers of a row, of its later siblings and of all rows below them by `step`.

    None where they are not plain, do not rise one by one, or do not all stand in the source as they are printed.
    """
    siblings = [row for row in plan.rows if row.route[:-1] == first.route[:-1]]
    later = siblings[siblings.index(first) :]
    depth = first.number.rstrip(".").count(".")
    numbered = [row for row in later if row.number]
    lasts = [_part(row.number, depth) for row in numbered]
    if None in lasts or lasts != list(range(lasts[0] or 0, (lasts[0] or 0) + len(lasts))):
        return None
    following = _shifted(numbered[-1].number, depth, 1).rstrip(".")
    if any(row.number.rstrip(".") == following for row in plan.tables[first.table].rows):
        return None  # the next section goes on from this one
    changed: dict[Route, str] = {}
    for row in numbered:
        changed[row.route] = _shifted(row.number, depth, step)
        for below in plan.rows:
            own = below.route[: len(row.route)] == row.route and below is not row and below.number
            if own and below.number.split(".")[: depth + 1] == row.number.rstrip(".").split("."):
                changed[below.route] = _shifted(below.number, depth, step)
    return fix_of_numbers(plan, changed)


def fix_of_numbers(plan: Plan, changed: dict[Route, str]) -> Fix | None:
    """Return the fix that writes new numbers at the routes of rows or sections; all of them or none."""
    edits, old = [], []
    for route, number in changed.items():
        span = plan.tree.values.get((*route, "number"))
        raw = plan.tree.source.text[slice(*span)] if span else ""
        written = raw.strip("'\"")
        if span is None or not written or written != plan.tree.value((*route, "number")):
            return None
        edits.append(Edit(span, raw.replace(written, number)))
        old.append(written)
    return Fix(tuple(edits), safe=not are_cited(plan, old))


def fix_of_missing_number(plan: Plan, row: Row) -> Fix | None:
    """Return the fix that gives a row the number after its former sibling's, where no other row has that number.

    In a signed document what stands between two rows gets an additional index, since the others keep theirs.
    """
    siblings = [other for other in plan.rows if other.route[:-1] == row.route[:-1]]
    at = siblings.index(row)
    former = siblings[at - 1].number if at else ""
    if not _PLAIN.fullmatch(former):
        return None
    number = _shifted(former, former.rstrip(".").count("."), 1)
    if plan.keeps_numbers and any(other.number for other in siblings[at + 1 :]):
        number = former.rstrip(".") + "¹" + "." * former.endswith(".")
    section = [other for other in plan.rows if other.section == row.section]
    if any(other.number.rstrip(".") == number.rstrip(".") for other in section):
        return None
    start = plan.tree.span(row.route).start
    text = plan.tree.source.text
    start += text[start] == "{"
    column = start - text.rfind("\n", 0, start) - 1
    gap = ", " if text[start - 1] == "{" else "\n" + " " * column
    return Fix((Edit(Span(start, start), f"number: {number}{gap}"),))


def are_cited(plan: Plan, numbers: Iterable[str]) -> bool:
    """Say whether a text or a waiver of the file has one of these numbers, however it is brought in."""
    plain = {number.rstrip(".") for number in numbers}
    if not all(plain):
        return True
    # by what they begin with, which is found faster than what must not stand before it
    rests = (rf"(?<={re.escape(number[0])}){re.escape(number[1:])}" for number in sorted(plain))
    firsts = "".join(sorted({re.escape(number[0]) for number in plain}))
    word = re.compile(rf"[{firsts}](?<![0-9IVX].)(?<!\d\..)(?:{'|'.join(rests)})(?![0-9IVX]|\.\d)")
    if any(route[-1:] != ("number",) for route, _ in plan.printed_texts.find(word)):
        return True
    places = {part.rstrip(".") for waiver in plan.roadmap.waivers for at in waiver.at for part in at.split("/")}
    return bool(plain & places)


def _part(number: str, depth: int) -> int | None:
    parts = number.rstrip(".").split(".")
    return int(parts[depth]) if _PLAIN.fullmatch(number) and len(parts) == depth + 1 else None


def _shifted(number: str, depth: int, step: int) -> str:
    parts = number.split(".")
    parts[depth] = str(int(parts[depth]) + step)
    return ".".join(parts)
