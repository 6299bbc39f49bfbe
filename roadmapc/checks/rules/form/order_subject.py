"""The heading of the order has another form than «О …» or «Об …».

It answers the question «о чем?», says «об» before а, и, о, у, э, and has no full stop (ГОСТ Р 7.0.97-2025, 5.17).

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О утверждении карты, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: Об утверждении карты, date: 10.01.2021, number: 1, items: [Утвердить карту.], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {act: приказом отдела образования}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM427"
SEVERITY = Severity.WARNING

_START = re.compile(r"(?P<word>Обо|Об|О)\s+[«\"]?(?P<next>\w)")
_STOP = re.compile(r"(?<=[а-яё»)]{2})\.\s*$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix of «о» and «об», and of the full stop, is to be read over."""
    for printed, text in plan.printed_texts.below(("order", "subject")):
        start = _START.match(text)
        if start is None:
            message = Message("the order's heading does not begin with “О” or “Об”")
            yield Finding(printed.route, message, span=Span(printed.start, printed.start + len(text)))
        elif start["word"] != "Обо" and (start["next"].lower() in "аиоуэ") != (start["word"] == "Об"):
            right = "О" if start["word"] == "Об" else "Об"
            span = Span(printed.start, printed.start + len(start["word"]))
            message = Message("“о” and “об” are confused")
            yield Finding(
                printed.route,
                message,
                Message("write “{text}”", text=right),
                span=span,
                fix=Fix((Edit(span, right),), safe=False),
            )
        if stop := _STOP.search(text):
            span = Span(printed.start + stop.start(), printed.start + stop.start() + 1)
            fix = Fix((Edit(span, ""),), safe=False)
            yield Finding(printed.route, Message("a heading has no full stop"), span=span, fix=fix)
