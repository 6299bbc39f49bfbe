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
from roadmapc.russian.normal_form import compared_form

CODE = "RM307"
SEVERITY = Severity.WARNING

_PERSON = r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?"
_SURE = re.compile(rf"[;\n]|(?<=\.)\s?/\s?(?={_PERSON})")
_LIKELY = re.compile(r"[,;/\n]|(?<=\s)и(?=\s)")
_PERSON_BEFORE = re.compile(rf"{_PERSON}\Z")


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
    parts = _with_posts(_split(_LIKELY, text))
    return parts if len(parts) > 1 and any(compared_form(part) in known for part in parts) else []


def _with_posts(parts: list[str]) -> list[str]:
    """Return parts with a person and the post behind it as one: «Иванова И.И., методист»."""
    found: list[str] = []
    for part in parts:
        if found and part[:1].islower() and _PERSON_BEFORE.match(found[-1]):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    parts = (part.strip() for part in pattern.split(text.strip(" ;,.")))
    return [part for part in parts if part]
