"""A backslash is printed as it stands.

Only between double quotes does «\\n» mean a new line. Elsewhere use a block: `activity: |` and the lines below it.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: 'Провести мониторинг\\nи опрос', deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: "Провести мониторинг\\nи опрос", deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM518"
SEVERITY = Severity.WARNING

_ESCAPE = re.compile(r"\\(?:[ntr\"']|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each place where a backslash and a letter would be printed."""
    for route, match in plan.printed_texts.find(_ESCAPE):
        message = Message("“{text}” would be printed as it stands", text=match[0])
        hint = Message("write the text in “double quotes”, or as a block of lines")
        yield Finding(route, message, hint, span=Span(*match.span()))
