"""A heading ends with a full stop.

Titles and headings have none at their end, not even those of two sentences; beside others without it, it looks like a
slip.

Bad:
    sections:
      - title: Мониторинг.
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
      - title: Мониторинг
    …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM516"
SEVERITY = Severity.NOTE

_POINT = re.compile(r"(?:[а-яё]{4}|[»)])(\.)\s*$")
_KEYS = frozenset({"title", "heading"})


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix, to be read over, drops the full stop. An abbreviation («2024 гг.») keeps its own."""
    for printed, text in plan.printed_texts.texts():
        if printed.route[-1] in _KEYS and (match := _POINT.search(text)):
            span = Span(printed.start + match.start(1), printed.start + match.end(1))
            yield Finding(
                printed.route, Message("a heading has no full stop"), span=span, fix=Fix((Edit(span, ""),), safe=False)
            )
