"""The whole way: words, period and calendar → kind, windows and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmapc.deadlines.dating.calendar_parts import Period, Window
from roadmapc.deadlines.dating.cycles import is_even
from roadmapc.deadlines.dating.windows import Dating, Outside
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import (
    At,
    Day,
    Deadline,
    Every,
    From,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Span,
    Spot,
    Until,
    Year,
    YearEdge,
    YearPart,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import DEFAULT_CALENDAR, WEEKDAYS, Calendar

KINDS = ("date", "window", "recurring", "continuous", "conditional", "relative")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a wording was understood: `windows` inside the period, sorted; `doubts` name the other readings."""

    deadline: Deadline
    kind: str
    windows: tuple[Window, ...] = ()
    doubts: tuple[Message, ...] = ()


def read(text: str, period: Period, *, calendar: Calendar = DEFAULT_CALENDAR) -> Schedule:
    """Read a wording inside a period, or raise DeadlineError at the word that cannot be dated."""
    period = Period(*period)
    if period.last < period.first:
        raise DeadlineError(Message("the period ends before it begins"), 0, len(text))
    return schedule(parse(text), period, calendar=calendar, length=len(text))


def schedule(deadline: Deadline, period: Period, *, calendar: Calendar = DEFAULT_CALENDAR, length: int = 0) -> Schedule:
    """Date a deadline that has been read; errors point at the whole text of the given length."""
    if deadline.event:
        return Schedule(deadline, "relative", (), deadline.remarks)
    if not deadline.items:
        return _undated(deadline, period, length)
    dating = Dating(period, calendar, deadline.frame, yearly=deadline.yearly)
    doubts = list(deadline.remarks)
    windows: set[Window] = set()
    for item in deadline.items:
        if not dating.one_month and _is_bare_month(item):
            return _implied_month(deadline, doubts)
        try:
            found = dating.windows(item)
        except Outside as outside:
            if isinstance(item, Report) and len(deadline.items) > 1:
                continue
            raise DeadlineError(_outside(outside.why, period), 0, length, outside=outside.why == "outside") from None
        windows.update(found)
        doubts += _doubts(item, found, dating, deadline)
    if not windows:
        raise DeadlineError(_outside("outside", period), 0, length, outside=True)
    if deadline.condition:
        if all(isinstance(item, At) and isinstance(item.spot, Year) for item in deadline.items):
            return Schedule(deadline, "conditional", (), (*doubts, _framed_condition()))
        doubts.append(Message("besides the dates there is a condition: {words}", words=deadline.condition))
    return Schedule(deadline, _kind(deadline, dating), tuple(sorted(windows)), tuple(dict.fromkeys(doubts)))


def _undated(deadline: Deadline, period: Period, length: int) -> Schedule:
    if deadline.condition:
        frame = deadline.frame or deadline.whole
        framed = (*deadline.remarks, _framed_condition()) if frame else deadline.remarks
        return Schedule(deadline, "conditional", (), framed)
    first, last = period
    if deadline.frame:
        first, last = max(first, date(deadline.frame[0], 1, 1)), min(last, date(deadline.frame[1], 12, 31))
        if last < first:
            raise DeadlineError(_outside("outside", period), 0, length, outside=True)
    doubts = list(deadline.remarks)
    if deadline.frame and (deadline.frame[0] < period.first.year or deadline.frame[1] > period.last.year):
        doubts.append(Message("the years reach beyond the period of the plan"))
    return Schedule(deadline, "continuous", (Window(first, last),), tuple(doubts))


def _framed_condition() -> Message:
    return Message("years stand beside a condition: they may mean that whole stretch")


def _implied_month(deadline: Deadline, doubts: list[Message]) -> Schedule:
    doubts.append(Message("from which day the month is counted is not said"))
    return Schedule(deadline, "relative", (), tuple(doubts))


_THIS_MONTH = MonthPart("whole", 1)


def _is_bare_month(item: Item) -> bool:
    return isinstance(item, At) and item.spot == _THIS_MONTH


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
    if frame_years or (not dating.single and any(_is_yearless(item) for item in items)):
        return "recurring"
    sorts = {_sort(item) for item in items}
    if sorts == {"until a year"} or sorts == {"whole month"}:
        return "continuous"
    return "date" if sorts <= {"day", "until a year"} else "window"


def _sort(item: Item) -> str:
    if isinstance(item, Until):
        return "until a year" if isinstance(item.spot, Year) else "day"
    if isinstance(item, At):
        if _is_day(item.spot):
            return "day"
        if isinstance(item.spot, MonthPart) and item.spot.unit == "whole":
            return "whole month"
    return "stretch"


def _is_day(spot: Spot) -> bool:
    return isinstance(spot, (Day, NthWeekday, YearEdge))


def _spots(item: Item) -> tuple[Spot, ...]:
    if isinstance(item, Span):
        return (item.first, item.last)
    if isinstance(item, Every):
        return tuple(spot for inner in item.items for spot in _spots(inner))
    return (item.item.spot,) if isinstance(item, Report) else (item.spot,)


