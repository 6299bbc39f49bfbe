"""The document names two different periods.

The title, the order and the period must speak of the same years: a reader of the signed paper sees only the words.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2023 годы, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2024 годы, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.deadlines import DeadlineError
from roadmapc.deadlines.periods import parse_period
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.syntax import Route

CODE = "RM204"
SEVERITY = Severity.WARNING

_YEARS = re.compile(r"на\s+(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?!\d)|на\s+(20\d\d)\s+(?:год|г\.)|к концу (20\d\d) года")
_NAMED = re.compile(r"(?:Период|Срок[иа]?) реализации\s*:?\s*([^\n]+)")


def check(plan: Plan) -> Iterator[Finding]:
    """Compare the years of the title, passport, order and preface with the period."""
    if plan.period is None:
        return
    first, last = plan.period.first.year, plan.period.last.year
    for route, text in _texts(plan):
        for match in _YEARS.finditer(text):
            begin = int(match[1] or match[3] or match[4])
            end = 2000 + int(match[2]) if match[2] else begin
            if (begin, end) != (first, last) and not (match[4] and end == last):
                yield _finding(route, match.span())
        for match in _NAMED.finditer(text):
            try:
                named = parse_period(match[1].rstrip(" ."))
            except DeadlineError:
                continue
            if named != plan.period:
                yield _finding(route, match.span(1))


def _finding(route: Route, word: tuple[int, int]) -> Finding:
    message = Message("the period named here is not the document's")
    return Finding(route, message, word=word, labels=((("document", "period"), Message("the period")),))


def _texts(plan: Plan) -> Iterator[tuple[Route, str]]:
    roadmap = plan.roadmap
    yield ("document", "title"), roadmap.document.title or ""
    if roadmap.passport:
        yield ("passport", "title"), roadmap.passport.title or ""
    if roadmap.order:
        yield ("order", "subject"), roadmap.order.subject
        for at, item in enumerate(roadmap.order.items):
            yield ("order", "items", at), item.text
    for at, part in enumerate(roadmap.preface):
        yield ("preface", at, "text"), part.text or ""
