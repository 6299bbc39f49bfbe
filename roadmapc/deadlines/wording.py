"""Values → canonical Russian, such that `parse(wording(d)) == d`.

That law is what lets the parser refuse sums that nobody thought of: a value that does not read back from its own words
is no reading of the author's.
"""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.deadlines.declension import ACCUSATIVE, GENITIVE, NOMINATIVE, ORDINALS, ROMAN, WEEKDAY_FORMS, part_text
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Dated,
    Day,
    Deadline,
    Every,
    From,
    FromTo,
    Item,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearPart,
)

_ADVERBS = {
    "year": "ежегодно",
    "quarter": "ежеквартально",
    "month": "ежемесячно",
    "ten_days": "ежедекадно",
    "week": "еженедельно",
    "day": "ежедневно",
}
_UNITS = {
    "year": ("год", "года", "лет", "годом"),
    "half": ("полугодие", "полугодия", "полугодий", "полугодием"),
    "quarter": ("квартал", "квартала", "кварталов", "кварталом"),
    "school_quarter": ("четверть", "четверти", "четвертей", "четвертью"),
    "month": ("месяц", "месяца", "месяцев", "месяцем"),
    "ten_days": ("декаду", "декады", "декад", "декадой"),
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
    return _from(part_text(part, GENITIVE))


def _from(text: str) -> str:
    return f"{'со' if text.startswith(('вто', 'сре', '2 ')) else 'с'} {text}"


def _every(item: Every) -> str:
    text = _rhythm(item)
    if item.through:
        first, last = (WEEKDAY_FORMS[day] for day in item.weekdays)
        text += f" {_from(first[GENITIVE])} по {last[ACCUSATIVE]}"
    elif item.weekdays:
        names = [WEEKDAY_FORMS[day][3] for day in item.weekdays]
        text += " по " + (", ".join(names[:-1]) + " и " if len(names) > 1 else "") + names[-1]
    if item.month:
        days = ", ".join(_dated(inner) for inner in item.items)
        return f"{days} {ORDINALS['m'][item.month][GENITIVE]} месяца каждого {_UNITS[item.unit][1]}"
    if item.items:
        text += f": {_items(item.items)}" if len(item.items) > 1 else f" {_items(item.items)}"
    return f"{text}, {_items(item.within)}" if item.within else text


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
        return f"{rhythm}{due} (за {ROMAN[item.half]} полугодие отчетного года)"
    part = item.item.part
    if isinstance(part, (Day, MonthPart, NthWeekday)) and part.month is None:
        due = due.removesuffix(" месяца")
        due += f" {ORDINALS['m'][item.months + 1][GENITIVE]} месяца" if item.months else " месяца"
    elif item.unit == "year":
        due += " года"
    return f"{rhythm}{due}, следующего за отчетным {_UNITS[item.unit][3]}"
