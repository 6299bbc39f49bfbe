"""What became of a plan by the edition in force on a day: its rows, numbers and deadlines, and what acts have dropped.

Marks are written over years: those of a row that is dropped by now, that is not in force yet, or of a day that an act
has moved are no fault, if some edition has them so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roadmapc.plan.addresses import find
from roadmapc.plan.changes.row_matching import own_id
from roadmapc.plan.editions.signed import DroppedRow, Signed, dropped_rows, paired_rows
from roadmapc.plan.editions.values import KeptEdition
from roadmapc.plan.execution.placing import Dropped, Execution, Meant, execution_of
from roadmapc.plan.making import make_plan
from roadmapc.plan.plan import Plan, Row
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.marks_file import MarksFile
from roadmapc.source.model import Amendment, Owner


def plan_on(signed: Signed, day: date) -> Plan:
    """Return the plan that is in force on a day: of an edition, or as the source says where it says the same.

    Where an act is in force whose text is not kept, the source is the only one that can have it.
    """
    edition = signed.editions.on(day)
    if edition is None or _last_unkept(signed, day):
        return signed.plan
    if edition is signed.editions.latest and not signed.changes:
        return signed.plan
    return _with_people_of_today(edition, signed.plan)


def execution_on(signed: Signed, day: date, file: MarksFile | None) -> Execution:
    """Return what became of the plan in force on a day; without editions that is the source's."""
    if not signed.editions.kept:
        return execution_of(signed.plan, file)
    plan = plan_on(signed, day)
    dropped = tuple(_dropped(signed, plan, day))
    found = execution_of(plan, file, dropped=dropped)
    if not found.misplaced:
        return found
    lost = {one.index for one in found.misplaced}
    meant: dict[int, Meant] = {}
    elsewhere: set[int] = set()
    for other in _others(signed, plan):
        known = execution_of(other, file)
        fits = {one.index: one.row for one in known.placed if one.index in lost}
        elsewhere |= {*fits, *(index for index, _mark in known.excluded if index in lost)}
        for index, row in fits.items():
            name = own_id(other, row.route)
            if not name or len(now := find(plan, name)) != 1:
                continue
            if _is_of_row(found, index):
                meant.setdefault(index, Meant(now[0]))
            elif due := _day_now(row, now[0], known, index):
                meant.setdefault(index, Meant(now[0], due))
    return execution_of(plan, file, dropped=dropped, meant=meant, elsewhere=frozenset(elsewhere - {*meant}))


def _is_of_row(found: Execution, index: int) -> bool:
    """Say whether it is the row of a mark that was not found, and not its day."""
    return any(one.index == index and one.key in {"at", "activity"} for one in found.misplaced)


def _day_now(former: Row, latter: Row, known: Execution, index: int) -> date | None:
    """Return the day that stands for the one of a mark since an act has changed the deadline of its row.

    «ежемесячно до 5 числа» is «до 10 числа» now: that of the same month, else, of the days that are not those of both
    editions, the one that has its place among as many.
    """
    mark = next(one.mark for one in known.placed if one.index == index)
    day = parse_date(mark.due or "")
    before, after = ([one.due for row in (of, *of.later) for one in row.occurrences] for of in (former, latter))
    if day not in before:
        return None
    was, now = ({(one.year, one.month): one for one in days} for days in (before, after))
    apart = len(was) == len(before) and len(now) == len(after)  # one in a month at most
    if apart and (was.keys() <= now.keys() or now.keys() <= was.keys()):
        return now.get((day.year, day.month))
    left, new = ([one for one in days if one not in others] for days, others in ((before, after), (after, before)))
    return new[left.index(day)] if len(left) == len(new) and day in left else None


def _others(signed: Signed, plan: Plan) -> Iterator[Plan]:
    """Yield the plans of all other editions, the newest first, then the source's."""
    yield from (one.plan for one in reversed(signed.editions.kept))
    if plan is not signed.plan:
        yield signed.plan


def _last_unkept(signed: Signed, day: date) -> Amendment | None:
    """Return the last act in force on a day whose text is not kept."""
    acts = [act for _at, act in signed.unkept if (parse_date(act.date) or date.max) <= day]
    return acts[-1] if acts else None


def _dropped(signed: Signed, plan: Plan, day: date) -> Iterator[Dropped]:
    """Yield the rows that acts have dropped by a day and that are in force no more, in the order of the acts."""
    kept = tuple(one for one in signed.editions.kept if one.day <= day)
    here = {name for row in plan.rows if (name := own_id(plan, row.route))}
    words = {compared_form(row.text) for row in plan.rows}

    def is_back(former: Plan, row: Row) -> bool:
        name = own_id(former, row.route)
        return name in here if name else compared_form(row.text) in words

    for former, one in dropped_rows(kept):
        if one.by and not is_back(former, one.row):
            yield _by_act(one, one.by)
    if kept and plan is signed.plan and (act := _last_unkept(signed, day)):
        for pair in paired_rows(kept[-1].plan, plan):
            if pair.old and not pair.new and not is_back(kept[-1].plan, pair.old):
                yield Dropped(pair.old, act.kind, parse_date(act.date) or day, act.number or "")


def _by_act(one: DroppedRow, by: KeptEdition) -> Dropped:
    return Dropped(one.row, by.act.kind, by.day, by.act.number or "")


def _with_people_of_today(edition: KeptEdition, plan: Plan) -> Plan:
    """Return the plan of an edition; who holds a post, and how he is reached, is as it is now."""
    roadmap, tree = edition.file.roadmap, edition.file.tree
    assert roadmap is not None  # it was read
    assert tree is not None
    known = {one.post: one for one in plan.owners.values()}
    owners = {alias: _of_today(owner, plan.owners.get(alias), known) for alias, owner in roadmap.owners.items()}
    made = make_plan(roadmap.model_copy(update={"owners": owners}), tree, plan.id, calendar=plan.calendar)
    return replace(made, directory=plan.directory, has_editions=True)


def _of_today(owner: Owner, same: Owner | None, known: dict[str, Owner]) -> Owner:
    if same and same.post == owner.post:
        return same
    return known.get(owner.post, owner)
