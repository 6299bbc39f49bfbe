"""Numbers after an amendment: those of kept rows stay, dropped ones stay vacant, new rows get free ones.

«Недопустимо изменять нумерацию» of units when amending (Госдума, рекомендации 2021): what is added at the end goes on
counting, what is added inside takes an additional index, 2.3¹.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.comparing import table_pairs
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.plan import Plan, PlanSection, PlanTable, Row

RAISED = "¹²³⁴⁵⁶⁷⁸⁹"
_LAST = re.compile(r"(?P<head>(?:.*\D)?)(?P<last>\d+)(?P<index>[¹²³⁴⁵⁶⁷⁸⁹]*)(?P<stop>\.?)")


def with_kept_numbers(old: Plan, new: Plan) -> Plan:
    """Return the new plan with the numbers that the signed one has, where the new one computes its own."""
    numbers: dict[Route, str] = {}
    for former, latter in table_pairs(old, new):
        if former and latter and latter.source.table.numbering == "computed":
            numbers |= _Numbers(PairedTables(old, new, former, latter)).found()
    return _renumbered(new, numbers) if numbers else new


class _Numbers:
    """Finds the numbers of one table."""

    def __init__(self, tables: PairedTables) -> None:
        self.tables = tables
        pairs = sorted((b, a) for a, b in tables.rows.new_of.items())
        moved = out_of_order([a for _b, a in pairs])
        kept = ((tables.old_rows[a], tables.new_rows[b]) for n, (b, a) in enumerate(pairs) if n not in moved)
        self.old_of = {new.route: old for old, new in kept if self._stays(old, new)}
        self.taken = {row.number for row in tables.old_rows if row.number}
        self.written = tables.new.tree.values

    def _stays(self, old: Row, new: Row) -> bool:
        """Say whether a row stands in the section in which it stood: what moved takes a new number."""
        was, now = (_section_of(one) for one in (old, new))
        return self.tables.sections.new_of.get(was) == now

    def found(self) -> dict[Route, str]:
        """Return the number of each row and section that writes none of its own."""
        found = self._sections()
        return found | self._rows(found)

    def _sections(self) -> dict[Route, str]:
        match, former, latter = self.tables.sections, self.tables.former, self.tables.latter
        kept = {b: former.sections[a].number for a, b in match.new_of.items()}
        taken = {one.number for one in former.sections if one.number}
        return self._of_list([(one.route, one.number) for one in latter.sections], kept.get, [*taken], taken)

    def _rows(self, sections: Mapping[Route, str]) -> dict[Route, str]:
        """Return the numbers of rows, of each list by itself: of those below one section, or below one row."""
        found: dict[Route, str] = {**sections}
        signed = _lists(self.tables.old_rows)
        for rows in _lists(row for row in self.tables.new_rows if row.route[-2] != "sections").values():
            old = [self.old_of.get(row.route) for row in rows]
            kept = [one.number if one else None for one in old]
            beside = next((one for one in old if one), None)
            former = [one.number for one in signed[beside.route[:-1]]] if beside else []
            items = [(row.route, row.number) for row in rows]
            if not former and (above := found.get(rows[0].route[:-2])):
                stop = "." if rows[0].number.endswith(".") else ""
                found |= {route: f"{above.rstrip('.')}.{n}{stop}" for n, (route, _number) in enumerate(items, 1)}
            else:
                found |= self._of_list(items, kept.__getitem__, former, self.taken)
        return found

    def _of_list(
        self,
        items: list[tuple[Route, str]],
        kept: Callable[[int], str | None],
        former: list[str],
        taken: set[str],
    ) -> dict[Route, str]:
        found: dict[Route, str] = {}
        last_kept = max((at for at in range(len(items)) if kept(at)), default=-1)
        before = ""
        for at, (route, number) in enumerate(items):
            if (*route, "number") in self.written or not number:
                before = number or before
                continue
            known = kept(at)
            if known is None and not former:
                continue  # a new list counts by itself
            if known is None:
                known = _next(former, taken) if at > last_kept else _indexed(before or former[0], taken)
                taken.add(known)
                former = [*former, known]
            found[route] = before = known
        return {route: number for route, number in found.items() if number}


def _lists(rows: Iterable[Row]) -> dict[Route, list[Row]]:
    """Return rows by the list of the source in which they stand."""
    found: dict[Route, list[Row]] = {}
    for row in rows:
        found.setdefault(row.route[:-1], []).append(row)
    return found


def _section_of(row: Row) -> int:
    """Return which section of its table a row stands in."""
    at = row.route[row.route.index("sections") + 1]
    assert isinstance(at, int)  # items have numbers
    return at


def _next(former: list[str], taken: set[str]) -> str:
    """Return the number behind the last one, that of what was dropped included."""
    parsed = [match for number in former if (match := _LAST.fullmatch(number))]
    if not parsed:
        return former[-1]
    last = max(parsed, key=lambda match: int(match["last"]))
    number = int(last["last"]) + 1
    while f"{last['head']}{number}{last['stop']}" in taken:
        number += 1
    return f"{last['head']}{number}{last['stop']}"


def _indexed(before: str, taken: set[str]) -> str:
    """Return a number with an additional index, behind the one before it: 2.3¹."""
    match = _LAST.fullmatch(before)
    if match is None:
        return before
    base = f"{match['head']}{match['last']}"
    free = (f"{base}{sign}{match['stop']}" for sign in (*RAISED, *(a + b for a in RAISED for b in RAISED)))
    return next(number for number in free if number not in taken)


def _renumbered(plan: Plan, numbers: Mapping[Route, str]) -> Plan:
    tables = tuple(replace(table, sections=tuple(_sections(table, numbers))) for table in plan.tables)
    new = replace(plan, tables=tables)
    for name in ("rows", "sections", "dated_rows", "_by_route", "by_address"):
        new.__dict__.pop(name, None)
    return new


def _sections(table: PlanTable, numbers: Mapping[Route, str]) -> Iterator[PlanSection]:
    for section in table.sections:
        rows = tuple(_row(row, numbers) for row in section.rows)
        own = _row(section.own, numbers) if section.own else None
        yield replace(section, number=numbers.get(section.route, section.number), own=own, rows=rows)


def _row(row: Row, numbers: Mapping[Route, str]) -> Row:
    if row.route not in numbers:
        return row
    changed: dict[str, Any] = {"number": numbers[row.route]}
    return replace(row, **changed)
