"""The order names an attachment that does not exist.

The program builds one attachment. An order that speaks of «приложение № 2» sends its reader to a paper that is not
there, or the approval block gives the attachment another number.

Bad:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить карту (приложение № 2).], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {attachment: Приложение № 1, act: приказом отдела образования}

Good:
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: О карте, date: 10.01.2021, number: 1, items: [Утвердить карту (приложение № 1).], signature: {position: Начальник, name: И.И. Иванов}}
    approval: {attachment: Приложение № 1, act: приказом отдела образования}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM425"
SEVERITY = Severity.WARNING

_ATTACHMENT = re.compile(
    r"приложени(?:е|я|ю|ем|и|ям)[ \0]{0,3}(?:[№N][ \0]{0,3})?(?P<number>\d{1,2})(?!\d)", re.IGNORECASE
)
_OTHER_ACT = re.compile(r"[^.;\n]{0,60}\b(?:приказ|постановлен|распоряжен|письм|закон|положени|договор)", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Finding]:
    """Report the numbers of attachments in the order that the approval block does not bear."""
    if plan.roadmap.order is None:
        return
    mark = plan.roadmap.approval.attachment if plan.roadmap.approval else None
    marks = (mark or "", *(one.number for one in plan.roadmap.attachments))
    known = {number for words in marks for number in re.findall(r"\d+", words)}
    for printed, text in plan.printed_texts.below(("order",)):
        for match in _ATTACHMENT.finditer(text):
            if match["number"] in known or _OTHER_ACT.match(text, match.end()):
                continue
            span = Span(printed.start + match.start(), printed.start + match.end())
            message = Message("there is no attachment № {number}", number=match["number"])
            hint = Message("the attachment is named in “approval: {{attachment: …}}”")
            yield Finding(printed.route, message, hint, span=span)
