"""Values → canonical Russian, such that `parse(wording(d)) == d`.

That law is what lets the parser refuse sums that nobody thought of: a value that does not read back from its own words
is no reading of the author's.

Calendar parts are declined by table: nominative («май»), genitive («до мая»), accusative («по май»).
"""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.deadlines.values import (
    LAST,
    At,
    CalendarPart,
    Dated,
    Day,
    Deadline,
    Every,
    From,
    FromTo,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearEdge,
    YearPart,
)
from roadmapc.russian.calendar import MONTHS, WEEKDAYS

NOMINATIVE, GENITIVE, ACCUSATIVE = 0, 1, 2
_ROMAN = ("", "I", "II", "III", "IV")
_ORDINALS = {
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
_WEEKDAYS = (
    ("понедельник", "понедельника", "понедельник", "понедельникам", "m"),
    ("вторник", "вторника", "вторник", "вторникам", "m"),
    ("среда", "среды", "среду", "средам", "f"),
    ("четверг", "четверга", "четверг", "четвергам", "m"),
    ("пятница", "пятницы", "пятницу", "пятницам", "f"),
    ("суббота", "субботы", "субботу", "субботам", "f"),
    ("воскресенье", "воскресенья", "воскресенье", "воскресеньям", "n"),
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
_ADVERBS = {
    "year": "ежегодно",
    "quarter": "ежеквартально",
    "month": "ежемесячно",
    "week": "еженедельно",
    "day": "ежедневно",
}
_UNITS = {
    "year": ("год", "года", "лет", "годом"),
    "half": ("полугодие", "полугодия", "полугодий", "полугодием"),
    "quarter": ("квартал", "квартала", "кварталов", "кварталом"),
    "school_quarter": ("четверть", "четверти", "четвертей", "четвертью"),
    "month": ("месяц", "месяца", "месяцев", "месяцем"),
    "week": ("неделю", "недели", "недель", "неделей"),
    "day": ("день", "дня", "дней", "днем"),
}


def wording(deadline: Deadline) -> str:
    """Return a deadline in canonical words."""
    if deadline.event:
        return deadline.event
    parts = []
    if deadline.frame:
        first, last = deadline.frame
        parts.append(f"{first} год" if first == last else f"{first}–{last} годы")
    if deadline.whole:
        parts.append("весь период")
    items = _items(deadline.items)
    if deadline.yearly:
        items = f"ежегодно {items}"
    parts += [part for part in (items, deadline.condition) if part]
    return ", ".join(parts[:2]) + "".join(f"; {part}" for part in parts[2:]) if len(parts) > 2 else ", ".join(parts)


def _items(items: Sequence[Item]) -> str:
    texts = [_item(item) for item in items]
    alike = len({(type(item), _years(item)) for item in items}) <= 1
    return (", " if alike else "; ").join(texts)


def _years(item: Item) -> tuple[bool, ...]:
    parts = [item.part] if isinstance(item, At) else []
    return tuple(not isinstance(part, Year) and part.year is not None for part in parts)


def _item(item: Item) -> str:
    if isinstance(item, Every):
        return _every(item)
    if isinstance(item, Report):
        return _report(item)
    return _dated(item)


def _dated(item: Dated) -> str:
    if isinstance(item, FromTo):
        return f"{_since(item.first)} по {part_text(item.last, ACCUSATIVE)}"
    if isinstance(item, Until):
        end = "конца " if isinstance(item.part, YearPart) else ""
        return f"до {end}{part_text(item.part, GENITIVE)}"
    if isinstance(item, From):
        return _since(item.part)
    if isinstance(item.part, MonthPart) and item.part.unit == "whole":
        return "в течение месяца" if item.part.month is None else part_text(item.part, NOMINATIVE)
    return part_text(item.part, NOMINATIVE)


def _since(part: CalendarPart) -> str:
    text = part_text(part, GENITIVE)
    return f"{'со' if text.startswith(('вто', 'сре', '2 ')) else 'с'} {text}"


def part_text(part: CalendarPart, case: int) -> str:
    """Return a part in a grammatical case: 0 nominative, 1 genitive, 2 accusative."""
    if isinstance(part, Day):
        return _day(part, case)
    if isinstance(part, Month):
        return MONTHS[part.month - 1][case % 2] + _year(part.year)
    if isinstance(part, MonthPart):
        noun = _PARTS[part.unit][case]
        if part.unit in {"ten_days", "week", "half"}:
            noun = f"{_ORDINALS['f'][part.n][case]} {noun}"
            if part.month is None:
                return noun
        return f"{noun} {_of_month(part.month, part.year)}"
    if isinstance(part, NthWeekday):
        names = _WEEKDAYS[part.weekday]
        month = f" {_of_month(part.month, part.year)}" if part.month else ""
        return f"{_ORDINALS[names[4]][part.n][case]} {names[case]}{month}"
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
    return f"{_ROMAN[part.n]} {_YEAR_PARTS[part.unit][case]}{_year(part.year)}"


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


def _every(item: Every) -> str:
    text = _rhythm(item)
    if item.weekdays:
        names = [_WEEKDAYS[day][3] for day in item.weekdays]
        text += " по " + (", ".join(names[:-1]) + " и " if len(names) > 1 else "") + names[-1]
    if item.month:
        days = ", ".join(_dated(inner) for inner in item.items)
        return f"{days} {_ORDINALS['m'][item.month][GENITIVE]} месяца каждого {_UNITS[item.unit][1]}"
    if item.items:
        text += f": {_items(item.items)}" if len(item.items) > 1 else f" {_items(item.items)}"
    return text


def _rhythm(item: Every) -> str:
    if item.times == 1 and item.step == 1 and item.unit in _ADVERBS:
        return _ADVERBS[item.unit]
    unit = _UNITS[item.unit]
    often = f"{item.times} {_counted(item.times, 'раз', 'раза', 'раз')} в"
    return f"{often} {unit[0]}" if item.step == 1 else f"{often} {item.step} {_counted(item.step, *unit[:3])}"


def _counted(n: int, one: str, few: str, many: str) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return one
    return few if n % 10 in {2, 3, 4} and n % 100 not in {12, 13, 14} else many


def _report(item: Report) -> str:
    rhythm = f"{_rhythm(Every(item.unit, item.step))}, " if item.step > 1 else ""
    due = _dated(item.item)
    if item.half:
        return f"{rhythm}{due} (за {_ROMAN[item.half]} полугодие отчетного года)"
    part = item.item.part
    if isinstance(part, (Day, MonthPart, NthWeekday)) and part.month is None:
        due = due.removesuffix(" месяца")
        due += f" {_ORDINALS['m'][item.months + 1][GENITIVE]} месяца" if item.months else " месяца"
    elif item.unit == "year":
        due += " года"
    return f"{rhythm}{due}, следующего за отчетным {_UNITS[item.unit][3]}"
