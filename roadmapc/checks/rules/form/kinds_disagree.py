"""The document is of two kinds.

The order approves a plan, and a roadmap is attached to it; or the title names another kind than `kind:`, which decides
the word of the approval.

Bad:
    approval: {act: приказом управления}
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: Об утверждении Плана мероприятий, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}

Good:
    approval: {act: приказом управления}
    order: {letterhead: {organisation: Отдел образования}, name: ПРИКАЗ, subject: Об утверждении Дорожной карты, date: 10.01.2021, number: 1, items: [Утвердить.], signature: {position: Начальник, name: И.И. Иванов}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import stems

CODE = "RM417"
SEVERITY = Severity.WARNING

_KIND = re.compile(
    r"план(?:а|у|ом)?|программ(?:а|ы|у|ой)|карт(?:а|ы|у|ой)|циклограмм(?:а|ы|у|ой)|концепци(?:я|и|ю|ей)"
    r"|положени(?:е|я|ю|ем)|комплекс(?:а|у|ом)?",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"^об утверждении\s+|^утвердить\s+прилагаем\w+\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 3
"""Words among which the noun of a kind stands: «Дорожной карты», «муниципальной программы»."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report the noun with which the title or the order calls the document, where its kind has another."""
    own = {stems(word[0].lower())[0] for word in _WORD.finditer(plan.roadmap.document.kind) if _KIND.fullmatch(word[0])}
    if not own:
        return
    for route, text, start in _names(plan):
        words = list(_WORD.finditer(text, start))
        nouns = [word for word in words if _KIND.fullmatch(word[0])]
        near = [word for word in nouns if word in words[:_NEAR]]
        if near and not any(stems(word[0].lower())[0] in own for word in nouns):
            message = Message(
                "the kind of document is “{kind}”, not “{word}”", kind=plan.roadmap.document.kind, word=near[0][0]
            )
            label = (("document", "kind"), Message("the kind of document"))
            yield Finding(route, message, word=near[0].span(), labels=(label,))


def _names(plan: Plan) -> Iterator[tuple[Route, str, int]]:
    """Yield the texts that name the document, and where its name begins."""
    yield ("document", "title"), plan.roadmap.document.title or "", 0
    order = plan.roadmap.order
    if order is None:
        return
    texts: list[tuple[Route, str]] = [(("order", "subject"), order.subject)]
    texts += [(("order", "items", 0), item.text) for item in order.items[:1]]  # what the order approves stands first
    for route, text in texts:
        if approved := _APPROVED.search(text):
            yield route, text, approved.end()
