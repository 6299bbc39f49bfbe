"""Statuses on a screen, in the reader's language; documents have the words of `plan.execution.PRINTED`."""

from __future__ import annotations

from roadmapc.diagnostics import Count, Message
from roadmapc.plan.execution import State, Status

TITLES: dict[Status, Message] = {
    Status.DONE: Message("done"),
    Status.DONE_LATE: Message("done late"),
    Status.PARTLY: Message("partly done"),
    Status.MISSED: Message("not done"),
    Status.AHEAD: Message("not yet due"),
    Status.OPEN: Message("under way"),
    Status.MOVED: Message("moved"),
    Status.REMOVED: Message("taken off control"),
    Status.EXCLUDED: Message("dropped from the plan"),
    Status.AT_RISK: Message("at risk"),
}


def delay_words(state: State) -> Message | None:
    """Return how late it is or was, in working days; none where it is not."""
    if not state.delay:
        return None
    return Count.of("late by {n} working day", "late by {n} working days", state.delay)


def short_words(state: State) -> tuple[Message, ...]:
    """Return the status with what a line has room for: its day, its delay, how often of how many times."""
    words = [TITLES[state.status]]
    if state.done and state.status in {Status.DONE, Status.DONE_LATE}:
        words.append(Message("{day:%d.%m.%Y}", day=state.done))
    if state.moves and state.term:
        words.append(Message("term moved to {day:%d.%m.%Y}", day=state.term))
    if state.times[1] > 1:
        words.append(Message("{n} of {times}", n=state.times[0], times=state.times[1]))
    if delay := delay_words(state):
        words.append(delay)
    return tuple(words)
