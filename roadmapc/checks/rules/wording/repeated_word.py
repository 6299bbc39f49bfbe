"""A word is written twice in a row.

It slips in where a line was broken or a phrase rewritten, and the eye passes over it.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка по по итогам}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка по итогам}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM501"
SEVERITY = Severity.WARNING

_PERHAPS = re.compile(r" (?<=(\w) )(?= *+(\w++)(?<=\1)(?![\w.-]))", re.IGNORECASE)
"""The space between two words that end alike: found far faster than words, and there are few."""
_WORD = re.compile(r"\b(?<!-)(?:[^\W\d_]{2,}|[виксоу])")
"""What such a word is, at its place: of single letters those that are words, for «7 В в» is the name of a class."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report each repetition; dropping one of the two words is an unsafe fix."""
    for route, match in plan.printed_texts.find(_PERHAPS):
        text, end, word = match.string, match.start(), match[2]
        start = end - len(word)
        before = text[max(start, 0) : end]
        if before.lower() != word.lower() or not _WORD.fullmatch(text, start, end):
            continue
        if len(word) == 1 and before != word:
            continue
        span = Span(start, match.end(2))
        fix = Fix((Edit(span, before),), safe=False)
        message = Message("the word “{word}” is written twice", word=word)
        yield Finding(route, message, span=span, fix=fix)
