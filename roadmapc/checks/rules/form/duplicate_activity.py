"""Two activities have the same text.

One of them is left over from copying, or they differ in something that the text does not say.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Провести мониторинг., deadline: июнь 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести повторный мониторинг, deadline: июнь 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row
from roadmapc.russian.stems import plain

CODE = "RM413"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report each activity whose words, punctuation and case aside, an earlier one has."""
    seen: dict[str, Row] = {}
    for row in plan.rows:
        words = plain(row.text)
        first = seen.setdefault(words, row)
        if first is not row and words:
            message = Message("the same activity as above")
            key = "activity" if row.level > 1 else "title"
            label = ((*first.route, "activity" if first.level > 1 else "title"), Message("first here"))
            hint = Message("drop one of them, or say in what they differ")
            yield Finding((*row.route, key), message, hint, row, labels=(label,))
