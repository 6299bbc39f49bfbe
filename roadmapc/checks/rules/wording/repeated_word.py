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

_AGAIN = re.compile(r"(?<! ) ++([^\W\d_]{2,}|[вВиИкКоОсСуУ])(?![\w.-])")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each repetition; dropping one of the two words is an unsafe fix."""
    for route, match in plan.printed_texts.find(_AGAIN):
        at, word = match.start(), match[1]
        first = at - len(word)
        before = match.string[first:at]
        if len(word) == 1 and not (word.islower() and before == word):
            continue  # «7 В в»: the name of a class
        if (
            before.lower() != word.lower()
            or match.string[first - 1 : first].isalnum()
            or match.string[first - 1] in "-_"
        ):
            continue
        span = Span(first, match.end())
        fix = Fix((Edit(span, before),), safe=False)
        message = Message("the word “{word}” is written twice", word=match[1])
        yield Finding(route, message, span=span, fix=fix)
