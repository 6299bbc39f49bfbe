"""A person stands without a post.

People change, posts stay; a signed plan names who is answerable by post. Give the post, and the person beside it:
`owners: {methodist: {post: Методист ИМЦ, name: Петрова П.П.}}`.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: П.П. Петрова, result: Справка}

Good:
    owners: {methodist: {post: Методист ИМЦ, name: П.П. Петрова}}
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: methodist, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM305"
SEVERITY = Severity.WARNING

_HINT = Message("name the post; the person stands beside it: {{post: …, name: …}}")
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|оглы|кызы)"
_PERSON = re.compile(
    rf"(?:[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?{_SURNAME}|{_SURNAME} [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?"
    rf"|{_SURNAME} [А-ЯЁ][а-яё]+ {_PATRONYMIC}|[А-ЯЁ][а-яё]+ {_PATRONYMIC} {_SURNAME})[.,;]?"
)
_POSTS = re.compile(
    r"(?:методист|директор|психолог|педагог|учител|завед|началь|специал|руковод|логопед|воспит|инспек|экспер|тьютор)",
    re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each person once: at the entry of the directory, else at the first row."""
    message = "“{name}” has no post"
    own = plan.roadmap.owners
    for alias, owner in own.items():
        if _is_person(owner.post):
            yield Finding(("owners", alias), Message(message, name=owner.post), _HINT)
    seen: set[str] = set()
    for row in plan.rows:
        for assignee in row.assignees:
            if assignee.alias is None and assignee.text not in seen and _is_person(assignee.text):
                seen.add(assignee.text)
                yield Finding(row.owners_route, Message(message, name=assignee.text), _HINT, row)


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not _POSTS.match(text)
