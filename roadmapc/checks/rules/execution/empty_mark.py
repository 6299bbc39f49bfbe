"""A mark says nothing.

It names a row and stops: something was to be written and was forgotten, or a word stands under a wrong key. The row
counts as it would without the mark.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2027}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2027, owners: методист, result: Справка}
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done:

Good:
    …
        done: 20.11.2026
        documents: справка от 20.11.2026 № 5
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import all_marks
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM869"
SEVERITY = Severity.WARNING

_SAYING = (
    *("done", "result", "documents", "reason", "measures", "said"),
    *("organisations", "progress", "moved", "removed", "excluded"),
)


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report marks that tell nothing of their row."""
    for route, mark in all_marks(execution):
        if not any(getattr(mark, key) for key in _SAYING):
            hint = Message("write what became of the row (“done:”, “reason:” …), or take the mark away")
            yield Finding(route, Message("the mark says nothing"), hint)
