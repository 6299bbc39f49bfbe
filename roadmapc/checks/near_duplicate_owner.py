"""One owner is written in two ways.

Each spelling gets a checklist of its own, and neither holds all of the work. Put the owner into `owners:` once and name
the alias. Abbreviations, numbers and ranks («заместитель», «главный») must differ in nothing for two to count as one.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: Методист центра развития, result: Справка}
          - {activity: Описать опыт, deadline: июнь 2022, owners: Методисты центра развития, result: Сборник}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: Методист центра развития, result: Справка}
          - {activity: Описать опыт, deadline: июнь 2022, owners: Методист центра развития, result: Сборник}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._likeness import plain
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM304"
SEVERITY = Severity.WARNING

_ALIKE = 92
_FIXED = re.compile(r"\b(?:[А-ЯЁA-Z]{2,}|\d+|замест\w*|зам|и\.? ?о|исполня\w+|главн\w+|ведущ\w+|старш\w+|младш\w+)\b")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each spelling that is nearly an earlier one."""
    seen: set[str] = set()
    found: list[tuple[str, str, frozenset[str], Row]] = []
    for row in plan.rows:
        for assignee in row.assignees:
            if assignee.text in seen:
                continue
            seen.add(assignee.text)
            words, fixed = plain(assignee.text), frozenset(_FIXED.findall(assignee.text))
            if any(words == other for _, other, _, _ in found):
                continue
            near = next((o for o in found if o[2] == fixed and _alike(words, o[1])), None)
            if near:
                message = Message("“{one}” is nearly “{other}”: one owner?", one=assignee.text, other=near[0])
                label = ((*near[3].route, "owners"), Message("the other spelling"))
                yield Finding(
                    (*row.route, "owners"), message, Message("put it into “owners:” once"), row, labels=(label,)
                )
            found.append((assignee.text, words, fixed, row))


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > len(one) // 8 + 2:
        return False
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one, other) >= _ALIKE
