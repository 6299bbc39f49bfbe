"""What the clauses of a wording say, before it is made into one value."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from roadmapc.deadlines.values import Every, Item, Report


class Statement(NamedTuple):
    """What a clause says, or all clauses up to some place; most clauses fill one field.

    `reports` wait for a rhythm that names their cycle, `weekdays` for one that names the weeks. `frame` is a pair of
    years, inclusive. `onwards` is «и далее» behind a year. `conditions` and `events` are words, `without` months.
    A tuple rather than a dataclass: one is made for every clause, and tuples are made four times as fast.
    """

    items: tuple[Item, ...] = ()
    rhythms: tuple[Every, ...] = ()
    reports: tuple[Report, ...] = ()
    weekdays: tuple[int, ...] = ()
    frame: tuple[int, int] | None = None
    yearly: bool = False
    whole: bool = False
    onwards: bool = False
    conditions: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    without: tuple[int, ...] = ()


NOTHING = Statement()


def joined(before: Statement, after: Statement) -> Statement:
    """Return what two clauses say one after the other."""
    if before == NOTHING and not after.weekdays:
        return after
    rhythms, weekdays = before.rhythms, after.weekdays
    if weekdays and rhythms and _wants_weekdays(rhythms[-1]):
        rhythms = (*rhythms[:-1], replace(rhythms[-1], weekdays=tuple(sorted(set(weekdays)))))
        weekdays = ()
    for every in after.rhythms:
        if every.month:  # «ежеквартально, … последнего месяца квартала»: the rhythm is said again, more exactly
            rhythms = tuple(former for former in rhythms if former != Every(every.unit))
    return Statement(
        before.items + after.items,
        rhythms + after.rhythms,
        before.reports + after.reports,
        before.weekdays + weekdays,
        after.frame or before.frame,
        before.yearly or after.yearly,
        before.whole or after.whole,
        before.onwards or after.onwards,
        before.conditions + after.conditions,
        before.events + after.events,
        before.without + after.without,
    )


def _wants_weekdays(every: Every) -> bool:
    """Say whether a rhythm is «еженедельно» with no days named yet."""
    return every.unit == "week" and every.times == 1 and not every.weekdays
