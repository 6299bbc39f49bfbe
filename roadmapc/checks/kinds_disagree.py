"""The document is of two kinds.

The order approves a plan, and a roadmap is attached to it; or the title names another kind than `kind:`, which decides
the word of the approval.

Bad:
    approval: {act: приказом управления}
    order: {name: ПРИКАЗ, subject: Об утверждении Плана мероприятий, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}

Good:
    approval: {act: приказом управления}
    order: {name: ПРИКАЗ, subject: Об утверждении Дорожной карты, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._likeness import stems
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.syntax import Route

CODE = "RM417"
SEVERITY = Severity.WARNING

_KINDS = {
    stems(kind)[0] for kind in ("план", "программа", "карта", "циклограмма", "концепция", "положение", "комплекс")
}
_APPROVED = re.compile(r"(?:об утверждении|утвердить)\s+(?:прилагаем\w+\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 3
"""Words among which the noun of a kind stands: «Дорожной карты», «муниципальной программы»."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report the noun with which the title or the order calls the document, where its kind has another."""
    own = set(stems(plan.roadmap.document.kind))
    if not own & _KINDS:
        return
    for route, text, start in _names(plan):
        words = list(_WORD.finditer(text, start))
        other = next((word for word in words[:_NEAR] if stems(word[0])[:1] and stems(word[0])[0] in _KINDS), None)
        if other and stems(other[0])[0] not in own and not any(own & set(stems(word[0])) & _KINDS for word in words):
            message = Message("the kind of document is “{kind}”, not “{word}”", kind=_kind(plan), word=other[0])
            label = (("document", "kind"), Message("the kind of document"))
            yield Finding(route, message, word=other.span(), labels=(label,))


def _kind(plan: Plan) -> str:
    return plan.roadmap.document.kind


def _names(plan: Plan) -> Iterator[tuple[Route, str, int]]:
    """Yield the texts that name the document, and where its name begins."""
    yield ("document", "title"), plan.roadmap.document.title or "", 0
    order = plan.roadmap.order
    texts = [(("order", "items", at), item.text) for at, item in enumerate(order.items)] if order else []
    for route, text in [(("order", "subject"), order.subject), *texts] if order else []:
        if approved := _APPROVED.search(text):
            yield route, text, approved.end()
