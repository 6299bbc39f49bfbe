"""Which time of which row a request to move a term means, or why none can be moved."""

from __future__ import annotations

from datetime import date

from roadmapc.diagnostics import Message, UserError
from roadmapc.plan import Row
from roadmapc.plan.execution import Execution, Status, Unit, state_of
from roadmapc.plan.execution.statuses import State
from roadmapc.plan.execution.targets import CannotMark, row_to_mark

_MOST_DAYS = 6


def asked_for(execution: Execution, address: str, to: date, as_of: date, due: date | None = None) -> tuple[Row, Unit]:
    """Return the row at an address and the time of it that is to be moved; raises UserError that says why none is."""
    row = _row(execution, address)
    states = [(unit, state_of(unit, as_of, execution.plan.calendar)) for unit in execution.by_route[row.route]]
    unit, state = _time(states, address, due)
    if state.term is None:
        raise UserError(
            Message("the row {address} has no day on which it is due: nothing can be moved", address=address)
        )
    if state.status in {Status.DONE, Status.DONE_LATE}:
        raise UserError(Message("the row {address} is done already: {day:%d.%m.%Y}", address=address, day=state.done))
    if state.is_closed:
        raise UserError(Message("nothing more is to be done for the row {address}", address=address))
    if to <= state.term:
        message = Message(
            "the new term {to:%d.%m.%Y} is not after the one in force, {term:%d.%m.%Y}", to=to, term=state.term
        )
        raise UserError(message, Message("name a later day: --move-to DAY"))
    return row, unit


def _row(execution: Execution, address: str) -> Row:
    try:
        return row_to_mark(execution, address)
    except CannotMark as error:
        raise UserError(error.message, error.hint) from error


def _time(states: list[tuple[Unit, State]], address: str, due: date | None) -> tuple[Unit, State]:
    """Return the time that is meant: the one of that day, else the only one that is still open."""
    days = [f"{state.due:%d.%m.%Y}" for _unit, state in states if state.due and not state.is_closed]
    listed = ", ".join(days[:_MOST_DAYS]) + (", …" if len(days) > _MOST_DAYS else "")
    if due is not None:
        found = next(((unit, state) for unit, state in states if state.due == due), None)
        if found is None:
            message = Message("the row is not due on {day}", day=f"{due:%d.%m.%Y}")
            raise UserError(message, Message("its days: {days}", days=listed))
        return found
    if len(states) == 1:
        return states[0]
    still = [one for one in states if not one[1].is_closed]
    if len(still) == 1:
        return still[0]
    if not still:
        raise UserError(Message("nothing more is to be done for the row {address}", address=address))
    hint = Message("add --due with one of its days: {days}", days=listed)
    raise UserError(Message("the row {address} is due several times: which of them is meant?", address=address), hint)
