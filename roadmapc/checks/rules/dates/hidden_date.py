"""A date stands in the result that is no deadline of the row.

«Семинар – октябрь 2021 г.» in the column of results is a promise that no reminder, calendar or checklist knows. Move
the date to the deadline, or make it an activity of its own.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Обобщить опыт, deadline: 2021-2023, owners: методист, result: Семинар в октябре 2021 г.}

Good:
    …
          - {activity: Обобщить опыт, deadline: октябрь 2021 г., owners: методист, result: Семинар}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import rows_with_own
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan, Row
from roadmapc.russian.calendar import MONTHS, make_date

CODE = "RM211"
SEVERITY = Severity.WARNING

_FORMS = {form: number for number, forms in enumerate(MONTHS, 1) for form in forms}
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<d>\d{{1,2}})\.(?P<m>\d{{2}})\.(?P<y>(?:19|20)\d\d)"
    rf"|(?P<month>{'|'.join(sorted(_FORMS, key=len, reverse=True))})\s+(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_CITED = re.compile(r"\bот(?:\s+\d{1,2})?\s*$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report dates in results in whose month nothing of the row falls due; dates of cited documents are none."""
    for row in rows_with_own(plan):
        if not _YEAR.search(row.result):
            continue
        for printed, text in plan.printed_texts.below((*row.route, "result")):
            for match in _DATE.finditer(text):
                day = _month(match)
                if day and not _CITED.search(text, 0, match.start()) and not _is_due(row, day):
                    message = Message("a date in the result, “{date}”, that is no deadline of the row", date=match[0])
                    span = Span(printed.start + match.start(), printed.start + match.end())
                    label = ((*row.deadline_route, "text"), Message("the deadline"))
                    yield Finding(printed.route, message, row=row, span=span, labels=(label,))


def _month(match: re.Match[str]) -> date | None:
    if match["month"]:
        return make_date(int(match["year"]), _FORMS[match["month"].lower()], 1)
    return make_date(int(match["y"]), int(match["m"]), 1)


def _is_due(row: Row, day: date) -> bool:
    return any((o.due.year, o.due.month) == (day.year, day.month) for o in row.occurrences)
