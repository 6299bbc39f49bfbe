"""What somebody means who marks a row: the row at an address, one of the times at which it is due, its mark so far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from roadmapc.diagnostics import Message
from roadmapc.plan.addresses import find, short_address
from roadmapc.plan.execution.placing import OF_ALL_TIMES, Execution, PlacedMark, Unit, named_days
from roadmapc.plan.plan import Plan, Row


class CannotMark(Exception):
    """A mark that cannot be set: why, and what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Target:
    """What is marked: a unit or, where it has several, the whole row; and the mark that it has already."""

    row: Row
    unit: Unit | None
    mark: PlacedMark | None


def target_of(execution: Execution, address: str, due: date | None, keys: Collection[str]) -> Target:
    """Return what is meant by an address and a day, for a mark with some keys; raises CannotMark."""
    row = row_to_mark(execution, address)
    units = execution.by_route[row.route]
    unit = _unit(units, address, due, keys)
    if unit is None:
        whole = [one for one in units[0].marks if one.mark.due is None]
        return Target(row, None, whole[0] if whole else None)
    own = [one for one in unit.marks if one.mark.due is not None or len(units) == 1]
    times = unit.occurrence.times if unit.occurrence else None
    is_another_time = "done" in keys and (times is None or len(own) < times) and any(one.mark.done for one in own)
    return Target(row, unit, own[-1] if own and not is_another_time else None)


def row_to_mark(execution: Execution, address: str) -> Row:
    """Return the row at an address; raises CannotMark where there is none, several, or one that is not marked."""
    plan = execution.plan
    rows = find(plan, address)
    if not rows:
        raise CannotMark(Message("the roadmap has no row “{address}”", address=address))
    if len(rows) > 1:
        names = ", ".join(short_address(plan, row) for row in rows)
        message = Message("“{address}” may be any of several rows", address=address)
        raise CannotMark(message, Message("name one of them: {names}", names=names))
    row = rows[0]
    if row.route in execution.parents:
        below = ", ".join(short_address(plan, one) for one in plan.rows if one.route[:-2] == row.route)
        message = Message("the row has rows below it, and is done when those are")
        raise CannotMark(message, Message("mark those: {names}", names=below) if below else None)
    if row.route not in execution.by_route:
        raise CannotMark(Message("this table has neither deadlines nor owners: nothing in it is marked"))
    return row


def _unit(units: tuple[Unit, ...], address: str, due: date | None, keys: Collection[str]) -> Unit | None:
    """Return the unit that is meant; none for all of them."""
    times = [(unit.row, unit.occurrence) for unit in units if unit.occurrence]
    if due is not None:
        found = [unit for unit in units if unit.occurrence and unit.occurrence.due == due]
        if found:
            return found[0]
        if not times:
            raise CannotMark(Message("the row has no day on which it is due"))
        message = Message("the row is not due on {day}", day=f"{due:%d.%m.%Y}")
        raise CannotMark(message, Message("its days: {days}", days=named_days(times)))
    if len(units) == 1:
        return units[0]
    if keys and set(keys) <= OF_ALL_TIMES:
        return None
    message = Message("{address}: the row is due several times: which of them is meant?", address=address)
    raise CannotMark(message, Message("add --due with one of its days: {days}", days=named_days(times)))


def named_row(plan: Plan, row: Row, due: date | None) -> dict[str, str]:
    """Return how a new mark names its row: by id, else by number with first words; `due` is which of several days."""
    named = {"at": short_address(plan, row)}
    if (*row.route, "id") not in plan.tree.values:
        named["activity"] = row.title.removesuffix(" …")
    return named | ({"due": f"{due:%d.%m.%Y}"} if due else {})
