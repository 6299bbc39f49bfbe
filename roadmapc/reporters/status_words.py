"""What a line of a screen says of a state: its status, its day, its delay."""

from __future__ import annotations

from roadmapc.diagnostics import Count, Message
from roadmapc.plan.execution import State, Status
from roadmapc.plan.execution.titles import TITLES


def delay_words(state: State) -> Message | None:
    """Return how late it is or was, in working days; none where it is not."""
    if not state.delay:
        return None
    return Count.of("late by {n} working day", "late by {n} working days", state.delay)


def short_words(state: State) -> tuple[Message, ...]:
    """Return the status with what a line has room for: its day, its delay, how often of how many times."""
    is_moved = state.status is Status.MOVED and state.moves and state.term  # told below, with the day
    words = [] if is_moved else [TITLES[state.status]]
    if state.done and state.status in {Status.DONE, Status.DONE_LATE}:
        words.append(Message("{day:%d.%m.%Y}", day=state.done))
    if state.moves and state.term:
        words.append(Message("term moved to {day:%d.%m.%Y}", day=state.term))
    if state.times[1] > 1:
        words.append(Message("{n} of {times}", n=state.times[0], times=state.times[1]))
    if delay := delay_words(state):
        words.append(delay)
    return tuple(words)
