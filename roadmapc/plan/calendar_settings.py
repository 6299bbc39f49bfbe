"""Calendar settings of a roadmap or a project → the calendar that dates deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from roadmapc.deadlines import DeadlineError, parse
from roadmapc.deadlines.dating.periods import parse_window
from roadmapc.deadlines.values import Day, FromTo
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import Calendar, MonthDay
from roadmapc.source.model import CalendarSettings

_SETS = {"terms": 4, "holidays": 4}


class SettingError(Exception):
    """A setting that cannot be read: its key, its place in the list (None: the list itself), and why."""

    def __init__(self, key: str, at: int | None, message: Message) -> None:
        super().__init__(str(message))
        self.key = key
        self.at = at
        self.message = message


def configured(base: Calendar, settings: CalendarSettings | None) -> Calendar:
    """Return the base calendar with the settings put over it; raises SettingError."""
    if settings is None:
        return base
    return replace(
        base,
        shift=settings.shift or base.shift,
        yearly=settings.yearly or base.yearly,
        school_quarters=_pairs("terms", settings.terms) or base.school_quarters,
        school_breaks=_pairs("holidays", settings.holidays) or base.school_breaks,
        days_off=base.days_off | frozenset(_days("days_off", settings.days_off)),
        working_days=base.working_days | frozenset(_days("working_days", settings.working_days)),
    )


def _pairs(key: str, texts: tuple[str, ...]) -> tuple[tuple[MonthDay, MonthDay], ...]:
    if texts and len(texts) != _SETS[key]:
        raise SettingError(key, None, Message("four ranges are expected, in the order of the school year"))
    return tuple(_pair(key, at, text) for at, text in enumerate(texts))


def _pair(key: str, at: int, text: str) -> tuple[MonthDay, MonthDay]:
    try:
        items = parse(text).items
    except DeadlineError:
        items = ()
    if len(items) == 1 and isinstance(items[0], FromTo):
        first, last = items[0].first, items[0].last
        if isinstance(first, Day) and isinstance(last, Day) and first.month and last.month and first.year is None:
            return (first.month, first.day), (last.month, last.day)
    raise SettingError(key, at, Message("“{text}” is no range of days; write 01.09 – 31.10", text=text))


def _days(key: str, texts: tuple[str, ...]) -> Iterator[date]:
    for at, text in enumerate(texts):
        try:
            window = parse_window(text)
        except DeadlineError as error:
            raise SettingError(key, at, error.message) from error
        day = window.first
        while day <= window.last:
            yield day
            day += timedelta(days=1)
