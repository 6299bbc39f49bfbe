"""A signature has a full name, or the surname before the initials.

Under a document stand initials and surname: «И.И. Иванов» (ГОСТ Р 7.0.97-2025, requisite 22).

Bad:
    signature: {position: Начальник отдела, name: Иванов Иван Иванович}

Good:
    signature: {position: Начальник отдела, name: И.И. Иванов}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Route, Severity, Span
from roadmapc.plan import Plan

CODE = "RM428"
SEVERITY = Severity.WARNING

_SURNAME = r"(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)"
_FULL = re.compile(rf"\s*{_SURNAME}\s+(?P<first>[А-ЯЁ])[а-яё]+(?:\s+(?P<second>[А-ЯЁ])[а-яё]+)?\s*")
_REVERSED = re.compile(rf"\s*{_SURNAME}\s+(?P<first>[А-ЯЁ])\.\s?(?:(?P<second>[А-ЯЁ])\.)?\s*")
_SIGNATURES: tuple[Route, ...] = (("signature", "name"), ("order", "signature", "name"), ("approval", "by", "name"))


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix, to be read over, writes initials and surname."""
    for route in _SIGNATURES:
        for printed, text in plan.printed_texts.below(route):
            match = _FULL.fullmatch(text) or _REVERSED.fullmatch(text)
            if match is None:
                continue
            initials = f"{match['first']}.{match['second']}." if match["second"] else f"{match['first']}."
            right = f"{initials} {match['surname']}"
            span = Span(printed.start, printed.end)
            message = Message("in a signature initials stand before the surname")
            yield Finding(
                printed.route,
                message,
                Message("write “{text}”", text=right),
                span=span,
                fix=Fix((Edit(span, right),), safe=False),
            )
