"""Rows as arrays, with what many of them say told by its place in a list: a region is a few megabytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from roadmapc.documents.web_page.data import PagePlan, PageRow

_EPOCH = date(1970, 1, 1).toordinal()


def packed(plans: Sequence[PagePlan], states: list[str], kinds: list[str]) -> dict[str, Any]:
    """Return `owners`, `sections`, `kinds` and `rows` of plans; days are numbers from 1970-01-01 on."""
    owners: dict[str, int] = {}
    sections: dict[str, int] = {}
    places = {name: at for at, name in enumerate(states)}
    known = {name: at for at, name in enumerate(kinds)}
    rows = []
    for at, plan in enumerate(plans):
        for row in plan.rows:
            section = sections.setdefault(row.section, len(sections))
            own = [owners.setdefault(one, len(owners)) for one in row.owners]
            kind = known.setdefault(row.kind, len(known))
            rows.append(_row(at, section, own, kind, row, places))
    return {"owners": [*owners], "sections": [*sections], "kinds": [*known], "rows": rows}


def _row(at: int, section: int, owners: list[int], kind: int, row: PageRow, states: dict[str, int]) -> list[Any]:
    units = [
        [
            one.first.toordinal() - _EPOCH,
            one.due.toordinal() - _EPOCH,
            states[one.state],
            *([one.done.toordinal() - _EPOCH] if one.done else []),
        ]
        for one in row.units
    ]
    found = [at, row.number, section, row.activity, row.deadline, kind, owners, states[row.state], units]
    behind = [row.understood if row.understood != row.deadline else "", row.result, [*map(list, row.more)]]
    while behind and not behind[-1]:
        behind.pop()
    return [*found, *behind]
