"""Reads lists and ranges of dates: «20 апреля, 18 мая и 15 июня», «октябрь – май», «май 2022, 2023 гг.»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import Bare, Point, PointRange, check_day, item_of, with_school_year
from roadmapc.deadlines.grammar.cursor import NUMBERS, YEAR_LINKS, Cursor, nearest_word
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.one_date import point, starts_date
from roadmapc.deadlines.grammar.stretches import SCHOOL_QUARTERS, SEASONS, days_in_month
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.years import year_behind
from roadmapc.deadlines.values import LAST, At, Day, FromTo, Month, MonthPart, NthWeekday, Year, YearPart
from roadmapc.diagnostics import Message

_BETWEEN: frozenset[Kind] = frozenset({"COMMA", "AND"})
_RANGE_SIGNS: frozenset[Kind] = frozenset({"DASH", "ELLIPSIS", "TO"})
_NO_DATES: frozenset[Kind] = frozenset({"ONCE", "STAGE", "PERIOD"})
"""What makes a number a count or a name: «2 раза», «2 этап»."""
_MONTHS: dict[tuple[str, int], tuple[int, ...]] = {
    **{("school_quarter", n): months for n, months in enumerate(SCHOOL_QUARTERS, 1)},
    **{("quarter", n): (3 * n - 2, 3 * n - 1, 3 * n) for n in range(1, 5)},
    ("half", 1): (1, 2, 3, 4, 5, 6, 9, 10, 11, 12),
    ("half", 2): (1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12),
    **{("season", n): months for n, months in enumerate(SEASONS, 1)},
}
"""The months of parts of a year; halves are those of a calendar year or of a school year, school quarters touch."""
_EDGES = {"start", "middle", "end"}
WHICH_DAYS = Message("which days of the further months are meant is not said")


def date_list(cursor: Cursor) -> list[At | FromTo]:
    """Read a list of dates and ranges; months and years given once serve their neighbours.

    date-list = range { ( «,» | «и» ) range | «;» month-name }
    e.g. several dates: «20 апреля, 18 мая и 15 июня 2022»
    """
    cursor.school_begins = None
    found = [range_of_dates(cursor)]
    while _goes_on(cursor, found[-1]):
        cursor.at += 1
        if sees_further_month(cursor, found[-1].last or found[-1].first):
            found += _in_further_month(cursor, found)
        else:
            _refuse_shortened(cursor, found[-1].last or found[-1].first)
            found.append(range_of_dates(cursor))
            _same_part_of_year(found)
    first, last = found[0]
    if len(found) == 1 and last is None and not isinstance(first, Bare):
        return [At(first)]  # no neighbour to share with
    return [item_of(first, last) for first, last in with_school_year(cursor, found)]


def _goes_on(cursor: Cursor, before: PointRange) -> bool:
    """Say whether a sign and a further date of the list stand here."""
    if cursor.sees(_BETWEEN):
        return _continues(cursor) and not _sees_stretch(cursor, before)
    if not cursor.sees("SEMI") and not (cursor.sees("SLASH") and cursor.stands_apart()):
        return False
    bare = isinstance(before.first, Bare) and before.last is None
    return (bare and cursor.peek(1).kind == "NUM") or sees_further_month(cursor, before.last or before.first, 1)


def _refuse_shortened(cursor: Cursor, before: Point) -> None:
    """Refuse «первая ноября» behind «вторая декада октября»: no day, but a part of the month once more."""
    part = isinstance(before, (MonthPart, NthWeekday)) and before.month is not None
    text = cursor.peek().text.lower()
    if part and cursor.sees("ORD", "MONTH") and (text.isalpha() or text.endswith(("я", "ю"))):
        raise cursor.fail(WHICH_DAYS)


def range_of_dates(cursor: Cursor) -> PointRange:
    """Read a date, or two with a dash between them.

    range = date [ ( «–» | «по» ) date ]
    e.g. from one to another, with a dash: «декабрь – апрель»; «30-6.11.2023»; «24-25.09.22»
    """
    first = point(cursor)
    if isinstance(first, Bare) and cursor.sees("DASH", "NUM", "ONCE"):
        raise cursor.fail(Message("how many times is not clear; write one number"), first.token)
    if cursor.sees("DASH", "YEAR") and not isinstance(first, Year) and cursor.peek(2).kind not in YEAR_LINKS:
        return PointRange(_dashed_year(cursor, first), None)
    if cursor.sees(_RANGE_SIGNS) and starts_date(cursor, 1) and not cursor.sees("DASH", NUMBERS, "STAGE"):
        start = cursor.at
        if cursor.next().kind == "ELLIPSIS":
            cursor.remark(Message("“…” is read as a dash"))
        if sees_further_month(cursor, first) and not (isinstance(first, MonthPart) and first.unit in _EDGES):
            raise cursor.fail(WHICH_DAYS)
        dashed = cursor.peek(-1).kind == "DASH"
        last = point(cursor)
        if dashed and _is_inside(first, last):
            message = Message("behind a dash stands a time of the one before it: write one of them, or “с … по …”")
            raise cursor.fail(message, cursor.peek(-1))
        if dashed and (_is_in_year(cursor, first, last, start) or _are_days_of(cursor, first, last)):
            cursor.at = start
            return PointRange(first, None)
        if isinstance(first, Year) != isinstance(last, Year):
            message = Message("a range from a year to something else is not understood")
            raise cursor.fail(message, cursor.peek(-1))
        return PointRange(first, last)
    if isinstance(first, (YearPart, MonthPart)) and cursor.peek(-1).text.lower() in {"недели", "недель"}:
        _refuse_duration(cursor, first)
    return PointRange(first, None)


def _are_days_of(cursor: Cursor, first: Point, last: Point) -> bool:
    """«февраль – 6, 12; октябрь – 3», «июнь – 3 декада»: days to which no other month belongs."""
    if not isinstance(first, Month) or not isinstance(last, (Bare, MonthPart, NthWeekday)):
        return False
    if not isinstance(last, Bare):
        return last.month is None
    ahead = 0
    while cursor.peek(ahead).kind in _BETWEEN and cursor.peek(ahead + 1).kind == "NUM":
        ahead += 2
    return cursor.peek(ahead).kind in {"SEMI", "END"}


def _is_in_year(cursor: Cursor, first: Point, last: Point, sign: int) -> bool:
    """«2026 год – май»: of that year, as behind a colon; «2026-май» may be anything."""
    year, dash = cursor.tokens[sign - 1], cursor.tokens[sign]
    parted = year.kind != "YEAR" or year.end < dash.start
    in_it = isinstance(last, (Day, Month, MonthPart, NthWeekday, YearPart)) and last.year is None
    return isinstance(first, Year) and parted and in_it


def _is_inside(part: Point, last: Point) -> bool:
    """«II квартал – май», «I четверть – сентябрь», «октябрь – 15 октября»: perhaps no range but the time in it."""
    if not isinstance(last, (Day, Month)) or isinstance(part, (Bare, Year)):
        return False
    if part.year and last.year and part.year != last.year:
        return False
    if isinstance(part, Month):
        return isinstance(last, Day) and last.month == part.month
    if isinstance(part, NthWeekday):  # «последняя пятница октября – 31 октября»
        first, end = days_in_month(part)
        return isinstance(last, Day) and last.month == part.month and first <= last.day <= end
    return isinstance(part, YearPart) and last.month in _MONTHS.get((part.unit, part.n), ())


def sees_further_month(cursor: Cursor, before: Point, ahead: int = 0) -> bool:
    """Say whether a month in the genitive stands behind a day or part of a month: «10 октября, ноября, декабря»."""
    month = cursor.peek(ahead)
    is_part = isinstance(before, (Day, MonthPart, NthWeekday)) and before.month is not None
    return is_part and month.kind == "MONTH" and month.text.lower().endswith(("я", "а"))


def _in_further_month(cursor: Cursor, found: list[PointRange]) -> list[PointRange]:
    """«10 октября, ноября», «5 и 20 мая, июня», «последняя пятница марта, июня»: all that the month before holds."""
    month = cursor.next()
    year = year_behind(cursor)
    same = [found[-1]]
    for one in reversed(found[:-1]):
        if not isinstance(one.first, Bare) or one.last is not None:
            break
        same.insert(0, one)
    return [
        PointRange(_in_month(cursor, one.first, month, year), one.last and _in_month(cursor, one.last, month, year))
        for one in same
    ]


def _in_month(cursor: Cursor, point: Point, month: Token, year: int | None) -> Point:
    if isinstance(point, Bare):
        return point
    assert isinstance(point, (Day, MonthPart, NthWeekday))
    if isinstance(point, Day):
        if point.day != LAST:
            check_day(cursor, point.day, month.value, year, month)
        return replace(point, month=month.value, year=year, weekday=None)
    return replace(point, month=month.value, year=year)


def _same_part_of_year(found: list[PointRange]) -> None:
    """«май 2022, 2023 гг.», «октябрь – ноябрь 2022, 2023 гг.»: the same of further years."""
    last, before = found[-1], found[-2]
    if not isinstance(last.first, Year) or last.last is not None or last.first.school:
        return
    end = before.last or before.first
    if isinstance(end, (Bare, Year)) or end.year is None:
        return
    same = [before]
    for one in reversed(found[:-2]):
        if one.last is not None or isinstance(one.first, Year) or getattr(one.first, "year", None) is not None:
            break
        same.insert(0, one)
    year = last.first.year
    found[-1:] = [PointRange(_in_year(one.first, year), one.last and _in_year(one.last, year)) for one in same]


def _in_year(point: Point, year: int) -> Point:
    """Return a point in a further year; one that takes its year from its neighbour goes on to do so."""
    if isinstance(point, (Bare, Year)) or point.year is None:
        return point
    return replace(point, year=year)


def _continues(cursor: Cursor) -> bool:
    """Say whether a further date stands behind the comma: a frame of years or a count is another clause."""
    following, after = cursor.peek(1).kind, cursor.peek(2).kind
    if following == "YEAR" and after in YEAR_LINKS:
        return False
    if cursor.sees("COMMA", "NUM", "WORD") and not nearest_word(cursor.peek(2).text):
        return False  # «май 2022, 2 пробы»: how much, not when
    if cursor.sees("COMMA", "NUM", "DASH", "NUM", "WORD") and not nearest_word(cursor.peek(4).text):
        return False
    return not (following in NUMBERS and after in _NO_DATES) and starts_date(cursor, 1)


def _sees_stretch(cursor: Cursor, before: PointRange) -> bool:
    """«I полугодие: до 1 июня, II полугодие: до 1 декабря»: a stretch behind the comma has days of its own."""
    if isinstance(before.first, Bare):
        return False  # «I, II полугодие: …» are one list
    return cursor.sees("COMMA", NUMBERS, "UNIT", "COLON") or cursor.sees("COMMA", "MONTH", "COLON")


def _dashed_year(cursor: Cursor, first: Point) -> Point:
    """«октябрь - 2022»: the dash parts a month from its year."""
    if isinstance(first, (Bare, Year)) or first.year is not None:
        raise cursor.unknown()
    cursor.at += 1
    return replace(first, year=year_behind(cursor))


def _refuse_duration(cursor: Cursor, part: YearPart | MonthPart) -> None:
    """«2 недели» alone is a duration; «1, 2 недели» and «2-я неделя» are weeks of the month."""
    number = cursor.peek(-2)
    if number.kind != "NUM" or cursor.peek(-3).kind in {"COMMA", "AND", "DASH"}:
        return
    if isinstance(part, MonthPart) and part.month is None:
        raise cursor.fail(Message("a duration without a beginning: from which day is it counted?"), number)
