"""Two rows have the same number.

A number that names two activities names none. Numbers that restart in each section («1, 2, 3») repeat only between
sections, and that is allowed.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {number: 1.1., activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {number: 1.1., activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {number: 1.2., activity: Провести анализ, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._numbers import neighbours
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM402"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the second use of a number, with the first beside it; of sections, that of the one before."""
    for (former, one), (section, two) in neighbours(plan):
        if one == two:
            labels = (((*former.route, "number"), Message("first given here")),)
            message = Message("the number {number} is given twice", number=section.number)
            yield Finding((*section.route, "number"), message, labels=labels)
    seen: dict[tuple[int, int, str], Row] = {}
    for row in plan.rows:
        number = row.number.rstrip(".")
        if not number:
            continue
        place = -1 if "." in number else row.section
        first = seen.setdefault((row.table, place, number), row)
        if first is not row:
            labels = (((*first.route, "number"), Message("first given here")),)
            message = Message("the number {number} is given twice", number=row.number)
            yield Finding(row.route, message, row=row, labels=labels)
