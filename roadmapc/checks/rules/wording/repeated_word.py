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

_TWICE = re.compile(r"\b(\w++)(?= ++(\1)(?![\w.-]))", re.IGNORECASE)
_WORD = re.compile(r"(?<!-)(?:[^\W\d_]{2,}|[виксоу])")
"""What such a word is, at its place: of single letters those that are words, for «7 В в» is the name of a class."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report each repetition; dropping one of the two words is an unsafe fix."""
    for route, match in plan.printed_texts.find(_TWICE):
        before, word = match.groups()
        if not _WORD.fullmatch(match.string, *match.span()) or (len(word) == 1 and before != word):
            continue
        if before.lower() != word.lower():
            continue  # patterns know more letters as equal
        span = Span(match.start(), match.end(2))
        fix = Fix((Edit(span, before),), safe=False)
        message = Message("the word “{word}” is written twice", word=word)
        yield Finding(route, message, span=span, fix=fix)
