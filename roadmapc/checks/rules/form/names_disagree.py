"""The document is named in two ways.

The order approves what its attachment is called; the passport and the heading of the table repeat it. One word changed
in one of them, and a reader asks which document is meant.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта развития школьных служб, period: 2021-2024}
    passport:
      title: Паспорт дорожной карты развития муниципальных служб
      rows: [{name: Исполнитель, text: Методический кабинет}]

Good:
    …
      title: Паспорт дорожной карты развития школьных служб
    …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import stems

CODE = "RM415"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]{3,}")
_END = re.compile(r"\(далее|\(прилага|\bсогласно\b|\(приложени|[.;]\s*$|\n\s*\n", re.IGNORECASE)
_PERIOD = frozenset({"учебный", "год", "годы", "года", "дорожная", "дорожной", "дорожную", "карта", "карты", "карту"})
_ALIKE = 2  # words in common from which two phrases name one document


def check(plan: Plan) -> Iterator[Finding]:
    """Report the first word of each other name that the title does not have behind the kind of document.

    Only the kind is declined («Дорожную карту», «дорожной карты»); what follows it is the same everywhere.
    """
    title, head = plan.roadmap.document.title or "", set(stems(plan.roadmap.document.kind))
    known = {word[0].lower() for word in _WORD.finditer(title, _after(title, head) or 0)}
    for route, text in _names(plan):
        start = _after(text, head)
        if start is None:
            continue
        end = _END.search(text, start)
        words = list(_WORD.finditer(text, start, end.start() if end else len(text)))
        if sum(word[0].lower() in known for word in words) < _ALIKE:
            continue
        odd = next((word for word in words if word[0].lower() not in known | _PERIOD), None)
        if odd:
            message = Message("the title of the document has no “{word}”", word=odd[0])
            yield Finding(route, message, word=odd.span(), labels=((("document", "title"), Message("the title")),))


def _names(plan: Plan) -> Iterator[tuple[Route, str]]:
    roadmap = plan.roadmap
    if roadmap.order:
        yield ("order", "subject"), roadmap.order.subject
        for at, item in enumerate(roadmap.order.items):
            if "твердить" in item.text:
                yield ("order", "items", at), item.text
    if roadmap.passport:
        yield ("passport", "title"), roadmap.passport.title or ""
    for table in plan.tables:
        yield (*table.source.route, "heading"), table.source.table.heading or ""


def _after(text: str, head: set[str]) -> int | None:
    """Return where the name begins behind the kind of the document («Дорожной карты»); None where it is not named."""
    found = [match for match in _WORD.finditer(text) if stems(match[0])[0] in head]
    return found[-1].end() if found else None
