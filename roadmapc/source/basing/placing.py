"""Rows in the order in which they will stand: each where it was, behind the one that it names, or at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.diagnostics import Route


class Entry(NamedTuple):
    """A row of a list: its id, where it stands in the roadmap and in the base, and behind which id it is to stand."""

    id: str | None
    own: Route | None
    base: Route | None
    after: str | None = None
    is_removed: bool = False


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries in order, removed ones too; those that name one id keep their order among themselves.

    Those are left out whose way leads to no row, or round.
    """
    behind: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.after:
            behind[entry.after].append(entry)
    placed: list[Entry] = []
    waiting = [entry for entry in reversed(entries) if not entry.after]
    while waiting:
        entry = waiting.pop()
        placed.append(entry)
        if entry.id:
            waiting += reversed(behind.pop(entry.id, []))
    return placed


def lost(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries that stand after a row that is not among them."""
    known = {entry.id for entry in entries}
    return (entry for entry in entries if entry.after and entry.after not in known)


def rings(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries that stand after one another in a ring."""
    by_id = {entry.id: entry for entry in entries if entry.id}
    done: set[str] = set()
    for start in by_id:
        way: dict[str, None] = {}
        at: str | None = start
        while at and at in by_id and at not in done and at not in way:
            way[at] = None
            at = by_id[at].after
        if at in way:
            ids = [*way]
            yield [by_id[one] for one in ids[ids.index(at) :]]
        done |= way.keys()
