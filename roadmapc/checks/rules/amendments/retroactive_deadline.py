"""An act changes terms that had passed before it was signed.

By the text in force a work that was late is done in time, or one that nobody could know of is overdue. Executors answer
for the terms that held on their day: set a term behind the day of the act, or say in the report what held before.

Bad:
    amendments: [{kind: приказ, date: 17.11.2022, number: 9}]
    sections:
      - title: Мониторинг
        activities:
          - {id: opros, activity: Провести опрос, deadline: до 10 ноября 2022 г., owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    sections:
      - title: Мониторинг
        activities:
          - {id: opros, activity: Провести опрос, deadline: до 30 ноября 2022 г., owners: методист, result: Справка}
    # ---- editions/a/2022-11-17-9.yaml
    edition: {kind: приказ, date: 17.11.2022, number: 9, digest: …}
    amendments: [{kind: приказ, date: 17.11.2022, number: 9}]
    sections:
      - title: Мониторинг
        activities:
          - {id: opros, activity: Провести опрос, deadline: до 10 ноября 2022 г., owners: методист, result: Справка}

Good:
    …
          - {id: opros, activity: Провести опрос, deadline: до 20 декабря 2022 г., owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    …
    # ---- editions/a/2022-11-17-9.yaml
    …
          - {id: opros, activity: Провести опрос, deadline: до 20 декабря 2022 г., owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row
from roadmapc.plan.addresses import find
from roadmapc.russian.calendar import parse_date

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.editions.signed import Signed

CODE = "RM880"
SEVERITY = Severity.WARNING
_MOST_DAYS = 3


class _Act(NamedTuple):
    """The plan before an act and behind it, and its day."""

    before: Plan
    behind: Plan
    day: date


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report each row, at its deadline, with the terms that were other ones on the day of the act."""
    from roadmapc.plan.changes.row_matching import own_id
    from roadmapc.plan.editions.signed import paired_rows

    for act in _acts(signed):
        for pair in paired_rows(act.before, act.behind):
            was, now = _passed(pair.old, act.day), _passed(pair.new, act.day)
            if pair.old is None or pair.new is None or was == now:
                continue
            name = own_id(act.behind, pair.new.route)
            rows = find(signed.plan, name) if name else ()
            if len(rows) != 1:
                continue
            old, new = _days(was - now), _days(now - was)
            message = Message(
                "the act of {day:%d.%m.%Y} changes terms that had passed: {old} → {new}", day=act.day, old=old, new=new
            )
            hint = Message("what was late by the former term counts as in time: set a term behind the day of the act")
            yield Finding(rows[0].deadline_route, message, hint, rows[0])


def _acts(signed: Signed) -> Iterator[_Act]:
    kept = signed.editions.kept
    for former, latter in pairwise(kept):
        yield _Act(former.plan, latter.plan, latter.day)
    if kept and signed.unkept:
        _at, act = signed.unkept[-1]
        yield _Act(kept[-1].plan, signed.plan, parse_date(act.date) or date.min)


def _passed(row: Row | None, day: date) -> frozenset[date]:
    """Return the terms of a row before a day."""
    rows = (row, *row.later) if row and not row.is_continuous else ()
    return frozenset(one.due for of in rows for one in of.occurrences if one.due < day)


def _days(days: frozenset[date]) -> str:
    shown = [f"{day:%d.%m.%Y}" for day in sorted(days)]
    return ", ".join(shown[:_MOST_DAYS]) + (f", … ({len(shown)})" if len(shown) > _MOST_DAYS else "") or "–"