def _is_yearless(item: Item) -> bool:
    if isinstance(item, Span):
        return _lacks_year(item.first) and _lacks_year(item.last)
    return not isinstance(item, (Every, Report)) and _lacks_year(item.spot)


def _lacks_year(spot: Spot) -> bool:
    return not isinstance(spot, Year) and spot.year is None


def _doubts(item: Item, found: list[Window], dating: Dating, deadline: Deadline) -> list[Message]:
    doubts: list[Message] = []
    if _is_yearless(item) and not deadline.yearly and deadline.frame is None:
        if not dating.single:
            doubts.append(Message("no year is named: taken as each year of the plan; it may mean one year only"))
        elif len(found) > 1:
            doubts.append(Message("it occurs twice in the period"))
    if isinstance(item, From) and not (deadline.yearly and isinstance(item.spot, Year)):
        doubts.append(Message("no end is named: taken to the end of the period; it may be the day itself"))
    if isinstance(item, Every):
        doubts += _rhythm_doubts(item)
    spots = _spots(item)
    checked = False
    for spot in spots:
        if isinstance(spot, Day):
            checked |= spot.weekday is not None
        else:
            doubts += _spot_doubts(spot, isinstance(item, Until), dating)
    if checked:
        doubts += _weekday_doubts(item, found)
    if isinstance(item, (At, Span)) and not isinstance(spots[-1], (Year, YearPart)):
        doubts += _cut_doubts(item, found, dating)
    return doubts


def _rhythm_doubts(item: Every) -> list[Message]:
    if any(isinstance(spot, Day) and spot.day > 28 and not spot.month for spot in _spots(item)):
        return [Message("short months have no such day: taken to their last day")]
    if item.unit == "day":
        return [Message("each day: taken as one stretch of time")]
    if not is_even(item) or (item.unit, item.times) in {("month", 2), ("year", 3)}:
        return [Message("the cycle does not divide evenly: the days are a convention")]
    if item.unit == "week" and item.step > 1:
        return [Message("from which week it is counted is not said: taken from the first one of the period")]
    if item.unit == "year" and item.step > 1 and item.items:
        return [Message("from which year it is counted is not said: taken from the first one of the period")]
    return []


def _spot_doubts(spot: Spot, until: bool, dating: Dating) -> list[Message]:
    if until and _is_end(spot):
        return []
    if isinstance(spot, MonthPart) and spot.unit in {"week", "start", "middle", "end"}:
        return [Message("weeks and edges of a month have no exact days: taken by convention")]
    if isinstance(spot, YearEdge):
        return [Message("the exact day is not named: taken by convention")]
    if isinstance(spot, YearPart) and spot.unit in {"season", "holidays"}:
        return [Message("seasons and holidays have no exact days: taken by convention")]
    if isinstance(spot, YearPart) and spot.unit == "half" and dating.school and spot.year is None:
        return [Message("taken as a half of the school year; it may mean the calendar year")]
    if until and isinstance(spot, (Year, Month, MonthPart)):
        return [Message("“until” a stretch of time: taken to its last day; it may mean its first")]
    return []


def _is_end(spot: Spot) -> bool:
    """«до конца мая», «до конца года» name a day beyond doubt; the end of a school year does not."""
    return (isinstance(spot, MonthPart) and spot.unit == "end") or (
        isinstance(spot, YearEdge) and spot.edge == "end" and not spot.school
    )


def _weekday_doubts(item: Item, found: list[Window]) -> list[Message]:
    if isinstance(item, (Every, Report)):
        return []
    spots = _spots(item)
    doubts = []
    for spot, day in ((spots[0], found[0].first), (spots[-1], found[0].last)):
        if isinstance(spot, Day) and spot.weekday is not None:
            if isinstance(item, Until) and day is found[0].first:
                continue
            if day.weekday() != spot.weekday:
                doubts.append(
                    Message("{day:%d.%m.%Y} is not that day of the week", day=day, weekday=WEEKDAYS[spot.weekday])
                )
    return doubts


def _cut_doubts(item: At | Span, found: list[Window], dating: Dating) -> list[Message]:
    """Doubt a range that the period cuts at its due end: that is not what was written."""
    last = _spots(item)[-1]
    if dating.single and found[-1].last == dating.period.last and not isinstance(last, (Day, NthWeekday)):
        whole = dating.stretch(last, found[-1].last.year)
        if whole and whole.last > dating.period.last:
            return [Message("it reaches beyond the period and is cut at its end")]
    named = isinstance(last, Day) and last.month and last.day > 0 and isinstance(item, Span) and dating.single
    if named and (found[-1].last.month, found[-1].last.day) != (last.month, last.day):  # type: ignore[union-attr]  # a Day
        return [Message("it reaches beyond the period and is cut at its end")]
    return []
