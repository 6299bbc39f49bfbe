"""A value only looks empty.

A dash, dots or «нет» in a cell is printed as it stands and counts as content, so that no rule asks for what is
missing. Write the content, or leave the key out.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: "---"}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.source.model.routes import is_content
from roadmapc.source.printed_text import MASK

CODE = "RM020"
SEVERITY = Severity.WARNING

_EMPTY = re.compile(
    r"(?:[\W_]+|нет(?: данных)?|прочерк|(?:будет )?(?:уточн(?:яется|яются|ить|ен[оаы]?)|определ[её]н[оаы]?)(?: позднее| позже)?"
    r"|не указан[оаы]?|отсутству[её]т|н/д|tbd|todo|x+|х+)",
    re.IGNORECASE,
)
_LONG = 40  # characters beyond which a text says something


def check(plan: Plan) -> Iterator[Finding]:
    """Report texts that say nothing; the words of deadlines are read by their own language."""
    for route, start, end in plan.printed_texts.all:
        if end - start > _LONG or not is_content(route):
            continue
        text = plan.printed_texts.masked_text[start:end].strip()
        if MASK in text:  # what escapes stand for is not to be seen there
            text = str(plan.tree.value(route)).strip()
        if _EMPTY.fullmatch(text):
            message = Message("“{text}” only looks empty: it is printed and counts as content", text=text)
            yield Finding(route, message, span=Span(start, end))
