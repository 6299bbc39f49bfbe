"""A mark still waits for the author.

`roadmapc new` writes «ВПИШИТЕ» where only the author knows what stands there, and `new --like` a comment «ПРОВЕРЬТЕ»
above what a person must look at. Write the words in place of the mark; delete the comment once all is well.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта ВПИШИТЕ (чего), period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта развития методической службы, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity, Span
from roadmapc.plan import Plan

CODE = "RM021"
SEVERITY = Severity.ERROR

_MARK = re.compile(
    r"\bВПИШИТЕ\b(?:[^\n'\"\]}()]*\([^)\n]*\)|[^\n'\"\]}(]*)|^[ \t]*#[ \t]*(ПРОВЕРЬТЕ)\b[^\n]*", re.MULTILINE
)
_WORDS = ("ВПИШИТЕ", "ПРОВЕРЬТЕ")
_COMMENT = re.compile(r"^[ \t]*#|[ \t]#")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each mark at its line; in comments «ВПИШИТЕ» is only told of."""
    text = plan.tree.source.text
    if not any(word in text for word in _WORDS):
        return
    hint: Message | None = Message("write your own words in place of the mark and its example")
    for found in _MARK.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        span = Span(start, found.end() - len(found[0]) + len(found[0].rstrip()))
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if found[1]:
            settled = Message("look at the line below; when all is well, delete this comment")
            yield Finding(_route(plan, span), Message("a person must look at this"), settled, span=span)
        elif not _COMMENT.search(before):
            yield Finding(_route(plan, span), Message("what only the author knows is not filled in"), hint, span=span)
            hint = None  # once is enough


def _route(plan: Plan, span: Span) -> Route:
    """Return the route of the innermost value around a place, or of that behind it."""
    values = plan.tree.values.items()
    around = [route for route, value in values if value.start <= span.start < value.end]
    return max(around, key=len, default=())
