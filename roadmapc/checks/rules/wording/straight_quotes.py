"""Straight or foreign quotes stand for «ёлочки».

Official texts use «» and, inside them, „“. Marks of other kinds come from keyboards and pasted text: "", “”, ‘’, ″, and
„“ with no «» around them.

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
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.quotation import foreign_marks, has_foreign_marks
from roadmapc.source.printed_text import PrintedText

CODE = "RM504"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report each pair of straight or foreign quotes; the fix writes «» or „“, safely in the place of straight ones alone."""
    masked_text = plan.printed_texts.masked_text
    if '"' not in masked_text and not has_foreign_marks(masked_text):
        return
    for printed, text in plan.printed_texts.texts():
        yield from _foreign(plan, printed, text)
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


def _foreign(plan: Plan, printed: PrintedText, text: str) -> Iterator[Finding]:
    found = list(foreign_marks(text))
    alone = set(pairs(text)[1]) if found else set()  # unpaired-sign tells of those
    for one in found:
        if not alone.isdisjoint({one.first, one.last}):
            continue
        last = one.first if one.last is None else one.last
        signs = text[one.first] if one.last is None else f"{text[one.first]}{text[last]}"
        message = Message("“{signs}” stand for “{wanted}”", signs=signs, wanted=one.wanted)
        edits = zip((one.first, last), one.wanted, strict=True) if one.last is not None else ()
        fix = Fix(tuple(Edit(Span(printed.start + at, printed.start + at + 1), sign) for at, sign in edits), safe=False)
        span = Span(printed.start + one.first, printed.start + last + 1)
        yield Finding(printed.route, message, span=span, fix=fix if fix.edits else None)


def _fix(plan: Plan, start: int, pair: Pair, outer: bool) -> Fix:
    text, signs = plan.tree.source.text, "«»" if outer else "„“"
    places = zip((start + pair.first, start + pair.last), signs, strict=True)
    return Fix(tuple(quote_edit(text, at, sign) for at, sign in places))
