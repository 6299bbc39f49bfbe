"""A word of approval does not agree with the kind of document.

УТВЕРЖДЕНА goes with карта and программа, УТВЕРЖДЕН with план, УТВЕРЖДЕНО with положение, УТВЕРЖДЕНЫ with изменения
(ГОСТ Р 7.0.97-2025, requisite 16); so does «прилагаемую», «прилагаемый» in the order.

Bad:
    approval: {act: приказом управления образования, word: УТВЕРЖДЕН, date: 01.09.2021, number: 5}

Good:
    approval: {act: приказом управления образования, word: УТВЕРЖДЕНА, date: 01.09.2021, number: 5}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.agreement import approval_word

CODE = "RM414"
SEVERITY = Severity.ERROR

_ENDINGS = {"ую": "УТВЕРЖДЕНА", "ый": "УТВЕРЖДЕН", "ое": "УТВЕРЖДЕНО", "ые": "УТВЕРЖДЕНЫ"}
_ATTACHED = re.compile(r"утвердить +прилагаем(?P<ending>ую|ый|ое|ые) +(?P<noun>[а-яё]+)", re.IGNORECASE)
_FORMS = frozenset(_ENDINGS.values())


def check(plan: Plan) -> Iterator[Finding]:
    """Report the word of the approval block, and «прилагаем…» of the order before the document's own noun."""
    roadmap, right = plan.roadmap, approval_word(plan.roadmap.document.kind)
    if right is None:
        return
    word = (roadmap.approval.word or "").upper().replace("Ё", "Е") if roadmap.approval else ""
    if word in _FORMS and word != right:
        message = Message("“{word}” does not agree with “{kind}”", word=word, kind=roadmap.document.kind)
        label = (("document", "kind"), Message("the kind of document"))
        yield Finding(("approval", "word"), message, Message("write “{text}”", text=right), labels=(label,))
    for route, match in plan.printed_texts.find(_ATTACHED) if roadmap.order else ():
        ours = any(noun[:4] == match["noun"].lower()[:4] for noun in roadmap.document.kind.lower().split())
        if route[0] == "order" and ours and _ENDINGS[match["ending"].lower()] != right:
            message = Message(
                "“{word}” does not agree with “{kind}”", word=match[0].split()[1], kind=roadmap.document.kind
            )
            yield Finding(route, message, span=Span(*match.span()))
