"""Calendar parts in words, declined by table: nominative («май»), genitive («до мая»), accusative («по май»)."""

from __future__ import annotations

from roadmapc.deadlines.values import LAST, CalendarPart, Day, Month, MonthPart, NthWeekday, Year, YearEdge, YearPart
from roadmapc.russian.calendar import MONTHS, WEEKDAYS

NOMINATIVE, GENITIVE, ACCUSATIVE = 0, 1, 2
ROMAN = ("", "I", "II", "III", "IV")
ORDINALS = {
    "m": {
        1: ("первый", "первого", "первый"),
        2: ("второй", "второго", "второй"),
        3: ("третий", "третьего", "третий"),
        4: ("четвертый", "четвертого", "четвертый"),
        5: ("пятый", "пятого", "пятый"),
        LAST: ("последний", "последнего", "последний"),
    },
    "f": {
        1: ("первая", "первой", "первую"),
        2: ("вторая", "второй", "вторую"),
        3: ("третья", "третьей", "третью"),
        4: ("четвертая", "четвертой", "четвертую"),
        5: ("пятая", "пятой", "пятую"),
        LAST: ("последняя", "последней", "последнюю"),
    },
    "n": {
        1: ("первое", "первого", "первое"),
        2: ("второе", "второго", "второе"),
        3: ("третье", "третьего", "третье"),
        4: ("четвертое", "четвертого", "четвертое"),
        5: ("пятое", "пятого", "пятое"),
        LAST: ("последнее", "последнего", "последнее"),
    },
}
WEEKDAY_FORMS = (
    ("понедельник", "понедельника", "понедельник", "понедельникам", "m"),
    ("вторник", "вторника", "вторник", "вторникам", "m"),
    ("среда", "среды", "среду", "средам", "f"),
    ("четверг", "четверга", "четверг", "четвергам", "m"),
    ("пятница", "пятницы", "пятницу", "пятницам", "f"),
    ("суббота", "субботы", "субботу", "субботам", "f"),
    ("воскресенье", "воскресенья", "воскресенье", "воскресеньям", "n"),
    ("рабочий день", "рабочего дня", "рабочий день", "рабочим дням", "m"),
)
_PARTS = {
    "ten_days": ("декада", "декады", "декаду"),
    "week": ("неделя", "недели", "неделю"),
    "half": ("половина", "половины", "половину"),
    "start": ("начало", "начала", "начало"),
    "middle": ("середина", "середины", "середину"),
    "end": ("конец", "конца", "конец"),
}
_YEAR_PARTS = {
    "quarter": ("квартал", "квартала", "квартал"),
    "half": ("полугодие", "полугодия", "полугодие"),
    "school_quarter": ("четверть", "четверти", "четверть"),
}
_SEASONS = (
    ("зима", "зимы", "зиму"),
    ("весна", "весны", "весну"),
    ("лето", "лета", "лето"),
    ("осень", "осени", "осень"),
)
_HOLIDAYS = ("осенни", "зимни", "весенни", "летни")


def part_text(part: CalendarPart, case: int) -> str:
    """Return a part in a grammatical case: 0 nominative, 1 genitive, 2 accusative."""
    if isinstance(part, Day):
        return _day(part, case)
    if isinstance(part, Month):
        return MONTHS[part.month - 1][case % 2] + _year(part.year)
    if isinstance(part, MonthPart):
        noun = _PARTS[part.unit][case]
        if part.unit in {"ten_days", "week", "half"}:
            noun = f"{ORDINALS['f'][part.n][case]} {noun}"
            if part.month is None:
                return noun
        return f"{noun} {_of_month(part.month, part.year)}"
    if isinstance(part, NthWeekday):
        names = WEEKDAY_FORMS[part.weekday]
        month = f" {_of_month(part.month, part.year)}" if part.month else ""
        ordinal = (
            ORDINALS[names[4]][part.n][case] if part.n in ORDINALS["m"] else f"{part.n}-{'го' if case == 1 else 'й'}"
        )
        return f"{ordinal} {names[case]}{month}"
    if isinstance(part, YearPart):
        return _year_part(part, case)
    return _whole_year(part, case)


def _day(part: Day, case: int) -> str:
    weekday = f" ({WEEKDAYS[part.weekday]})" if part.weekday is not None else ""
    if part.day == LAST:
        last = ("последний день", "последнего дня", "последний день")[case]
        return f"{last} {_of_month(part.month, part.year)}{weekday}"
    if part.month is None:
        return f"{part.day}{weekday or ' числа'}"
    return f"{part.day} {_of_month(part.month, part.year)}{weekday}"


def _of_month(month: int | None, year: int | None) -> str:
    return (MONTHS[month - 1][1] if month else "месяца") + _year(year)


def _year(year: int | None) -> str:
    return f" {year} г." if year is not None else ""


def _year_part(part: YearPart, case: int) -> str:
    if part.unit == "season":
        return _SEASONS[part.n - 1][case] + _year(part.year)
    if part.unit == "school_break":
        ending = "х каникул" if case == GENITIVE else "е каникулы"
        return _HOLIDAYS[part.n - 1] + ending + _year(part.year)
    return f"{ROMAN[part.n]} {_YEAR_PARTS[part.unit][case]}{_year(part.year)}"


def _whole_year(part: Year | YearEdge, case: int) -> str:
    if isinstance(part, Year):
        year = (
            f"{part.year}/{part.year + 1} учебн{'ого' if case == GENITIVE else 'ый'}" if part.school else str(part.year)
        )
        return f"{year} год{'а' if case == GENITIVE else ''}"
    noun = _PARTS[part.edge][case]
    if part.school and part.year:
        return f"{noun} {part.year}/{part.year + 1} учебного года"
    return f"{noun} {f'{part.year} ' if part.year else ''}{'учебного ' if part.school else ''}года"
