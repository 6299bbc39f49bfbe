"""The deadline language: `read(text, Period(first, last))` → kind, windows and doubts, or DeadlineError."""

from roadmapc.deadlines.dating.calendar_parts import Period, Window
from roadmapc.deadlines.dating.schedule import KINDS, Schedule, read, schedule
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import Deadline
from roadmapc.deadlines.wording import wording

__all__ = ["KINDS", "Deadline", "DeadlineError", "Period", "Schedule", "Window", "parse", "read", "schedule", "wording"]
