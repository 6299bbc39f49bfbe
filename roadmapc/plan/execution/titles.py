"""Statuses in the reader's language, for screens; documents have the words of `PRINTED`."""

from __future__ import annotations

from roadmapc.diagnostics import Message
from roadmapc.plan.execution.statuses import Status

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
