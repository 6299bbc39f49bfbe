"""The deadline language: `read(text, Period(first, last))` → kind, windows and doubts, or DeadlineError."""

from typing import TYPE_CHECKING

from roadmapc import lazy_names

if TYPE_CHECKING:
    from roadmapc.deadlines.dating.calendar_parts import DateRange, Period
    from roadmapc.deadlines.dating.dated_deadline import KINDS, DatedDeadline, date_deadline, read
    from roadmapc.deadlines.errors import DeadlineError
    from roadmapc.deadlines.grammar.parser import parse
    from roadmapc.deadlines.values import Deadline

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
]
_MODULES = {
    "dating.calendar_parts": ("DateRange", "Period"),
    "dating.dated_deadline": ("KINDS", "DatedDeadline", "date_deadline", "read"),
    "errors": ("DeadlineError",),
    "grammar.parser": ("parse",),
    "values": ("Deadline",),
}
__getattr__ = lazy_names(__name__, {name: module for module, names in _MODULES.items() for name in names})
