"""The deadline language: `read(text, Period(first, last))` → kind, windows and doubts, or DeadlineError."""

from roadmapc.deadlines.dating.calendar_parts import DateRange, Period
from roadmapc.deadlines.dating.dated_deadline import KINDS, DatedDeadline, date_deadline, read
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import Deadline
from roadmapc.deadlines.wording import wording

__all__ = [
    "KINDS",
    "DateRange",
    "DatedDeadline",
    "Deadline",
    "DeadlineError",
    "Period",
    "date_deadline",
    "parse",
    "read",
    "wording",
]
