"""The act in the approval stands in the wrong case.

УТВЕРЖДЕНА чем? – «приказом …»; «Приложение к» чему? – «приказу …» (ГОСТ Р 7.0.97-2025, requisites 16 and 19).

Bad:
    approval: {act: приказ отдела образования, date: 20.10.2021, number: 7}

Good:
    approval: {act: приказом отдела образования, date: 20.10.2021, number: 7}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.agreement import forms_of_act

CODE = "RM424"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report a known act that is not in the case its form wants; the fix, to be read over, puts it there."""
    approval = plan.roadmap.approval
    if approval is None or approval.by:
        return
    for printed, text in plan.printed_texts.below(("approval", "act")):
        words = text.split(maxsplit=2)
        by_form = approval.form == "I"
        word = words[1] if by_form and words[:1] == ["к"] and len(words) > 1 else words[0] if words else ""
        forms = forms_of_act(word)
        wanted = (forms.dative if by_form else forms.instrumental) if forms else word
        if word.lower() == wanted.lower():
            continue
        span = Span(printed.start + text.index(word), printed.start + text.index(word) + len(word))
        message = Message("“{word}” stands in the wrong case", word=word)
        yield Finding(
            printed.route,
            message,
            Message("write “{text}”", text=wanted),
            span=span,
            fix=Fix((Edit(span, wanted),), safe=False),
        )
