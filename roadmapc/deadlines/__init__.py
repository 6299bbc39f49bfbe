"""The deadline language: `read(text, Period(first, last))` → kind, windows and doubts, or DeadlineError."""

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar import parse
from roadmapc.deadlines.reading import KINDS, Schedule, read, schedule
from roadmapc.deadlines.stretches import Period, Window
from roadmapc.deadlines.values import Deadline
from roadmapc.deadlines.wording import wording

__all__ = ["KINDS", "Deadline", "DeadlineError", "Period", "Schedule", "Window", "parse", "read", "schedule", "wording"]
