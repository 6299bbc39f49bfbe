"""Who controls the order is named without a post.

«Возложить на заместителя Магомедову П.П.» leaves open whose deputy it is; the name alone says less. Name the whole
post: «на заместителя начальника управления образования Магомедову П.П.».

Bad:
    order:
      letterhead: {organisation: Управление образования}
      name: ПРИКАЗ
      date: 01.09.2021
      number: 5
      subject: Об утверждении Дорожной карты
      items: [Утвердить прилагаемую Дорожную карту., Контроль за исполнением приказа возложить на Петрову П.П.]
      signature: {position: Начальник, name: И.И. Иванов}
    approval: {act: приказом}

Good:
    …
      items: [Утвердить прилагаемую Дорожную карту., Контроль за исполнением приказа возложить на методиста ИМЦ Петрову П.П.]
    …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM511"
SEVERITY = Severity.WARNING

_CHARGED = re.compile(r"озл(?<=[Вв]озл)(?:ожить|агаю)\b(?P<clause>[^\0\n]{0,250})")
_NAME = re.compile(
    r"\b(?:[А-ЯЁ][а-яё-]++ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё-]++"
    r"|[А-ЯЁ][а-яё-]++ [А-ЯЁ][а-яё]++ [А-ЯЁ][а-яё]*(?:вича|вну|чну)\b|[А-ЯЁ][а-яё]++ [А-ЯЁ][а-яё]*(?:вича|вну|чну) [А-ЯЁ][а-яё-]++)"
)
_POST_BEHIND = re.compile(r" *[,(–—-]")
_OPEN = frozenset({"", "заместителя", "зам", "зам.", "исполняющего обязанности", "и.о.", "исполняющую обязанности"})


def check(plan: Plan) -> Iterator[Finding]:
    """Report a controller of the order whose post is missing or says nothing."""
    for route, match in plan.printed_texts.find(_CHARGED):
        clause = match["clause"]
        name = _NAME.search(clause)
        if route[0] != "order" or name is None or _POST_BEHIND.match(clause, name.end()):
            continue
        before, on, post = clause[: name.start()].rpartition("на ")
        sentence = match.string[max(match.start() - 80, 0) : match.start()] + before
        if on and "контрол" in sentence.lower() and " ".join(post.lower().split()) in _OPEN:
            start = match.start("clause") + name.start() - len(post)
            message = Message("the post of who controls the order is not named in full")
            hint = Message("for example: на заместителя начальника управления образования {name}", name=name[0])
            yield Finding(route, message, hint, span=Span(start, match.start("clause") + name.end()))
