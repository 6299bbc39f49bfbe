"""Several owners stand in one text.

They are taken for one owner with one checklist, and neither finds the work in their own. Name each for itself, in a list.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: Методисты; руководители РМО, result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: [Методисты, руководители РМО], result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.named_persons import SURNAME_FIRST, with_posts
from roadmapc.russian.normal_form import compared_form

CODE = "RM307"
SEVERITY = Severity.WARNING

_INITIAL = re.compile(r"[А-ЯЁ]\.$")
_SURE = re.compile(rf"[;\n]|(?<=\.)\s?/\s?(?={SURNAME_FIRST})")
_LIKELY = re.compile(r"[,;\n]|(?<=\s)[и/](?=\s)")


def check(plan: Plan) -> Iterator[Finding]:
    """Report texts with a semicolon, and those of which a part is an owner elsewhere."""
    texts = {assignee.text: row for row in plan.rows for assignee in row.assignees if assignee.alias is None}
    known = {compared_form(text) for text in texts}
    known |= {compared_form(name) for owner in plan.owners.values() for name in (owner.post, owner.name) if name}
    for text, row in texts.items():
        parts = _parts(text, known)
        if parts:
            message = Message("several owners in one text: “{text}”", text=" ".join(text.split()))
            hint = Message("name each for itself: [{parts}]", parts=", ".join(parts))
            yield Finding(row.owners_route, message, hint, row)


def _parts(text: str, known: set[str]) -> list[str]:
    """Return the owners in a text; none where it is one."""
    sure = _split(_SURE, text)
    if len(sure) > 1:
        return sure
    parts = with_posts(_split(_LIKELY, text))
    return parts if len(parts) > 1 and any(compared_form(part) in known for part in parts) else []


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    parts = (part.strip(" ;,") for part in pattern.split(text))
    return [part if _INITIAL.search(part) else part.rstrip(".") for part in parts if part.strip(".")]
