"""The rows of a plan by who answers for them, and the name that the files of each owner share."""

from __future__ import annotations

from typing import NamedTuple

from roadmapc.plan import Assignee, Plan, Row
from roadmapc.russian.transliteration import distinct, slug


class OwnedRows(NamedTuple):
    """An owner with their rows; `name` is the owner in Latin letters, as the names of files have it."""

    owner: Assignee
    name: str
    rows: tuple[Row, ...]


def rows_by_owner(plan: Plan) -> tuple[OwnedRows, ...]:
    """Return the rows of each owner, in the order in which owners appear; one alias or one wording is one owner."""
    found: dict[str, tuple[Assignee, list[Row]]] = {}
    for row in plan.dated_rows:
        for assignee in dict.fromkeys(row.assignees):
            found.setdefault(assignee.key, (assignee, []))[1].append(row)
    names = distinct([slug(owner.text) for owner, _ in found.values()])
    return tuple(OwnedRows(owner, name, tuple(rows)) for name, (owner, rows) in zip(names, found.values(), strict=True))
