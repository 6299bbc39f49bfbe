"""The whole way: words, period and calendar → kind, windows and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmapc.deadlines.dating.calendar_parts import DateRange, Period
from roadmapc.deadlines.dating.cycles import is_even
from roadmapc.deadlines.dating.doubts import doubts_of, is_yearless, of_next_year, overlapping, weekday_doubts
from roadmapc.deadlines.dating.single_dates import Dating, Outside
from roadmapc.deadlines.dating.windows import left_out
from roadmapc.deadlines.dating.windows import windows as windows_of
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Day,
    Deadline,
    Every,
    Item,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearEdge,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar

KINDS = ("date", "window", "recurring", "continuous", "conditional", "relative")


@dataclass(frozen=True, slots=True)
class DatedDeadline:
    """How a wording was understood: `windows` inside the period, sorted; `doubts` name the other readings.

    `events` are those windows that say when a thing takes place: «9 мая», not «до 9 мая». `times` is how often it is
    due in each window where that cannot be parted: «5 раз в год».
    """

    deadline: Deadline
    kind: str
    windows: tuple[DateRange, ...] = ()
    doubts: tuple[Message, ...] = ()
    events: frozenset[DateRange] = frozenset()
    times: int = 1

    @property
    def is_limit(self) -> bool:
        """Say whether a day is named until which to act: «до 9 мая»."""
        return any(map(_is_limit, self.deadline.items))

    def act_by(self, window: DateRange, calendar: Calendar) -> date:
        """Return the working day on which to act for one of the windows; see `Calendar.act_by`."""
        return calendar.act_by(window.last, window.first, is_event=window in self.events)


def read(text: str, period: Period, *, calendar: Calendar = DEFAULT_CALENDAR) -> DatedDeadline:
    """Read a wording inside a period, or raise DeadlineError at the word that cannot be dated."""
    period = Period(*period)
    if period.last < period.first:
        raise DeadlineError(Message("the period ends before it begins"), 0, len(text))
    return date_deadline(parse(text), period, calendar=calendar, length=len(text))


def date_deadline(
    deadline: Deadline, period: Period, *, calendar: Calendar = DEFAULT_CALENDAR, length: int = 0
) -> DatedDeadline:
    """Date a deadline that has been read; errors point at the whole text of the given length."""
    if deadline.event:
        return DatedDeadline(deadline, "relative", (), deadline.remarks)
    if not deadline.items:
        return _undated(deadline, period, length)
    dating = Dating(period, calendar, deadline.frame, yearly=deadline.yearly)
    doubts = list(deadline.remarks)
    windows: set[DateRange] = set()
    events: set[DateRange] = set()
    for item in deadline.items:
        if not dating.one_month and _is_bare_month(item):
            doubts.append(Message("from which day the month is counted is not said"))
            continue
        try:
            found = windows_of(dating, item)
        except Outside as outside:
            # A report whose cycle does not end in the plan is due after it: no error beside others that are due in it.
            if isinstance(item, Report) and len(deadline.items) > 1:
                continue
            raise DeadlineError(_outside(outside.why, period), 0, length, outside=outside.why == "outside") from None
        if len(found) == 1 and (wrong := weekday_doubts(item, found)):
            raise DeadlineError(wrong[0], 0, length)  # one day, and not that one: no reading is right
        windows.update(found)
        events.update(() if _is_limit(item) else found)
        doubts += [*doubts_of(item, found, dating, deadline), *left_out(dating, item)]
    doubts += [*overlapping(deadline, windows), *of_next_year(deadline, dating)]
    if not windows and any(map(_is_bare_month, deadline.items)):
        return DatedDeadline(deadline, "relative", (), tuple(dict.fromkeys(doubts)))
    if not windows:
        raise DeadlineError(_outside("outside", period), 0, length, outside=True)
    if deadline.condition:
        if all(isinstance(item, At) and isinstance(item.part, Year) for item in deadline.items):
            return DatedDeadline(deadline, "conditional", (), (*doubts, _framed_condition()))
        doubts.append(Message("besides the dates there is a condition: {words}", words=deadline.condition))
    return DatedDeadline(
        deadline,
        _kind(deadline, dating),
        tuple(sorted(windows)),
        tuple(dict.fromkeys(doubts)),
        frozenset(events),
        _times(deadline, dating),
    )


def _times(deadline: Deadline, dating: Dating) -> int:
    only = deadline.items[0] if len(deadline.items) == 1 else None
    unparted = isinstance(only, Every) and not only.items and not is_even(only, school=dating.school)
    return only.times if unparted and isinstance(only, Every) else 1


def _is_limit(item: Item) -> bool:
    if isinstance(item, Every):
        return any(map(_is_limit, item.items))
    return isinstance(item, (Until, Report))


def _undated(deadline: Deadline, period: Period, length: int) -> DatedDeadline:
    if deadline.condition:
        frame = deadline.frame or deadline.whole
        framed = (*deadline.remarks, _framed_condition()) if frame else deadline.remarks
        return DatedDeadline(deadline, "conditional", (), framed)
    first, last = period
    if deadline.frame:
        first, last = max(first, date(deadline.frame[0], 1, 1)), min(last, date(deadline.frame[1], 12, 31))
        if last < first:
            raise DeadlineError(_outside("outside", period), 0, length, outside=True)
    doubts = list(deadline.remarks)
    if deadline.frame and (deadline.frame[0] < period.first.year or deadline.frame[1] > period.last.year):
        doubts.append(Message("the years reach beyond the period of the plan"))
    return DatedDeadline(deadline, "continuous", (DateRange(first, last),), tuple(doubts))


def _framed_condition() -> Message:
    return Message("years stand beside a condition: they may mean that whole time")


_THIS_MONTH = MonthPart("whole", 1)


def _is_bare_month(item: Item) -> bool:
    return isinstance(item, At) and item.part == _THIS_MONTH


def _outside(why: str, period: Period) -> Message:
    if why == "no_month":
        return Message("the month is not named, and the plan is for more than one month")
    if why == "no_day":
        return Message("there is no such day in that month or year")
    return Message(
        "no day of it lies in the period {first:%d.%m.%Y} – {last:%d.%m.%Y}", first=period[0], last=period[1]
    )


def _kind(deadline: Deadline, dating: Dating) -> str:
    items = deadline.items
    if deadline.yearly or any(isinstance(item, (Every, Report)) for item in items):
        daily = len(items) == 1 and isinstance(items[0], Every) and items[0].unit == "day"
        return "continuous" if daily else "recurring"
    frame_years = len(dating.anchors) > 1 and deadline.frame is not None
    if frame_years or (not dating.single and any(is_yearless(item) for item in items)):
        return "recurring"
    sorts = {_sort(item) for item in items}
    if sorts == {"until a year"} or sorts == {"whole month"}:
        return "continuous"
    return "date" if sorts <= {"day", "until a year"} else "window"


def _sort(item: Item) -> str:
    if isinstance(item, Until):
        return "until a year" if isinstance(item.part, Year) else "day"
    if isinstance(item, At):
        if _is_day(item.part):
            return "day"
        if isinstance(item.part, MonthPart) and item.part.unit == "whole":
            return "whole month"
    return "range"


def _is_day(part: CalendarPart) -> bool:
    return isinstance(part, (Day, NthWeekday, YearEdge))
