"""Two punctuation marks stand where one belongs.

A word between two commas was dropped, or a key was hit twice.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: "Анализ ГИА, ВПР, , рекомендации", deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: "Анализ ГИА, ВПР, рекомендации", deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import Match, matches, shown
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM502"
SEVERITY = Severity.WARNING

_TWO = re.compile(
    r"[,;:.](?:(?<=[,;:])(?<!,,)(?: *[,;:])+(?!\w)|(?<=,)\.(?![.\w])|(?<=,)(?<!,,),(?=[а-яё«])|(?<=[а-яё»)]\.)\.(?![.\w/\\]))",
    re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each pair; the fix keeps one where both are the same, or the full stop."""
    yield from matches(plan, _TWO, _message, _cure)


def _message(match: Match) -> Message:
    return Message("two punctuation marks in a row: “{marks}”", marks=shown(match[0]))


def _cure(match: Match) -> str | None:
    marks = set(match[0]) - {" "}
    if len(marks) == 1:
        return marks.pop() + " " * match.string[match.end() : match.end() + 1].isalpha()
    return "." if marks == {",", "."} else None
