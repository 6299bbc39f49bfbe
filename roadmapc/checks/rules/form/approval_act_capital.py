"""The act in the approval begins with a capital letter.

УТВЕРЖДЕНА is followed by «приказом …» in small letters: the words are one sentence (ГОСТ Р 7.0.97-2025, requisite 16).

Bad:
    approval: {act: Приказом управления образования, date: 20.10.2021, number: 7}

Good:
    approval: {act: приказом управления образования, date: 20.10.2021, number: 7}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.agreement import ACT_FORMS

CODE = "RM419"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report the word; the fix writes it small."""
    for printed, text in plan.printed_texts.below(("approval", "act")):
        word = text.split(maxsplit=1)[0] if text.split() else ""
        if word.lower() in ACT_FORMS and word[0].isupper():
            start = printed.start + text.index(word)
            span = Span(start, start + len(word))
            message = Message("“{word}” is written small here", word=word)
            fix = Fix((Edit(span, word.lower()),))
            yield Finding(printed.route, message, span=span, fix=fix)
