"""No activity serves an indicator.

The document promises «не менее 2 заседаний РМО ежегодно», and no row plans such a thing that often: the indicator will
be missed, or nobody will see that it was met.

Bad:
    preface: [{heading: Показатели, text: Проведено не менее 2 заседаний РМО ежегодно}]

Good:
    preface: [{heading: Показатели, text: Проведено не менее 2 заседаний РМО ежегодно}]
    sections:
      - title: Заседания
        activities:
          - {activity: Провести заседание РМО, deadline: 1 раз в квартал, owners: методист, result: Протокол}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.deadlines.dating.cycles import is_even
from roadmapc.deadlines.values import Every
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan, Row
from roadmapc.russian.calendar import is_single_cycle
from roadmapc.russian.stems import stems

CODE = "RM702"
SEVERITY = Severity.WARNING

_NUMBERS = {"одного": 1, "одной": 1, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5}
_COUNTED = (
    rf" +(?P<n>\d{{1,4}}|{'|'.join(_NUMBERS)})(?:-?х)?(?: *\([а-яё]+\))?"
    r" +(?P<what>[а-яё]++(?: ++[а-яё]++){0,6}+)(?P<rest>[^\n;\0]*+)"
)
_LESS = "е (?:менее|меньше)"
_LEAST = {"н": _LESS, "Н": _LESS, "м": "инимум", "М": "инимум"}
_PROMISES = [re.compile(rf"{letter}(?i:{rest}{_COUNTED})") for letter, rest in _LEAST.items()]
"""A pattern for each first letter: it is found ten times as fast as one of all of them."""
_NO_EVENTS = re.compile(
    r"процент|%|час|учител|педагог|балл|лет\b|человек|школ|дет|обучающ|руб|направлени"
    r"|раза?\b|минут|д(?:ня|ней)\b|недел|месяц|год|рабоч|специалист|наставник|участник|слушател|тьютор|методист|руководител"
    r"|организаци|доу\b|оо\b|команд|класс|показател|критери|тыс|молод",
    re.IGNORECASE,
)
_SEPTEMBER = 9
_YEARLY = re.compile(r"ежегодн|в год|каждый год", re.IGNORECASE)
_VAGUE = frozenset(stems("мероприятий муниципальных ежегодных районных городских школьных"))


def check(plan: Plan) -> Iterator[Finding]:
    """Report counted events of the passport and the preface that no row plans, or plans less often."""
    for route, match in plan.printed_texts.find(*_PROMISES):
        if route[0] not in {"preface", "passport"} or "indicators" in route or _NO_EVENTS.match(match["what"]):
            continue
        times = int(match["n"]) if match["n"].isdecimal() else _NUMBERS[match["n"].lower()]
        named = [stem for stem in stems(match["what"]) if stem not in _VAGUE]
        rows = [row for row in plan.rows if named and named[0] in stems(row.text)]
        yearly = bool(_YEARLY.search(match["what"] + match["rest"]))
        if _count(plan, rows, yearly) >= times or any(row.occurrences and times == 1 for row in rows):
            continue
        message = Message("no activity serves the indicator “{words}”", words=" ".join(match["what"].split()))
        if rows:
            message = Message("the activity is planned, but its deadline does not show {times} times", times=times)
        labels = tuple((row.deadline_route, Message("planned here")) for row in rows[:1])
        span = Span(match.start(), match.end("what"))
        yield Finding(route, message, span=span, labels=labels)


def _count(plan: Plan, rows: list[Row], yearly: bool) -> int:
    """Return how often rows are due: in their best year, calendar or school, or in all; «2 раза в год» counts twice."""
    days = [occurrence.due for row in rows for occurrence in row.occurrences for _ in range(_times(row))]
    if not yearly or plan.period is None or is_single_cycle(*plan.period):
        return len(days)
    years = (Counter(day.year for day in days), Counter(day.year - (day.month < _SEPTEMBER) for day in days))
    return max((count for year in years for count in year.values()), default=0)


def _times(row: Row) -> int:
    """Return how often an activity takes place in each of the ranges of days in which it is due."""
    items = row.dated.deadline.items if row.dated else ()
    shared = len(items) == 1 and isinstance(items[0], Every) and not items[0].items and not is_even(items[0])
    return items[0].times if shared and isinstance(items[0], Every) else 1
