"""A text cites a number that no row has.

Rows were renumbered, or the number belongs to another document: then name that document beside it.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Описать итоги пункта 2.7, deadline: июнь 2022, owners: методист, result: Сборник}

Good:
    …
          - {activity: Описать итоги пункта 1.1, deadline: июнь 2022, owners: методист, result: Сборник}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._numbers import citations
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM410"
SEVERITY = Severity.WARNING

_ELSEWHERE = re.compile(
    r"стать|\bст\.|закон|приказ|указ|постановлен|распоряжен|положени|порядк|регламент|кодекс|стандарт|устав|ФГОС|ГОСТ|САНПИН"
    r"|инструкц|правил|протокол|письм|програм|ООП|ФОП|концепц|паспорт|соглашен|договор|перечн|методик|рекомендац|приложен"
    r"|стратеги|норматив|требован",
    re.IGNORECASE,
)
_NEAR = 60  # characters in which another document is named before or after the number


def check(plan: Plan) -> Iterator[Finding]:
    """Report citations of a number with a section («2.7») that no row of the table has; of other documents none."""
    numbers = {row.number.rstrip(".") for row in plan.rows if row.number}
    if not numbers:
        return
    for route, match in citations(plan):
        before = re.split(r"\0\0|\n", match.string[max(match.start() - _NEAR, 0) : match.start()])[-1]
        after = re.split(r"\0\0|\n", match.string[match.end() : match.end() + _NEAR])[0]
        here = before + after
        if "." not in match[1] or match[1] in numbers or _ELSEWHERE.search(here):
            continue
        message = Message("no row has the number {number}", number=match[1])
        hint = Message("correct the number, or name the document that it belongs to")
        yield Finding(route, message, hint, span=Span(*match.span(1)))
