"""A quote or a bracket has no partner.

It was opened and not closed, closed and not opened, or opened with one mark and closed with another.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта «Успех, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта «Успех», period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._pairs import SIGNS, pairs, quote_edit
from roadmapc.diagnostics import Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM505"
SEVERITY = Severity.WARNING

_QUOTES = frozenset({('"', "»"), ("«", '"')})


def check(plan: Plan) -> Iterator[Finding]:
    """Report each mark alone, and each pair of two kinds with the fix that writes «»."""
    for printed, text in plan.printed_texts.texts():
        if not SIGNS.search(text):
            continue
        found, alone = pairs(text)
        for at in alone:
            message = Message("“{sign}” has no partner", sign=text[at])
            yield Finding(printed.route, message, span=_span(printed.start + at))
        for pair in found:
            if pair.signs in _QUOTES:
                message = Message(
                    "opened with “{first}”, closed with “{last}”", first=pair.signs[0], last=pair.signs[1]
                )
                at, sign = (pair.first, "«") if pair.signs[0] == '"' else (pair.last, "»")
                span = _span(printed.start + at)
                yield Finding(
                    printed.route,
                    message,
                    span=span,
                    fix=Fix((quote_edit(plan.tree.source.text, printed.start + at, sign),)),
                )


def _span(at: int) -> Span:
    return Span(at, at + 1)
