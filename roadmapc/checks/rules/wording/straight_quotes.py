"""Straight quotes stand for «ёлочки».

Official texts use «» and, inside them, „“.

Bad:
    document: {kind: дорожная карта, title: 'Дорожная карта "Успех"', period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: 'Дорожная карта «Успех»', period: 2021-2024}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._pairs import Pair, pairs, quote_edit
from roadmapc.checks.rules._wording import shown
from roadmapc.diagnostics import Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM504"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report each pair of straight quotes that belong together; the fix writes «»."""
    for printed, text in plan.printed_texts.texts():
        if '"' not in text:
            continue
        found, alone = pairs(text)
        if any(text[at] == '"' for at in alone):
            continue  # unpaired-sign tells of it
        for pair in found:
            if pair.signs == ('"', '"'):
                outer = not any(other.first < pair.first and pair.last < other.last for other in found)
                message = Message("straight quotes stand for “«»”")
                span = Span(printed.start + pair.first, printed.start + pair.last + 1)
                words = shown(text[pair.first + 1 : pair.last].replace("\0", ""))
                hint = Message("write {text}", text=f"«{words}»") if len(words) < 60 else None
                yield Finding(printed.route, message, hint, span=span, fix=_fix(plan, printed.start, pair, outer))


def _fix(plan: Plan, start: int, pair: Pair, outer: bool) -> Fix:
    text, signs = plan.tree.source.text, "«»" if outer else "„“"
    places = zip((start + pair.first, start + pair.last), signs, strict=True)
    return Fix(tuple(quote_edit(text, at, sign) for at, sign in places))
